"""Words of a statement that the article has in another form, or may have, for all that is known of its language."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from nutgraf.checking.place.scripts import UNSPACED
from nutgraf.checking.rules.claim import Claim
from nutgraf.checking.rules.stems import is_numeral
from nutgraf.checking.rules.words.wording import APART, Word, Wording

_BEGINNING = 3
"""Letters that forms of a name share in every language that has endings."""
_MOST_NOUNS = 0.18
"""The share of capitals in the middle of sentences above which a text capitalises its nouns, as German does."""
_LEAST_SPELLED = 0.6
"""The share of its pairs of characters by which a run of words without spaces counts as carried."""
_UNSPACED = re.compile(rf"[{UNSPACED}]")


def tell_no_names(claim: Claim) -> bool:
    """Whether a capital may be any noun's: by the language, or, where it says nothing, by the text."""
    language = claim.reading.spoken_in
    if language.capitals is not None:
        return language.capitals == "nouns"
    return language.capitals_by_text and capitalises_nouns(claim.whole)


@lru_cache(maxsize=16)
def capitalises_nouns(text: Wording) -> bool:
    """Whether capitals in this text tell no names."""
    inner = [word for before, word in pairwise(text.words) if before.stem and word.stem and not is_numeral(word.low)]
    return sum(word.capital and not word.raw.isupper() for word in inner) > _MOST_NOUNS * len(inner) > 0


def in_other_form(claim: Claim, word: Word, text: Wording) -> bool:
    """Whether a text has a word in another form, as the language inflects: "Tuska" of "Tusk"."""
    inflection = claim.reading.spoken_in.inflection
    return inflection is not None and any(inflection.same(word.low, low) for low in text.lows)


def may_be_inflected(claim: Claim, word: Word) -> bool:
    """Whether the article may have a name in a form, or in letters, that nobody here knows: in a language without a folder."""
    if claim.reading.spoken_in.capitals is not None:
        return False
    beginning = word.low[:_BEGINNING]
    if any(low.startswith(beginning) for low in claim.whole.lows):
        return True
    return word.low.isascii() != (2 * sum(map(str.isascii, claim.whole.lows)) > len(claim.whole.lows))


@lru_cache(maxsize=1024)
def spaced_otherwise(told: Wording, at: int, text: Wording) -> bool:
    """Whether a text has a name, or it with the word beside it, with other spaces: "OS X" as "OSX", "O'Leary" as "O' Leary"."""
    words = [word.raw for word in told.words]
    runs = ("".join(words[low:high]) for low, high in ((at, at + 1), (at, at + 2), (at - 1, at + 1)) if low >= 0)
    letters = ("".join(filter(str.isalnum, run)) for run in runs)
    return any(len(run) >= _BEGINNING and run in text.run_together and _stands_apart(run, text.text) for run in letters)


def _stands_apart(letters: str, text: str) -> bool:
    return re.search(rf"\b{f'[{APART}]{{0,2}}'.join(map(re.escape, letters))}\b", text) is not None


def spelled_within(low: str, text: Wording) -> bool:
    """Whether most pairs of characters of a word stand in a text, in a script that puts no spaces between words."""
    if len(low) < _BEGINNING or not _UNSPACED.match(low):
        return False
    pairs = [low[at : at + 2] for at in range(len(low) - 1)]
    return sum(pair in text.text for pair in pairs) >= _LEAST_SPELLED * len(pairs)
