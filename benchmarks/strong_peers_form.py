"""Answers, deliveries and lies of the peers in one form.

An item is {"step", "words", "at", "fields"}: the pass, the words that are to stand in the article, where the peer says that they stand (None:
it does not say, or has not found them), and everything else that is filled in.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from examples import Json
from nutgraf.reading import Reading
from nutgraf.results.asked import PASSES
from placing import located
from strong_peers_place import span_of
from strong_set import Case, Lie, place_of

_CLASSES = {"quote": "quotes", "event": "events", "main_point": "summary"}


class Form(Protocol):
    """How a peer writes what nutgraf calls quotes, events and points."""

    def answered(self, answer: Json) -> list[Json]:
        """The items of an answer."""
        ...

    def delivered(self, said: Json) -> list[Json]:
        """The items of what a caller gets."""
        ...

    def lie(self, lie: Lie, reading: Reading) -> Json:
        """An answer that holds this lie alone."""
        ...

    def with_lies(self, answer: Json, told: Sequence[Lie], case: Case) -> Json:
        """An answer of lies among right quotes: those whose words a lie takes are left out, and so is everything that is written."""
        ...


class Nested:
    """The brief that instructor is asked for."""

    def answered(self, answer: Json) -> list[Json]:
        words = {"quotes": "content", "events": "evidence", "summary": "evidence"}
        return [
            {"step": step, "words": one[words[step]], "at": None, "fields": filled(one, words[step])}
            for step in PASSES
            for one in answer.get(step, [])
        ]

    def delivered(self, said: Json) -> list[Json]:
        return self.answered(said)

    def lie(self, lie: Lie, reading: Reading) -> Json:
        item = lie.item
        if lie.step == "quotes":
            more = {name: item[name] for name in ("speaker", "cue", "stance")}
            told = {"content": _content(lie, reading), "form": _form(lie, reading), **more}
        elif lie.step == "events":
            numbers = [{"text": one["span"], "role": one["role"]} for one in item["quantities"]]
            more = {one: item[one] for one in ("title", "status", "participants", "place", "time", "according_to")}
            told = {"evidence": _evidence(lie, reading), **more, "date": None, "numbers": numbers}
        else:
            told = {"evidence": _evidence(lie, reading), "text": item["text"]}
        return {step: [told] if step == lie.step else [] for step in PASSES}

    def with_lies(self, answer: Json, told: Sequence[Lie], case: Case) -> Json:
        lied = [self.lie(lie, case.reading) for lie in told]
        taken = [words for one in lied for quote in one["quotes"] for words in quote["content"]]
        right = [one for one in answer["quotes"] if not _overlap(one["content"], taken, case.article.text)]
        parts = {step: [item for one in lied for item in one[step]] for step in PASSES}
        return {**parts, "quotes": right + parts["quotes"], "topics": answer["topics"]}


class Extracted:
    """langextract's flat list. It has room for one passage an item: a quote of two pieces is two, of several sentences one is named."""

    def answered(self, answer: Json) -> list[Json]:
        return [
            {"step": _CLASSES[kind], "words": [words], "at": None, "fields": filled(attributes)}
            for kind, words, attributes in map(_parts, answer["extractions"])
        ]

    def delivered(self, said: Json) -> list[Json]:
        return [
            {
                "step": _CLASSES[one["class"]],
                "words": [one["text"]],
                "at": one["at"],
                "fields": filled(one["attributes"]),
            }
            for one in said.get("items", [])
        ]

    def lie(self, lie: Lie, reading: Reading) -> Json:
        item = lie.item
        if lie.step == "quotes":
            who = item["speaker"]
            names = {"speaker": who["name"], "speaker_title": who["title"], "organization": who["organization"]}
            more = {"speaker_kind": who["kind"], "cue": item["cue"], "stance": item["stance"]}
            attributes = {"form": _form(lie, reading), **names, **more}
            told = [{"quote": words, "quote_attributes": attributes} for words in _content(lie, reading)]
        elif lie.step == "events":
            told = [{"event": _evidence(lie, reading)[0], "event_attributes": _attributes(item)}]
        else:
            attributes = {"point": item["text"], "topics": []}
            told = [{"main_point": _evidence(lie, reading)[0], "main_point_attributes": attributes}]
        return {"extractions": told}

    def with_lies(self, answer: Json, told: Sequence[Lie], case: Case) -> Json:
        lied = [one for lie in told for one in self.lie(lie, case.reading)["extractions"]]
        text, taken = case.article.text, [one["quote"] for one in lied if "quote" in one]
        quotes = [one for one in answer["extractions"] if "quote" in one]
        right = [one for one in quotes if not _overlap([one["quote"]], taken, text)]
        in_order = sorted(
            right + lied, key=lambda one: int(located(text, _parts(one)[1], 0)["start"])
        )  # as its guide asks
        return {"extractions": in_order}


