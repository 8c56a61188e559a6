"""Where a peer's answer stands in the article, in the shape of a brief's JSON.

Words are taken where the peer says that they stand, if it says so; else they are looked for letter by letter, nearest to
the words they go with. What is not found gets an empty span behind the text, which matches no gold and which the grounding
check reports.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from examples import Json, Range
from grounded import quoted_ranges
from nutgraf import Article

_MARKS = "\"“”„'‘’«» \n"


def brief_of(article: Article, **found: list[Json]) -> Json:
    """A brief's JSON that holds what is given."""
    usage = dict.fromkeys(
        ("requests", "cached_requests", "prompt_tokens", "completion_tokens", "saved_tokens", "seconds"), 0
    )
    parts: Json = {"quotes": [], "events": [], "summary": [], **found}
    return {"article": article.model_dump(mode="json"), "usage": usage, "headline": None, "problems": [], **parts}


def numbered(items: list[Json], letter: str) -> list[Json]:
    """The items with ids in their order."""
    return [{**item, "id": f"{letter}{number}"} for number, item in enumerate(items, 1)]


def bare_event(title: str, status: str, evidence: list[Json]) -> Json:
    """An event without time, numbers and participants."""
    return {"title": title, "status": status, "evidence": evidence, "time": None, "quantities": [], "participants": []}


def placed(article: Article, said: Json) -> Json:
    """A peer's answer with offsets, where its words stand in the article."""
    text, marked, at = article.text, quoted_ranges(article.text, single=True), 0
    quotes, events = list[Json](), list[Json]()
    for one in said["quotes"]:
        content = _content(text, one, at)
        at = content["end"] if content["end"] < len(text) else at
        direct = any(start <= content["start"] and content["end"] <= end for start, end in marked)
        mention = located(text, one["mention"], content["start"]) if one["mention"] else None
        speaker = {"name": one["speaker"], "mention": mention} if one["speaker"] or mention else None
        cue = located(text, one["cue"], content["start"]) if one["cue"] else None
        kind = "direct" if direct else "indirect"
        quotes.append({"kind": kind, "content": [content], "speaker": speaker, "cue": cue, "addressee": None})
    for one in said["events"]:
        evidence = [_evidence(text, words, one.get("at")) for words in one["evidence"]]
        near = evidence[0]["start"] if evidence else 0
        numbers = [{"span": located(text, n["text"], near), "value": n["value"]} for n in one["numbers"]]
        event = bare_event(one["title"], one["status"], evidence)
        events.append({**event, "time": _time(text, one["when"], one["date"], near), "quantities": numbers})
    points = [{**one, "evidence": [located(text, words, 0) for words in one["evidence"]]} for one in said["summary"]]
    quotes.sort(key=lambda quote: quote["content"][0]["start"])
    events.sort(key=lambda event: min((span["start"] for span in event["evidence"]), default=0))
    return brief_of(article, quotes=numbered(quotes, "q"), events=numbered(events, "e"), summary=points)


def _content(text: str, said: Json, near: int) -> Json:
    """The words said, without the marks around them."""
    words = said["text"].strip(_MARKS)
    if not said.get("at"):
        return located(text, words, near)
    start, end = _within(text, said["at"])
    return {"text": words, "start": start, "end": end}


def _within(text: str, at: Sequence[int]) -> Range:
    """The range without quotation marks at its ends."""
    piece = text[at[0] : at[1]]
    return at[0] + len(piece) - len(piece.lstrip(_MARKS)), at[1] - len(piece) + len(piece.rstrip(_MARKS))


def _evidence(text: str, words: str, at: Sequence[int] | None) -> Json:
    return {"text": words, "start": at[0], "end": at[1]} if at else located(text, words, 0)


def _time(text: str, words: str | None, date: str | None, near: int) -> Json | None:
    if not words:
        return None
    day = date if re.fullmatch(r"\d{4}-\d\d-\d\d", date or "") else None
    span = located(text, words, near)
    return {"span": span, "value": date, "start": day, "end": day, "precision": "day", "basis": "resolved"}


def located(text: str, words: str, near: int) -> Json:
    """The occurrence of these words that is nearest to an offset; an empty span behind the text when there is none."""
    behind, before = text.find(words, near), text.rfind(words, 0, near + len(words))
    places: Sequence[int] = [place for place in (behind, before) if place >= 0 and words]
    if not places:
        return {"text": words, "start": len(text), "end": len(text)}
    start = min(places, key=lambda place: abs(place - near))
    return {"text": words, "start": start, "end": start + len(words)}
