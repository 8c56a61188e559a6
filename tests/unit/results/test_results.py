"""Results are plain values: equal, frozen, picklable, and whole after a trip through JSON."""

import copy
import json
import pickle
from typing import Any, Literal

import pytest
from pydantic import ValidationError

from nutgraf.article import Article
from nutgraf.results import Brief, Cited, Event, Point, Problem, Provenance, Quote, Speaker, TimeRef, Usage

ARTICLE = Article.from_text(
    "“We will rebuild,” the mayor said on Friday. 😀 The work began.", published="2026-03-15", title="T"
)
SAID = ARTICLE.span(1, 17)


class Raid(Event):
    weapon: Literal["drone", "missile"] | None = None


class Figure(Cited):
    value: float


def brief(**changes: Any) -> Brief:
    values: dict[str, Any] = {
        "article": ARTICLE,
        "summary": (Point(text="The work began.", evidence=(ARTICLE.span(47, 62),)),),
        "quotes": (
            Quote(id="q1", kind="direct", content=(SAID,), speaker=Speaker(name=None, kind="unnamed"), cue=None),
        ),
        "events": (
            Raid(id="e1", title="x y z", status="occurred", evidence=(SAID,), time=TimeRef(span=None), weapon="drone"),
        ),
        "items": {"figures": (Figure(value=3, evidence=(SAID,)),)},
        "problems": (Problem(kind="k", step="quotes", detail="d", resolution="dropped"),),
        "provenance": Provenance(model="m", host="h", prompts={"quotes/v1": "0"}, version="0"),
    }
    return Brief(**(values | changes))


def test_the_span_is_what_the_test_says() -> None:
    assert SAID.text == "We will rebuild,"


def test_a_brief_survives_json_with_the_users_own_classes() -> None:
    whole = brief()
    back = Brief.load(whole.model_dump_json(), event=Raid, items={"figures": Figure})
    assert back == whole
    assert type(back) is Brief
    assert type(back.events[0]) is Raid
    assert type(back.items["figures"][0]) is Figure


def test_a_brief_survives_json_without_own_classes() -> None:
    whole = brief(events=(), items={})
    assert Brief.load(whole.model_dump_json()) == whole
    assert Brief.model_validate_json(whole.model_dump_json()) == whole


def test_fields_of_own_classes_are_in_the_json() -> None:
    assert brief().model_dump(mode="json")["events"][0]["weapon"] == "drone"


@pytest.mark.parametrize("travel", [copy.deepcopy, lambda b: pickle.loads(pickle.dumps(b))])
def test_equal_after_a_copy(travel: Any) -> None:
    assert travel(brief()) == brief()


def test_results_are_frozen_and_made_of_tuples() -> None:
    whole = brief()
    with pytest.raises(ValidationError):
        whole.complete = False  # type: ignore[misc]
    assert all(isinstance(getattr(whole, name), tuple) for name in ("summary", "quotes", "events", "problems"))


def test_an_item_without_evidence_can_not_be_made() -> None:
    with pytest.raises(ValidationError):
        Point(text="x", evidence=())


def test_usage_adds_up_and_an_unknown_cost_stays_unknown() -> None:
    one = Usage(requests=1, prompt_tokens=10, completion_tokens=5, seconds=1)
    both = one + Usage(cached_requests=1, saved_tokens=7)
    assert (both.requests, both.cached_requests, both.total_tokens, both.saved_tokens, both.cost_usd) == (
        1,
        1,
        15,
        7,
        None,
    )
    assert (one + Usage(cost_usd=0.5)).cost_usd == 0.5


def test_a_brief_of_the_first_version_is_read_back_with_the_topics_of_its_events() -> None:
    title = {"title": "The work began", "status": "occurred", "evidence": [ARTICLE.span(47, 62).model_dump()]}
    written = brief().model_dump(mode="json") | {"events": [title | {"topic": "weather"}, title | {"topic": None}]}
    del written["topics"]
    loaded = Brief.load(json.dumps(written), items={"figures": Figure})
    assert loaded.topics == ("weather",)
    assert [event.title for event in loaded.events] == ["The work began"] * 2
