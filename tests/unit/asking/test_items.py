"""Each item by itself: what is written another way is brought into ours, and a bad one costs itself alone."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.asking.question.wire import TOPICS
from nutgraf.asking.replies.choices import chosen
from nutgraf.asking.replies.items import read_items
from nutgraf.results import Cited, Event, Point, Quote

EVENT: dict[str, Any] = {
    "evidence": [2],
    "title": "The ferry sank",
    "status": "occurred",
    "participants": [],
    "place": None,
    "time": None,
    "quantities": [],
}
QUOTE: dict[str, Any] = {
    "content": ["m1"],
    "speaker": {"name": "Ida Moe", "kind": "person"},
    "cue": None,
    "addressee": None,
}


def one(item: type[Any], given: Any) -> Any:
    found = read_items("pass", item, [given], most=9)
    assert not found.unread, found.unread
    return found.read[0]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Occurred", "occurred"),
        ("HAPPENED", "occurred"),
        ("has occurred", "occurred"),
        ("will happen", "planned"),
        ("scheduled", "planned"),
        ("in_progress", "ongoing"),
        ("canceled", "cancelled"),
        ("might happen", "hypothetical"),
    ],
)
def test_a_status_in_other_case_or_plain_other_words(written: str, meant: str) -> None:
    assert one(Event, EVENT | {"status": written}).status == meant


def test_a_short_name_is_the_only_one_that_holds_it() -> None:
    assert chosen("Politics", TOPICS) == "politics and government"
    assert chosen("sports", TOPICS) == "sport"


def test_what_names_two_choices_names_none() -> None:
    assert chosen("red", ("dark red", "light red")) is None
    assert chosen("weather", ("weather",)) == "weather"


def test_an_unknown_value_that_need_not_be_given_is_left_out_and_told() -> None:
    found = read_items("events", Event, [EVENT | {"participants": [{"name": "Ida Moe", "role": "aunt"}]}], most=9)
    assert found.read[0].participants[0].role == "other"  # type: ignore[attr-defined]
    assert [(n.kind, n.item) for n in found.notes] == [("unknown_choice", "'The ferry sank'")]


def test_lists_and_fields_that_are_missing_or_null_are_empty() -> None:
    made = one(Event, {"evidence": [2], "title": "The ferry sank", "status": "occurred", "participants": None})
    assert (made.participants, made.quantities, made.place, made.time) == ((), (), None, None)


def test_a_name_in_the_place_of_an_object() -> None:
    made = one(Event, EVENT | {"participants": ["Ida Moe"], "quantities": ["40 men"], "place": {"name": "Moss"}})
    assert [(p.name, p.role) for p in made.participants] == [("Ida Moe", "other")]
    assert made.quantities[0].span == "40 men"
    assert made.place == "Moss"
    assert one(Quote, QUOTE | {"speaker": "Ida Moe"}).speaker.name == "Ida Moe"


def test_field_names_in_another_case() -> None:
    made = one(Point, {"Evidence": "2", "TEXT": "The ferry sank."})
    assert (made.evidence, made.text) == ((2,), "The ferry sank.")


def test_one_bad_item_leaves_the_others() -> None:
    given = [EVENT, EVENT | {"status": "green"}, {"no": 1}, 5, EVENT | {"evidence": ["²"]}, EVENT]
    found = read_items("events", Event, given, most=99)
    assert len(found.read) == 2
    assert [u.fields for u in found.unread if u.draft] == [("status",), ("evidence",)]
    assert "'green' is none of occurred" in found.unread[0].reason
    draft = found.unread[0].draft
    assert draft is not None
    assert (draft.title, draft.status) == ("The ferry sank", None)  # type: ignore[attr-defined]
    assert not found.lost


def test_a_draft_holds_its_parts_as_the_checks_take_them() -> None:
    found = read_items(
        "events", Event, [EVENT | {"status": 3, "participants": [{"name": "Ida Moe", "role": "victim"}]}], most=9
    )
    draft: Any = found.unread[0].draft
    assert draft.participants[0].role == "recipient"


def test_an_evidence_that_is_readable_in_part_is_kept_and_the_rest_told() -> None:
    found = read_items("summary", Point, [{"evidence": [2, "²"], "text": "So."}], most=9)
    assert found.read[0].evidence == (2,)  # type: ignore[attr-defined]
    assert [n.kind for n in found.notes] == ["unknown_reference"]


def test_nothing_readable_is_a_lost_pass() -> None:
    assert read_items("events", Event, [{"no": 1}, 7], most=9).lost
    assert not read_items("events", Event, [], most=9).lost


def test_more_items_than_fit_are_told_not_read() -> None:
    found = read_items("summary", Point, [{"evidence": [1], "text": "So."}] * 4_000, most=500)
    assert len(found.read) == 500
    assert [(n.kind, "4000 items" in n.detail) for n in found.notes] == [("too_many_items", True)]


def test_more_values_within_items_than_fit_end_the_reading_too() -> None:
    crowd = EVENT | {"participants": ["Ida Moe"] * 190}
    found = read_items("events", Event, [crowd] * 400, most=400)
    assert len(found.read) == 17
    assert [n.kind for n in found.notes] == ["too_many_items"]


def test_a_field_of_any_length_is_bounded_and_so_is_what_is_told_of_it() -> None:
    found = read_items("summary", Point, [{"evidence": [1], "text": "x" * 10**6}], most=9)
    assert found.unread[0].fields == ("text",)
    assert len(found.unread[0].given) <= 1_000
    assert len(found.unread[0].reason) <= 1_000


class Raid(Cited):
    weapon: Literal["drone", "missile"]
    salvos: int
    loud: bool = False
    note: str | None = None


def test_fields_of_the_users_own() -> None:
    made = one(Raid, {"evidence": 1, "weapon": "Drones", "salvos": "1,200", "note": "N/A"})
    assert (made.weapon, made.salvos, made.loud) == ("drone", 1200, False)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from([*EVENT, *QUOTE, "text", "name", "role", "span", "x"]), inner, max_size=6)
    ),
    max_leaves=20,
)


@given(st.lists(_JSON, max_size=4))
def test_whatever_comes_is_read_or_told(given: list[Any]) -> None:
    for item in (Event, Quote, Point, Raid):
        found = read_items("pass", item, given, most=9)
        assert len(found.read) + len(found.unread) == len(given)
        for made in found.read:
            type(made).model_validate(made.model_dump())
