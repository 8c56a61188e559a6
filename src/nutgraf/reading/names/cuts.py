"""Cutting a run of capitalised words at those that are no name: titles, calendar words, function words.

"Foreign Minister Ana Duarte Monday" holds "Ana Duarte", and the title says that she is a person.
A run is cut by its words alone, so that each distinct run is cut once and remembered: most runs of an article recur.
Only for a name of three words and more the text before it has a say: "Ambassador to the [United States] [Hamid Karim]".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.names.capitals import is_acronym
from nutgraf.reading.names.lists import (
    CALENDAR,
    DEMONYMS,
    FUNCTION_WORDS,
    GIVEN_NAMES,
    HONORIFICS,
    MONTHS,
    OPENERS_BEFORE_NAMES,
    ORGANIZATION_WORDS,
    PARTICLES,
    PLACE_WORDS,
    PLACES,
    TITLE_MODIFIERS,
    TITLES,
    WEEKDAYS,
)
from nutgraf.reading.names.words import Look, Placed, Wording, is_title, look, some_of
from nutgraf.reading.parts import NameKind

SELF = frozenset({"i", "i'm", "i've", "i'll", "i'd"})
_ENDING_A_NAME = WEEKDAYS | SELF
_BEFORE_TITLES = TITLE_MODIFIERS | DEMONYMS
_NEVER_LAST = (
    FUNCTION_WORDS
    | (CALENDAR - {"may", "april", "june"})
    | {"image", "images", "photo", "photos", "credit", "file", "video"}
)
_BEHIND_NAMES = frozenset({"MP", "MPs", "QC", "KC", "OBE", "MBE", "CBE", "MD", "PhD"})
"""What stands behind somebody's name and is no part of it."""
_NOT_ALWAYS_NAMES = frozenset({"tv", "&", *map(str.lower, _BEHIND_NAMES)}).union(
    _ENDING_A_NAME, _NEVER_LAST, MONTHS, OPENERS_BEFORE_NAMES, PARTICLES, TITLES, DEMONYMS
)
"""Runs without any of these are names as they stand."""
_ALSO_SURNAMES = frozenset({"king", "prince", "bishop", "major", "judge", "pope"})
_OFFICES = TITLES - _ALSO_SURNAMES - {"queen", "princess", "earl", "duke", "general"}
_PAPERS = frozenset({"sun"})
"""Short forms of days that a paper is named as: "The Sun"."""
_PLAIN_LOOK = Look()
_OF_PARTY = frozenset({"d-", "r-", "i-"})
_PREFIXES = ("pro-", "anti-", "non-", "ex-", "post-", "pre-", "mid-")
_LONGEST_REMEMBERED = 60
"""Characters of a run that is worth remembering: what is longer does not recur."""


_Token = tuple[int, str, str]
"""Offset, word, and the word in lower case."""


def cut(run: str, *, initial: bool, dated: bool = False) -> Sequence[Placed]:
    """The possible names in a run of capitalised words, by offsets into the run; `initial`: see `is_initial`.

    `dated`: a number follows, so that a month at the end is one. Any other month may be somebody: "Edwina May", "Ms. March".
    """
    return _cut_once(run, initial, dated) if len(run) <= _LONGEST_REMEMBERED else _cut(run, initial, dated)


def _cut(run: str, initial: bool, dated: bool) -> Sequence[Placed]:
    if initial and (start := _past_noun(run)):
        return tuple((start + offset, one) for offset, one in _cut(run[start:], initial=False, dated=dated))
    if run.isalpha() and (low := run.lower()) not in _NOT_ALWAYS_NAMES:
        return ((0, Wording(run, (run,), (low,), look((run,), (low,)), initial)),)
    words = tuple(run.split())
    lows = tuple(run.lower().replace("’", "'").split())
    if _NOT_ALWAYS_NAMES.isdisjoint(lows) and "-" not in run:
        loose = len(lows) > 2 and not _is_whole(lows)
        return ((0, Wording(run, words, lows, look(words, lows), initial, loose=loose)),)
    tokens: list[_Token] = []
    at = 0
    for word, low in zip(words, lows, strict=True):
        tokens.append((at, word, low))
        at += len(word) + 1  # one space, whatever its kind, as the pattern of a run says
    found: list[Placed] = []
    first = 0
    for place, low in enumerate(lows):
        if low not in _ENDING_A_NAME or _holds_day(lows, place):
            continue
        if low in _PAPERS and place and words[place - 1] == "The":
            found += _named(run, tokens[first : place - 1], initial=initial)
            found.append(_placed(run, tokens[place - 1 : place + 1], initial=False, sure="organization"))
        else:
            found += _named(run, tokens[first:place], initial=initial)
        first, initial = place + 1, False
    found += _named(run, tokens[first:], initial=initial, dated=dated)
    return tuple(found)


