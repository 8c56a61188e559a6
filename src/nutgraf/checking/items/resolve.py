"""From a model's answer to results with spans: every reference looked up, every word located, the rest cleared or dropped.

Works on any item class through its slots (`nutgraf/slots.py` says what those are); quotations have a room of
their own (`checking/speech/quotes.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar, cast

from pydantic import BaseModel, ValidationError

from nutgraf.article import Span
from nutgraf.checking.items.repair import Failure
from nutgraf.checking.place.lookup import find_words
from nutgraf.checking.rules.clauses import own_words
from nutgraf.checking.rules.pointed import POINTED, first_of
from nutgraf.checking.rules.prose import leaked_example
from nutgraf.checking.rules.weigh import Weighed, weigh
from nutgraf.reading.numbers.find import numbers_in
from nutgraf.reading.parts import Offsets
from nutgraf.reading.reading import Reading
from nutgraf.reading.window import Window
from nutgraf.results import Cited, Participant, Problem, Quantity, TimeRef
from nutgraf.results.brief import Resolution
from nutgraf.slots import Slot, slots

Item = TypeVar("Item", bound=Cited)
_LONGEST_SHOWN = 80


class _Unfit(Exception):
    """A value that the article does not bear out."""

    def __init__(self, kind: str, detail: str, *, words: str = "") -> None:
        super().__init__(detail)
        self.kind = kind
        self.detail = detail
        self.words = words


@dataclass
class Resolver:
    """Resolves the items of one answer about one window; collects the problems it meets."""

    reading: Reading
    window: Window
    step: str
    lent: str = ""
    """What the worked examples say that the model may have been shown."""
    problems: list[Problem] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    """The items that are worth asking for again: dropped, or with a text of the model's replaced."""
    _failing: list[str] = field(default_factory=list)
    """Fields of the item at hand that only the model can mend."""
    _weighed: Weighed | None = None

    def item(self, kind: type[Item], draft: BaseModel) -> Item | None:
        """One item with its spans, or None when it had to be dropped (the problem says why)."""
        label = _label(draft)
        before = len(self.problems)
        self._failing, self._weighed = [], None
        made = self._made(kind, draft, label)
        reasons = [p for p in self.problems[before:] if p.resolution in ("dropped", "replaced")]
        if reasons:
            failing = tuple(dict.fromkeys(self._failing)) or tuple(slot.name for slot in slots(kind))
            cited = getattr(draft, "evidence", ())
            self.failures.append(Failure(draft, reasons[0].kind, reasons[0].detail, cited, failing))
        return made

    def _made(self, kind: type[Item], draft: BaseModel, label: str) -> Item | None:
        try:
            evidence = self._evidence(getattr(draft, "evidence", ()), label)
            values: dict[str, Any] = {"evidence": evidence}
            for slot in slots(kind):
                if slot.kind != "sentences":
                    values[slot.name] = self._field(slot, getattr(draft, slot.name), evidence, label)
            made = kind(**values)
            if self._weighed is None or "support" not in kind.model_fields:
                return made
            return made.model_copy(update={"support": self._weighed.support, "evidence": self._weighed.evidence})
        except _Unfit as unfit:
            self._refuse(unfit, label, "dropped")
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            self._failing += [str(name) for name in first["loc"][:1] if name in type(draft).model_fields]
            self.note("does_not_validate", label, f"{'.'.join(map(str, first['loc']))}: {first['msg']}", "dropped")
        return None

    def note(self, kind: str, item: str | None, detail: str, resolution: Resolution) -> None:
        """Report a problem."""
        self.problems.append(Problem(kind=kind, step=self.step, item=item, detail=detail, resolution=resolution))

    def _refuse(self, unfit: _Unfit, item: str, resolution: Resolution, *, of: str = "") -> None:
        kind, detail = self._told_apart(unfit.kind, unfit.detail, unfit.words)
        self.note(kind, item, of + detail, resolution)

    def _told_apart(self, kind: str, detail: str, words: str) -> tuple[str, str]:
        """The problem's kind and detail, with what leaked from an example named as that."""
        leak = leaked_example(words, self.lent)
        return ("example_leaked", f"{detail}; {leak}") if leak else (kind, detail)

    def _evidence(self, numbers: Sequence[int], label: str) -> tuple[Span, ...]:
        legal = set(self.window.citable)
        if wrong := [n for n in numbers if n not in legal]:
            detail = f"there is no sentence {', '.join(map(str, wrong))} in what was shown"
            self.note("reference_out_of_range", label, detail, "field_cleared")
        kept = sorted({n for n in numbers if n in legal})
        if told := [n for n in kept if n in self.reading.orders]:
            detail = f"sentence {', '.join(map(str, told))} speaks to a machine, not to the reader"
            self.note("instruction_cited", label, detail, "field_cleared")
            kept = [n for n in kept if n not in told]
        if not kept:
            self._failing.append("evidence")
            raise _Unfit("no_evidence", "it cites no sentence of the article")
        return tuple(self.reading.sentence_span(n) for n in kept)

    def _field(self, slot: Slot, value: Any, evidence: tuple[Span, ...], label: str) -> Any:
        try:
            return self._value(slot, value, evidence, label)
        except _Unfit as unfit:
            if slot.carried:
                words = own_words(evidence[0], self.reading)
                if weigh(words, evidence, self.reading, prose=True).refuted:
                    self._failing.append(slot.name)
                    raise
                self._failing.append(slot.name)
                self._refuse(unfit, label, "replaced")
                self._weighed = weigh(words, evidence, self.reading)
                return words
            if not slot.optional:
                self._failing.append(slot.name)
                raise
            self._refuse(unfit, label, "field_cleared", of=f"{slot.name}: ")
            return None

    def _value(self, slot: Slot, value: Any, evidence: tuple[Span, ...], label: str) -> Any:
        if value is None or (value == "" and slot.optional):
            return None
        match slot.kind:
            case "words":
                span = self._located(value, evidence)
                return span if slot.target is Span else self._fullest(span)
            case "free":
                return self._free(value, evidence, carried=slot.carried)
            case "integer" | "number":
                return self._number(cast("float", value), evidence)
            case "list":
                return tuple(self._each(slot.fields[0], value, evidence, label))
            case "object":
                return self._object(slot, value, evidence, label)
            case "choice":
                return slot.target(value) if slot.target is not str else value
            case _:
                return value

    def _each(self, slot: Slot, values: Sequence[Any], evidence: tuple[Span, ...], label: str) -> list[Any]:
        found: list[Any] = []
        for value in values:
            try:
                made = self._value(slot, value, evidence, label)
            except _Unfit as unfit:
                self._refuse(unfit, label, "field_cleared")
                continue
            if made is not None and made not in found and not _same_name(made, found):
                found.append(made)
        return found

    def _object(self, slot: Slot, value: Any, evidence: tuple[Span, ...], label: str) -> Any:
        if slot.target is TimeRef:
            span = self._located(value, evidence, "time_not_in_article")
            return self.reading.time_of(span.start, span.end)
        if slot.target is Quantity:
            return self._quantity(value, evidence, label)
        if slot.target is Participant:
            span = self._located(value.name, evidence)
            return Participant(name=self._fullest(span), mention=span, role=value.role)
        if len(slot.fields) == 1:
            return slot.target(**{slot.fields[0].name: self._value(slot.fields[0], value, evidence, label)})
        values = {inner.name: self._field(inner, getattr(value, inner.name), evidence, label) for inner in slot.fields}
        return slot.target(**values)

    def _quantity(self, value: Any, evidence: tuple[Span, ...], label: str) -> Quantity:
        cited = [(span.start, span.end) for span in evidence]
        found = find_words(value.span, self.reading.article.text, cited)
        if found is None:
            detail = f"{_shown(value.span)} is not in the cited sentences"
            raise _Unfit("quantity_not_in_evidence", detail, words=value.span)
        known = next((q for q in self.reading.quantities if q.span.start < found[1] and found[0] < q.span.end), None)
        if known is None:
            raise _Unfit("no_quantity", f"{_shown(value.span)} is no quantity")
        role = None
        if value.role and (place := find_words(value.role, self.reading.article.text, cited)):
            role = self.reading.article.text[slice(*place)]
        elif value.role:
            self.note(
                "role_not_in_article", label, f"the role of {known.span.text!r} is not in the article", "field_cleared"
            )
        return known.model_copy(update={"role": role})

    def _free(self, value: str, evidence: tuple[Span, ...], *, carried: bool) -> str:
        value = " ".join(value.split())
        weighed = weigh(value, evidence, self.reading, prose=carried)
        if carried:
            self._weighed = weighed
        found = weighed.refuted
        if found is None and carried and self.window.focus:
            # What writes nothing has nothing to be doubted: a pointer's words are the sentence's own, in their order.
            doubted = next((other for other in weighed.findings if other.outcome == "open"), None)
            found = doubted or first_of(POINTED, value, evidence)
        if found:
            raise _Unfit("not_carried", f"{_shown(value)}: {found.reason}", words=value)
        return value

    def _number(self, value: float, evidence: tuple[Span, ...]) -> float:
        given = {n.value for span in evidence for n in numbers_in(span.text)}
        if value not in given:
            raise _Unfit("number_not_in_evidence", f"the number {value:g} is not in the cited sentences")
        return value

    def _located(self, words: str, evidence: tuple[Span, ...], kind: str = "not_in_article") -> Span:
        found = self._find(words, evidence)
        if found is None:
            raise _Unfit(kind, f"{_shown(words)} is not in the article", words=words)
        return self.reading.span(*found)

    def _find(self, words: str, evidence: tuple[Span, ...]) -> tuple[int, int] | None:
        """Cited sentences first, then the sentences shown, then the article's body."""
        ranges = [*((span.start, span.end) for span in evidence), *self._shown, *self._body]
        return find_words(words, self.reading.article.text, ranges)

    @cached_property
    def _shown(self) -> tuple[Offsets, ...]:
        """The sentences of the window, less what speaks to a machine."""
        orders = self.reading.orders
        found = (self.reading.sentence(n) for n in self.window.numbers if n not in orders)
        return tuple((s.start, s.end) for s in found if s)

    @cached_property
    def _body(self) -> tuple[Offsets, ...]:
        """The story: the article less boilerplate and less what speaks to a machine."""
        if not self.reading.orders:
            return self.reading.article.body
        return tuple((s.start, s.end) for s in self.reading.sentences if s.number not in self.reading.orders)

    def _fullest(self, span: Span) -> str:
        for name in self.reading.names:
            if name.start >= span.end:
                break
            shared = min(name.end, span.end) - max(name.start, span.start)
            if shared > 0 and name.end - name.start >= (span.end - span.start) / 2:
                return name.full
        return span.text


def _same_name(made: Any, found: list[Any]) -> bool:
    return isinstance(made, Participant) and any(made.name == other.name for other in found)


def _label(draft: BaseModel) -> str:
    for name in ("title", "text", "content", "name"):
        value = getattr(draft, name, None)
        if value:
            return _shown(value if isinstance(value, str) else ", ".join(map(str, value)))
    return type(draft).__name__


def _shown(words: str) -> str:
    return repr(words if len(words) <= _LONGEST_SHOWN else words[: _LONGEST_SHOWN - 1] + "…")
