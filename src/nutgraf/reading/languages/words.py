"""The word table of a language: each word with its classes and forms, read once and only when a text is read.

A table (`words.tsv`) has one row for each word, or for several words that share all they are, with three columns: the
words, separated by commas; their classes, by the names of `classes`; and what no rule gives: irregular forms and values,
as `past=took taken;value=7`. `value=20+10` gives the row's words 20, 30, 40 and so on; `value` alone says that each word brings its own,
`dollar=USD, euro=EUR`, and `past part` that each brings as many, `geben=gab gegeben`. A word that begins with "*" stands for every word
with that ending that has no row of its own. No word stands in two rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from nutgraf.reading.languages.classes import BITS
from nutgraf.reading.languages.tables import lines_of

Forms = Callable[[str, int, Mapping[str, str]], Iterable[tuple[str, int]]]
"""A language's rules of inflection: the forms of a word of these classes, each with the bits that it adds."""
MOST_REMEMBERED = 50_000
_SHORT_ENDING = 5
"""With its "*"; a shorter one is not inflected: what ends in "iste" is no "Ist" in the plural."""


class Row(NamedTuple):
    """A row of a table, or what a row says of words that bring values of their own."""

    words: Sequence[str]
    classes: int
    extra: Mapping[str, str]


class Words(dict[str, int]):
    """The bits of every word; a word without a row has those of its ending, or none. Words are given in lower case."""

    def __init__(self, rows: Iterable[Row], forms: Forms) -> None:
        super().__init__()
        self._extra: dict[str, Mapping[str, str]] = {}
        self.bases: dict[str, str] = {}
        """Each irregular form to the word that it is of: "took" to "take"."""
        endings: list[tuple[str, int]] = []
        plural = BITS["plural"]
        for words, classes, extra in rows:
            first, counting, step = extra.get("value", "").partition("+")
            for number, word in enumerate(words):
                if word[0] == "*":
                    endings.append((word[1:], classes))
                    if len(word) > _SHORT_ENDING:
                        endings += forms(word[1:], classes, extra)
                    continue
                self[word] = self.get(word, 0) | classes
                if extra:  # said of few
                    for form in f"{extra.get('past', '')} {extra.get('plural', '')}".split():
                        self.bases.setdefault(form, word)
                inflected = tuple(forms(word, classes, extra))
                for form, bits in inflected:
                    self[form] = self.get(form, 0) | bits
                    if bits & plural and not form.startswith(word[:-1]):
                        self.bases.setdefault(form, word)
                if extra:
                    valued = [word, *(form for form, _ in inflected)]
                    own = {**extra, "value": str(int(first) + number * int(step))} if counting else extra
                    for form in valued:  # of a form of two words ("sat") what each says
                        self._extra[form] = {**self._extra.get(form, {}), **own}
        self._endings = tuple(sorted(endings, key=lambda ending: -len(ending[0])))
        self._ends = tuple(ending for ending, _ in self._endings)
        self._listed: dict[int, list[str]] = {}
        for word, bits in self.items():
            self._listed.setdefault(bits, []).append(word)
        self.know_speech = any(bits & BITS["cue"] for bits in self._listed)
        """Whether any verb of speech is known: without one nothing tells speech from a title in marks."""
        self.capitalises_nouns = any(bits & BITS["named"] for bits in self._listed)
        """Whether a capital within a sentence tells no name: the table says which things have names in marks behind them."""
        self.known = frozenset(self)
        """The words that have a row, in all their forms; what is looked up is remembered, and is none of them for that."""
        self.short = frozenset(filter(str.isalpha, self.any_of(BITS["no-end"], BITS["may-end"])))
        """Words cut short, without their stop: "mag" of "Mag.", "corp" of "Corp."."""
        self._most = len(self) + MOST_REMEMBERED

    def __missing__(self, word: str) -> int:
        bits = 0
        if "’" in word:  # "won’t" is "won't"
            bits = self[word.replace("’", "'")]
        elif word.endswith(self._ends):
            fits = (bits for ending, bits in self._endings if word.endswith(ending) and len(word) > len(ending) + 1)
            bits = next(fits, 0)
        if len(self) < self._most:
            self[word] = bits
        return bits

    def any_of(self, *classes: int) -> frozenset[str]:
        """The words, in all their forms, that have a class; of several bits in one number all are asked for."""
        found: list[str] = []
        for bits, words in self._listed.items():
            for asked in classes:
                if bits & asked == asked:
                    found += words
                    break
        return frozenset(found)

    def values_of(self, asked: int, key: str = "value") -> dict[str, str]:
        """The words, in all their forms, that have a class and a value, in the table's order, each with its value."""
        return {word: extra[key] for word, extra in self._extra.items() if key in extra and self[word] & asked == asked}


def rows(*path: str) -> Iterator[Row]:
    """The rows of a table of words."""
    for line in lines_of(*path):
        words, classes, extra = (*line, "")[:3]
        bits = 0
        for name in classes.split():
            bits |= BITS[name]
        shared, own = _extras(extra)
        if not own:
            yield Row(words.split(", "), bits, shared)
        for entry in words.split(", ") if own else ():
            word, _, said = entry.partition("=")
            yield Row((word,), bits, shared | dict(zip(own, said.split(maxsplit=len(own) - 1), strict=False)))


def _extras(column: str) -> tuple[dict[str, str], list[str]]:
    """What a third column says of all the words of its row, and the names of what each word brings itself."""
    parts = [part.partition("=") for part in column.split(";") if part]
    return {key: value for key, given, value in parts if given}, [
        key for keys, given, _ in parts if not given for key in keys.split()
    ]


def signs() -> Iterator[Row]:
    """What every language has: signs and codes of currencies, symbols of units."""
    return rows("signs.tsv")


def load(code: str, forms: Forms, made: Callable[[Iterable[Row]], Iterable[Row]] = iter) -> Words:
    """The word table of a language's folder, with the rows that its language makes of them."""
    given = rows("given.tsv")  # names that people have, whatever they speak
    return Words(chain(signs(), given, made(rows(code, "words.tsv"))), forms)
