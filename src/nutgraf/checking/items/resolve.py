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
from nutgraf.checking.items.finding import Finder
from nutgraf.checking.items.repair import Failure
from nutgraf.checking.items.sources import Claims
from nutgraf.checking.rules import lies as rules
from nutgraf.checking.rules.stems import content_stems
from nutgraf.checking.rules.weigh import weigh
from nutgraf.reading.numbers.find import numbers_in
from nutgraf.reading.parts import Offsets
from nutgraf.reading.reading import Reading
from nutgraf.reading.window import Window
from nutgraf.results import Cited, Participant, Problem, Quantity, Speaker, TimeRef
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

    def item(self, kind: type[Item], draft: BaseModel) -> Item | None:
        """One item with its spans, or None when it had to be dropped (the problem says why)."""
        label = _label(draft)
        before = len(self.problems)
        self._failing = []
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
            values: dict[str, Any] = {}
            every = [slot for slot in slots(kind) if slot.kind != "sentences"]
            for slot in (slot for slot in every if slot.carried):
                told = self._carried(slot, getattr(draft, slot.name), evidence, label)
                values[slot.name], evidence = told.text, told.evidence
                if "support" in kind.model_fields:
                    values["support"] = told.support
            for slot in every:
                if not slot.carried:
                    values[slot.name] = self._field(slot, getattr(draft, slot.name, None), evidence, label)
            return kind(evidence=evidence, **values)
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
        leak = rules.leaked_example(words, self.lent)
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

    def _carried(self, slot: Slot, value: str, evidence: tuple[Span, ...], label: str) -> _Told:
        """A text that the model wrote, unless the article refutes it: then the whole cited sentence in its place."""
        text = " ".join(value.split())
        weighed = weigh(text, evidence, self.reading, prose=bool(self.window.focus))
        why = weighed.refuted.reason if weighed.refuted else Claims(self.reading).denied(text, evidence)
        if why is None:
            return _Told(text, weighed.support, weighed.evidence)
        kind = weighed.refuted.rule if weighed.refuted else "denied_as_fact"
        self._failing += [slot.name, "evidence"]
        unfit = _Unfit(kind, f"{_shown(text)}: {why}", words=text)
        sentence = self._nearest(text, evidence)
        if weigh(sentence, evidence, self.reading, prose=True).refuted:
            raise unfit
        self._refuse(unfit, label, "replaced")
        return _Told(sentence, "verbatim", evidence)

    def _nearest(self, text: str, evidence: tuple[Span, ...]) -> str:
        """The cited sentence that shares most words with a text, whole."""
        wanted = set(content_stems(text, numerals=True))
        best = max(evidence, key=lambda span: len(wanted.intersection(content_stems(span.text, numerals=True))))
        return " ".join(best.text.split())

    def _field(self, slot: Slot, value: Any, evidence: tuple[Span, ...], label: str) -> Any:
        try:
            return self._value(slot, value, evidence, label)
        except _Unfit as unfit:
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
                return self._words(slot, value, evidence)
            case "free":
                return self._free(value, evidence)
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
            return self._time(value, evidence)
        if slot.target is Quantity:
            return self._quantity(value, evidence)
        if slot.target is Participant:
            return self._participant(value, evidence)
        if len(slot.fields) == 1:
            return slot.target(**{slot.fields[0].name: self._value(slot.fields[0], value, evidence, label)})
        values = {inner.name: self._field(inner, getattr(value, inner.name), evidence, label) for inner in slot.fields}
        return slot.target(**values)

    def _words(self, slot: Slot, value: str, evidence: tuple[Span, ...]) -> Any:
        """Words of the article as a field holds them: a place, a name, a source."""
        if slot.target is Speaker:
            return self._source(value, evidence)
        span = self._located(value, evidence)
        if slot.target is Span:
            return span
        return self.finder.fullest(span) if self.window.focus else span.text

    def _source(self, words: str, evidence: tuple[Span, ...]) -> Speaker:
        """Who says so, as the answer names them."""
        span = self._located(words, evidence)
        return self.reading.speaker((span.start, span.end), basis="model")

    def _time(self, words: str, evidence: tuple[Span, ...]) -> TimeRef:
        """The time that these words name; of words that stand apart in the article, the part that is a time there."""
        found = self.finder.find(words, evidence)
        if found is None:
            said = " ".join(words.split()).lower()
            inside = [
                time.span
                for time in self.reading.times
                if time.span and time.span.text.lower() in said and any(time.span.overlaps(e) for e in evidence)
            ]
            if not inside:
                raise _Unfit("time_not_in_article", f"{_shown(words)} is not in the article", words=words)
            longest = max(inside, key=lambda span: span.end - span.start)
            found = (longest.start, longest.end)
        return self.reading.time_of(*found)

    def _participant(self, value: Any, evidence: tuple[Span, ...]) -> Participant:
        """Who takes part, as answered; described in words that stand apart in the cited sentences, without a place."""
        found = self.finder.find(value.name, evidence)
        if found is not None:
            span = self.reading.span(*found)
            name = self.finder.fullest(span) if self.window.focus else span.text
            return Participant(name=name, mention=span, role=value.role)
        stems = set(content_stems(value.name, numerals=True))
        said = {word for span in evidence for word in content_stems(span.text, numerals=True)}
        if not stems or not stems <= said:
            raise _Unfit("not_in_article", f"{_shown(value.name)} is not in the article", words=value.name)
        return Participant(name=" ".join(value.name.split()), role=value.role)

    def _quantity(self, value: Any, evidence: tuple[Span, ...]) -> Quantity:
        """A number as answered, with what the reading knows of it; its role is the model's own word."""
        role = " ".join((value.role or "").split()) or None
        found = self.finder.find(value.span, evidence)
        known = self._known(value.span, found, evidence)
        if found is None and known is None:
            detail = f"{_shown(value.span)} is not in the article"
            raise _Unfit("quantity_not_in_article", detail, words=value.span)
        if known is None and found is not None:
            if not any(c.isalnum() for c in value.span):
                raise _Unfit("no_quantity", f"{_shown(value.span)} is no quantity")
            return Quantity(span=self.reading.span(*found), role=role)
        assert known is not None  # one of the two was found
        if found and found[0] <= known.span.start and known.span.end <= found[1]:
            known = known.model_copy(update={"span": self.reading.span(*found)})
        return known.model_copy(update={"role": role})

    def _known(self, words: str, place: Offsets | None, evidence: tuple[Span, ...]) -> Quantity | None:
        """The quantity of the reading that stands there, or, written otherwise, in the cited sentences."""
        if place is not None:
            start, end = place
            over = [q for q in self.reading.quantities if q.span.start < end and start < q.span.end]
            return max(over, key=lambda q: min(end, q.span.end) - max(start, q.span.start), default=None)
        wanted = {n.value for n in numbers_in(words)}
        cited = (q for q in self.reading.quantities if any(q.span.overlaps(span) for span in evidence))
        return next((q for q in cited if q.value in wanted), None) if wanted else None

    def _free(self, value: str, evidence: tuple[Span, ...]) -> str:
        """A text of the user's own field: its names and numbers stand in the article."""
        value = " ".join(value.split())
        for finding in weigh(value, evidence, self.reading).findings:
            if finding.outcome == "refuted" and finding.rule.startswith("invented_"):
                raise _Unfit("not_carried", f"{_shown(value)}: {finding.reason}", words=value)
        return value

    def _number(self, value: float, evidence: tuple[Span, ...]) -> float:
        given = {n.value for span in evidence for n in numbers_in(span.text)}
        if value not in given:
            raise _Unfit("number_not_in_evidence", f"the number {value:g} is not in the cited sentences")
        return value

    def _located(self, words: str, evidence: tuple[Span, ...]) -> Span:
        found = self.finder.find(words, evidence)
        if found is None:
            raise _Unfit("not_in_article", f"{_shown(words)} is not in the article", words=words)
        return self.reading.span(*found)

    @cached_property
    def finder(self) -> Finder:
        """Looks words up for the items of this answer."""
        return Finder(self.reading, self.window)


@dataclass(frozen=True)
class _Told:
    """A written text as it is delivered, how sure it is, and the sentences that it rests on."""

    text: str
    support: Support
    evidence: tuple[Span, ...]


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
