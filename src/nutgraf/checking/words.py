"""`Index`: an article's words with their offsets, made once so that many passages can be looked up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import add

from nutgraf.checking.folding import QUOTATION_MARKS, WORD, folded
from nutgraf.checking.tongues import is_saying
from nutgraf.reading.attribution import attribute
from nutgraf.reading.names import find_names
from nutgraf.reading.parts import Offsets, Segment
from nutgraf.reading.quotemarks import pair_marks
from nutgraf.reading.sentences import split_paragraphs, split_sentences

_UNKNOWN = "\U0010ffff"
"""Stands for every word that the article does not hold."""
_MOST_WORDS = 0x10FFFE
_AROUND = QUOTATION_MARKS + "".join(chr(c) for c in range(0x3001) if chr(c).isspace()) + "\ufeff\u200e\u200f"


class _Letters(dict[str, str]):
    """One character for each word of an article: words that are equal but for typography and capitals share it."""

    def __init__(self) -> None:
        self.by_form: dict[str, str] = {}

    def __missing__(self, word: str) -> str:
        form = folded(word)
        letter = self.by_form.get(form)
        if letter is None:
            # Beyond what Unicode can number, words are taken as unknown.
            letter = chr(len(self.by_form)) if len(self.by_form) < _MOST_WORDS else _UNKNOWN
            self.by_form[form] = letter
        self[word] = letter
        return letter

    def known(self, word: str) -> str:
        return self.get(word) or self.by_form.get(folded(word), _UNKNOWN)


@dataclass(frozen=True)
class Wanted:
    """A passage that is looked for: its words as characters, with their offsets in its own text."""

    text: str
    letters: str
    starts: Sequence[int]
    ends: Sequence[int]

    def word(self, at: int) -> str:
        """The word of that number."""
        return self.text[self.starts[at] : self.ends[at]]

    def gap(self, at: int) -> str:
        """What stands between a word and the next."""
        return self.text[self.ends[at] : self.starts[at + 1]]

    @property
    def lead(self) -> str:
        """What stands before the first word."""
        return self.text[: self.starts[0]]

    @property
    def tail(self) -> str:
        """What stands after the last word."""
        return self.text[self.ends[-1] :]


@dataclass(frozen=True)
class Strand:
    """A run of article words as one string, a character for each; `words` are their numbers where some are left out."""

    letters: str
    words: Sequence[int]

    def places(self, letters: str, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Where these words follow one another, first to last."""
        at = self.letters.find(letters, start, end)
        while at >= 0:
            yield at
            at = self.letters.find(letters, at + 1, end)

    @cached_property
    def pairs(self) -> dict[str, list[int]]:
        """Where each two words stand side by side."""
        return _positions(map(add, self.letters, self.letters[1:]))

    @cached_property
    def frames(self) -> dict[str, list[int]]:
        """Where each two words stand with one between them."""
        return _positions(map(add, self.letters, self.letters[2:]))


