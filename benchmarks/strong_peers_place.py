"""Where the words of peers' items stand, and the items in the shape of a brief, for the measures of benchmarks/examples.py."""

from __future__ import annotations

import re
from collections.abc import Sequence

from examples import Json, Range
from grounded import quoted_ranges
from nutgraf import Article
from placing import bare_event, brief_of, located, numbered
from strong_compare import SLACK, touches

_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_PAIRS = {"“": "”", '"': '"', "„": "“", "«": "»"}


def span_of(text: str, words: str, near: int = 0) -> Json:
    """Where words stand, a pair of marks around them aside; an empty span behind the text when they stand nowhere."""
    paired = len(words) > 1 and _PAIRS.get(words[0]) == words[-1]
    return located(text, words[1:-1] if paired else words, near)


def verbatim(words: str, text: str) -> bool:
    """True when the words, a pair of marks around them aside, stand in the article letter by letter."""
    span = span_of(text, words)
    return bool(span["start"] < span["end"])


def brief(article: Article, items: Sequence[Json]) -> Json:
    """The items as a brief's JSON."""
    text, near = article.text, 0
    quotes, events = list[Json](), list[Json]()
    for one in items:
        if one["step"] == "quotes":
            quotes.append(_quote(text, one, near))
            last = max((span["end"] for span in quotes[-1]["content"]), default=0)
            near = last if last < len(text) else near
        elif one["step"] == "events":
            events.append(_event(text, one))
    return brief_of(article, quotes=numbered(quotes, "q"), events=numbered(events, "e"))


def _quote(text: str, one: Json, near: int) -> Json:
    fields, spans = one["fields"], list[Json]()
    for words in one["words"]:
        spans.append(_given(text, one, words) or span_of(text, words, near))
    who = fields.get("speaker")
    name = who.get("name") if isinstance(who, dict) else who
    speaker = {"name": name, "mention": None} if who else None
    return {"kind": fields.get("form", "direct"), "content": spans, "speaker": speaker, "cue": None, "addressee": None}


def _given(text: str, one: Json, words: str) -> Json | None:
    """Where a peer says that the words stand."""
    if not one["at"]:
        return None
    start, end = one["at"]
    paired = end - start > 1 and _PAIRS.get(text[start]) == text[end - 1]
    return {"text": words, "start": start + paired, "end": end - paired}


def _event(text: str, one: Json) -> Json:
    fields = one["fields"]
    evidence = [_given(text, one, words) or span_of(text, words) for words in one["words"]]
    event = bare_event(fields.get("title", ""), fields.get("status", ""), evidence)
    time, date = fields.get("time"), fields.get("date")
    if time or date:
        span = located(text, time or "", min((each["start"] for each in evidence), default=0))
        event["time"] = {
            "span": span,
            "value": date,
            "start": date,
            "end": date,
            "precision": "day",
            "basis": "resolved",
        }
    return event


def plain_dates(gold: Json) -> Json:
    """The gold without dates that the peers were given no form for (weeks, quarters, ranges): no system is judged by them."""
    events = [{**one, "date": one["date"] if _DATE.fullmatch(one["date"] or "") else None} for one in gold["events"]]
    return {**gold, "events": events}


Meant = Sequence[tuple[int, int, Json]]
"""First and last character of the gold's pieces, with their quote."""


def leveled(brief: Json, gold: Json) -> Json:
    """The brief without differences that count for nothing, from whichever system it is.

    The marked words of a mixed quote stand for it, also where its pieces hold words of the reporter. A piece whose edges lie within three
    characters of one of the gold's takes the gold's. Where the gold has a mention and no name, a name that holds the mention's words, or is
    held by them, counts as none.
    """
    text, meant = brief["article"]["text"], list[tuple[int, int, Json]]()
    for one in gold["quotes"]:
        meant += [((at := text.index(piece)), at + len(piece), one) for piece in one["content"]]
    marked = quoted_ranges(text)
    return {**brief, "quotes": [_leveled(quote, meant, marked, text) for quote in brief["quotes"]]}


def _leveled(quote: Json, meant: Meant, marked: Sequence[Range], text: str) -> Json:
    content, speaker = list[Json](quote["content"]), quote["speaker"]
    if quote["kind"] != "indirect":
        content = _marked_words(content, marked, text) or content
    content = [_snapped(span, meant) for span in content]
    same = [one for start, end, one in meant if any(start < span["end"] and span["start"] < end for span in content)]
    if speaker and any(
        one["speaker"] is None and touches(_bare(speaker["name"]), _bare(one["mention"])) for one in same
    ):
        speaker = {**speaker, "name": None}
    return {**quote, "content": content, "speaker": speaker}


def _bare(words: str | None) -> str:
    return re.sub(r"(?i)^(?:an?|the)\s+", "", words or "")


def _marked_words(content: Sequence[Json], marked: Sequence[Range], text: str) -> list[Json]:
    inside = [(a, b) for a, b in marked if any(s["start"] - SLACK <= a and b <= s["end"] + SLACK for s in content)]
    return [{"text": text[a:b], "start": a, "end": b} for a, b in inside]


def _snapped(span: Json, meant: Meant) -> Json:
    for start, end, _ in meant:
        if abs(start - span["start"]) <= SLACK and abs(end - span["end"]) <= SLACK:
            return {**span, "start": start, "end": end}
    return span
