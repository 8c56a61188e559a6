"""Each item by itself: what is written another way is brought into ours, and a bad one costs itself alone."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from nutgraf.asking.question.wire import TOPICS
from nutgraf.asking.replies.choices import chosen, is_nothing
from nutgraf.asking.replies.items import read_items
from nutgraf.results import Cited, Event, Point, Quote, Span

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


class Berth(BaseModel):
    number: int


class Call(Cited):
    """A class with a default of each kind, a class of one field, and evidence that may be left out."""

    evidence: tuple[Span, ...] = ()
    kind: Literal["ferry", "tug"] = "tug"
    note: str = "none told"
    boats: int = 1
    metres: float = 2.5
    late: bool = True
    berth: Berth | None = None
    mood: Literal["calm", "rough"] | None = "calm"


def test_what_is_left_out_or_null_has_the_defaults_of_its_class() -> None:
    for empty in ({}, {"kind": None, "note": None, "boats": None, "metres": None, "late": None, "berth": None}):
        made = one(Call, {"evidence": [2], **empty})
        assert (made.kind, made.note, made.boats, made.metres, made.late, made.berth) == (
            "tug",
            "none told",
            1,
            2.5,
            True,
            None,
        )
    assert one(Call, {"note": "Two came."}).evidence == ()
    assert one(Call, {"mood": None}).mood is None
    assert one(Call, {}).mood is None


@pytest.mark.parametrize("berth", [4, "4.0", {"number": 4}, {"Number": "4"}, {"number": 4, "at": "north"}])
def test_a_class_of_one_field_may_be_given_as_that_field(berth: Any) -> None:
    assert one(Call, {"evidence": [2], "berth": berth}).berth == 4


@pytest.mark.parametrize("nothing", ["n/a", "null", "", None])
def test_nothing_in_words_is_nothing(nothing: Any) -> None:
    made = one(Event, EVENT | {"place": nothing, "time": nothing, "participants": nothing, "quantities": nothing})
    assert (made.place, made.time, made.participants, made.quantities) == (None, None, (), ())


def test_notes_of_several_items_are_all_told() -> None:
    found = read_items("summary", Point, [{"evidence": [n, "²"], "text": f"So {n}."} for n in (1, 2)], most=9)
    assert [note.item for note in found.notes] == ["'So 1.'", "'So 2.'"]


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
    (call,) = read_items("calls", Call, [{"berth": "north", "metres": "long"}], most=9).unread
    assert (call.draft, call.fields) == (None, ("metres", "berth"))
    (number,) = read_items("summary", Point, [7], most=9).unread
    assert (number.reasons, number.fields) == (("it is no object",), ("evidence", "text"))


def test_more_items_than_fit_are_told_not_read() -> None:
    found = read_items("summary", Point, [{"evidence": [1], "text": "So."}] * 4_000, most=500)
    assert len(found.read) == 500
    assert [(n.step, n.kind, "4000 items" in n.detail) for n in found.notes] == [("summary", "too_many_items", True)]


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


class Crew(BaseModel):
    ship: str
    hands: int = 1


class Strict(Cited):
    share: float
    hulls: int = 1
    crew: Crew | None = None
    tags: tuple[str, ...] = ()
    loud: bool = False


def test_values_of_the_wrong_type_are_named_each_and_the_rest_kept() -> None:
    given = {"evidence": [1], "share": 0.5, "hulls": 2.5, "crew": {"ship": "Anna"}, "tags": ["a"], "loud": "perhaps"}
    (unread,) = read_items("pass", Strict, [given], most=9).unread
    assert unread.fields == ("hulls", "loud")
    assert [reason.partition(":")[0] for reason in unread.reasons] == ["hulls", "loud"]
    assert "fractional part" in unread.reason
    draft: Any = unread.draft
    assert (draft.evidence, draft.share, draft.tags) == ((1,), 0.5, ("a",))
    assert (draft.hulls, draft.loud) == (None, None)
    assert (draft.crew.ship, draft.crew.hands) == ("Anna", 1)


def test_an_object_is_read_whole_or_from_its_main_field() -> None:
    plain = one(Strict, {"evidence": [1], "share": 0.5, "crew": "Anna"}).crew
    assert (plain.ship, plain.hands) == ("Anna", 1)
    assert one(Strict, {"evidence": [1], "share": 0.5, "crew": {"Ship": "Anna", "hands": "4"}}).crew.hands == 4
    (unread,) = read_items("pass", Strict, [{"evidence": [1], "share": 0.5, "crew": 7}], most=9).unread
    assert unread.reasons == ("crew: 7 is no object",)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("1e20", "'1e20' is no number that an article gives"),
        ("much", "'much' is no number"),
        (float("nan"), "nan is no number that an article gives"),
        (-(10**15), "a number of many digits is no number that an article gives"),
    ],
)
def test_a_number_that_no_article_gives_is_refused_in_words(given: Any, said: str) -> None:
    said = said.replace("'1e20'", "1e+20")
    (unread,) = read_items("pass", Strict, [{"evidence": [1], "share": given}], most=9).unread
    assert unread.reasons == (f"share: {said}",)


def test_a_list_within_an_item_has_an_end_and_skips_what_is_empty() -> None:
    (unread,) = read_items("pass", Strict, [{"evidence": [1], "share": 1, "tags": ["a"] * 201}], most=9).unread
    assert unread.reasons == ("tags: 201 values",)
    assert one(Strict, {"evidence": [1], "share": 1, "tags": [None, "a", ""]}).tags == ("a",)
    assert one(Strict, {"evidence": [1], "share": 1, "tags": "a"}).tags == ("a",)


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ({"text": "So.", "n": 3}, "So."),
        (["So", "it is."], "So, it is."),
    ],
)
def test_words_in_an_object_or_a_list_are_words(given: Any, text: str) -> None:
    assert one(Point, {"evidence": [1], "text": given}).text == text


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"text": "So.", "more": "it is"}, "text: {'text': 'So.', 'more': 'it is'} is no text"),
        (["So", 1], "text: ['So', 1] is no text"),
        ([], "text: [] is no text"),
        (5, "text: 5 is no text"),
        (None, "text: it is null"),
        ("x" * 4_001, "text: 4001 characters are more than 4000"),
    ],
)
def test_what_is_no_words_is_named(given: Any, said: str) -> None:
    (unread,) = read_items("summary", Point, [{"evidence": [1], "text": given}], most=9).unread
    assert unread.reasons == (said,)
    assert (unread.step, unread.reason) == ("summary", said)


def test_a_missing_field_is_told_from_one_that_is_null() -> None:
    (unread,) = read_items("summary", Point, [{"evidence": [1], "x": 1}], most=9).unread
    assert unread.reasons == ("text: it is missing",)


def test_a_number_may_stand_for_the_words_of_an_article_but_for_no_free_text() -> None:
    made = one(Event, EVENT | {"quantities": [{"span": 40}], "place": 5})
    assert (made.quantities[0].span, made.place) == ("40", "5")


@pytest.mark.parametrize(
    ("given", "choices", "choice"),
    [
        (2.0, (1, 2), 2),
        (2.5, (1, 2), None),
        (True, (1, 2), None),
        ("and", ("politics and government", "sport"), None),
        ("the sport of", ("politics", "sport"), "sport"),
        ("Organisation", ("organization", "person"), "organization"),
        ("labor", ("labour", "defence"), "labour"),
        ("x" * 101, ("x" * 101 + "y",), None),
        (["sport"], ("sport",), None),
        ("two_words", ("two words",), "two words"),
        ("company", ("person", "group"), None),
        ("bus", ("bus lines", "trams"), "bus lines"),
        ("car", ("cars and vans", "boats"), "cars and vans"),
    ],
)
def test_which_choice_is_meant(given: Any, choices: tuple[str | int, ...], choice: str | int | None) -> None:
    assert chosen(given, choices) == choice


@pytest.mark.parametrize("given", [None, "", " NULL ", "none", "Nil", "n/a", "N.A.", "undefined"])
def test_null_in_any_spelling_is_nothing(given: Any) -> None:
    assert is_nothing(given)
    assert not is_nothing("0")
    assert not is_nothing(0)


def test_a_flag_is_taken_as_it_is_given() -> None:
    raid = {"evidence": 1, "weapon": "drone", "salvos": 2}
    assert [one(Raid, raid | {"loud": loud}).loud for loud in (True, False)] == [True, False]
    assert one(Raid, raid).loud is False


@pytest.mark.parametrize(
    ("told", "label"),
    [
        ({"title": "It sank", "text": "No"}, "'It sank'"),
        ({"text": "It sank", "name": "No"}, "'It sank'"),
        ({"content": ["m1"]}, "['m1']"),
        ({"name": "Osk"}, "'Osk'"),
        ({}, "raids"),
    ],
)
def test_a_note_calls_an_item_by_what_it_says(told: dict[str, Any], label: str) -> None:
    found = read_items("raids", Raid, [{"evidence": [1, "²"], "weapon": "drone", "salvos": 2, **told}], most=9)
    assert [(n.step, n.kind, n.item, n.detail) for n in found.notes] == [
        ("raids", "unknown_reference", label, "evidence: '²' is no sentence number")
    ]


def test_what_could_not_be_read_is_shown_in_its_own_letters() -> None:
    (unread,) = read_items("raids", Raid, [{"weapon": "Zoës Säge"}], most=9).unread
    assert unread.given == '{"weapon": "Zoës Säge"}'
    assert unread.step == "raids"


@pytest.mark.parametrize(("given", "day"), [("2026-05-03", "2026-05-03"), (20260503, None), ([3], None)])
def test_a_date_that_is_no_text_is_left_out_and_costs_nothing_else(given: Any, day: str | None) -> None:
    assert one(Event, EVENT | {"time": "May 3", "time_date": given}).time_date == day