def _parts(extraction: Json) -> tuple[str, str, Json]:
    """Class, text and attributes of an extraction."""
    kind = next(key for key in extraction if not key.endswith("_attributes"))
    return kind, extraction[kind], extraction.get(f"{kind}_attributes") or {}


def _attributes(item: Json) -> Json:
    roles = {"actors": "actor", "recipients": "recipient", "others": "other"}
    people = {k: [one["name"] for one in item["participants"] if one["role"] == role] for k, role in roles.items()}
    numbers = [one["span"] for one in item["quantities"]], [one["role"] or "" for one in item["quantities"]]
    return {
        **{name: item[name] for name in ("title", "status")},
        **people,
        "place": item["place"],
        "time": item["time"],
        "date": None,
        "numbers": numbers[0],
        "number_roles": numbers[1],
        "according_to": item["according_to"],
    }


def _content(lie: Lie, reading: Reading) -> list[str]:
    """The words of a quote; of one whose words are altered, those that stand nowhere."""
    if lie.field == "content":
        return [reference.split(":", 1)[-1].strip() for reference in lie.item["content"]]
    places = [place_of(reference, reading) for reference in lie.item["content"]]
    return [reading.article.text[slice(*place)] for place in places if place]


def _form(lie: Lie, reading: Reading) -> str:
    marked = all(reference in reading.by_segment for reference in lie.item["content"])
    return "direct" if marked or lie.field == "content" else "indirect"


def _evidence(lie: Lie, reading: Reading) -> list[str]:
    return [reading.sentence_span(number).text for number in lie.item["evidence"]]


def filled(item: Json, besides: str = "") -> Json:
    """The fields that say something."""
    return {name: value for name, value in item.items() if name != besides and value not in (None, [], "")}


def _overlap(words: Sequence[str], taken: Sequence[str], text: str) -> bool:
    mine, theirs = ([span_of(text, one) for one in each] for each in (words, taken))
    return any(a["start"] < b["end"] and b["start"] < a["end"] for a in mine for b in theirs)


def same_item(one: Json, other: Json) -> bool:
    return all(one[name] == other[name] for name in ("step", "words", "fields"))


def missing(answered: Sequence[Json], delivered: Sequence[Json]) -> list[Json]:
    """What was answered and is not delivered in the same words with the same fields."""
    return [one for one in answered if not any(same_item(one, other) for other in delivered)]


def doubted(item: Json, delivered: Sequence[Json], text: str) -> bool:
    """True where a peer that gives places gives none for this item, or one at which other words stand: a mark, to whoever looks."""
    gives_places = any(one["at"] for one in delivered)
    return gives_places and (not item["at"] or text[slice(*item["at"])] != item["words"][0])


def outcome(lie: Sequence[Json], delivered: Sequence[Json], text: str) -> str:
    """What became of a lie's items: *refused* where one is not delivered, *marked* where one is doubted, else *unmarked*."""
    if missing(lie, delivered):
        return "refused"
    told = [one for one in delivered if any(same_item(one, other) for other in lie)]
    return "marked" if any(doubted(one, delivered, text) for one in told) else "unmarked"
