"""What the model sees of a class, and what no strict schema can say."""

import json
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field

from nutgraf.article import Span
from nutgraf.asking.question import wire
from nutgraf.asking.question.narrowing import Narrowing
from nutgraf.asking.replies.answer import heard
from nutgraf.checking.written import own_texts
from nutgraf.errors import ConfigurationError
from nutgraf.reading import read
from nutgraf.results import Cited, Event, Filled, Point, Quote, TimeRef, Words
from nutgraf.slots import slots


def objects(schema: Any) -> list[dict[str, Any]]:
    if isinstance(schema, dict):
        found = [schema] if schema.get("type") == "object" else []
        return found + [o for value in schema.values() for o in objects(value)]
    return [o for value in schema for o in objects(value)] if isinstance(schema, list) else []


class Raid(Event):
    weapon: Literal["drone", "missile"] | None = Field(default=None, description="what was fired")
    salvos: int = 0


class Figure(Cited):
    value: float
    of_what: str
    source: Annotated[Span | None, Words("names")] = None
    secret: Annotated[str, Filled] = ""


PARTS = {"quotes": Quote, "events": Raid, "summary": Point, "figures": Figure}


def test_every_object_of_the_schema_is_strict() -> None:
    for found in objects(wire.schema(PARTS)):
        assert found["additionalProperties"] is False
        assert found["required"] == list(found["properties"])


def test_no_offset_and_no_filled_field_reaches_the_model() -> None:
    names = {name for found in objects(wire.schema(PARTS)) for name in found["properties"]}
    assert not names & {"start", "end", "id", "asserted_by", "basis", "kind_of_quote", "secret", "value_iso", "mention"}
    assert {"evidence", "content", "weapon", "of_what"} <= names


def test_evidence_and_content_come_first_so_that_the_model_points_before_it_writes() -> None:
    assert slots(Event)[0].name == "evidence"
    assert slots(Quote)[0].name == "content"


def test_a_users_description_reaches_the_model() -> None:
    weapon = wire.schema({"events": Raid})["properties"]["events"]["items"]["properties"]["weapon"]
    assert weapon == {
        "anyOf": [{"type": "string", "enum": ["drone", "missile"]}, {"type": "null"}],
        "description": "what was fired",
    }


def test_an_answer_parses_into_plain_values() -> None:
    answer = wire.answer_class((("summary", Point),)).model_validate_json(
        '{"summary": [{"evidence": [2], "text": "So."}]}'
    )
    assert answer.summary[0].evidence == (2,)  # type: ignore[attr-defined]
    assert answer.summary[0].text == "So."  # type: ignore[attr-defined]


def test_the_answer_class_and_its_schema_are_made_once() -> None:
    parts = (("events", Event), ("summary", Point))
    assert wire.answer_class(parts) is wire.answer_class(parts)
    assert wire.answer_class(parts).model_json_schema() is wire.answer_class(parts).wire_schema


def test_a_time_travels_as_its_words_and_their_date_and_of_who_only_points_as_its_words_alone() -> None:
    def of(narrowed: Narrowing | None) -> Any:
        given = {"events": narrowed} if narrowed else None
        found = wire.schema({"events": Event}, given)["properties"]["events"]["items"]["properties"]
        return {name: shape for name, shape in found.items() if name.startswith("time")}

    text = {"type": ["string", "null"]}
    assert of(None) == {"time": text, "time_date": text}
    words = {"names": (), "times": ("Friday", "in May"), "places": (), "quantities": (), "cues": ()}
    assert of(Narrowing(sentences=(3,), references=("3",), words=words)) == {
        "time": {"anyOf": [{"enum": ["Friday", "in May"]}, {"type": "null"}]}
    }


class Leg(BaseModel):
    town: Span
    when: TimeRef | None = None


class Trip(Cited):
    due: TimeRef | None = None
    """Dated by the model."""
    left: TimeRef | None = None
    left_date: str = ""
    """A field of the user's own that only has such a name."""
    leg: Leg | None = None


def test_a_time_is_dated_beside_it_as_a_field_of_the_item_and_nowhere_within_it() -> None:
    found = wire.schema({"trips": Trip})["properties"]["trips"]["items"]["properties"]
    assert list(found) == ["evidence", "due", "due_date", "left", "left_date", "leg"]
    assert list(found["leg"]["anyOf"][0]["properties"]) == ["town", "when"]


