"""Quotations: from references to the article's own words, with a speaker that the article bears out.

The words said are never written by the model: it names tags, sentences and cues, the words are sliced. An item whose
content, cue and speaker stand in the article is a quote, whatever the rules found.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import BaseModel, ValidationError

from nutgraf.article import Span
from nutgraf.checking.items.repair import Failure
from nutgraf.checking.items.resolve import Resolver
from nutgraf.checking.place.lookup import find_words
from nutgraf.checking.speech.beside_cue import negated, object_of, of_relative
from nutgraf.checking.speech.cues import Asked, clause_of_cue, is_nested, numbers_of, outside, with_cue
from nutgraf.checking.speech.kinds import in_marks, kind_of
from nutgraf.checking.speech.names import sentence_numbers, words_of
from nutgraf.checking.speech.pieces import in_pieces
from nutgraf.checking.speech.references import Reference, Told, bounded, place_of, references
from nutgraf.checking.speech.silence import Claims, spoken_after_all
from nutgraf.checking.speech.speakers import CONTRADICTED, Voice, by_another_cue, speaker_of
from nutgraf.checking.speech.stance import stance_beside
from nutgraf.checking.speech.told import gathered, told_of
from nutgraf.reading.languages.tables import words_in_list
from nutgraf.reading.parts import Attribution, Offsets
from nutgraf.reading.reading import Reading
from nutgraf.results import Quote, Speaker
from nutgraf.slots import slots

_COUNTED = r"(?:\d|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds)"
_GOES_ON = re.compile(
    rf" (?:and|or) {_COUNTED}| (?:of )?(?:about |around |nearly |almost |some )?{_COUNTED}", re.IGNORECASE
)
"""Behind a hearer that is cut off: "a crowd of [about 200]", "the jury of seven women [and five men]"."""
_OWN_SLOTS = {"content", "speaker", "cue", "addressee", "stance"}


@dataclass
class QuoteResolver(Resolver):
    """A Resolver for quotations; `claims` remembers which segments are already spoken for."""

    claims: Claims = field(default_factory=Claims)

    def quotes(self, kind: type[Quote], drafts: Sequence[BaseModel]) -> list[Quote]:
        """The quotations of one answer; what had to be dropped or changed is among the problems."""
        asked: list[Asked] = []
        given = [self._asked(draft) for draft in drafts]
        pieces = in_pieces(self.reading, given)
        self.claims.covered |= pieces
        for one in given:
            taken = [other.cue for other in asked if other.cue]
            nested = is_nested(self.reading, one, given)
            placed = with_cue(self.reading, one._replace(nested=True) if nested else one, taken)
            asked.append(gathered(self.reading, placed, pieces))
        found: dict[Hashable, Quote] = {}
        for one in asked:
            quote = self._quote(kind, one, asked)
            if quote is None:
                continue
            if found.setdefault(_identity(quote), quote) is not quote:
                self.note("told_twice", one.label, "the same words by the same speaker were already given", "merged")
        return list(found.values())

    def _asked(self, draft: BaseModel) -> Asked:
        given = getattr(draft, "content", ())
        label = ", ".join(dict.fromkeys(map(str, given))) or "quote"
        found: list[Reference] = []
        wrong: list[str] = []
        for written, named in references(given):
            known = [r for r in named if r.tag in self.reading.by_segment or self.reading.sentence(r.number)]
            wrong += [] if named and len(known) == len(named) else [written]
            found += known
        tags = [r.tag for r in found if r.tag]
        self._told_whole([r for r in found if r.tag and r.words], label)
        parts = [r for r in bounded(self.reading, found) if r.number]
        if not given and (clause := clause_of_cue(self.reading, Asked(draft, label))):
            parts = [clause]
        return Asked(draft, label, tuple(dict.fromkeys(tags)), tuple(dict.fromkeys(parts)), tuple(wrong))

    def _told_whole(self, named: Sequence[Reference], label: str) -> None:
        """Note the quotations that stand whole where an answer gives words of them alone."""
        text = self.reading.article.text
        for one in named:
            segment = self.reading.by_segment[one.tag]
            at = self.reading.sentence_at(segment.start)
            place = place_of(self.reading, at.number, one.words) if at else None
            if place and any(map(str.isalnum, text[segment.start : place[0]] + text[place[1] : segment.end])):
                detail = f"{one.tag} stands whole, and not {one.words[:60]!r} alone"
                self.note("quotation_whole", label, detail, "unresolved")

    def _quote(self, kind: type[Quote], asked: Asked, others: Sequence[Asked]) -> Quote | None:
        """One quotation, or None when it had to be dropped (the problem says why)."""
        told = self._told(asked, others)
        if told is None:
            return None
        speaker = getattr(asked.draft, "speaker", None)
        if speaker is None and in_marks(self.reading, told):
            return self._silenced(kind, told, asked, others)
        voice = speaker_of(self.reading, speaker, told, focused=self.window.points, trusted=self.window.trusted)
        self.doubted += any(trouble.kind == CONTRADICTED for trouble in voice.troubles)
        made = self._values(told, asked, voice)
        made |= self._extra(kind, asked, told)
        made["speaker"] = _outside(made["speaker"], made["content"])
        try:
            quote = kind(**made)
        except ValidationError as error:
            self._invalid(error, asked.label)
            return None
        (self.claims.tags if in_marks(self.reading, told) else self.claims.covered).update(told.segments)
        if told.cue is not None:
            self.claims.cues.add(told.cue)
        self._report(voice, asked, told)
        return quote

    def _told(self, asked: Asked, others: Sequence[Asked]) -> Told | None:
        """What an item covers, or None with the reason noted."""
        if asked.wrong:
            detail = f"there is no {', '.join(asked.wrong)} in the article"
            left = bool(asked.tags or asked.parts)
            self.note("reference_out_of_range", asked.label, detail, "field_cleared" if left else "dropped")
            if not left:
                self._ask_again(asked, "reference_out_of_range", detail, "content")
        orders = [part.number for part in asked.parts if part.number in self.reading.orders]
        if orders:
            parts = tuple(part for part in asked.parts if part.number not in orders)
            self._speaks_to_machine(orders, asked.label, "field_cleared" if asked.tags or parts else "dropped")
            asked = asked._replace(parts=parts)
        if not asked.tags and not asked.parts:
            if not asked.wrong and not orders:
                self.note("no_content", asked.label, "it refers to nothing", "dropped")
            return None
        told = told_of(self.reading, asked, others)
        if told is None:
            detail = (
                f"{(asked.cue_words or 'a cue')!r} stands nowhere near sentence {numbers_of(self.reading, asked)[0]}"
            )
            self.note("no_speech_in_sentence", asked.label, detail, "dropped")
            self._ask_again(asked, "no_speech_in_sentence", detail, "content", "cue")
            return None
        told = self._unclaimed(told, asked) if in_marks(self.reading, told) else told
        if told is None:
            return None
        if told.unclear is not None and getattr(asked.draft, "speaker", None) is None:
            detail = f"neither speaker nor clause in sentence {told.unclear}"
            self.note("no_speech_in_sentence", asked.label, detail, "dropped")
            return None
        if told.missing is not None:
            detail = f"{told.missing[:60]!r} does not stand in the sentence: what it reports stands in its place"
            self.note("words_not_in_sentence", asked.label, detail, "replaced")
        if told.unclear is not None and getattr(asked.draft, "stance", None) != "no_comment":
            detail = f"sentence {told.unclear} stands whole: no pair of quotation marks and no reporting clause tells where the words begin or end"
            self.note("no_clause", asked.label, detail, "unresolved")
        return told

    def _ask_again(self, asked: Asked, kind: str, detail: str, *fields: str) -> None:
        about = numbers_of(self.reading, asked) or self.window.citable
        self.failures.append(Failure(asked.draft, kind, detail, tuple(about), fields))

    def _unclaimed(self, told: Told, asked: Asked) -> Told | None:
        """The same, less the segments that another item has; None, and noted, where nothing is left."""
        taken = [tag for tag in told.segments if tag in self.claims.tags]
        if not taken:
            return told
        if getattr(asked.draft, "stance", None) in {"denies", "doubts"}:
            return told._replace(segments=())  # of somebody else's words: claim and denial share them
        left = tuple(tag for tag in told.segments if tag not in taken)
        detail = f"{', '.join(taken)} already belongs to another quotation"
        self.note("claimed_twice", asked.label, detail, "field_cleared" if left else "dropped")
        kept = [self.reading.by_segment[tag] for tag in left]
        return told._replace(segments=left, content=tuple((s.start, s.end) for s in kept)) if kept else None

    def _silenced(self, kind: type[Quote], told: Told, asked: Asked, others: Sequence[Asked]) -> Quote | None:
        """The model calls quoted words no speech: believed, unless the article proves that somebody speaks them."""
        cues = self.claims.cues.union(other.cue for other in others if other is not asked and other.cue)
        proof = spoken_after_all(self.reading, told.segments, told.ruled, cues)
        if proof is None:
            self.claims.silent.update(told.segments)
            return None
        self.note("called_no_speech", asked.label, f"the answer calls it no speech, but {proof}: kept", "replaced")
        self.claims.tags.update(told.segments)
        ruled = told.ruled or Attribution((), 1, (), None, None)
        return self.claims.by_rule(kind, self.reading, replace(ruled, segments=told.segments, content=told.content))

    def _values(self, told: Told, asked: Asked, voice: Voice) -> dict[str, Any]:
        reading, ruled = self.reading, told.ruled
        cue = told.cue or (ruled.cue if ruled and not _is_aside(reading, ruled, asked) else None)
        if asked.cue is None and asked.cue_words:
            detail = f"cue: {asked.cue_words[:60]!r} does not stand beside the quotation"
            self.note("cue_not_in_article", asked.label, detail, "replaced" if cue else "field_cleared")
        cue = negated(reading, cue) if cue else None
        text = reading.article.text
        content = tuple(reading.span(*place) for place in told.content)
        stance = getattr(asked.draft, "stance", None) or (ruled.stance if ruled and ruled.stance != "says" else None)
        marked = in_marks(reading, told) and reading.kind(told.segments, cue is not None) == "direct"
        before = [_led_in(text, cue, span.start) if cue else "" for span in content]
        marked = marked or before[0].endswith(":") or any(_is_called(reading, words) for words in before)
        if stance != "denies" and cue and (at := reading.sentence_at(cue[0])):
            marked = marked or at.end <= content[0].start  # "Lund denied it. He had been ill that day."
        by_its_cue = stance_beside(reading, asked.cue_words, cue, content, stance, direct=marked)
        return {
            "kind": kind_of(reading, told, cue, by_its_cue),
            "content": content,
            "speaker": voice.speaker,
            "cue": reading.span(*cue) if cue else None,
            "addressee": self._hearer(told, asked, cue),
            "stance": by_its_cue,
        }

    def _hearer(self, told: Told, asked: Asked, cue: Offsets | None) -> str | None:
        """To whom: in the article's words, outside the marks; the model's, else the object of the cue."""
        text = self.reading.article.text
        given = asked.hearer_words
        if given:
            numbers = sentence_numbers(self.reading, told.content)
            ranges = [part for number in numbers for part in outside(self.reading, number)]
            if place := find_words(given, text, ranges):
                return text[slice(*place)]
            detail = f"addressee: {given[:60]!r} does not stand beside it"
            place = told.ruled.addressee if told.ruled else None
            ruled = object_of(self.reading, cue, place) if place else None
            self.note("addressee_not_in_article", asked.label, detail, "replaced" if ruled else "field_cleared")
        ruled_to = told.ruled.addressee if told.ruled and not by_another_cue(told) else None
        place = ruled_to or told.addressee
        place = object_of(self.reading, cue, place) if place else None
        if (
            place is None
            or _GOES_ON.match(text, place[1])
            or set(words_of(text[slice(*place)])) <= set(words_of(asked.name or ""))
        ):
            return None  # cut off, or who speaks: "schätzt der Landkreis auf"
        return text[slice(*place)]

    def _extra(self, kind: type[Quote], asked: Asked, told: Told) -> dict[str, Any]:
        """The user's own fields."""
        own = [slot for slot in slots(kind) if slot.name not in _OWN_SLOTS and slot.kind != "date"]
        if not own:
            return {}
        evidence = tuple(map(self.reading.sentence_span, sentence_numbers(self.reading, told.content)))
        self._draft = asked.draft
        return {slot.name: self._field(slot, getattr(asked.draft, slot.name), evidence, asked.label) for slot in own}

    def _report(self, voice: Voice, asked: Asked, told: Told) -> None:
        """Note what is wrong with the speaker; what only the model can mend is asked for again."""
        for trouble in voice.troubles:
            kind, detail = self._told_apart(trouble.kind, trouble.detail, trouble.words)
            self.note(kind, asked.label, detail, trouble.resolution)
            if trouble.ask:
                numbers = self.reading.numbers_of(*told.content[0])
                self.failures.append(Failure(asked.draft, trouble.kind, trouble.detail, numbers[:1], ("speaker",)))


