"""How single values read in English: days and ranges, speakers, money, links. Shared by page, notebook and terminal."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from nutgraf.counting import counted
from nutgraf.results import Brief, Event, Point, Problem, Quote, Speaker, TimeRef, Usage
from nutgraf.results.said import STANCES, in_own_words, told_name
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
    "model": "the model's date, which the words don't contradict",
    "publication_date": "no words say when; the publication date",
    "unknown": "can't be resolved",
}
_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()


def day(date: dt.date | None, *, weekday: bool = False) -> str:
    """11 March 2026; with its weekday: Wed 11 March 2026; "" for none."""
    if date is None:
        return ""
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
    """The day or the range of days that a time comes to, with its limit; "" where the words fix none."""
    if time is None or not (time.start or time.end):
        return ""
    if time.start and time.end:
        limit = "" if time.limit == "at" else f"{time.limit} "
        return limit + _long(time.start, time.end)
    return f"from {day(time.start)}" if time.start else f"until {day(time.end)}" if time.end else ""


def fixes_a_time(time: TimeRef | None) -> bool:
    """Whether the time has a place among others: "the 1970s" and "in recent years" have none."""
    return time is not None and bool(time.start or time.end) and time.precision != "vague"


def _long(start: dt.date, end: dt.date) -> str:
    """Whole months, years and decades by their names, other periods by their days: March 2026, 1970s, 2–8 March 2026."""
    first, last = (start.month, start.day) == (1, 1), (end.month, end.day) == (12, 31)
    if first and last:
        if start.year % 10 == 0 and end.year == start.year + 9:
            return f"{start.year}s"
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    if start.day == 1 and (start.year, start.month) == (end.year, end.month) and (end + dt.timedelta(1)).day == 1:
        return f"{_MONTHS[start.month - 1]} {start.year}"
    return period(start, end)


def uncounted(brief: Brief) -> tuple[str, ...]:
    """The words for times that nothing can be counted from, since the article has no publication date."""
    if brief.article.published is not None:
        return ()
    return _unresolved(event.time for event in brief.events if event.time)


def _unresolved(times: Iterable[TimeRef]) -> tuple[str, ...]:
    unknown = [time.span for time in times if time.basis == "unknown" and not time.value]
    return tuple(dict.fromkeys(visible(span.text) for span in unknown if span))


def first_uncounted(brief: Brief) -> str:
    """The first three of them, in marks; empty where all can be counted."""
    return _first(uncounted(brief))


def first_of_times(times: Iterable[TimeRef]) -> str:
    """The same of the times of an article without a publication date."""
    return _first(_unresolved(times))


def _first(found: Sequence[str]) -> str:
    return ", ".join(f"“{one}”" for one in found[:3]) + (" …" if len(found) > 3 else "")


def speaker_name(speaker: Speaker | None) -> str:
    """The speaker's name, or the words that stand for it, as they are in the article; of somebody without either what they are."""
    if speaker is None:
        return "speaker not found"
    told = told_name(speaker) or speaker.title or speaker.organization
    return visible(told) if told else _NAMELESS.get(speaker.kind, f"an unnamed {speaker.kind}")


_NAMELESS = {"unnamed": "somebody unnamed", "document": "a document"}


def speaker_office(speaker: Speaker | None) -> str:
    """Title and organization, as far as the article gives them."""
    if speaker is None:
        return ""
    title, organization = speaker.title or "", speaker.organization or ""
    name = speaker_name(speaker)
    # "oceanographer at the Kvalvik Laboratory" says the organization already, "a Tanzanian official" that they are an official.
    title, organization = "" if title in name else title, "" if organization in f"{name}\n{title}" else organization
    return visible(", ".join(part for part in (title, organization) if part))


def said(quote: Quote) -> str:
    """The words said, in quotation marks unless they are the reporter's; what is not asserted says so before them."""
    words = visible(quote.text)
    words = f"“{words}”" if in_own_words(quote) else words
    return f"{STANCES[quote.stance]}: {words}" if quote.stance in STANCES else words


