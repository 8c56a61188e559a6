"""Proper names, by capital letters and the words around them; no model, no gazetteer beyond a short list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from nutgraf.reading.cues import CUES
from nutgraf.reading.fullnames import fullest_forms
from nutgraf.reading.lexicon import (
    CALENDAR,
    COMMON_OPENERS,
    DEMONYMS,
    FUNCTION_WORDS,
    HONORIFICS,
    MONTHS,
    OPEN_ORGANIZATION_WORDS,
    OPENERS_BEFORE_NAMES,
    ORGANIZATION_NAMES,
    ORGANIZATION_WORDS,
    PARTICLES,
    PLACE_WORDS,
    PLACES,
    TITLE_MODIFIERS,
    TITLES,
    WEEKDAYS,
)
from nutgraf.reading.namekinds import kind_of
from nutgraf.reading.parts import Name, NameKind, Offsets, Sentence
from nutgraf.reading.phrases import descriptions, title_before

__all__ = ["descriptions", "find_names", "proper_words", "title_before"]

_UPPER = "".join(re.escape(chr(c)) for c in (*range(0x530), *range(0x1E00, 0x1F00)) if chr(c).isupper())
# The look-behind stands after the first letter so that the search can skip by character class.
_CAPITAL = (
    rf"[{_UPPER}](?<!\w.)(?:"
    rf"\.(?:[{_UPPER}]\.)+"  # U.N.
    rf"|\.(?=[ ]?[{_UPPER}])"  # J. Edgar
    r"|(?<=M)(?:rs?|s)\.|(?<=D)r\.|(?<=S)t\.|(?<=[JS])r\.|(?<=G)(?:en|ov)\.|(?<=C)(?:ol|apt|orp|o)\.|(?<=L)t[d]?\."
    r"|(?<=S)(?:gt|en)\.|(?<=R)e[pv]\.|(?<=P)rof\.|(?<=M)aj\.|(?<=I)nc\."
    rf"|\w*(?:['’](?!s\b)\w+|[-‐‑](?=[{_UPPER}0-9])\w+|&(?=[{_UPPER}])\w+|\.(?:com|org|net|gov|ca|co|io|uk|de|fr)\b)*"
    r")"
)
# "Chung-tai" ends a name; "Zealand-based" does not.
_GIVEN_NAME_END = r"(?:[-‐‑](?!(?:based|born|led|wide|style|made|run|like|era|type|only|free|elect|held|area)\b|\w*(?:ed|ing)\b)[a-z]{2,7}\b)?"
_INNER = _CAPITAL.replace(r"(?<!\w.)", "") + _GIVEN_NAME_END
_RUN = re.compile(
    rf"{_CAPITAL}(?:(?:[ \u00a0\n]|[ ]&[ ])(?:(?:{'|'.join(sorted(PARTICLES))}|al|el)[ -](?=[{_UPPER}a-z])){{0,2}}"
    rf"(?:[a-z]{{2}}-(?=[{_UPPER}]))?{_INNER})*"
)
_PARTICLE_BEFORE = re.compile(
    r"(?<![\w'’-])(?:(?:de|van|von|da|di|du|del|della|bin|ibn|abu) |(?:al|el|as|ash|an|ul)[-‐‑])$"
)
_LEADING = frozenset({"de", "van", "von", "da", "di", "du", "del", "della", "bin", "ibn", "abu"})
_HYPHENS = frozenset({"-", "‐", "‑"})
_LOWER_WORD = re.compile(r"\b[a-z][a-z]+")
_NEXT_WORD = re.compile(r"[ ]([a-z]+)")
_OPENING = frozenset("“\"„«‘'[•*")
_BREAKING = frozenset(":—–•*…!?.")
_PORTFOLIOS = frozenset({"human", "rural", "welfare", "food", "drug", "women", "family", "children", "higher"})
_AGENCIES = frozenset(
    {"administration", "commission", "committee", "agency", "authority", "board", "council", "executive", "ministry"}
)
_LONGEST = 12
"""Words of a name that is still joined to the next."""
_SELF = frozenset({"i", "i'm", "i've", "i'll", "i'd", "i’m", "i’ve", "i’ll", "i’d"})
_CAPTION = frozenset({"image", "images", "photo", "photos", "credit", "file", "video"})
_JOINTS = frozenset({" of ", " of the ", " for ", " for the ", " on ", " on the "})


_PLAIN = frozenset({"tv", "&"}).union(
    *(WEEKDAYS, MONTHS, CALENDAR, FUNCTION_WORDS, OPENERS_BEFORE_NAMES, PARTICLES, TITLES, DEMONYMS, _SELF, _CAPTION)
)
"""Words that are no name, or not always: the rest needs no second look."""
_UNBROKEN = frozenset(" \n\u00a0-‐‑")


class _Token(NamedTuple):
    start: int
    end: int
    word: str
    low: str


class _Piece(NamedTuple):
    """A stretch of capitalised words that may be a name."""

    tokens: tuple[_Token, ...]
    initial: bool
    """Capitalised perhaps only because of where it stands."""
    person: bool = False
    """A title or form of address stands before it."""

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end


def find_names(text: str, sentences: Sequence[Sentence]) -> tuple[Name, ...]:
    """The proper names in the sentences, in order: people, organizations, places and others.

    Titles, forms of address and the possessive 's stand outside a name. A word that is capitalised only because it
    opens a sentence or stands in a headline counts if the article has it as a name elsewhere. `full` is the fullest
    form of the name in the article; a surname that two people share stands for itself.
    """
    plain: list[_Piece] = []
    headlines: list[_Piece] = []
    for sentence in sentences:
        runs = list(_RUN.finditer(text, sentence.start, sentence.end))
        if not runs:
            continue
        into = headlines if _is_headline(text, sentence, runs) else plain
        for run in runs:
            if run[0].lower() in FUNCTION_WORDS and not _acronym(run[0]):
                continue  # most capitals of an article: "The", "In", "He"
            into.extend(_pieces(text, run.start(), run.end(), sentence.start))
    known = {token.word for piece in plain for token in piece.tokens[1 if piece.initial else 0 :]}
    lower = set(_LOWER_WORD.findall(text))
    kept = [piece for piece in plain if not piece.initial or _stands(text, piece, known, lower)]
    kept.extend(part for piece in headlines for part in _known_parts(piece, known))
    kept.sort()
    return _named(text, _joined(text, kept))


def _is_headline(text: str, sentence: Sentence, runs: Sequence[re.Match[str]]) -> bool:
    """Title Case or ALL CAPS: capitals there mean nothing."""
    if sentence.end - sentence.start > 300 or text[sentence.end - 1] in ".!?":
        return False
    words = [word for word in text[sentence.start : sentence.end].split() if len(word) > 3 and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in words)
    return len(words) >= 3 and capital >= 0.7 * len(words) and sum(len(run[0].split()) for run in runs) > 3


def _pieces(text: str, start: int, end: int, floor: int) -> Iterable[_Piece]:
    """Cut a run of capitalised words into names, less function words, calendar words and titles."""
    if text[max(floor, start - 7) : start].split(" ")[-2:][0] in _LEADING or text[start - 1 : start] in _HYPHENS:
        before = _PARTICLE_BEFORE.search(text, max(floor, start - 7), start)
        start = before.start() if before else start
    initial = _is_initial(text, start, floor)
    alone = text[start:end]
    if (low := alone.lower()) not in _PLAIN and _UNBROKEN.isdisjoint(alone):
        yield _Piece((_Token(start, end, alone, low.replace("’", "'")),), initial)
        return
    run: list[_Token] = []
    at = start
    for word in text[start:end].split():
        at = text.index(word, at)
        low = word.lower().replace("’", "'")
        if low in WEEKDAYS or low in _SELF:
            yield from _named_part(text, run, initial)
            run, initial = [], False
        else:
            run.append(_Token(at, at + len(word), word, low))
        at += len(word)
    yield from _named_part(text, run, initial)


def _is_initial(text: str, start: int, floor: int) -> bool:
    if start == floor:
        return True
    before = text[start - 1]
    if before in _OPENING:
        return True
    return before.isspace() and (text[start - 2] in _BREAKING or start - 1 == floor)


def _acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _named_part(text: str, run: list[_Token], initial: bool) -> Iterable[_Piece]:
    while run and _never_opens(run[0], first=initial, alone=len(run) == 1):
        del run[0]
        initial = False
    while run and (run[-1].low in PARTICLES or run[-1].low == "&" or _never_closes(run[-1], alone=len(run) == 1)):
        run.pop()
    if not run:
        return
    if _whole(run):
        yield _Piece(tuple(run), initial)
        return
    title = -1
    for place, token in enumerate(run):
        if _is_title(token.low):
            title = place
    if 0 <= title < len(run) - 1:
        first = title
        while first and (_is_title(run[first - 1].low) or run[first - 1].low in TITLE_MODIFIERS | DEMONYMS):
            first -= 1
        if first:
            yield _Piece(tuple(run[:first]), initial)
        yield _Piece(tuple(run[title + 1 :]), initial=False, person=True)
        return
    rest = [token for token in run if token.low not in DEMONYMS and token.low not in TITLE_MODIFIERS]
    if title == len(run) - 1:
        prefix = [token for token in rest if not _is_title(token.low)]
        if prefix and prefix[-1] is not run[-1] and prefix[0] is run[0]:
            # "John King" ends with a word that is a title elsewhere; "NASA Administrator" does not.
            cut = (
                run
                if len(run) <= 3 and run[-1].low in {"king", "prince", "bishop", "major", "judge", "pope"}
                else prefix
            )
            yield _Piece(tuple(cut), initial)
        return
    if not rest and all(token.low in DEMONYMS for token in run):
        return
    yield from _split_place(text, run, initial)


def _never_opens(token: _Token, *, first: bool, alone: bool) -> bool:
    if _acronym(token.word):
        return token.low in {"am", "pm", "tv"}
    if token.low.startswith(("pro-", "anti-", "non-", "ex-", "post-", "pre-", "mid-")):
        return True
    if token.low in FUNCTION_WORDS or (first and token.low in OPENERS_BEFORE_NAMES):
        return True
    return alone and token.low in MONTHS


def _never_closes(token: _Token, *, alone: bool) -> bool:
    if _acronym(token.word) and token.low not in {"am", "pm"}:
        return False
    return (
        token.low in FUNCTION_WORDS
        or token.low in _CAPTION
        or (token.low in CALENDAR and token.low not in {"may", "april", "june"})
        or (alone and token.low in MONTHS)
    )


def _is_title(low: str) -> bool:
    return low in TITLES or ("-" in low and low.split("-", maxsplit=1)[0] in TITLES)


def _whole(run: Sequence[_Token]) -> bool:
    """Names that must not be cut: "General Motors", "Prince Edward Island", "Supreme Court"."""
    last = run[-1].low
    return (
        len(run) > 1
        and run[0].low not in HONORIFICS
        and (last in ORGANIZATION_WORDS or last in PLACE_WORDS or " ".join(token.low for token in run) in PLACES)
    )


def _split_place(text: str, run: list[_Token], initial: bool) -> Iterable[_Piece]:
    """Part "Ambassador to the [United States] [Hamdullah Mohib]"; drop the adjective of "Italian Matteo Renzi"."""
    if len(run) >= 3:
        if run[0].low in TITLE_MODIFIERS and _is_title(_head_before(text, run[0].start)):
            yield _Piece(tuple(run[1:]), initial=False, person=True)
            return
        behind = text[max(0, run[0].start - 40) : run[0].start].split()
        while behind and behind[-1].lower() == "the":
            behind.pop()
        if len(behind) > 1 and behind[-1].lower() in {"of", "to", "for", "in"} and _is_title(behind[-2].lower()):
            for size in (len(run) - 2, 2, 1):
                if 0 < size <= len(run) - 2 and " ".join(token.low for token in run[:size]) in PLACES:
                    yield _Piece(tuple(run[:size]), initial)
                    yield _Piece(tuple(run[size:]), initial=False, person=True)
                    return
        if run[0].low in DEMONYMS and len(run) == 3:
            yield _Piece(tuple(run[1:]), initial=False)
            return
    yield _Piece(tuple(run), initial)


def _head_before(text: str, start: int) -> str:
    """The noun of "Minister of" and the like directly before."""
    behind = text[max(0, start - 40) : start].lower().split()
    return behind[-2] if len(behind) > 1 and behind[-1] in {"of", "for"} else ""


def _stands(text: str, piece: _Piece, known: set[str], lower: set[str]) -> bool:
    """Whether a sentence's first word is a name for other reasons than its capital."""
    token = piece.tokens[0]
    if len(piece.tokens) > 1 or _acronym(token.word):
        return True
    if token.word in known and token.low not in COMMON_OPENERS and (token.low not in lower or token.low not in CUES):
        return True
    if token.low in PLACES or token.low in ORGANIZATION_NAMES or not token.word[1:].islower():
        return True
    if token.low in COMMON_OPENERS or token.low in lower or token.low in CUES:
        return False
    if token.low.endswith(("s", "ing", "ion", "ment", "ness", "ed", "ly")):
        return False
    following = text[token.end : token.end + 2]
    if following in {"'s", "’s"}:
        return True
    verb = _NEXT_WORD.match(text, token.end)
    return verb is not None and verb[1] in CUES and CUES[verb[1]].form in {"past", "third"}


