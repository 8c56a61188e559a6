"""Where the cue and the speaker of an item stand: beside its words, each where the other is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from nutgraf.checking.place.lookup import find_words
from nutgraf.checking.speech.cue_place import LONGEST_CUE, spots
from nutgraf.checking.speech.names import names_in, namesakes, places, related, words_of
from nutgraf.checking.speech.references import Reference, place_of
from nutgraf.reading.languages import classes as c
from nutgraf.reading.parts import Offsets, Segment, less, overlap
from nutgraf.reading.reading import Reading

_TELLING = 4
"""Letters of a word that tells somebody from others."""


class Asked(NamedTuple):
    """One item of an answer with its references taken apart, and where its cue stands."""

    draft: Any
    label: str
    tags: tuple[str, ...] = ()
    parts: tuple[Reference, ...] = ()
    """Sentences, or parts of sentences."""
    wrong: tuple[str, ...] = ()
    """References that name nothing of the article."""
    cue: Offsets | None = None
    nested: bool = False
    """Speech within a quotation that another item has."""

    @property
    def speaks(self) -> bool:
        """Whether the model says that somebody speaks."""
        return getattr(self.draft, "speaker", None) is not None

    @property
    def name(self) -> str | None:
        """The speaker's name as the model gave it."""
        return getattr(getattr(self.draft, "speaker", None), "name", None)

    @property
    def title(self) -> str | None:
        """The speaker's title as the model gave it."""
        return getattr(getattr(self.draft, "speaker", None), "title", None)

    @property
    def hearer_words(self) -> str | None:
        """Those spoken to as the model gave them; our own question does not ask for them, and a missing attribute costs dear."""
        given: str | None = self.draft.__dict__.get("addressee")
        return given

    @property
    def cue_words(self) -> str | None:
        """The reporting words as the model gave them."""
        return getattr(self.draft, "cue", None)


def numbers_of(reading: Reading, asked: Asked) -> tuple[int, ...]:
    """The sentences that an item refers to."""
    found = {part.number for part in asked.parts}
    for tag in asked.tags:
        segment = reading.by_segment[tag]
        found.update(reading.numbers_of(segment.outer_start, segment.outer_end))
    return tuple(sorted(found))


def spoken(reading: Reading, numbers: Sequence[int]) -> list[Segment]:
    """The quotations in these sentences that may be speech."""
    return [segment for segment in reading.segments_in(numbers) if segment.no_speech is None]


def outside(reading: Reading, number: int) -> list[Offsets]:
    """A sentence less what stands inside marks; nothing of one that speaks to a machine."""
    if number in reading.orders:
        return []
    sentence = reading.sentences[number - 1]
    quoted = ((segment.outer_start, segment.outer_end) for segment in reading.segments_in([number]))
    return less((sentence.start, sentence.end), quoted)


def is_nested(reading: Reading, asked: Asked, others: Sequence[Asked]) -> bool:
    """Whether the words of an item lie within a quotation that another item gives to another speaker."""
    holders, mine = _holders(reading, asked), asked.name or asked.title
    return (
        bool(holders)
        and asked.speaks
        and all(
            any(
                segment.id in other.tags and (who := other.name or other.title) and not (mine and _is_one(who, mine))
                for other in others
            )
            for segment in holders
        )
    )


def _is_one(name: str, other: str) -> bool:
    """Whether two names may be one person's, and not those of two with one surname."""
    return related(name, other) and not namesakes(name, other)


def _holders(reading: Reading, asked: Asked) -> list[Segment]:
    """The quotations that hold the words of an item, and more words besides; none where some stand elsewhere."""
    found: list[Segment] = []
    for part in asked.parts:
        place = place_of(reading, *part[1:]) if part.words else None
        if place is None:
            return []
        inside = [s for s in spoken(reading, [part.number]) if s.start <= place[0] and place[1] <= s.end]
        if not inside or place[1] - place[0] >= inside[0].end - inside[0].start - 1:
            return []
        found += inside[:1]
    return [] if asked.tags else found


def is_indefinite(reading: Reading, name: str) -> bool:
    """Whether a name is a description, of which a name is but a part: "a copy seen by the Gulf Post" is not meant by "Gulf"."""
    return bool(reading.spoken_in.words[name.partition(" ")[0].lower()] & c.INDEFINITE)


def speaker_places(reading: Reading, name: str | None, number: int) -> list[Offsets]:
    """Where a sentence names this speaker, in these words or a form of them."""
    if not name:
        return []
    sentence = reading.sentences[number - 1]
    found = [place for place in places(reading, name) if sentence.start <= place[0] and place[1] <= sentence.end]
    if found or is_indefinite(reading, name):
        return found
    return [
        (known.start, known.end)
        for known in names_in(reading, sentence.start, sentence.end)
        if (related(known.text, name) or related(known.full, name))
    ]


