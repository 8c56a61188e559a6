"""Classes of one's own in every dress that pydantic has: filled and read back, or refused before anything is asked."""

from __future__ import annotations

import enum
import json
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

import pytest
from pydantic import BaseModel, Field, RootModel, computed_field

import nutgraf
from loopback import completion, serving
from nutgraf.errors import ConfigurationError

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

TEXT = "MOSS – The ferry sank on Friday. Three homes were lost, police said."
EVENT = {"evidence": [2], "title": "Three homes were lost", "status": "occurred"}
T = TypeVar("T")


class Renamed(nutgraf.Event):
    homes: int | None = Field(None, alias="homesLost")


class ReadRenamed(nutgraf.Event):
    homes: int | None = Field(None, validation_alias="homesLost")


class WrittenRenamed(nutgraf.Event):
    homes: int | None = Field(None, serialization_alias="homesLost")


class Inner(BaseModel):
    homes: int = Field(alias="homesLost")
    sort: str


class Holding(nutgraf.Event):
    loss: Inner | None = Field(None, alias="theLoss")


class Computing(nutgraf.Event):
    homes: int = 0

    @computed_field  # type: ignore[prop-decorator]
    @property
    def loud(self) -> str:
        """The title, louder."""
        return f"{self.title.upper()}!"


class MaybeChoosing(nutgraf.Event):
    sort: Literal["fire", "flood"] | None = None


class MixedChoosing(nutgraf.Event):
    sort: Literal[1, "flood"] = 1


class Boxed(nutgraf.Event, Generic[T]):
    homes: T | None = None


def made(event: type[Any], **given: Any) -> tuple[Any, Any, dict[str, Any]]:
    """The event as delivered, as read back from JSON, and the schema of its class's fields as it went out."""
    with (
        serving(lambda _b, _n: completion(json.dumps({"events": [EVENT | given]}))) as server,
        nutgraf.Summarizer(model="m", base_url=server.base_url, cache=None, passes=("events",), event=event) as desk,
    ):
        brief = desk.summarize(TEXT)
    assert len(server.requests) == 1
    assert brief.complete
    schema = server.requests[0]["response_format"]["json_schema"]["schema"]["properties"]["events"]["items"]
    again = nutgraf.Brief.load(brief.model_dump_json(), event=event)
    return brief.events[0], again.events[0], schema["properties"]


@pytest.mark.parametrize("event", [Renamed, ReadRenamed, WrittenRenamed, Boxed[int]])
def test_a_field_goes_by_its_name_whatever_else_it_is_called(event: type[Any]) -> None:
    found, again, schema = made(event, homes=3)
    assert found.homes == again.homes == 3
    assert "homes" in schema
    assert json.loads(found.model_dump_json())["homes"] == 3


def test_so_do_those_of_a_class_within() -> None:
    found, again, _ = made(Holding, loss={"homes": 3, "sort": "houses"})
    assert found.loss == again.loss
    assert (found.loss.homes, found.loss.sort) == (3, "houses")


def test_what_a_class_computes_is_not_asked_for_and_is_computed_again() -> None:
    found, again, schema = made(Computing, homes=3)
    assert found == again
    assert again.loud == "THREE HOMES WERE LOST!"
    assert "loud" not in schema


@pytest.mark.parametrize(
    ("event", "options"),
    [
        (MaybeChoosing, [{"type": "string", "enum": ["fire", "flood"]}, {"type": "null"}]),
        (MixedChoosing, [{"type": "string", "enum": ["flood"]}, {"type": "integer", "enum": [1]}]),
    ],
)
def test_choices_of_several_types_are_a_schema_that_says_so(event: type[Any], options: list[Any]) -> None:
    found, again, schema = made(event, sort="Flood")
    assert schema["sort"]["anyOf"] == options
    assert found.sort == again.sort == "flood"
    nothing, _, _ = made(event, sort=None)
    assert nothing.sort == event.model_fields["sort"].default


class Tree(nutgraf.Cited):
    name: str
    parts: tuple[Tree, ...] = ()


class Leaf(BaseModel):
    tree: Stem | None = None


class Stem(BaseModel):
    leaves: tuple[Leaf, ...] = ()


class Plant(nutgraf.Cited):
    stem: Stem


class Weight(enum.Enum):
    LIGHT = 0.5


class Weighed(nutgraf.Cited):
    weight: Weight


class Yes(nutgraf.Cited):
    sure: Literal[True, "maybe"]


class Counts(RootModel[list[int]]):
    pass


class Counted(nutgraf.Cited):
    counts: Counts


class Unfilled(nutgraf.Cited, Generic[T]):
    value: T


@pytest.mark.parametrize("item", [Tree, Plant, Weighed, Yes, Counted, Unfilled], ids=lambda c: c.__name__)
def test_what_no_schema_can_say_is_refused_before_anything_is_asked(item: type[Any], tmp_path: Path) -> None:
    (tmp_path / "own.md").write_text("List them.")
    with pytest.raises(ConfigurationError, match="no strict JSON schema"):
        nutgraf.Pass(name="own", prompt=tmp_path / "own.md", item=item)