def _known_parts(piece: _Piece, known: set[str]) -> Iterable[_Piece]:
    """Of a headline, the words that are names elsewhere in the article, or known places."""
    part: list[_Token] = []
    for token in piece.tokens:
        if token.word in known or token.low in PLACES:
            part.append(token)
        elif part:
            yield _Piece(tuple(part), initial=False)
            part = []
    if part:
        yield _Piece(tuple(part), initial=False)


def _joined(text: str, pieces: Sequence[_Piece]) -> list[_Piece]:
    """Join "Ministry" + "of" + "Health", "Department of Health" + "and" + "Human Services"."""
    joined: list[_Piece] = []
    for piece in pieces:
        near = joined and piece.start - joined[-1].end < 10 and len(joined[-1].tokens) <= _LONGEST
        if near and not piece.person:
            last = joined[-1]
            gap = text[last.end : piece.start]
            # "Centre for Control of Deficiency": what was joined once goes on past a further "of".
            again = gap == " of " and any(text[t.end : u.start] in _JOINTS for t, u in pairwise(last.tokens))
            head = last.tokens[-1].low
            portfolio = gap == " and " and len(last.tokens) > 1 and last.tokens[0].low in OPEN_ORGANIZATION_WORDS
            if (
                (gap in _JOINTS and head in OPEN_ORGANIZATION_WORDS)
                or again
                or (gap == " and " and _two_subjects(text, last, piece))
                or (
                    portfolio
                    and piece.tokens[0].low in TITLE_MODIFIERS | _PORTFOLIOS
                    and piece.tokens[-1].low not in OPEN_ORGANIZATION_WORDS
                )
            ):
                joined[-1] = _Piece(last.tokens + piece.tokens, last.initial)
                continue
        joined.append(piece)
    return joined


