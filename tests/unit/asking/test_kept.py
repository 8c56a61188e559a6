"""An answer as a cache keeps it: the same when it is found again, whoever wrote what is kept."""

from __future__ import annotations

import json
from typing import Any

import pytest

from delivered import cases
from nutgraf.asking.replies.answer import heard
from nutgraf.asking.replies.kept import found_again, to_keep
from nutgraf.errors import ReplyInvalid
from nutgraf.passes import built_in
from nutgraf.results import Event, Point
from nutgraf.results.asked import PASSES

PARTS = tuple((name, built_in(name).item) for name in PASSES)
ONE = (("summary", Point),)
ITEM = {"evidence": [1], "text": "So."}
ROOM = 64_000


@pytest.mark.parametrize("name", sorted(cases())[::9])
def test_what_a_reader_answered_is_found_again_as_it_was_read(name: str) -> None:
    read = heard(PARTS, cases()[name].answer.read_text("utf-8"), room=ROOM)
    again = found_again(PARTS, to_keep(read), room=ROOM)
    assert (again.answer, again.topics, again.unread, again.notes) == (read.answer, read.topics, (), ())
    assert heard(PARTS, again.raw, room=ROOM).answer == read.answer


@pytest.mark.parametrize(
    "value",
    [
        {"summary": [{"evidence": "1 and 2", "text": " So. "}], "topics": "Sport"},
        {"answer": {"summary": [ITEM, ITEM]}},
        {"summary": [], "topics": ["sport", "weather", "no such"]},
        {"summary": [{**ITEM, "according_to": {"name": "none", "title": "n/a"}}]},
        {"summary": [{**ITEM, "text": "“ü” \u2028 \x00"}]},
    ],
)
def test_what_was_read_generously_is_kept_as_it_was_read(value: Any) -> None:
    read = heard(ONE, json.dumps(value), room=ROOM)
    again = found_again(ONE, to_keep(read), room=ROOM)
    assert (again.answer, again.topics) == (read.answer, read.topics)


def test_what_was_lost_in_reading_is_lost_and_told_again() -> None:
    read = heard(ONE, json.dumps({"summary": [ITEM, {"evidence": [1]}]}), room=ROOM)
    assert read.unread
    assert to_keep(read) == read.raw
    assert found_again(ONE, read.raw, room=ROOM) == read


@pytest.mark.parametrize(
    "kept", ['{"as_read":true,"summary": [{"evidence": 1, "text": "So."}]}', json.dumps({"summary": [ITEM]})]
)
def test_what_fits_otherwise_is_read_as_any_answer(kept: str) -> None:
    (point,) = found_again(ONE, kept, room=ROOM).answer.summary  # type: ignore[attr-defined]
    assert point.text == "So."


@pytest.mark.parametrize(
    "kept", ["", '{"as_read":true,', '{"as_read":true,"topics":[]}', '{"as_read":true,"summary":1,"topics":2}']
)
def test_what_is_no_answer_is_none(kept: str) -> None:
    with pytest.raises(ReplyInvalid):
        found_again(ONE, kept, room=ROOM)


def test_of_other_passes_it_is_none() -> None:
    kept = to_keep(heard(ONE, json.dumps({"summary": [ITEM]}), room=ROOM))
    with pytest.raises(ReplyInvalid):
        found_again((("events", Event),), kept, room=ROOM)
