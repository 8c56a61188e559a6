"""Quotations: from references to the article's own words, with a speaker that the article bears out.

A direct quote is never written by the model: it names tags, the words are sliced. What the model leaves out, code
keeps by rule; what it says of a speaker must agree with the words beside the quotation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ValidationError

from nutgraf.checking.items.repair import Failure
from nutgraf.checking.items.resolve import Resolver
from nutgraf.checking.place.lookup import all_of, find_words
from nutgraf.reading.parts import Attribution, Offsets, Segment
from nutgraf.reading.reading import Reading
from nutgraf.results import Problem, Quote, Speaker
from nutgraf.slots import slots

_OWN_SLOTS = {"content", "speaker", "cue", "addressee"}
_WITHIN = (["in"], ["at"], ["near"], ["outside"])
_SHORTEST_STATEMENT = 4
_PRONOUNS = frozenset("he she they it we i him her them his their who".split())


@dataclass
class QuoteResolver(Resolver):
    """A Resolver for quotations; remembers which segments and sentences are already spoken for."""

    claimed: set[str] = field(default_factory=set)
    not_speech: set[str] = field(default_factory=set)
    _unsettled: list[str] = field(default_factory=list)
    """What only the model can mend about the quotation at hand."""

    def quote(self, kind: type[Quote], draft: BaseModel) -> Quote | None:
        """One quotation, or None when it had to be dropped (the problem says why)."""
        self._unsettled = []
        references = tuple(dict.fromkeys(getattr(draft, "content", ())))
        label = ", ".join(references) or "quote"
        told = self._told(references, label)
        if told is None:
            return None
        speaker = getattr(draft, "speaker", None)
        if speaker is None and told.segments:
            return self._silenced(kind, told, label)
        made = self.reading.quote(told, speaker=self._speaker(speaker, told, label))
        added = self._words(draft, told, label) | self._extra(kind, draft, made, label)
        try:
            quote = made if kind is Quote and not added else kind(**dict(made) | added)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            self.note("does_not_validate", label, f"{'.'.join(map(str, first['loc']))}: {first['msg']}", "dropped")
            return None
        self.claimed.update(references)
        if self._unsettled:
            self.failures.append(
                Failure(draft, "speaker_not_in_article", self._unsettled[0], (told.sentence,), ("speaker",))
            )
        return quote

    def _told(self, references: Sequence[str], label: str) -> Attribution | None:
        """What the references cover, or None with the reason noted."""
        tags = [r for r in references if r in self.reading.by_segment]
        numbers = [int(r) for r in references if r.isascii() and r.isdigit() and self.reading.sentence(int(r))]
        if wrong := [r for r in references if r not in tags and not (r.isdigit() and int(r) in numbers)]:
            self.note(
                "reference_out_of_range", label, f"there is no {', '.join(wrong)} in the article", "field_cleared"
            )
        if taken := [r for r in references if r in self.claimed]:
            self.note("claimed_twice", label, f"{', '.join(taken)} already belongs to another quotation", "dropped")
            return None
        if tags:
            return self._tagged(tags)
        if numbers:
            return self._reported(numbers[0], label)
        if not wrong:
            self.note("no_content", label, "it refers to nothing", "dropped")
        return None

    def _tagged(self, tags: list[str]) -> Attribution:
        segments = sorted((self.reading.by_segment[t] for t in tags), key=lambda s: s.start)
        known = next((a for a in self.reading.attributions if segments[0].id in a.segments), None)
        at = self.reading.sentence_at(segments[0].start)
        return Attribution(
            segments=tuple(s.id for s in segments),
            sentence=at.number if at else 1,
            content=tuple((s.start, s.end) for s in segments),
            speaker=known.speaker if known else None,
            cue=known.cue if known else None,
            addressee=known.addressee if known else None,
            sure=known.sure if known else False,
        )

    def _reported(self, number: int, label: str) -> Attribution | None:
        for known in self.reading.attributions:
            if known.sentence == number and not known.segments:
                return known
        if self.reading.segments_in([number]):
            detail = f"sentence {number} holds tagged words; its speech is theirs"
        else:
            detail = f"no reporting words in sentence {number}"
        self.note("no_speech_in_sentence", label, detail, "dropped")
        return None

    def _silenced(self, kind: type[Quote], told: Attribution, label: str) -> Quote | None:
        """The model calls quoted words no speech: believed, unless the words around them report speech."""
        kept = None
        if told.cue is not None and told.speaker is not None:
            kept = "the words beside it report speech"
        elif any(self._is_statement(self.reading.by_segment[s]) for s in told.segments):
            kept = "a whole sentence inside marks is speech"
        if kept:
            self.note("called_no_speech", label, f"{kept}: kept by rule", "replaced")
            self.claimed.update(told.segments)
            return _by_rule(kind, self.reading, told)
        self.not_speech.update(told.segments)
        self.note("no_speech", label, "the model judges these quoted words to be no speech", "dropped")
        return None

    def _is_statement(self, segment: Segment) -> bool:
        """A sentence of its own, begun and ended inside the marks: no title and no scare quote looks like that."""
        text = self.reading.article.text
        words = text[segment.start : segment.end].split()
        if len(words) < _SHORTEST_STATEMENT or words[0][0].islower() or words[-1][-1] not in ".!?…":
            return False
        at = self.reading.sentence_at(segment.outer_start)
        opens = at is not None and at.start == segment.outer_start
        return opens or text[max(0, segment.outer_start - 3) : segment.outer_start].rstrip().endswith(":")

    def _words(self, draft: BaseModel, told: Attribution, label: str) -> dict[str, Any]:
        """Cue and addressee: the rule's where it has them, else the model's, if they stand outside the marks."""
        found: dict[str, Any] = {}
        text = self.reading.article.text
        ranges = self._outside(told)
        if told.cue is None and (cue := getattr(draft, "cue", None)):
            place = find_words(cue, text, ranges)
            found["cue"] = self.reading.span(*place) if place else None
            if place is None:
                self.note(
                    "cue_not_in_article",
                    label,
                    f"cue: {cue[:60]!r} does not stand beside the quotation",
                    "field_cleared",
                )
        if told.addressee is None and (addressee := getattr(draft, "addressee", None)):
            place = find_words(addressee, text, ranges)
            found["addressee"] = text[slice(*place)] if place else None
            if place is None:
                self.note(
                    "addressee_not_in_article",
                    label,
                    f"addressee: {addressee[:60]!r} does not stand beside it",
                    "field_cleared",
                )
        return found

    def _outside(self, told: Attribution) -> list[Offsets]:
        """The quotation's sentences less what stands inside marks."""
        numbers = sorted({n for start, end in told.content for n in self.reading.numbers_of(start, end)})
        ranges: list[Offsets] = []
        for number in numbers:
            if number in self.reading.orders:
                continue
            sentence = self.reading.sentences[number - 1]
            at = sentence.start
            for segment in self.reading.segments_in([number]):
                ranges.append((at, max(at, segment.outer_start)))
                at = max(at, segment.outer_end)
            ranges.append((at, max(at, sentence.end)))
        return ranges

    def _extra(self, kind: type[Quote], draft: BaseModel, made: Quote, label: str) -> dict[str, Any]:
        """The user's own fields."""
        evidence = tuple(
            self.reading.sentence_span(n)
            for span in made.content
            for n in self.reading.numbers_of(span.start, span.end)
        )
        return {
            slot.name: self._field(slot, getattr(draft, slot.name), evidence, label)
            for slot in slots(kind)
            if slot.name not in _OWN_SLOTS
        }

    def _speaker(self, draft: Any, told: Attribution, label: str) -> Speaker | None:
        """The model's speaker if the article bears it out; else the rule's, and the reason is noted."""
        ruled = self.reading.speaker_of(told)
        name = getattr(draft, "name", None)
        if not name or name.lower() in _PRONOUNS:
            return ruled
        mention = self._mention(name, told)
        if mention is None:
            detail = f"{name[:60]!r} is not named outside quotations"
            refused, why = self._told_apart("speaker_not_in_article", detail, name)
            self.note(refused, label, why, "replaced" if ruled else "field_cleared")
            if ruled is None:
                self._unsettled.append(detail)
            return ruled
        if ruled is None and self.window.focus and (doubt := self._unlikely(mention, told)):
            self.note("speaker_not_beside_words", label, f"{name[:60]!r} {doubt}", "field_cleared")
            return None
        found = self.reading.speaker(mention, basis="model", kind=draft.kind)
        if ruled and told.sure and self._names_another(ruled, found):
            self.note(
                "speaker_contradicts_words",
                label,
                f"the words beside it name {ruled.name!r}, not {name[:60]!r}",
                "replaced",
            )
            return ruled
        if ruled and ruled.mention and found.name is not None and not self._names_another(ruled, found):
            found = found.model_copy(update={"mention": ruled.mention})
        return found

    def _unlikely(self, mention: Offsets, told: Attribution) -> str | None:
        """Why a name that a small model had to choose among those in sight can't be the speaker's."""
        text = self.reading.article.text
        at = self.reading.sentence_at(told.content[-1][0])
        if mention[0] >= (at.end if at else told.content[-1][1]):
            return "is first named behind the quotation"
        if text[max(0, mention[0] - 20) : mention[0]].split()[-1:] in _WITHIN:
            return "is where something is, not who speaks"
        return None

    def _names_another(self, ruled: Speaker, found: Speaker) -> bool:
        return self._is_plain_name(ruled) and found.name != ruled.name

    def _is_plain_name(self, speaker: Speaker) -> bool:
        """True when the words beside the cue are the name itself, so that no resolving was needed."""
        mention = speaker.mention
        if mention is None or mention.text.lower() in _PRONOUNS:
            return False
        return any(n.start < mention.end and mention.start < n.end for n in self.reading.names)

    def _mention(self, name: str, told: Attribution) -> Offsets | None:
        """Where the name stands nearest to the quotation, outside it and every other."""
        text, start = self.reading.article.text, told.content[0][0]
        said = [(s.start, s.end) for s in self.reading.segments if s.no_speech is None]
        places = [
            p
            for p in all_of(name, text)
            if not _overlap(p, [*said, *told.content]) and self._in_body(p) and not self.reading.in_orders(*p)
        ]
        if self.window.focus:  # who is named before may speak; behind, the next sentence has its own subject
            places = [p for p in places if p[0] < start] or places
        return min(places, key=lambda p: abs(p[0] - start), default=None)

    def _in_body(self, place: Offsets) -> bool:
        return any(start <= place[0] and place[1] <= end for start, end in self.reading.article.body)


