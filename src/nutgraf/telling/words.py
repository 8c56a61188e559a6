"""How single values read in English: days and ranges, speakers, money, links. Shared by page, notebook and terminal."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from nutgraf.results import Event, Point, Problem, Quote, Speaker, TimeRef, Usage
from nutgraf.results.said import STANCES, in_own_words
from nutgraf.telling.visible import CONTROL, visible

RESOLUTIONS: dict[str, str] = {
    "unresolved": "not resolved",
    "dropped": "dropped",
    "replaced": "replaced by what the article says",
    "merged": "told once",
    "field_cleared": "field cleared",
    "repaired": "asked again and repaired",
}
"""What was done about a problem, the gravest first."""
BASES: dict[str, str] = {
    "stated": "stated in full",
    "resolved": "worked out from another date",
    "publication_date": "no words say when; the publication date",
    "unknown": "can't be resolved",
}
_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()


def day(date: dt.date, *, weekday: bool = False) -> str:
    """11 March 2026; with its weekday: Wed 11 March 2026."""
    written = f"{date.day} {_MONTHS[date.month - 1]} {date.year}"
    return f"{_DAYS[date.weekday()]} {written}" if weekday else written


def period(start: dt.date, end: dt.date) -> str:
    """The days from one to another: 2–8 March 2026, 28 March – 3 April 2026."""
    if start == end:
        return day(start, weekday=True)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{end.day} {_MONTHS[end.month - 1]} {end.year}"
    if start.year == end.year:
        return f"{start.day} {_MONTHS[start.month - 1]} – {day(end)}"
    return f"{day(start)} – {day(end)}"


def when(time: TimeRef | None) -> str:
    """The day or the range of days that a time comes to; "" where the words fix none."""
    if time is None or not (time.start or time.end):
        return ""
    if time.start and time.end:
        return period(time.start, time.end)
    return f"from {day(time.start)}" if time.start else f"until {day(time.end)}" if time.end else ""


def speaker_name(speaker: Speaker | None) -> str:
    """The speaker's name, or the words that stand for it, as they are in the article."""
    if speaker is None:
        return "speaker not found"
    return visible(speaker.name or (speaker.mention.text if speaker.mention else speaker.title or speaker.kind))


def speaker_office(speaker: Speaker | None) -> str:
    """Title and organization, as far as the article gives them."""
    if speaker is None:
        return ""
    title, organization = speaker.title or "", speaker.organization or ""
    # "oceanographer at the Kvalvik Laboratory" says the organization already.
    return visible(", ".join(part for part in (title, "" if organization in title else organization) if part))


def said(quote: Quote) -> str:
    """The words said, in quotation marks unless they are the reporter's; what is not asserted says so before them."""
    words = visible(quote.text)
    words = f"“{words}”" if in_own_words(quote) else words
    return f"{STANCES[quote.stance]}: {words}" if quote.stance in STANCES else words


def by_which_words(quote: Quote) -> str:
    """The cue, as it stands in the article; "" where there is none."""
    return visible(quote.cue.text) if quote.cue else ""


def source(item: Event | Point) -> str:
    """By whose word it stands there: "according to Kari Holm"; "" where the paper, or a point's own words, say so."""
    speaker = item.according_to
    told = speaker is not None and isinstance(item, Point) and speaker.is_told_in(item.text)
    return f"according to {speaker_name(speaker)}" if speaker and not told else ""


def sureness(item: Event | Point) -> str:
    """A mark for what the article's own words do not prove."""
    return "open" if item.support == "open" else ""


def link(url: str | None) -> str | None:
    """The URL if it may be a link: http or https, with a host and nothing hidden in it."""
    if not url or CONTROL.search(url) or any(c.isspace() for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in ("http", "https") and parts.hostname else None


def cost(usage: Usage) -> list[str]:
    """What a brief cost, in parts: requests, tokens, dollars, seconds."""
    parts = [counted(usage.requests, "request")]
    if usage.cached_requests:
        parts.append(f"{usage.cached_requests:,} from the cache ({usage.saved_tokens:,} tokens saved)")
    parts.append(f"{usage.prompt_tokens:,} + {usage.completion_tokens:,} tokens")
    if usage.cost_usd is not None:
        parts.append(f"${usage.cost_usd:.4f}")
    return [*parts, f"{usage.seconds:.1f} s"]


def counted(number: int, noun: str) -> str:
    """1 quote, 2 quotes."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def about(problem: Problem) -> str:
    """What a problem concerned: the item's id, or its words without the marks of Python around them."""
    item = visible(problem.item or "")
    return item[1:-1] if len(item) > 1 and item[0] == item[-1] and item[0] in "'\"" else item


def grouped(problems: Iterable[Problem]) -> Iterator[tuple[str, tuple[Problem, ...]]]:
    """The problems by what was done about them, the gravest first."""
    known = tuple(problems)
    for resolution in RESOLUTIONS:
        if found := tuple(p for p in known if p.resolution == resolution):
            yield resolution, found


def told(problem: Problem, longest: int | None = None) -> str:
    """A problem in a sentence, behind the item that it concerns; cut where it is longer than that."""
    item, detail = about(problem), visible(problem.detail)
    named = "" if not item or item in detail else f" {item}" if _ID.fullmatch(item) else f" “{item}”"
    line = f"{visible(problem.step)}{named}: {detail}"
    return line if longest is None or len(line) <= longest else line[: longest - 1] + "…"


_ID = re.compile(r"\w+-?\d+")