def _past_noun(run: str) -> int:
    """Where a name begins behind a noun that opens the sentence and says who that is: "Passenger [Ann Lee]"; else 0."""
    words = run.split()
    bits = WORDS[words[0].lower()] if len(words) > 2 and WORDS[words[1].lower()] & c.GIVEN else 0
    opens = bits & (c.PERSON | c.OF_TITLE) and not bits & (c.TITLE | c.GIVEN | c.PLACE_WORD | c.DEMONYM)
    return run.index(words[1], len(words[0])) if opens else 0


def _holds_day(lows: Sequence[str], place: int) -> bool:
    """Whether a day belongs to the name around it: "Mr. Friday", "Sunday Times"."""
    if lows[place] not in WEEKDAYS:
        return False
    behind = lows[place + 1] if place + 1 < len(lows) else ""
    if lows[:place] == ("the",) and place + 1 < len(lows):
        return True  # "The Sunday Courier"
    titled = place > 1 and lows[place - 1] in GIVEN_NAMES and is_title(lows[place - 2])  # "Detective Paul Friday"
    return (
        titled
        or (place > 0 and lows[place - 1] in HONORIFICS)
        or (behind in ORGANIZATION_WORDS and lows[place] not in _PAPERS)
    )


_cut_once = lru_cache(maxsize=4096)(_cut)


def _named(whole: str, held: Sequence[_Token], *, initial: bool, dated: bool = True) -> Sequence[Placed]:
    """The possible names among words of a run without a weekday."""
    first, last = 0, len(held)
    if not dated and held and (held[-1][2] in MONTHS or (last > 1 and held[-1][2] in WEEKDAYS)):
        if last == 1:  # a surname perhaps: the article will say
            return (_placed(whole, held, initial=True),)
        if held[-2][2] not in _BEFORE_TITLES and held[-2][2] not in FUNCTION_WORDS:
            return _with_month(whole, held, initial=initial)
    if not initial and last > 1 and held[0][1] == "The" and all(is_title(low) for _, _, low in held[1:]):
        return (_placed(whole, held, initial=False, sure="organization"),)  # "said The Economist"
    while first < last and _never_opens(held[first], first=initial, alone=last - first == 1):
        first += 1
        initial = False
    while first < last and _never_closes(held[last - 1]):
        last -= 1
    ranked = last - first > 2 and held[last - 1][1] in _BEHIND_NAMES
    if ranked:  # "Ann Lee MP"
        last -= 1
    run = held[first:last]
    if not run:
        return ()
    lows = [low for _, _, low in run]
    if _is_whole(lows):
        return (_placed(whole, run, initial=initial),)
    titles = [place for place, low in enumerate(lows) if is_title(low)]
    if len(titles) > 1 and titles[-1] == len(lows) - 1 and lows[-2] in GIVEN_NAMES:
        titles.pop()  # "Prime Minister John Major"
    if titles:
        return _beside_title(whole, run, titles[-1], initial=initial)
    if DEMONYMS.issuperset(lows):
        return ()
    return (_placed(whole, run, initial=initial, person=ranked, loose=len(run) > 2 and not ranked),)


def _with_month(whole: str, held: Sequence[_Token], *, initial: bool) -> Sequence[Placed]:
    """The name that a month ends: "Edwina May", "Prime Minister [May]"; none where a body or a place stands before it."""
    titles = [place for place, (_, _, low) in enumerate(held) if is_title(low)]
    if titles:
        return (_placed(whole, held[titles[-1] + 1 :], initial=False, person=True),)
    first = 1 if held[0][2] in OPENERS_BEFORE_NAMES or held[0][2] in FUNCTION_WORDS else 0
    rest = held[first:-1]
    lows = [low for _, _, low in rest]
    if not rest:
        return (_placed(whole, held[-1:], initial=True),)
    if look([word for _, word, _ in rest], lows) != _PLAIN_LOOK and lows[0] not in GIVEN_NAMES:
        return _named(whole, rest, initial=initial and not first)
    return (_placed(whole, held[first:], initial=initial and not first, person=lows[0] in GIVEN_NAMES),)


def of_offices(run: str) -> Placed | None:
    """A run that is nothing but offices, whole, as the name of a body behind "Department of" has it: "Justice", "Attorney General"."""
    lows = run.lower().split()
    if not all(is_title(low) or low in _BEFORE_TITLES for low in lows):
        return None
    words = tuple(run.split())
    return 0, Wording(run, words, tuple(lows), _PLAIN_LOOK, initial=False)