def _two_subjects(text: str, first: _Piece, second: _Piece) -> bool:
    """The Food and Drug Administration; not "the Pentagon and State Department"."""
    word = first.tokens[0]
    return (
        len(first.tokens) == 1
        and second.tokens[-1].low in _AGENCIES
        and len(second.tokens) == 2
        and text[max(0, first.start - 4) : first.start].lower() == "the "
        and not _acronym(word.word)
        and not any(word.low in known for known in (PLACES, ORGANIZATION_NAMES, ORGANIZATION_WORDS))
    )


def _named(text: str, pieces: Sequence[_Piece]) -> tuple[Name, ...]:
    forms = [tuple(token.word for token in piece.tokens) for piece in pieces]
    slices = [text[piece.start : piece.end] for piece in pieces]
    kinds: dict[str, NameKind] = {}
    for piece, form, string in zip(pieces, forms, slices, strict=True):
        if not piece.person and kinds.get(string, "other") != "other":
            continue
        found = kind_of(text, piece.start, piece.end, form, person=piece.person)
        # The first sure kind holds for every mention; a title ("Minister Lee") outweighs the rest.
        if string not in kinds or kinds[string] == "other" or (piece.person and found == "person"):
            kinds[string] = found
    fulls = fullest_forms(text, [(s, f, kinds[s], p.end) for s, f, p in zip(slices, forms, pieces, strict=True)])
    for string, full in fulls.items():
        # "Vitali Klitschko" is a person if "Klitschko said" something.
        if kinds.get(full) == "other" and kinds[string] != "other" and not _acronym(string):
            kinds[full] = "person"
    people = {word for form, string in zip(forms, slices, strict=True) if kinds[string] == "person" for word in form}
    names: list[Name] = []
    for piece, string in zip(pieces, slices, strict=True):
        full = fulls.get(string, string)
        kind = kinds.get(full, "other")
        if len(piece.tokens) == 1 and string in people and not _acronym(string) and string.lower() not in PLACES:
            kind = "person"
        names.append(Name(piece.start, piece.end, string, full, kind if kind != "other" else kinds[string]))
    return tuple(names)


