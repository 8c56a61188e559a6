"""`Index`: an article's words with their offsets, made once so that many passages can be looked up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import add

from nutgraf.checking.place.folding import QUOTATION_MARKS, WORD, folded
from nutgraf.checking.place.quotations import Quotations
from nutgraf.reading.parts import Segment

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
        marked: its quoted segments, where reading has found them; else found once a passage runs over several.
        language: its code, where that is known; else told by its words.
    """

    def __init__(self, text: str, *, marked: tuple[Segment, ...] | None = None, language: str | None = None) -> None:
        self.text = text
        self.quotations = Quotations(text, marked, language)

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
            if passage[ends[at] : starts[at + 1]] in {"-", "‐"}:
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

    @cached_property
    def speech(self) -> Strand:
        """What is spoken inside quotation marks, as if nothing stood between."""
        numbers: list[int] = []
        for start, end in self.quotations.spoken():
            numbers.extend(range(bisect_left(self.starts, start), bisect_left(self.starts, end)))
        letters = self.all_words.letters
        return Strand("".join([letters[n] for n in numbers]), numbers)


def bare(passage: str) -> str:
    """A passage without the spaces and quotation marks around it."""
    return passage.strip(_AROUND)