def _is_aside(reading: Reading, ruled: Attribution, asked: Asked) -> bool:
    """Whether a rule's cue only tells who somebody is, where the answer names none: "Ann Lee, who studied there"."""
    return asked.cue_words is None and ruled.cue is not None and of_relative(reading.article.text, ruled.cue)


def _identity(quote: Quote) -> Hashable:
    """Whose words these are, where they stand and by which cue."""
    places = tuple((span.start, span.end) for span in quote.content)
    return places, quote.speaker and quote.speaker.name, quote.cue and quote.cue.start


def _outside(speaker: Speaker | None, content: Sequence[Span]) -> Speaker | None:
    """The speaker, whose mention is no part of the words said."""
    if speaker is None or speaker.mention is None or not any(speaker.mention.overlaps(span) for span in content):
        return speaker
    return speaker.model_copy(update={"mention": None}) if speaker.name else None


def _led_in(text: str, cue: Offsets, start: int) -> str:
    """What stands between a cue, or the first part of one that runs around them, and the words said: "it:", "a study as"."""
    return text[cue[0] if cue[1] > start else cue[1] : start].rstrip(" \"'“‘„«")


def _is_called(reading: Reading, before: str) -> bool:
    """Whether words are what somebody calls a thing, and no denied claim: "dismissed a study as “wishful thinking”"."""
    last = before.lower().split()[-1:]
    return bool(last) and last[0] in words_in_list(reading.spoken_in.code, "called")