def _overlap(place: Offsets, ranges: Sequence[Offsets]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in ranges)


def _by_rule(kind: type[Quote], reading: Reading, told: Attribution) -> Quote | None:
    made = reading.quote(told, speaker=reading.speaker_of(told))
    if kind is Quote:
        return made
    try:
        return kind(**dict(made))
    except ValidationError:
        return None


def keep_by_rule(
    kind: type[Quote], reading: Reading, resolver_claims: set[str], not_speech: set[str], *, step: str, asked: set[str]
) -> tuple[list[Quote], list[Problem]]:
    """The quotations that no answer accounts for, made by rule. One that was asked about and left out is a problem."""
    quotes: list[Quote] = []
    problems: list[Problem] = []
    for told in reading.attributions:
        left = tuple(s for s in told.segments if s not in resolver_claims and s not in not_speech)
        if (told.segments and not left) or (not told.segments and str(told.sentence) in resolver_claims):
            continue
        if told.segments and left != told.segments:
            content = tuple((reading.by_segment[s].start, reading.by_segment[s].end) for s in left)
            told = Attribution(left, told.sentence, content, told.speaker, told.cue, told.addressee, told.sure)  # noqa: PLW2901
        made = _by_rule(kind, reading, told)
        label = ", ".join(left) or f"sentence {told.sentence}"
        if made is None:
            detail = f"a rule can't fill the fields of {kind.__name__} that the answer left out"
            problems.append(Problem(kind="left_out", step=step, item=label, detail=detail, resolution="unresolved"))
            continue
        quotes.append(made)
        if asked.intersection(left):
            problems.append(
                Problem(
                    kind="left_out",
                    step=step,
                    item=label,
                    detail="no answer accounts for it: kept by rule",
                    resolution="replaced",
                )
            )
    return quotes, problems
