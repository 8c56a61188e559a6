"""How the fields of a class of one's own travel: enums, nested classes, words of the article, and what can't."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, create_model

from nutgraf.errors import ConfigurationError
from nutgraf.results import Cited, Filled, Words
from nutgraf.results.fields import AMONG
from nutgraf.slots import slots


class Side(enum.Enum):
    HOME = "home"
    AWAY = "away"


class Score(BaseModel):
    side: Side
    goals: int


class Match(Cited):
    winner: Side | None = None
    scores: tuple[Score, ...] = ()
    scorers: tuple[Annotated[str, Words("names")], ...] = ()
    ground: Annotated[str, Words("places")] | None = None
    away_fans: bool = False


def test_an_enum_is_a_choice_of_its_values() -> None:
    winner = {slot.name: slot for slot in slots(Match)}["winner"]
    assert (winner.kind, winner.choices, winner.optional, winner.target) == ("choice", ("home", "away"), True, Side)


def test_a_class_within_a_list_brings_its_own_fields() -> None:
    scores = {slot.name: slot for slot in slots(Match)}["scores"]
    (inner,) = scores.fields
    assert (scores.kind, inner.kind, inner.target) == ("list", "object", Score)
    assert [(field.name, field.kind) for field in inner.fields] == [("side", "choice"), ("goals", "integer")]


def test_a_mark_within_a_list_or_beside_none_narrows_the_words() -> None:
    found = {slot.name: slot for slot in slots(Match)}
    (scorer,) = found["scorers"].fields
    assert (scorer.kind, scorer.among) == ("words", "names")
    assert (found["ground"].kind, found["ground"].among, found["ground"].optional) == ("words", "places", True)


def test_a_type_that_no_schema_can_say_is_named_with_what_to_use() -> None:
    class Filed(Cited):
        place: Path

    with pytest.raises(ConfigurationError, match=r"Filed\.place is Path, which no strict JSON schema can say; use str"):
        slots(Filed)


def test_a_class_without_a_field_for_the_model_is_refused() -> None:
    class Ours(BaseModel):
        made: Annotated[str, Filled] = ""

    with pytest.raises(ConfigurationError, match="Ours has no field for the model to fill"):
        slots(Ours)


@pytest.mark.parametrize("kind", [dict, dict[str, str], dict[str, str] | None, Mapping[str, int]], ids=str)
def test_a_mapping_is_refused_with_a_way_to_say_the_same(kind: Any) -> None:
    tagged = create_model("Tagged", __base__=Cited, tags=(kind, ...))
    with pytest.raises(ConfigurationError, match=r"Tagged\.tags is .*tuple\[Entry, \.\.\.\].*class of two fields"):
        slots(tagged)


def test_words_among_what_nobody_looks_for_are_refused() -> None:
    with pytest.raises(ConfigurationError, match=r"Words\('name'\): it is one of names, places, times"):
        Words("name")
    assert [Words(among).among for among in AMONG] == list(AMONG)
