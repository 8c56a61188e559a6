"""Whether a time takes up all the words that somebody points to, and the limit that heads them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nutgraf.reading.dates.found import LIMITS
from nutgraf.reading.dates.language import DateLanguage
from nutgraf.reading.languages import classes as c
from nutgraf.results import TimeRef
from nutgraf.results.happened import Limit

_WORD = re.compile(r"[^\W\d_](?:[\w’']*\w)?")
_ALONE = re.compile(r"[^\W_]")
_POSSESSIVE = re.compile(r"['’]s(?!\w)")
_OPENS = c.SUBORDINATES | c.RELATIVE | c.OPENS_CLAUSE | c.CONJUNCTION
_CLAUSE = _OPENS | c.DIVIDES
_TIMES = c.PART_OF_DAY | c.TIME_UNIT | c.PERIOD | c.SEASON | c.MONTH | c.WEEKDAY | c.DAY_WORD
_COUNTS = c.CARDINAL | c.ORDINAL | c.UNTOLD | c.SOME | c.BOUND | c.POINTS
_NO_NOUN = c.FUNCTION | c.ADVERB | c.NUMBERED | _TIMES | _COUNTS
_OWNS = c.ARTICLE | c.POSSESSIVE
_CLOCK = re.compile(r"T\d")
_LONGEST_PHRASE = 12
_LONGEST_NOUN = 3
"""Words that a time stands before as if it were an adjective: "in the 2019 city council election"."""


def is_length(known: TimeRef) -> bool:
    """Whether a time is a length of time, by its TIMEX3 value."""
    return (known.value or "").startswith("P") and "REF" not in (known.value or "")


def heading_limit(low: str, start: int, end: int, rules: DateLanguage) -> Limit | None:
    """The limit that heads the words: "until further notice", "shortly before dawn", "within nine weeks"; None: none does."""
    start = _first(low, start, end)
    first = _WORD.match(low, start, end)
    if first and first[0] in rules.caps:
        return "by"  # a length that is not to pass
    if not rules.words.kinds["limit"]:
        return None
    match = rules.words.pattern(rf"(?:{rules.around.aside})<limit>(?!\w)").match(low, start, end)
    return LIMITS[rules.words.kinds["limit"][" ".join(match["limit"].split())]] if match else None


def trailing_limit(low: str, end: int, stop: int, rules: DateLanguage) -> Limit | None:
    """The limit that the words behind a time set: "on Friday at the latest", "in 2030 at the earliest"."""
    match = rules.words.pattern(rules.around.trail).match(low, end, stop)
    told = match.groupdict() if match else {}
    return "by" if told.get("latest") else "since" if told.get("earliest") else None


def opens_range(low: str, start: int, end: int, rules: DateLanguage) -> bool:
    """Whether words begin with one that stands before the first end of a range: "from", "between"."""
    start = _first(low, start, end)
    return any(before and rules.words.pattern(before).match(low, start, end) for before, _ in rules.ranges)


def before_remark(low: str, start: int, end: int, found: Sequence[TimeRef], rules: DateLanguage) -> int:
    """Where the words end that tell a time; a remark behind a comma tells it otherwise: "on Monday, hours after the vote"."""
    for comma in re.finditer(r",\s", low[start:end]):
        at = start + comma.start()
        spans = [(item, item.span) for item in found if item.span is not None]
        before = [item for item, span in spans if span.end <= at and item.start is not None]
        after = [(item, span.start, span.end) for item, span in spans if span.start > at]
        whole = all(span.end <= at or span.start > at for _, span in spans)
        if before and whole and _is_remark(low, at + 1, end, after, rules):
            return at
    return end


def _is_remark(low: str, start: int, end: int, found: Sequence[tuple[TimeRef, int, int]], rules: DateLanguage) -> bool:
    words = _WORD.findall(low, start, end)
    limits = rules.words.kinds["limit"]
    if (
        not words
        or rules.table[words[0]] & c.CONJUNCTION
        or limits.get(words[0]) in {"since", "until", "by"}
        or opens_range(low, start, end, rules)
        or rules.words.pattern(rules.around.trail).fullmatch(low, start - 1, end)
    ):
        return False
    dated = next((at for item, at, _ in found if item.start is not None), None)
    ways = {
        *rules.words.kinds.get("way", ()),
        *(word for word, limit in limits.items() if limit in {"before", "after"}),
    }
    if dated is not None:
        return not ways.isdisjoint(_WORD.findall(low, start, dated))  # "…, the day before the vote on May 3"
    counted = all((behind := _WORD.search(low, stop, end)) and behind[0] in ways for _, _, stop in found)
    told = any(not rules.table[word] & c.FUNCTION for word in words)
    return counted and told and (bool(found) or not re.search(r"\d", low[start:end]))


def is_all(low: str, start: int, end: int, known: TimeRef, found: Sequence[TimeRef], rules: DateLanguage) -> bool:
    """Whether every word between `start` and `end` is one of the time, or says nothing of when.

    Args:
        low: the article's text in lower case.
        start: where the words begin.
        end: where they end.
        known: what they are taken for.
        found: the times in them.
        rules: those of the article's language.
    """
    assert known.span is not None
    core = [item for item in found if item.span is not None and item.span.overlaps(known.span)]
    if not all(item in core or any(_holds(item, one) for one in core) for item in found):
        return False
    parts = sorted((item.span.start, item.span.end) for item in found if item.span is not None)
    between = "|".join((rules.owned, rules.listed, rules.joint, *(joint for _, joint in rules.ranges), ",?~", r"~\("))
    at = parts[0][1]
    for first, last in parts[1:]:
        if not rules.words.pattern(between).fullmatch(low, at, first):
            return False
        at = last
    first = max(parts[0][0], start)
    return _opens(low, _first(low, start, first), first, known, rules) and _closes(low, (first, at, end), known, rules)


def _first(low: str, start: int, end: int) -> int:
    """Past the marks that stand before the first word."""
    match = _ALONE.search(low, start, end)
    return match.start() if match else end


def _holds(wider: TimeRef, one: TimeRef) -> bool:
    """Whether a time is the same as another, or has it in it: "May 3 last year", "at the end of the month, on April 29"."""
    if wider.start is None or wider.end is None or one.start is None or one.end is None:
        return False
    if wider.value != one.value and all(_CLOCK.search(item.value or "") for item in (wider, one)):
        return False  # "from 9 a.m. to 5 p.m. on Monday"
    return wider.start <= one.start and one.end <= wider.end


def _opens(low: str, start: int, at: int, known: TimeRef, rules: DateLanguage) -> bool:
    """Whether what stands before a time says nothing of when but a limit."""
    if start >= at:
        return True
    around = rules.around
    limit, lead = rf"(?:{around.aside})(?:<:limit>~|{rules.begins})?", f"(?:{around.lead})(?:{around.moment})?"
    if is_length(known):
        limit, lead = "", around.long
    else:
        bounds = rules.bounds if known.limit in {"before", "after"} else around.about
        lead += f"(?:{bounds})?" if bounds else ""  # "less than two weeks ago", "about two weeks ago"
    ranges = "|".join(before for before, _ in rules.ranges if before and "/" in (known.value or ""))
    if rules.words.pattern(rf"{limit}(?:{ranges})?(?:{lead})").fullmatch(low, start, at):
        return True
    return not is_length(known) and _is_in_clause(low, start, at, rules)


def _is_in_clause(low: str, start: int, at: int, rules: DateLanguage) -> bool:
    """Whether a time stands in the clause or phrase that a limit heads: "until its lease ends in May", "when polls close on Friday"."""
    head = rules.words.pattern(rf"(?:{rules.around.aside})<limit>~").match(low, start, at)
    first = _WORD.match(low, start, at)
    if head is None and (first is None or ~rules.table[first[0]] & (c.SUBORDINATES | c.CIRCUMSTANCE)):
        return _tells_what(low, start, at, rules, closes=True)
    begins = head.end() if head else first.end() if first else at
    rest = low[begins:at]
    limits = rules.words.kinds["limit"]
    bits = (rules.table[word] for word in _WORD.findall(rest) if not rules.table[word] & c.ARTICLE)
    return (
        not re.search(r"[\d,;:]", rest)
        and limits.keys().isdisjoint(_WORD.findall(rest))
        and not any(one & (_CLAUSE | _TIMES | _COUNTS) for one in bits)
    )


def _tells_what(low: str, start: int, end: int, rules: DateLanguage, *, closes: bool = False) -> bool:
    """Whether words name what was at a time, and no time: "at a hearing in Oslo"; `closes`: up to the preposition of the time."""
    words, limits = _WORD.findall(low, start, end), rules.words.kinds["limit"]
    bits = [rules.table[word] for word in words]
    if closes and (not bits or not bits.pop() & c.PREPOSITION):
        return False
    if not 1 < len(bits) <= _LONGEST_PHRASE or re.search(r"[\d,;:]", low[start:end]):
        return False
    first, *rest = bits
    small = (c.WHERE if closes else c.PREPOSITION | c.CIRCUMSTANCE) | _OWNS  # not "in the wake of the flood in"
    joins = [bool(one & small) for one in rest]
    return bool(
        first & (c.WHERE | c.CIRCUMSTANCE)
        and not joins[-1]
        and limits.keys().isdisjoint(words)
        and not any(one & _OPENS or (one & c.BOUND and not one & c.WHERE) for one in bits)
        and not any(one & _NO_NOUN for one, joint in zip(rest, joins, strict=True) if not joint)
        and not opens_range(low, start, end, rules)
    )


def _closes(low: str, place: tuple[int, int, int], known: TimeRef, rules: DateLanguage) -> bool:
    """Whether what stands behind a time says nothing of when: "on Monday local time", "the 2019 drought", "by Friday at the latest"."""
    first, at, end = place
    stop = end
    while stop > at and not low[stop - 1].isalnum():
        stop -= 1
    if stop <= at:
        return True
    if rules.words.pattern(rules.around.trail).fullmatch(low, at, stop):
        return True
    if not is_length(known) and _tells_what(low, at, stop, rules):
        return True
    owner = re.search(r"([^\W\d_]+)\s$", low[max(0, first - 16) : first])
    owned = _POSSESSIVE.match(low, at, stop)
    if is_length(known) or not (owned or (owner and rules.table[owner[1]] & _OWNS)):
        return False
    season = any(rules.table[word] & c.SEASON for word in _WORD.findall(low, first, at))
    nouns = low[owned.end() if owned else at : stop]
    words = _WORD.findall(nouns)
    return (
        not season
        and len(words) <= _LONGEST_NOUN
        and not re.search(r"[\d,;:]", nouns)
        and not any(rules.table[word] & _NO_NOUN for word in words)
    )