def by_which_words(quote: Quote) -> str:
    """The cue, as it stands in the article; "" where there is none. The words said and the speaker, told beside it, are left out of it:
    "ruled … out", "teilte … mit".
    """
    cue, mention = quote.cue, quote.speaker.mention if quote.speaker else None
    if cue is None:
        return ""
    parts, at = list[str](), cue.start
    for span in sorted((*quote.content, *((mention,) if mention else ())), key=lambda span: span.start):
        if cue.start < span.start and span.end < cue.end and span.start >= at:
            before = cue.text[at - cue.start : span.start - cue.start].strip(_AROUND)
            parts.append(_ARTICLE.sub("", before) if span is mention else before)
            at = span.end
    parts.append(cue.text[at - cue.start :].strip(_AROUND))
    return visible(" … ".join(filter(None, parts)) if len(parts) > 1 else cue.text)


_ARTICLE = re.compile(r" [^\W\d_A-ZÄÖÜ]{1,5}\Z")
"""A short word before a speaker, most often an article: "teilte [die] Behörde mit"."""
_AROUND = ' \n,"“”„«»‘’‚'


def speakers_of(brief: Brief) -> dict[str, str]:
    """Who speaks in each quote, by its id."""
    return {quote.id: speaker_name(quote.speaker) for quote in brief.quotes}


def source(item: Event | Point, voices: Collection[str] = ()) -> str:
    """By whose word it stands there: "according to Kari Holm"; "" where the paper or a point's own words say so, or one of the `voices`
    shown beside it is theirs.
    """
    speaker = item.according_to
    if speaker is None or (isinstance(item, Point) and speaker.is_told_in(item.text)):
        return ""
    name = speaker_name(speaker)
    return "" if name in voices else f"according to {name}"


SUPPORT: dict[str, tuple[str, str]] = {
    "verbatim": ("●", "the article’s own words"),
    "judged": ("◐", "a judge found it in its sentences"),
    "worded": ("○", "its names, numbers, times and most words stand there"),
    "open": ("?", "neither proved nor contradicted"),
}
"""A quiet mark for how sure a title or point is, and what it means; the surest first."""


def sureness(item: Event | Point) -> str:
    """A word for what the article's own words do not prove."""
    return "open" if item.support == "open" else ""


def stance(quote: Quote) -> str:
    """What the speaker did with words that they did not assert: "denied"; "" for saying them."""
    return STANCES.get(quote.stance, "")


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
        parts.append(f"{usage.cached_requests:,} from the cache ({counted(usage.saved_tokens, 'token')} saved)")
    parts.append(f"{usage.prompt_tokens:,} + {counted(usage.completion_tokens, 'token')}")
    if usage.cost_usd is not None:
        parts.append(f"${usage.cost_usd:.4f}")
    return [*parts, f"{usage.seconds:.1f} s"]


def cost_of_asking(usage: Usage) -> list[str]:
    """The same; nothing where no model was asked."""
    return cost(usage) if usage.requests or usage.cached_requests else []


def particulars(event: Event) -> list[str]:
    """Where, who and how many, in the article's words: "Bergen", "Kari Holm (actor)", "40 drones shot down"."""
    told = [event.place.text] if event.place else []
    told += [one.name if one.role == "other" else f"{one.name} ({one.role})" for one in event.participants]
    return told + [one.span.text + (f" {one.role}" if one.role else "") for one in event.quantities]


def _about(problem: Problem) -> str:
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
    item, detail = _about(problem), visible(problem.detail)
    named = "" if not item or item in detail else f" {item}" if _ID.fullmatch(item) else f" “{item}”"
    line = f"{visible(problem.step)}{named}: {detail}"
    return line if longest is None or len(line) <= longest else line[: longest - 1] + "…"


_ID = re.compile(r"\w+-?\d+")
