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
from nutgraf.checking.items import values
from nutgraf.checking.items.claims import Claims
from nutgraf.checking.items.credited import source
from nutgraf.checking.items.dated import dated, without_words
from nutgraf.checking.items.finding import Finder, Unfit, label_of, parts_of, shown
from nutgraf.checking.items.pointing import pointed_at
from nutgraf.checking.items.repair import Failure
from nutgraf.checking.items.stated import Told, stated
from nutgraf.checking.items.turned import turned, with_deadline
from nutgraf.checking.rules.claim import Claim
from nutgraf.checking.rules.prose import leaked_example
from nutgraf.checking.rules.weigh import whole_sentence
from nutgraf.reading.offers.offered import offered
from nutgraf.reading.reading import Reading
from nutgraf.reading.window import Window
from nutgraf.results import Cited, Participant, Problem, Quantity, Speaker, TimeRef
from nutgraf.results.brief import Resolution
from nutgraf.results.happened import SURENESS, Status
from nutgraf.slots import Slot, slots
from nutgraf.slots import dated as beside

Item = TypeVar("Item", bound=Cited)


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
    doubted: int = 0
    """Statements that rules of wording refute."""
    _failing: list[str] = field(default_factory=list)
    """Fields of the item at hand that only the model can mend."""
    _draft: BaseModel | None = None
    """The item at hand, as answered."""

    def item(self, kind: type[Item], draft: BaseModel) -> Item | None:
        """One item with its spans, or None when it had to be dropped (the problem says why)."""
        label = label_of(draft)
        before = len(self.problems)
        self._failing = []
        made = self._made(kind, draft, label)
        reasons = [p for p in self.problems[before:] if p.resolution in ("dropped", "replaced")]
        if reasons:
            failing = tuple(dict.fromkeys(self._failing)) or tuple(slot.name for slot in slots(kind))
            cited = getattr(draft, "evidence", ())
            self.failures.append(Failure(draft, reasons[0].kind, reasons[0].detail, cited, failing))
        if made is not None and (now := label_of(made)) != label:  # what is delivered is what a reader finds
            self.problems[before:] = [p.model_copy(update={"item": now}) for p in self.problems[before:]]
        return made

    def _made(self, kind: type[Item], draft: BaseModel, label: str) -> Item | None:
        try:
            evidence = self._evidence(getattr(draft, "evidence", ()), label)
            filled: dict[str, Any] = {}
            every = [slot for slot in slots(kind) if slot.kind != "sentences"]
            credited = getattr(draft, "according_to", None)
            for slot in (slot for slot in every if slot.carried):
                text = " ".join(getattr(draft, slot.name).split())
                told = (
                    self._pointed(kind, text)
                    if self.window.points
                    else self._carried(slot, text, evidence, label, credited)
                )
                draft = self._in_time(draft, told.statuses, label)
                filled[slot.name], evidence = told.text, told.evidence
                if "support" in kind.model_fields:  # the least sure of several
                    filled["support"] = max(told.support, filled.get("support", "verbatim"), key=SURENESS.index)
            self._draft = draft
            for slot in every:
                if not slot.carried and slot.kind != "date":
                    filled[slot.name] = self._field(slot, getattr(draft, slot.name, None), evidence, label)
            return kind.model_validate({"evidence": evidence, **filled}, by_name=True)
        except Unfit as unfit:
            self._refuse(unfit, label, "dropped")
        except ValidationError as error:
            where = self._invalid(error, label)
            self._failing += [name for name in where[:1] if name in type(draft).model_fields]
        return None

    def _invalid(self, error: ValidationError, label: str) -> list[str]:
        """Note what a class refuses; the path to the field."""
        first = error.errors(include_url=False, include_input=False)[0]
        where = list(map(str, first["loc"]))
        self.note("does_not_validate", label, f"{'.'.join(where)}: {first['msg']}", "dropped")
        return where

    def _speaks_to_machine(self, numbers: Sequence[int], label: str, resolution: Resolution) -> None:
        detail = f"sentence {', '.join(map(str, numbers))} speaks to a machine, not to the reader"
        self.note("instruction_cited", label, detail, resolution)

    def note(self, kind: str, item: str | None, detail: str, resolution: Resolution) -> None:
        """Report a problem."""
        self.problems.append(Problem(kind=kind, step=self.step, item=item, detail=detail, resolution=resolution))

    def _refuse(self, unfit: Unfit, item: str, resolution: Resolution, *, of: str = "") -> None:
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
            self._speaks_to_machine(told, label, "field_cleared")
            kept = [n for n in kept if n not in told]
        if not kept:
            self._failing.append("evidence")
            raise Unfit("no_evidence", "it cites no sentence of the article")
        return tuple(self.reading.sentence_span(n) for n in kept)

    def _pointed(self, kind: type[Cited], text: str) -> Told:
        """The clause that a pointer chose among those offered, with its sentence: nothing of it is the model's."""
        offer = pointed_at(text, offered(kind, self.window.citable, self.reading))
        if offer is None:
            raise Unfit("not_offered", f"{shown(text)} is no clause of the sentences shown", words=text)
        return Told(offer.text, "verbatim", (self.reading.sentence_span(offer.number),), offer.statuses)

    def _in_time(self, draft: BaseModel, statuses: Sequence[Status], label: str) -> BaseModel:
        """The answer with a status that the clause it chose leaves room for."""
        status = getattr(draft, "status", None)
        if not statuses or status is None or status in statuses:
            return draft
        detail = f"status {status}, but the clause tells it as {statuses[0]}"
        self.note("wording_contradicts", label, detail, "replaced")
        return draft.model_copy(update={"status": statuses[0]})

    def _carried(self, slot: Slot, text: str, evidence: tuple[Span, ...], label: str, source: str | None) -> Told:
        """A text that the model wrote, by whose word where it says so. What the article refutes is marked of who is trusted, else the cited sentence takes its place."""
        found = stated(text, evidence, self._claims, source)
        if isinstance(found, Told):
            return found
        unfit = Unfit(found.rule, f"{shown(text)}: {found.reason}", words=text)
        if found.by_wording and not leaked_example(text, self.lent):
            self.doubted += 1
            if self.window.trusted:
                self._refuse(unfit, label, "unresolved")
                return found.marked
        self._failing += [slot.name, "evidence"]
        sentence = whole_sentence(text, evidence, self.reading)
        if sentence is None:
            raise unfit
        self._refuse(unfit, label, "replaced")
        return Told(sentence, "verbatim", evidence)

    def _field(self, slot: Slot, value: Any, evidence: tuple[Span, ...], label: str) -> Any:
        try:
            return self._value(slot, value, evidence, label)
        except Unfit as unfit:
            if not slot.optional:
                self._failing.append(slot.name)
                raise
            self._refuse(unfit, label, "field_cleared", of=f"{slot.name}: ")
            return None

    def _value(self, slot: Slot, value: Any, evidence: tuple[Span, ...], label: str) -> Any:
        if value is None or (value == "" and slot.optional):
            return without_words(getattr(self._draft, beside(slot.name), None)) if slot.target is TimeRef else None
        match slot.kind:
            case "words":
                return self._in_words(slot, value, evidence, label)
            case "free":
                return self._free(value, evidence)
            case "integer" | "number":
                return self._number(cast("float", value))
            case "list":
                return tuple(self._each(slot, value, evidence, label))
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
                made = self._value(slot.fields[0], value, evidence, label)
            except Unfit as unfit:
                self._refuse(unfit, label, "field_cleared", of=f"{slot.name}: ")
                continue
            if made is not None and made not in found and not _same_name(made, found):
                found.append(made)
        return found

    def _object(self, slot: Slot, value: Any, evidence: tuple[Span, ...], label: str) -> Any:
        if slot.target is TimeRef:
            return self._time(slot, value, evidence, label)
        if slot.target is Quantity:
            return self._quantity(value, evidence, label)
        if slot.target is Participant:
            return values.participant(self.finder, value, evidence)
        if len(slot.fields) == 1:
            made = {slot.fields[0].name: self._value(slot.fields[0], value, evidence, label)}
            return slot.target.model_validate(made, by_name=True)
        made = {inner.name: self._field(inner, getattr(value, inner.name), evidence, label) for inner in slot.fields}
        return slot.target.model_validate(made, by_name=True)

    def _time(self, slot: Slot, value: str, evidence: tuple[Span, ...], label: str) -> TimeRef:
        """When, as answered, with the date beside it; an event's own time looks the way that its status does."""
        found = values.time(self.finder, value, evidence)
        if found.span and (found.value is None or len(parts_of(value)) > 1):
            self._cut(slot, value, found.span.text, evidence, label)
        if slot.name == "time" and (status := getattr(self._draft, "status", None)):
            found = with_deadline(
                turned(found, status, self.reading.article.published, self.reading), status, self.reading
            )
        return dated(found, getattr(self._draft, beside(slot.name), None), self.reading)

    def _quantity(self, value: Any, evidence: tuple[Span, ...], label: str) -> Quantity:
        """A number as answered; a role that names somebody or something that the article does not is cleared."""
        found = values.quantity(self.finder, value, evidence)
        if found.role is None:
            return found
        role, invented = values.role(found.role, self.finder, evidence)
        if invented:
            detail = f"the role of {found.span.text!r}: {shown(invented)} is not in the article"
            self.note("role_not_in_article", label, detail, "field_cleared")
        return found.model_copy(update={"role": role})

    def _cut(self, slot: Slot, words: str, kept: str, evidence: tuple[Span, ...], label: str) -> None:
        """Tell of words that stand apart in the article what is delivered: the others are left out."""
        if self.finder.find(words, evidence) is None and any(part not in kept for part in parts_of(words)):
            detail = f"{slot.name}: of {shown(words)}, which stands nowhere in one piece, {kept!r} is kept"
            self.note("words_left_out", label, detail, "field_cleared")

    def _in_words(self, slot: Slot, value: str, evidence: tuple[Span, ...], label: str) -> Any:
        """Words of the article as a field holds them: a place, a name, a source."""
        if slot.target is Speaker:
            credit = source(self.finder, value, evidence)
            if credit.words != value:
                self._cut(slot, value, credit.words, evidence, label)
            return credit.speaker
        if slot.target is Span:
            part = self.finder.part(value, evidence)
            self._cut(slot, value, part.text, evidence, label)
            return part
        span = self.finder.located(value, evidence)
        return self.finder.fullest(span) if self.window.points else span.text

    def _free(self, value: str, evidence: tuple[Span, ...]) -> str:
        """A text of the user's own field: its names and numbers stand in the article."""
        value = " ".join(value.split())
        if reason := values.invented(Claim(value, evidence, self.reading)):
            raise Unfit("not_carried", f"{shown(value)}: {reason}", words=value)
        return value

    def _number(self, value: float) -> float:
        if value not in self.finder.numbers:
            raise Unfit("number_not_in_article", f"the number {value:g} is not in the article")
        return value

    @cached_property
    def _claims(self) -> Claims:
        return Claims(self.reading)

    @cached_property
    def finder(self) -> Finder:
        """Looks words up for the items of this answer."""
        return Finder(self.reading, self.window)


def _same_name(made: Any, found: list[Any]) -> bool:
    return isinstance(made, Participant) and any((made.name, made.role) == (one.name, one.role) for one in found)