def test_a_judge_reads_the_own_texts_of_a_class_within_a_class_with_a_time() -> None:
    reading = read("Lund sailed to Oslo on Monday.")
    leg = Leg(town=reading.span(15, 19), when=TimeRef(span=reading.span(23, 29)))
    assert list(own_texts(Trip(evidence=(reading.sentence_span(1),), leg=leg, left_date="soon"))) == [
        (("left_date",), "soon")
    ]


def test_narrowed_references_and_words_leave_no_other_choice() -> None:
    narrowed = Narrowing(
        sentences=(3,),
        references=("m1",),
        words={"names": ("Ada",), "times": (), "places": (), "quantities": (), "cues": ()},
    )
    item = wire.schema({"events": Event}, {"events": narrowed})["properties"]["events"]["items"]["properties"]
    assert item["evidence"]["items"] == {"enum": [3]}
    assert item["time"] == {"type": "null"}
    assert item["quantities"]["maxItems"] == 0
    assert item["participants"]["items"]["properties"]["name"] == {"enum": ["Ada"]}


def test_a_number_is_one_of_the_windows_numbers() -> None:
    narrowed = Narrowing(sentences=(3,), references=("3",), numbers=(176, 2.5))
    item = wire.schema({"figures": Figure}, {"figures": narrowed})["properties"]["figures"]["items"]["properties"]
    assert item["value"] == {"enum": [176, 2.5]}


def test_where_a_required_field_has_nothing_to_choose_from_no_item_can_be_given() -> None:
    narrowed = Narrowing(sentences=(3,), references=("3",), numbers=())
    assert wire.schema({"figures": Figure}, {"figures": narrowed})["properties"]["figures"]["maxItems"] == 0
    assert wire.schema({"summary": Point}, {"summary": narrowed})["properties"]["summary"]["maxItems"] > 0


class Mapped(Cited):
    table: dict[str, int]


class Pair(Cited):
    both: tuple[int, str]


class Either(Cited):
    this: int | str


@pytest.mark.parametrize(("item", "named"), [(Mapped, "Mapped.table"), (Pair, "Pair.both"), (Either, "Either.this")])
def test_what_no_strict_schema_can_say_is_refused_by_field_name_with_a_remedy(item: type[Cited], named: str) -> None:
    with pytest.raises(ConfigurationError, match=named) as caught:
        slots(item)
    assert "use " in str(caught.value)


def test_the_model_is_asked_for_what_it_alone_knows() -> None:
    """Values, limits, support and addressees are found by code; topics belong to the article."""
    properties = wire.schema({"quotes": Quote, "events": Event, "summary": Point}, topics=True)["properties"]
    quote, event, point = (properties[name]["items"]["properties"] for name in ("quotes", "events", "summary"))
    assert list(quote) == ["content", "speaker", "cue", "stance"]
    assert set(quote["speaker"]["anyOf"][0]["properties"]) == {"name", "kind", "title", "organization"}
    told = ["evidence", "title", "status", "participants", "place", "time", "time_date", "quantities", "according_to"]
    assert list(event) == told
    assert set(event["quantities"]["items"]["properties"]) == {"span", "role"}
    assert event["according_to"] == {"type": ["string", "null"]}
    assert list(point) == ["evidence", "text"]
    assert len(properties["topics"]["items"]["enum"]) == 17


def test_a_class_of_ones_own_asks_for_the_addressee() -> None:
    class Told(Quote):
        addressee: Annotated[str | None, Words()] = None

    assert "addressee" in {slot.name for slot in slots(Told)}
    assert "addressee" not in {slot.name for slot in slots(Quote)}


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (["sport", "politics and government"], ("sport", "politics and government")),
        (["sport", "gossip"], ("sport",)),
        (None, ()),
        ("Sport", ("sport",)),
        ([["sport"], 3], ()),
    ],
)
def test_a_topic_that_there_is_not_is_left_out_and_costs_nothing(given: Any, kept: tuple[str, ...]) -> None:
    assert heard((("summary", Point),), json.dumps({"summary": [], "topics": given}), room=500).topics == kept


def test_a_model_that_only_chooses_among_words_in_sight_is_not_asked_for_titles_and_sources() -> None:
    narrowed = Narrowing(sentences=(3,), references=("3",), words=dict.fromkeys(("titles", "bodies", "sources"), ()))
    item = wire.schema({"events": Event}, {"events": narrowed})["properties"]["events"]["items"]["properties"]
    assert item["according_to"] == {"type": "null"}
