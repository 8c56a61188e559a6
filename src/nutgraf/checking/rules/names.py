"""Names of a statement: the article's in whatever form, another sentence's, or invented."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from nutgraf.checking.rules.claim import Claim, Finding
from nutgraf.checking.rules.english import PREPOSITIONS, of_list
from nutgraf.checking.rules.forms import (
    in_other_form,
    may_be_inflected,
    spaced_otherwise,
    spelled_within,
    tell_no_names,
)
from nutgraf.checking.rules.words.wording import Word, Wording
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.languages.peoples import peoples_of

_NO_NAMES = c.FUNCTION | c.CALENDAR | c.WEEKDAY | c.MONTH | c.HONORIFIC
_BODIES = c.BODY_WORD | c.PLACE_WORD
_COMMON = c.TITLE | c.OF_TITLE | _BODIES
"""Words that a name may hold but that prove nothing: "President", "Bank"."""
_OPENING = frozenset({".", "!", "?", ":", "(", "\n", "—", "–"})
_PEOPLES = peoples_of("en")
_PLAIN_ENDINGS = tuple(of_list("plain-endings"))


def invented_name(claim: Claim) -> Finding | None:
    """A person, place or body that the article names nowhere, in no form."""
    if not claim.in_english and tell_no_names(claim):
        return None
    for at, word in names_told(claim.told):
        if stands(claim.told, at, claim.said) or not is_name(claim, at) or in_other_form(claim, word, claim.said):
            continue
        if not stands(claim.told, at, claim.whole) and not _may_be_meant(claim, at):
            if in_other_form(claim, word, claim.whole) or spaced_otherwise(claim.told, at, claim.whole):
                continue
            reason = f"the name {word.raw!r} is nowhere in the article: name those whom the article names"
            return Finding("invented_name", "open" if may_be_inflected(claim, word) else "refuted", reason)
    return None


def name_from_elsewhere(claim: Claim) -> Finding | None:
    """A name that the cited sentences do not hold, nor mean by a pronoun or description that reading resolves."""
    if not claim.in_english and tell_no_names(claim):
        return None
    for at, word in names_told(claim.told):
        if in_other_form(claim, word, claim.said):
            continue
        whole = claim.whole
        # A capital for its place alone tells no name.
        known = word.low in whole.capitals and word.low not in whole.smalls
        name = known or not _opens(claim.told.words, at) or is_name(claim, at)
        if name and word.low not in claim.spoken_of and not stands(claim.told, at, claim.said):
            if spaced_otherwise(claim.told, at, claim.said):
                continue
            reason = f"the cited sentences do not name {word.raw!r}: cite the sentence that does"
            return Finding("name_from_elsewhere", "open", reason)
    return None


def name_of_two(claim: Claim) -> Finding | None:
    """The first name of one with the last name of another: "Ann Lee" and "Bob Ross" told as "Ann Ross"."""
    told = names_told(claim.told)
    for (at, one), (after, other) in pairwise(told):
        if after != at + 1 or (WORDS[one.low] | WORDS[other.low]) & _COMMON:
            continue
        people = claim.names.of_people
        first = any(name[0] == one.low for name in people)
        last = any(name[-1] == other.low for name in people)
        if first and last and not any(one.low in name and other.low in name for name in people):
            reason = f"the article knows nobody called {one.raw} {other.raw}: give the name as it stands there"
            return Finding("name_of_two", "open", reason)
    return None


def name_at_the_head(claim: Claim) -> Finding | None:
    """A first word that the article does not know: its capital may be that of a name, for all that its place tells."""
    first = claim.told.words[0] if claim.told.words else None
    if first is None or not (first.capital and first.content) or _is_plain(first.low) or WORDS[first.low]:
        return None
    if claim.told.in_order[1:2] and claim.told.in_order[1] in PREPOSITIONS:
        return None  # "Work on", "Output of": names have none behind them
    if first.stem in claim.said.stems or stands(claim.told, 0, claim.whole):
        return None
    return Finding("name_at_the_head", "open", f"the word {first.raw!r} is nowhere in the article")


def _is_plain(low: str) -> bool:
    """Whether a word ends as names seldom do: "pilots", "striking"."""
    return low.endswith(_PLAIN_ENDINGS) or (low.endswith("s") and not low.endswith(("is", "us", "os", "as", "ss")))


def name_in_small_letters(claim: Claim) -> Finding | None:
    """A word that may be a name for all that its letters tell, and that the article does not know."""
    words = claim.told.words
    careless = any(word.raw[0].isalpha() and not word.capital for word in words[:1])
    for before, word in pairwise((*words[:1], *words)):
        if not word.content or word.capital or len(word.low) < 4:
            continue
        if word.stem in claim.said.stems or word.stem in claim.whole.stems:
            continue
        titled = WORDS[before.low] & c.TITLE and not WORDS[word.low]
        if _is_known(word.low) or ((careless or titled) and not _is_plain(word.low)):
            reason = f"the word {word.raw!r} is nowhere in the article"
            return Finding("name_in_small_letters", "open", reason)
    return None


def _may_be_meant(claim: Claim, at: int) -> bool:
    """Whether the article may mean what it does not name: its Tokyo is Japanese, its Endeavour an Endeavor misspelt, its gross domestic product the GDP."""
    keys = claim.told.peoples.get(at, frozenset())
    if keys & _PEOPLES.continents or any(not _PEOPLES.told_by[key].isdisjoint(claim.whole.lows) for key in keys):
        return True
    low = claim.told.words[at].low
    if claim.told.words[at].raw.isupper() and len(low) > 2 and low in claim.whole.first_letters:
        return True
    return not _PEOPLES.capitals.get(low, frozenset()).isdisjoint(claim.whole.peoples_named) or _misspelt(
        low, claim.whole
    )


_LONG = 5


def _misspelt(low: str, text: Wording) -> bool:
    """Whether the text has the name with a letter more, less or other: "Endeavor" for "Endeavour"."""
    if len(low) < _LONG:
        return False
    return any(
        abs(len(known) - len(low)) < 2 and known[0] == low[0] and _one_letter_off(low, known) for known in text.capitals
    )


def _one_letter_off(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    same = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[same + (len(short) == len(long)) :] == long[same + 1 :]


def _written_as_names(text: Wording) -> tuple[tuple[int, Word], ...]:
    """The words of a statement that are written as names, or may be."""
    return tuple(
        (at, word)
        for at, word in enumerate(text.words)
        if word.capital
        and (not WORDS[word.low] & _NO_NAMES or (at in text.peoples and word.raw.isupper()))
        and not (word.raw.isupper() and WORDS[word.low] & c.CURRENCY)
    )


names_told = lru_cache(maxsize=1024)(_written_as_names)


def is_name(claim: Claim, at: int) -> bool:
    """Whether a capitalised word is a name for sure: not only because of its place, and no title or kind of body."""
    words = claim.told.words
    word = words[at]
    if _is_known(word.low) or at in claim.told.peoples:
        return True
    if WORDS[word.low] & _COMMON or len(word.raw) == 1 or _in_headline(claim):
        return False
    if word.raw.isupper() or any(char.isupper() for char in word.raw[1:]):
        return True
    if not _opens(words, at):
        return True
    # "Orbis Motors": no adjective opens the sentence, but the name of a body.
    following = words[at + 1] if at + 1 < len(words) else word
    return (
        following is not word
        and following.capital
        and WORDS[following.low] & _BODIES != 0
        and not word.low.endswith(_PLAIN_ENDINGS)
    )


def _is_known(low: str) -> bool:
    """Whether a word is the name of a place or body, and no common word."""
    bits = WORDS[low]
    return bool(bits & (c.PLACE | c.ORGANIZATION)) and not bits & _COMMON


def _opens(words: Sequence[Word], at: int) -> bool:
    """Whether a word opens a sentence or a quotation, so that its capital tells nothing."""
    before = words[at - 1].raw if at else "."
    if before == '"':
        marks = [place for place, word in enumerate(words) if word.raw == '"']
        return at < 2 or (len(marks) % 2 == 0 and marks.index(at - 1) % 2 == 0)
    return before in _OPENING


def _in_headline(claim: Claim) -> bool:
    """Whether capitals tell no names because the statement is written as a headline: it has some that the article has not."""
    whole = claim.whole
    return claim.told.is_headline and any(
        w.capital and w.low in whole.lows and w.low not in whole.capitals for w in claim.told.content[1:]
    )


@lru_cache(maxsize=1024)
def stands(told: Wording, at: int, text: Wording) -> bool:
    """Whether a text holds the name that a word of a statement is, or is part of, in whatever form."""
    word = told.words[at]
    low = word.low
    if low in text.capitals or (low in text.lows and not _is_known(low)):
        return True
    if (keys := told.peoples.get(at)) and not keys.isdisjoint(text.peoples_named):
        return True
    if len(low) == 1:
        return any(known.startswith(low) for known in text.capitals)
    if word.stem in text.stems and not _is_known(low):
        return True
    if {low.removesuffix("s"), low.removesuffix("es"), low + "s", low + "es"} & text.capitals:
        return True
    if word.raw.isupper() and _is_short_for(low, text):
        return True
    return any(start <= at < end and _letters_stand(told, start, end, text) for start, end in told.runs)


def _is_short_for(letters: str, text: Wording) -> bool:
    """Whether a run of the text has these initials: "IMF" for "International Monetary Fund", "JR" for "J. R. Hale"."""
    return any(
        letters in initials if len(letters) > 2 else initials.startswith(letters) and letters not in _AMBIGUOUS
        for initials in text.initials
    )


_AMBIGUOUS = of_list("ambiguous")
"""Two letters that stand for something else than for the first words of whatever begins with them."""


def _letters_stand(told: Wording, start: int, end: int, text: Wording) -> bool:
    """Whether the text has an acronym of this run: "European Central Bank" for "ECB"."""
    initials = "".join(word.low[0] for word in told.words[start:end] if word.capital)
    return any(len(short) > 2 and short in initials for short in text.acronyms)


def carried_words(claim: Claim) -> Iterator[bool]:
    """For each content word of a statement, whether its evidence holds it, names in any form."""
    names = {at for at, _ in names_told(claim.told)}
    for at, word in enumerate(claim.told.words):
        if word.content:
            named = at in names and (word.low in claim.spoken_of or stands(claim.told, at, claim.said))
            carried = named or word.stem in claim.said.stems
            yield carried or in_other_form(claim, word, claim.said) or spelled_within(word.low, claim.said)