def _positions(keys: Iterator[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at, key in enumerate(keys):
        if key in found:
            found[key].append(at)
        else:
            found[key] = [at]
    return found


class Index:
    """An article that passages are looked up in. Everything is worked out at first need, in time linear in the text.

    Args:
        text: the article.
        segments: the article's quotations, for each the offsets inside the marks of its segments ("X," he said, "Y"
            has two). Left out: found by the rules of `nutgraf.read`, once a passage runs over two segments.
        marked: the segments that reading has found, where it has been done.
    """

    def __init__(
        self,
        text: str,
        segments: Sequence[Sequence[Offsets]] | None = None,
        *,
        marked: tuple[Segment, ...] | None = None,
    ) -> None:
        self.text = text
        self._given = segments
        self._marked = marked

    @cached_property
    def _read(self) -> tuple[list[int], list[int], str]:
        found = list(WORD.finditer(self.text))
        letters = "".join([self._alphabet[m[0]] for m in found])
        return [m.start() for m in found], [m.end() for m in found], letters

    @cached_property
    def _alphabet(self) -> _Letters:
        return _Letters()

    @property
    def starts(self) -> list[int]:
        """Where each word starts."""
        return self._read[0]

    @property
    def ends(self) -> list[int]:
        """Where each word ends."""
        return self._read[1]

    @cached_property
    def all_words(self) -> Strand:
        """Every word of the article."""
        return Strand(self._read[2], range(len(self.starts)))

    def word(self, at: int) -> str:
        """The word of that number, as the article writes it."""
        return self.text[self.starts[at] : self.ends[at]]

    def wanted(self, passage: str) -> Wanted:
        """A passage in terms of this article's words; one broken at the end of a line is mended if the article has it whole."""
        _ = self._read
        found = list(WORD.finditer(passage))
        known = self._alphabet.known
        if any("\n" in m[0] and known(m[0]) == _UNKNOWN for m in found):
            passage = passage.replace("\n", "")
            found = list(WORD.finditer(passage))
        letters = [known(m[0]) for m in found]
        starts, ends = [m.start() for m in found], [m.end() for m in found]
        for at in range(len(found) - 2, -1, -1) if self._mended else ():
            # The article breaks "well-known" at the end of a line, where its hyphen can't be told from a break.
            if passage[ends[at] : starts[at + 1]] in {"-", "‐"} and found[at + 1] is not None:
                whole = self._mended.get(
                    folded(passage[starts[at] : ends[at]] + passage[starts[at + 1] : ends[at + 1]])
                )
                if whole is not None:
                    letters[at : at + 2] = [whole]
                    del starts[at + 1], ends[at]
        return Wanted(passage, "".join(letters), starts, ends)

    @cached_property
    def _mended(self) -> dict[str, str]:
        _ = self._read
        return {folded(word): letter for word, letter in self._alphabet.items() if "\n" in word}

    # ---------------------------------------------------------------------------------------- quotations

    @cached_property
    def quotations(self) -> tuple[Segment, ...]:
        """The quoted segments, in order; those that are given stand for themselves."""
        if self._given is None:
            return pair_marks(self.text, [(0, len(self.text))]) if self._marked is None else self._marked
        spans = sorted((tuple(span), n) for n, spans in enumerate(self._given) for span in spans)
        return tuple(Segment(f"m{n}", a, b, a, b, "straight") for n, ((a, b), _) in enumerate(spans, 1))

    @cached_property
    def _segment_starts(self) -> list[int]:
        return [segment.start for segment in self.quotations]

    def segment_at(self, start: int, end: int) -> Segment | None:
        """The quoted segment that holds this range, or None."""
        at = bisect_right(self._segment_starts, start) - 1
        if at >= 0 and end <= self.quotations[at].end:
            return self.quotations[at]
        return None

    def is_quoted(self, start: int, end: int) -> bool:
        """True when this range stands inside quotation marks; marks at its ends may be part of it."""
        while start < end and self.text[start] in QUOTATION_MARKS:
            start += 1
        return self.segment_at(start, end) is not None

    @cached_property
    def speech(self) -> Strand:
        """The words inside quotation marks, less titles and scare quotes, as if nothing stood between."""
        numbers: list[int] = []
        for segment in self.quotations:
            if segment.no_speech is None:
                numbers.extend(range(bisect_left(self.starts, segment.start), bisect_left(self.starts, segment.end)))
        letters = self.all_words.letters
        return Strand("".join([letters[n] for n in numbers]), numbers)

    @cached_property
    def _quotation_of(self) -> dict[str, int]:
        if self._given is not None:
            where = {tuple(span): n for n, spans in enumerate(self._given) for span in spans}
            return {segment.id: where[segment.start, segment.end] for segment in self.quotations}
        paragraphs = [(0, len(self.text))]
        sentences = split_sentences(self.text, paragraphs, self.quotations)
        told = attribute(self.text, sentences, self.quotations, find_names(self.text, sentences))
        return {name: n for n, one in enumerate(told) for name in one.segments}

    def one_quotation(self, first: Segment, second: Segment) -> bool:
        """True when two segments belong to one attribution, by the rules or by a short clause of saying between them."""
        if first.id in (second.id, second.continues):
            return True
        of = self._quotation_of
        if first.id in of and of.get(first.id) == of.get(second.id):
            return True
        return self._given is None and is_saying(self.text[first.end : second.start])

    @cached_property
    def _paragraph_ends(self) -> list[int]:
        return [end for _, end in split_paragraphs(self.text, [(0, len(self.text))])]

    def paragraph_end(self, offset: int) -> int:
        """Where the paragraph of an offset ends."""
        at = bisect_left(self._paragraph_ends, offset + 1)
        return self._paragraph_ends[at] if at < len(self._paragraph_ends) else len(self.text)


def bare(passage: str) -> str:
    """A passage without the spaces and quotation marks around it."""
    return passage.strip(_AROUND)
