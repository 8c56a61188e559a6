"""What became of a lie: refused, marked, or delivered as told with nothing said about it."""

from __future__ import annotations

from collections.abc import Iterator

from examples import Json
from nutgraf.reading import Reading
from strong_compare import holds, same
from strong_set import Lie, place_of, words_of

MARKS = ("unmarked", "marked", "refused")
SOURCELESS = ("attribution_dropped",)
"""Families whose lie is the missing source: one that code finds takes the lie back."""


def outcome(lie: Lie, brief: Json, reading: Reading) -> str:
    """One of `MARKS`."""
    told = list(_told(lie, brief, reading))
    if not told:
        return "refused"
    return "marked" if all(_marked(lie, item, brief) for item in told) else "unmarked"


def _told(lie: Lie, brief: Json, reading: Reading) -> Iterator[Json]:
    """The delivered items that tell the lie as it was told."""
    if lie.step == "events":
        yield from (one for one in brief["events"] if same(one["title"], lie.words))
    elif lie.step == "summary":
        yield from (one for one in brief["summary"] if same(one["text"], lie.words))
    else:
        yield from (one for one in brief["quotes"] if _lies(lie, one, reading))


def _lies(lie: Lie, quote: Json, reading: Reading) -> bool:
    """True where a delivered quote has the wrong speaker, stance or words of the lie."""
    if lie.field == "content":
        altered = words_of(" ".join(reference.split(":", 1)[-1] for reference in lie.item["content"]))
        return altered == words_of(" ".join(span["text"] for span in quote["content"]))
    places = [place for reference in lie.item["content"] if (place := place_of(reference, reading))]
    if not any(span["start"] < end and start < span["end"] for start, end in places for span in quote["content"]):
        return False
    if lie.field == "stance":
        return quote["stance"] == lie.item["stance"]
    return quote["speaker"] is not None and holds(quote["speaker"]["name"], lie.item["speaker"]["name"])


def _marked(lie: Lie, item: Json, brief: Json) -> bool:
    words = item.get("title") or item.get("text") or ""
    names = {item.get("id") or "", repr(words[:80])} if words else {item["id"]}
    if item.get("support") == "open" or any(problem["item"] in names for problem in brief["problems"]):
        return True
    sourced = item.get("according_to") or item.get("asserted_by") or item.get("disputed_by")
    return lie.family in SOURCELESS and bool(sourced)
