"""What a model that only points can answer: one of the clauses offered, with what its words leave open."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nutgraf
from nutgraf.article import Article
from nutgraf.asking.question import wire
from nutgraf.asking.question.narrowing import narrowing
from nutgraf.reading import read
from nutgraf.reading.offers.clauses import events_offered
from nutgraf.reading.window import Window
from nutgraf.results import Event, Point

TEXT = (
    "Rebels freed 14 aid workers near Goma on Tuesday, the Red Cross said.\n\n"
    "Divers searched the lake in May, but a second search will begin in June.\n\n"
    "Kari Holm, 58, was warned. He spoke on condition of anonymity."
)
READING = read(Article.from_text(TEXT, published="2026-03-04"))


def items(number: int, item: type[Event | Point] = Event) -> dict[str, Any]:
    """The schema of a pass's list about one sentence."""
    narrowed = narrowing(Window(numbers=(number,)), READING, item, points=True)
    listed: dict[str, Any] = wire.schema({"found": item}, {"found": narrowed})["properties"]["found"]
    return listed


def test_a_title_is_the_clause_offered_and_what_it_tells_for_certain_is_no_choice() -> None:
    (event,) = [items(1)["items"]["properties"]]
    assert event["evidence"]["items"] == {"enum": [1]}
    assert event["title"] == {"enum": ["Rebels freed 14 aid workers near Goma on Tuesday, the Red Cross said"]}
    assert event["status"] == {"type": "string", "enum": ["occurred"]}
    assert event["time"] == {"enum": ["Tuesday"]}
    assert event["place"] == {"enum": ["Goma"]}
    assert event["according_to"] == {"type": "null"}
    kinds = event["participants"]["items"]["anyOf"]
    assert [(k["properties"]["name"]["enum"], k["properties"]["role"]["enum"]) for k in kinds] == [
        (["Rebels"], ["actor"]),
        (["aid workers"], ["recipient"]),
    ]
    assert event["quantities"]["items"]["properties"] == {
        "span": {"enum": ["14 aid workers"]},
        "role": {"type": "null"},
    }


def test_of_several_clauses_each_brings_its_own_choices() -> None:
    kinds = [kind["properties"] for kind in items(2)["items"]["anyOf"]]
    assert [(k["title"]["enum"], k["status"]["enum"], k["time"]["enum"]) for k in kinds] == [
        (["Divers searched the lake in May"], ["occurred"], ["May"]),
        (["A second search will begin in June"], ["planned"], ["June"]),
    ]
    assert items(2)["maxItems"] == 2


def test_where_nothing_is_offered_nothing_can_be_answered() -> None:
    assert items(4)["maxItems"] == 0
    assert items(4, Point)["maxItems"] == 0


def test_a_point_is_a_whole_sentence_with_its_number() -> None:
    point = items(2, Point)["items"]["properties"]
    assert point["text"] == {"enum": ["Divers searched the lake in May, but a second search will begin in June."]}
    assert point["evidence"]["items"] == {"enum": [2]}


class Strike(nutgraf.Event):
    """A class of a user's own."""

    union: str
    note: str | None = None


def test_what_may_be_left_out_and_could_only_be_written_is_left_out() -> None:
    narrowed = narrowing(Window(numbers=(1,)), READING, Strike, points=True)
    event = wire.schema({"found": Strike}, {"found": narrowed})["properties"]["found"]["items"]["properties"]
    assert event["note"] == {"type": "null"}
    assert event["union"]["type"] == "string"
    assert event["title"]["enum"] == ["Rebels freed 14 aid workers near Goma on Tuesday, the Red Cross said"]


def test_a_reader_writes() -> None:
    desk = nutgraf.Summarizer(model="m", base_url="http://127.0.0.1:9/v1", cache=None)
    (question,) = desk.questions(Article.from_text(TEXT))
    event = question.schema["properties"]["events"]["items"]["properties"]
    assert event["title"] == {"type": "string"}
    assert "events/v2" in question.prompts


@pytest.mark.parametrize("model", ["m", "local"])
def test_any_model_asked_about_sentences_points(model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weights = tmp_path / "any.gguf"  # named, never loaded: nothing is asked here
    weights.write_bytes(b"GGUF")
    monkeypatch.setenv("NUTGRAF_LOCAL_GGUF", str(weights))
    base_url = None if model == "local" else "http://127.0.0.1:9/v1"
    desk = nutgraf.Summarizer(
        model=model, base_url=base_url, window="sentence", cache=None, passes=("events", "summary")
    )
    questions = desk.questions(Article.from_text(TEXT))
    asked = {name for question in questions for name in question.prompts}
    assert {"events_pointing/v1", "summary_pointing/v1"} <= asked
    assert {"events/v2", "summary/v2"}.isdisjoint(asked)
    for question in questions:
        assert '"maxLength"' not in json.dumps(question.schema), "nothing is left to be written"


@given(st.lists(st.sampled_from(TEXT.split()), min_size=1, max_size=40))
def test_every_choice_stands_in_the_article(words: list[str]) -> None:
    reading = read(Article.from_text(" ".join(words) + "."))
    for sentence in reading.sentences:
        narrowed = narrowing(Window(numbers=(sentence.number,)), reading, Event, points=True)
        assert narrowed.offers is not None
        assert [one.text for one in narrowed.offers] == [o.text for o in events_offered(reading, sentence.number)]
        for one in narrowed.offers:
            assert one.text is not None
            assert one.text[1:] in " ".join(reading.article.text.split())
            assert all(name in reading.article.text for name in one.roles)