def proper_words(text: str) -> tuple[Offsets, ...]:
    """The words of a short text, such as a title or a summary point, that are written as names, one by one.

    The first word is capitalised by position only: it counts unless it is a common opener, or looks like a plain
    word ("Talks", "Shelling"). Calendar words, titles and function words don't count. Where nearly every word has
    a capital, nothing tells names apart and every content word counts.
    """
    found: list[Offsets] = []
    head = len(text) - len(text.lstrip(" \n\t\"“‘'«„("))
    for run in _RUN.finditer(text):
        at = run.start()
        words = run[0].split()
        for place, word in enumerate(words):
            at = text.index(word, at)
            low = word.lower().replace("’", "'")
            first = at <= head
            if (
                _is_proper(word, low)
                and not (first and len(words) == 1 and _plain_opener(text, at + len(word), word, low))
            ) or (first and place == 0 and low in DEMONYMS):
                found.append((at, at + len(word)))
            at += len(word)
    return tuple(found)


def _is_proper(word: str, low: str) -> bool:
    if low == "&" or low in PARTICLES:
        return False
    if _acronym(word) and low not in {"am", "pm"}:
        return True
    return low not in FUNCTION_WORDS and low not in CALENDAR and low not in _SELF and not _is_title(low)


def _plain_opener(text: str, end: int, word: str, low: str) -> bool:
    if low in PLACES or low in ORGANIZATION_NAMES or low in DEMONYMS or not word[1:].islower():
        return False
    if text[end : end + 2] in {"'s", "’s"}:
        return low in COMMON_OPENERS
    if low in COMMON_OPENERS or low in OPENERS_BEFORE_NAMES or low in CUES:
        return True
    return low.endswith(("s", "ing", "ion", "ment", "ness", "ed", "ly", "ity", "ence", "ance", "age", "ure", "ism"))
