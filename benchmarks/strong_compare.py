"""What became of an item: is it delivered as answered, and if not, what is different?

Unchanged is an item whose words, status, stance and every field that the answer fills are delivered. What the answer leaves empty and code
fills is an addition, no change; a longer form of a name, a place or a time that holds the answered one is none either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from examples import Json, Range, range_of
from nutgraf.reading import Reading
from strong_set import place_of, words_of

SLACK = 3
"""Characters at an edge that make no difference: a comma, a stop, a mark."""


def changes(step: str, item: Json, brief: Json, reading: Reading, answered: Sequence[Json]) -> list[tuple[str, str]]:
    """Field and difference of everything in which the delivered item is not what was answered.

    Args:
        step: the pass.
        item: what was answered.
        brief: what was delivered.
        reading: the article.
        answered: every item of the pass, since a quotation may be delivered whole that was answered in pieces.
    """
    if step == "quotes":
        return list(_quote(item, brief["quotes"], reading, answered))
    if step == "summary":
        found = next((one for one in brief["summary"] if same(one["text"], item["text"])), None)
        return [] if found else [("text", f"not delivered: {item['text']!r}")]
    event = next((one for one in brief["events"] if same(one["title"], item["title"])), None)
    return list(_event(item, event)) if event else [("title", f"not delivered: {item['title']!r}")]


def same(one: str, other: str) -> bool:
    return " ".join(one.split()).rstrip(".") == " ".join(other.split()).rstrip(".")


def _event(item: Json, event: Json) -> Iterator[tuple[str, str]]:
    if event["status"] != item["status"]:
        yield "status", f"{item['status']} → {event['status']}"
    for one in item["participants"]:
        found = [other for other in event["participants"] if holds(other["name"], one["name"])]
        if not found:
            yield "participants", f"{one['name']!r} is not among {[other['name'] for other in event['participants']]}"
        elif all(other["role"] != one["role"] for other in found):
            yield "participants", f"{one['name']!r}: {one['role']} → {found[0]['role']}"
    place, time = event["place"], event["time"]
    yield from _field("place", item["place"], place and place["text"])
    yield from _field("time", item["time"], time and time["span"] and time["span"]["text"])
    for one in item["quantities"]:
        found = [other for other in event["quantities"] if touches(other["span"]["text"], one["span"])]
        if not found:
            delivered = [other["span"]["text"] for other in event["quantities"]]
            yield "quantities", f"{one['span']!r} is not among {delivered}"
        elif all(other["role"] != one["role"] for other in found):
            yield "quantities", f"{one['span']!r}: {one['role']} → {found[0]['role']}"
    yield from _field("according_to", item["according_to"], _who(event["according_to"]))


def _who(speaker: Json | None) -> str | None:
    if speaker is None:
        return None
    mention = speaker["mention"]["text"] if speaker["mention"] else ""
    return f"{speaker['title'] or ''} {speaker['name'] or ''} {mention}".strip()


def _field(name: str, answered: str | None, delivered: str | None) -> Iterator[tuple[str, str]]:
    if answered and not touches(delivered, answered):
        yield name, f"{answered!r} → {delivered!r}"


def holds(longer: str | None, shorter: str | None) -> bool:
    """True where every word of one stands in the other."""
    return bool(words_of(shorter)) and set(words_of(shorter)) <= set(words_of(longer))


def touches(one: str | None, other: str | None) -> bool:
    """True where either holds the other: "on Tuesday" and "Tuesday"."""
    return holds(one, other) or holds(other, one)


def _quote(item: Json, quotes: Sequence[Json], reading: Reading, answered: Sequence[Json]) -> Iterator[tuple[str, str]]:
    places = [place_of(reference, reading) for reference in item["content"]]
    pieces = [place for place in places if place]
    said = " … ".join(reading.article.text[a:b] for a, b in pieces)
    holding = [
        one for one in quotes if all(any(_covers(range_of(s), piece) for s in one["content"]) for piece in pieces)
    ]
    if not pieces or len(pieces) < len(places):
        yield "content", f"{item['content']} points at nothing"
    elif item["speaker"] is None:
        if holding:
            yield "speaker", f"no speech, delivered as words of {[_who(one['speaker']) for one in holding]}"
    elif found := holding or [one for one in quotes if _is_what_was_said(one, pieces, item)]:
        theirs = [place for one in answered for told in one["content"] if (place := place_of(told, reading))]
        hull = pieces[0][0], pieces[-1][1]
        differing = [[*_content(one, [*pieces, hull, *theirs], said), *_speaker(item, one)] for one in found]
        yield from min(differing, key=len)
    else:
        parts = [one for one in quotes if any(_covers(piece, range_of(s)) for piece in pieces for s in one["content"])]
        delivered = [[span["text"] for span in one["content"]] for one in parts]
        yield "content", f"not delivered: {said!r}; of it: {delivered}"


def _is_what_was_said(quote: Json, pieces: Sequence[Range], item: Json) -> bool:
    """True where a quote holds of each piece the words said: the cue and the speaker, which the answer left in, are cut out."""
    spans = [range_of(span) for span in quote["content"]]
    inside = all(any(_covers(piece, span) for piece in pieces) for span in spans)
    if not inside or not touches(_who(quote["speaker"]), item["speaker"]["name"]):
        return False
    whole = all(reference.strip(" []").isdigit() for reference in item["content"])
    edges = (spans[0][0], spans[-1][1])
    return whole or (len(spans) > len(pieces) and _near(edges, (pieces[0][0], pieces[-1][1])))


def _content(quote: Json, pieces: Sequence[Range], said: str) -> Iterator[tuple[str, str]]:
    """What a quote holds beyond what was answered, here or in another item."""
    for span in quote["content"]:
        if not any(_covers(piece, range_of(span)) for piece in pieces):
            yield "content", f"{said!r} → {span['text']!r}"


def _covers(outer: Range, inner: Range) -> bool:
    return outer[0] <= inner[0] + SLACK and inner[1] - SLACK <= outer[1]


def _near(one: Range, other: Range) -> bool:
    return abs(one[0] - other[0]) <= SLACK and abs(one[1] - other[1]) <= SLACK


def _speaker(item: Json, found: Json) -> Iterator[tuple[str, str]]:
    speaker, wanted = found["speaker"] or {}, item["speaker"]
    if wanted["name"] and not touches(speaker.get("name") or _who(found["speaker"]), wanted["name"]):
        yield "speaker", f"{wanted['name']!r} → {speaker.get('name')!r}"
    for name in ("title", "organization"):
        if wanted[name] and not touches(speaker.get(name), wanted[name]):
            yield name, f"{wanted[name]!r} → {speaker.get(name)!r}"
    if wanted["name"] and wanted["kind"] != speaker.get("kind"):
        yield "kind", f"{wanted['kind']} → {speaker.get('kind')}"
    cue = found["cue"] and found["cue"]["text"]
    if item["cue"] and not set(words_of(item["cue"])) & set(words_of(cue)):
        yield "cue", f"{item['cue']!r} → {cue!r}"
    if item["stance"] != found["stance"]:
        yield "stance", f"{item['stance']} → {found['stance']}"