def with_cue(reading: Reading, asked: Asked, taken: Sequence[Offsets]) -> Asked:
    """The item with the place of its cue: outside its words, beside them and its speaker; of two alike the one not `taken`."""
    words = asked.cue_words
    if not words:
        return asked
    text, numbers = reading.article.text, numbers_of(reading, asked)
    anchors = [reading.by_segment[tag].outer_start for tag in asked.tags]
    said = [place for part in asked.parts if part.words and (place := place_of(reading, *part[1:]))]
    paragraphs = {sentence.paragraph for n in numbers if (sentence := reading.sentence(n))}
    for reach in range(_FARTHEST + 1):
        near = sorted({n + by for n in numbers for by in (-reach, reach)} - (set(numbers) if reach else set()))
        found: list[tuple[bool, bool, bool, bool, int, Offsets]] = []
        for number in near:
            if reading.sentence(number) is None:
                continue
            sentence = reading.sentences[number - 1]
            named = speaker_places(reading, asked.name or asked.title, number)
            if reach > 1 and not named:
                continue  # a denial may point back to what was said before: "Holm rejects that"
            holders = _holders(reading, asked) if asked.nested else []
            ranges = [(s.start, s.end) for s in holders] if holders else outside(reading, number)
            places = spots(reading, words, ranges)
            whole = [(sentence.start, sentence.end)]
            if not places and ranges != whole and number not in reading.orders:
                found_whole = spots(reading, words, whole)  # speech in speech; "wies „haltlose Vorwürfe“ zurück"
                places = [one for one in found_whole if not asked.tags or _holds_one(reading, asked, one)]
            for spot in places:
                ends = named or _resolved(reading, asked.name, spot)
                gap = min((min(abs(spot[0] - p[1]), abs(p[0] - spot[1])) for p in ends), default=len(text))
                gap += min((abs(spot[0] - anchor) for anchor in anchors), default=0)
                gap += min((min(abs(spot[0] - end), abs(start - spot[1])) for start, end in said), default=0)
                inside = any(start <= spot[0] and spot[1] <= end for start, end in said)
                apart = bool(asked.tags) and sentence.paragraph not in paragraphs
                found.append((inside, _is_suffered(text, words, spot), apart, spot in taken, gap, spot))
        if found:
            return asked._replace(cue=min(found)[-1])
    return asked


def _holds_one(reading: Reading, asked: Asked, cue: Offsets) -> bool:
    """Whether a cue as answered runs around a whole quotation of its item."""
    segments = (reading.by_segment[tag] for tag in asked.tags)
    return any(cue[0] < segment.outer_start and segment.outer_end < cue[1] for segment in segments)


_FARTHEST = 4
"""Sentences between words and the cue that points back to them."""


def _is_suffered(text: str, words: str, spot: Offsets) -> bool:
    """Whether the subject beside a verb is who was told, where the cue as answered is no passive."""
    before = _PASSIVE.search(text, max(0, spot[0] - LONGEST_CUE), spot[0])
    return before is not None and not _PASSIVE.search(f"{words} ") and not text.startswith(" by ", spot[1])


_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be)(?: \w+ly)? \Z", re.IGNORECASE)


def clause_of_cue(reading: Reading, asked: Asked) -> Reference | None:
    """The one clause where the cue of a refusal without content stands in a sentence of its speaker: "Lind did not return calls"."""
    words, speaker = asked.cue_words, asked.name or asked.title
    if not words or not speaker or getattr(asked.draft, "stance", None) != "no_comment":
        return None
    text = reading.article.text
    found = [(s, cue) for s in reading.sentences if (cue := find_words(words, text, outside(reading, s.number)))]
    named = [(s, cue) for s, cue in found if speaker_places(reading, speaker, s.number)]
    if not named:  # "The operator did not respond", of "Norvik's grid operator"; "the office", of "the office in Oslo"
        known = {word for word in words_of(speaker) if len(word) >= _TELLING}
        near = [(s, cue) for s, cue in found if known & {*words_of(text[s.start : cue[0]])}]
        named = near or [(s, cue) for s, cue in found if _ends_with_pronoun(reading, text[s.start : cue[0]])]
    if len(named) != 1:
        return None
    ((sentence, cue),) = named
    low = max(text.rfind(";", sentence.start, cue[0]) + 1, sentence.start)
    behind = _CLAUSE_END.search(text, cue[1], sentence.end)
    return Reference(number=sentence.number, words=text[low : behind.start() if behind else sentence.end].strip())


_CLAUSE_END = re.compile(r"[,;:—–]|\.(?=\s|$)")


def _ends_with_pronoun(reading: Reading, before: str) -> bool:
    """Whether a pronoun is the subject of a cue behind these words: "In the third interview he [declined to answer]"."""
    last = before.lower().split()[-1:]
    return bool(last) and bool(reading.spoken_in.words[last[0]] & c.PRONOUN)


def _resolved(reading: Reading, name: str | None, cue: Offsets) -> list[Offsets]:
    """Where a rule saw this cue's speaker, if it takes them for the one that the model names."""
    at = reading.sentence_at(cue[0])
    for told in reading.reports_in(at.number) if at else ():
        if name and told.cue and told.speaker and overlap(told.cue, cue):
            ruled = reading.voices.name_at(told.speaker)
            if ruled and related(ruled, name):
                return [told.speaker]
    return []
