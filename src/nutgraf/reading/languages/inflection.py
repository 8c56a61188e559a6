"""How the words of a language change their form: whether two words may be one, and how to look for words in another form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from nutgraf.lazily import pattern

_ATTACHED = {
    "Arabic": (pattern("[\u0620-\u06ff]"), "[وفبلك]{0,2}(?:ال|ل)?"),
    "Hebrew": (pattern("[\u05d0-\u05ea]"), "[ושבלמהכ]{0,3}"),
}
"""Articles, prepositions and conjunctions that are written as one word with the next."""
_MOST_WORDS = 12
_LONGEST_ARTICLE = 3


@dataclass(frozen=True)
class Inflection:
    """What nouns, adjectives and names of a language may end in."""

    endings: str
    """A pattern of what may stand behind a stem."""
    cut: str
    """A pattern of what is taken off a word for its stem."""
    least: int = 3
    """The letters that a stem must keep."""
    changing: str = ""
    """Vowels that may change within the stem, in pairs, as "aäoöuü" has three."""

    @cached_property
    def _cut(self) -> re.Pattern[str]:
        return re.compile(rf"(?<=\w{{{self.least}}})(?:{self.cut})$")

    def stem(self, word: str) -> str:
        """The word without its ending; a short one as it is."""
        return self._cut.sub("", word)

    def pattern(self, words: str) -> re.Pattern[str] | None:
        """The words with whatever endings; None where a stem would be too short to tell anything, or there are too many.

        A short first word is left out where more follow: "die Freie Mitte" is looked for as "Freie Mitte".
        """
        each = words.split()
        if len(each) > 1 and len(each[0]) <= _LONGEST_ARTICLE and not each[0].isupper():
            each = each[1:]
        if not each or len(each) > _MOST_WORDS or max(map(len, each)) < self.least:
            return None
        return re.compile(r"\b" + r"\s+".join(self.form(word) for word in each) + r"\b")

    def same(self, one: str, other: str) -> bool:
        """Whether two words, in small letters, may be forms of one."""
        if one == other:
            return True
        if len(one) < self.least or len(other) < self.least or not (self._begin_alike(one, other) or _attaches(one)):
            return False
        return bool(_compiled(self, one).fullmatch(other) or _compiled(self, other).fullmatch(one))

    def _begin_alike(self, one: str, other: str) -> bool:
        """Whether two words share the letters that any stem keeps, but for vowels that may change within it."""
        pairs = zip(one[: self.least], other[: self.least], strict=False)
        return one[0] == other[0] and all(a == b or (a in self.changing and b in self.changing) for a, b in pairs)

    def form(self, word: str) -> str:
        """A pattern of one word with whatever ending."""
        attached = next((before for letters, before in _ATTACHED.values() if letters.match(word)), "")
        bare = re.sub(rf"^{attached}(?=\w{{{self.least}}})", "", word) if attached else word
        stem = self.stem(bare)
        if len(stem) < self.least or not stem[-1:].isalpha():
            return attached + re.escape(bare)
        # What was cut may be no ending: of "Theater" nothing was, in "des Theaters".
        cut = f"(?:{re.escape(bare[len(stem) :])})?" if len(stem) < len(bare) else ""
        return f"{attached}{self._vowels(re.escape(stem))}{cut}(?:{self.endings})?"

    def _vowels(self, stem: str) -> str:
        for at in range(0, len(self.changing), 2):
            pair = self.changing[at : at + 2]
            stem = re.sub(f"[{pair}]", f"[{pair}]", stem)
        return stem


def _attaches(word: str) -> bool:
    return not word.isascii() and any(letters.match(word) for letters, _ in _ATTACHED.values())


@lru_cache(maxsize=8192)
def _compiled(inflection: Inflection, word: str) -> re.Pattern[str]:
    return re.compile(inflection.form(word))


ANY = Inflection(endings=r"\w{1,3}", cut=r"\w{1,2}")
"""A language of which nothing is known: forms of a word share its beginning."""
