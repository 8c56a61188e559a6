"""An article's quotations: what stands inside marks, and which pieces are one speaker's words, interrupted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from nutgraf.checking.place.folding import QUOTATION_MARKS
from nutgraf.checking.place.tongues import Tongue, tongue_of
from nutgraf.reading.languages.detect import detect
from nutgraf.reading.languages.language import words_of
from nutgraf.reading.names.find import find_names
from nutgraf.reading.parts import Attribution, Offsets, Segment
from nutgraf.reading.speech.attribution import attribute
from nutgraf.reading.text.quotemarks import pair_marks
from nutgraf.reading.text.sentences import split_paragraphs, split_sentences

_STOPS = ".。．।"
_ENDS = _STOPS + "!?…！？؟"
_BEYOND = 80
_TELLING = 300
"""Characters of a text below which its language is not sure: French of a line reads as Spanish."""


class Quotations:
    """The quotations of a text. Everything is worked out at first need, in time linear in the text.

    Args:
        text: the article.
        marked: its quoted segments, where reading has found them.
        language: its code, where that is known.
    """

    def __init__(self, text: str, marked: tuple[Segment, ...] | None = None, language: str | None = None) -> None:
        self.text = text
        self._marked = marked
        self._language = language

    @cached_property
    def tongue(self) -> Tongue:
        """The small words of its language; where too few words tell it, those of all."""
        told = self._language or (detect(self.text) if len(self.text) >= _TELLING else None)
        return tongue_of((told or "").partition("-")[0].lower())

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """The quoted segments, in order."""
        if self._marked is not None:
            return self._marked
        return pair_marks(self.text, [(0, len(self.text))], words_of("en"))

    @cached_property
    def _starts(self) -> list[int]:
        return [segment.start for segment in self.segments]

    def segment_at(self, start: int, end: int) -> Segment | None:
        """The quoted segment that holds this range, or None."""
        at = bisect_right(self._starts, start) - 1
        if at >= 0 and end <= self.segments[at].end:
            return self.segments[at]
        return None

    def is_quoted(self, start: int, end: int) -> bool:
        """True when this range stands inside quotation marks; marks at its ends may be part of it."""
        while start < end and self.text[start] in QUOTATION_MARKS:
            start += 1
        return self.segment_at(start, end) is not None

    def spoken(self) -> list[Offsets]:
        """The ranges inside quotation marks, less titles, scare quotes and speakers named inside the marks."""
        found: list[Offsets] = []
        for segment in self.segments:
            if segment.no_speech is None:
                at = segment.start
                for start, end in self.tongue.asides(self.text, segment.start, segment.end):
                    found.append((at, start))
                    at = end
                found.append((at, segment.end))
        return found

    def one_quotation(self, first: Segment, second: Segment) -> bool:
        """True when two segments belong to one attribution, by the rules or by a short clause of saying between them."""
        if first.id in (second.id, second.continues):
            return True
        told = self._told.get(first.id)
        return (told is not None and told is self._told.get(second.id)) or self._interrupted(first, second)

    def interrupted(self, first: Segment, second: Segment) -> bool:
        """True when nothing but the attribution stands between two segments: `"X," he said, "Y"`."""
        if first.id in (second.id, second.continues):
            return True
        told = self._told.get(first.id)
        if told is not None and told is self._told.get(second.id) and told.cue:
            return told.cue[0] in range(first.end, second.start)
        return self._interrupted(first, second)

    def _interrupted(self, first: Segment, second: Segment) -> bool:
        """The same in the many languages that the rules of attribution don't know."""
        told = self._told.get(first.id), self._told.get(second.id)
        if all(one is not None and one.cue is not None for one in told):
            return False
        if self.text[first.end - 1] not in _STOPS and self.tongue.is_saying(self.text[first.end : second.start]):
            return True
        between = self.text[first.outer_end : second.outer_start]
        return self.tongue.is_told(between) and self._stands_alone(second)

    def _stands_alone(self, segment: Segment) -> bool:
        """A sentence of its own, with no attribution behind it."""
        beyond = self.text[segment.outer_end : segment.outer_end + _BEYOND]
        rest = beyond.lstrip(_STOPS)
        if self.text[segment.end - 1] not in _ENDS and rest == beyond:
            return False
        rest = rest.split("\n", 1)[0].strip()
        return not rest or not (rest[0].islower() or rest[0] in ",—–-" or self.tongue.names_speaker(rest))

    @cached_property
    def _told(self) -> dict[str, Attribution]:
        sentences = split_sentences(self.text, [(0, len(self.text))], self.segments, words_of("en"))
        told = attribute(self.text, sentences, self.segments, find_names(self.text, sentences))
        return {name: one for one in told.attributions for name in one.segments}

    @cached_property
    def _paragraph_ends(self) -> list[int]:
        return [end for _, end in split_paragraphs(self.text, ((0, len(self.text)),))]

    def paragraph_end(self, offset: int) -> int:
        """Where the paragraph of an offset ends."""
        at = bisect_left(self._paragraph_ends, offset + 1)
        return self._paragraph_ends[at] if at < len(self._paragraph_ends) else len(self.text)