def _never_opens(token: _Token, *, first: bool, alone: bool) -> bool:
    _, word, low = token
    if low[:2] in _OF_PARTY and WORDS[low[2:].rstrip(".")] & (c.PLACE | c.MAY_END):  # "D-Wis."
        return True
    if is_acronym(word):
        return low in {"am", "pm", "tv"}
    if low == "will" and not alone:
        return False  # within a sentence, or where one is no question, somebody's name: see `find`
    if low in FUNCTION_WORDS or (first and low in OPENERS_BEFORE_NAMES) or low.startswith(_PREFIXES):
        return True
    return alone and low in MONTHS


def _never_closes(token: _Token) -> bool:
    _, word, low = token
    return low in PARTICLES or low == "&" or (low in _NEVER_LAST and not is_acronym(word))


def _is_whole(lows: Sequence[str]) -> bool:
    """Names that must not be cut: "General Motors", "Prince Edward Island", "Supreme Court"; not "Mayor Robert Park"."""
    return (
        len(lows) > 1
        and lows[0] not in HONORIFICS
        and not (lows[-2] in GIVEN_NAMES and not _OFFICES.isdisjoint(lows[-3:-2]) and lows[-1] in PLACE_WORDS)
        and (lows[-1] in ORGANIZATION_WORDS or lows[-1] in PLACE_WORDS or " ".join(lows) in PLACES)
    )


def _beside_title(whole: str, run: Sequence[_Token], title: int, *, initial: bool) -> Sequence[Placed]:
    """What stands before and behind the last title of a run: "[NASA] Deputy Administrator [Dava Newman]"."""
    if title < len(run) - 1:
        first = title
        while first and (is_title(run[first - 1][2]) or run[first - 1][2] in _BEFORE_TITLES):
            first -= 1
        given = not title and run[0][2] in GIVEN_NAMES  # "Earl Moe" is rather a man of that name
        person = _placed(whole, run[0 if given else title + 1 :], initial=False, person=True)
        return (_placed(whole, run[:first], initial=initial), person) if first else (person,)
    if run[0][2] in _BEFORE_TITLES or is_title(run[0][2]):
        return ()
    # "John King", "Ada Plumber" end with a word that is a title elsewhere; "NASA Administrator" does not.
    surname = run[-1][2] in _ALSO_SURNAMES or (len(run) == 2 and run[0][2] in GIVEN_NAMES)
    if len(run) > 3 or not surname:
        run = [token for token in run if token[2] not in _BEFORE_TITLES and not is_title(token[2])]
    return (_placed(whole, run, initial=initial),)


def _placed(
    whole: str,
    run: Sequence[_Token],
    *,
    initial: bool,
    person: bool = False,
    loose: bool = False,
    sure: NameKind | None = None,
) -> Placed:
    starts, words, lows = zip(*run, strict=True)
    string = whole[starts[0] : starts[-1] + len(words[-1])]
    return starts[0], Wording(string, words, lows, Look(sure) if sure else look(words, lows), initial, person, loose)


def _is_field(behind: Sequence[str]) -> bool:
    """Whether what follows these words is the field of an office: "Minister for", "Secretary of Science and"."""
    if len(behind) > 3 and behind[-1] == "and" and behind[-2] in TITLE_MODIFIERS:
        behind = behind[:-2]
    return len(behind) > 1 and behind[-1] in {"of", "for"} and is_title(behind[-2])


def cut_by_context(text: str, name: Placed) -> Sequence[Placed]:
    """Part "Ambassador to the [United States] [Hamdullah Mohib]"; drop the adjective of "Italian Matteo Renzi"."""
    start, wording = name
    lows = wording.lows
    behind = text[max(0, start - 40) : start].lower().split()
    first = next((at for at, low in enumerate(lows) if low not in TITLE_MODIFIERS), 0)
    if 0 < first < len(lows) - 1 and _is_field(behind):
        return (some_of(name, first, person=True),)
    while behind and behind[-1] == "the":
        behind.pop()
    if len(behind) > 1 and behind[-1] in {"of", "to", "for", "in"} and is_title(behind[-2]):
        for size in (len(lows) - 2, 2, 1):
            if 0 < size <= len(lows) - 2 and " ".join(lows[:size]) in PLACES:
                return some_of(name, 0, size, initial=wording.initial), some_of(name, size, person=True)
    if lows[0] in DEMONYMS and len(lows) == 3:
        return (some_of(name, 1),)
    return (name,)
