"""What fails is asked for again alone: the item, its reason, its sentences - not the whole article and answer."""

from __future__ import annotations

import json
from typing import Any

import pytest

import nutgraf
from grounded import ungrounded
from loopback import Told, completion, serving

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

TOWNS = ["Oslo", "Bergen", "Bodø", "Molde", "Narvik", "Skien", "Tromsø", "Vadsø", "Voss", "Hamar"]
TEXT = "\n\n".join(
    f"The port of {town} reopened on Friday after {n + 2} days of strike. Ships had waited outside."
    for n, town in enumerate(TOWNS)
)


def event(number: int, town: str, days: int) -> dict[str, Any]:
    item = {
        "evidence": [number],
        "title": f"The port of {town} reopened after {days} days",
        "status": "occurred",
    }
    return item | {"participants": [], "place": town, "time": "Friday", "quantities": []}


def events(wrong: int) -> dict[str, Any]:
    return {"events": [event(2 * n + 1, town, n + 2 + (90 if n == wrong else 0)) for n, town in enumerate(TOWNS)]}


def mended(town: str, days: int, evidence: int = 7) -> dict[str, Any]:
    return {"item": 1, "evidence": [evidence], "title": f"The port of {town} reopened after {days} days"}


def summarized(script: Any) -> tuple[nutgraf.Brief, list[dict[str, Any]]]:
    with (
        serving(script) as server,
        nutgraf.Summarizer(model="m", base_url=server.base_url, passes=("events",), cache=None) as desk,
    ):
        brief = desk.summarize(TEXT)
    assert ungrounded(brief.model_dump(mode="json")) == []
    return brief, server.requests


def test_one_wrong_item_of_ten_is_repaired_by_a_small_request() -> None:
    def script(_body: dict[str, Any], n: int) -> Told:
        return completion(json.dumps(events(wrong=3) if n == 0 else {"events": [mended("Molde", 5)]}))

    brief, requests = summarized(script)
    assert len(requests) == 2
    repair = requests[1]["messages"][-1]["content"]
    assert len(json.dumps(requests[1])) < 0.45 * len(json.dumps(requests[0]))
    assert "Oslo" not in repair
    (asked,) = requests[1]["response_format"]["json_schema"]["schema"]["properties"].values()
    assert asked["items"]["properties"] == {
        "evidence": {"type": "array", "items": {"type": "integer"}},
        "item": {"type": "integer", "enum": [1]},
        "title": {"type": "string"},
    }
    assert "The port of Molde" in repair
    assert "'95'" in repair
    assert [e.title for e in brief.events] == [
        f"The port of {town} reopened after {n + 2} days" for n, town in enumerate(TOWNS)
    ]
    assert [p.resolution for p in brief.problems] == ["repaired"]
    assert brief.usage.requests == 2


def test_one_wrong_item_of_eleven_is_marked_and_costs_no_request() -> None:
    given = events(wrong=3)
    given["events"].append(event(2, "Oslo", 2) | {"title": "Ships waited outside the port of Oslo"})

    def script(_body: dict[str, Any], _n: int) -> Told:
        return completion(json.dumps(given))

    brief, requests = summarized(script)
    assert len(requests) == brief.usage.requests == 1
    assert "The port of Molde reopened after 95 days" in [e.title for e in brief.events if e.support == "open"]
    assert [(p.kind, p.resolution) for p in brief.problems] == [("invented_number", "unresolved")]


def test_an_item_that_fails_again_gives_way_to_the_articles_own_words() -> None:
    def script(_body: dict[str, Any], n: int) -> Told:
        return completion(json.dumps(events(wrong=3) if n == 0 else {"events": [mended("Molde", 96)]}))

    brief, requests = summarized(script)
    assert len(requests) == 2
    assert brief.events[3].title.startswith("The port of Molde reopened on Friday after 5 days")
    assert "replaced" in {p.resolution for p in brief.problems}


def test_an_item_that_points_nowhere_is_shown_the_sentences_that_it_may_rest_on() -> None:
    lost = events(wrong=-1)
    lost["events"][3]["evidence"] = [999]

    def script(_body: dict[str, Any], n: int) -> Told:
        return completion(json.dumps(lost if n == 0 else {"events": [{"item": 1, "evidence": [7]}]}))

    brief, requests = summarized(script)
    assert len(requests) == 2
    assert "[7] The port of Molde" in requests[1]["messages"][-1]["content"]
    assert [e.title for e in brief.events] == [e["title"] for e in lost["events"]]
    assert [p.resolution for p in brief.problems] == ["repaired"]


def test_an_item_that_points_nowhere_twice_is_dropped() -> None:
    lost = events(wrong=-1)
    lost["events"][3]["evidence"] = [999]
    again = {"events": [{"item": 1, "evidence": [998]}]}
    brief, requests = summarized(lambda _body, n: completion(json.dumps(lost if n == 0 else again)))
    assert len(brief.events) == 9
    assert len(requests) == 2
    assert {p.resolution for p in brief.problems} == {"field_cleared", "dropped"}


def test_a_speaker_alone_is_asked_for_again() -> None:
    text = "The port reopened on Friday.\n\n“Ships will sail again today.”\n\nThe mayor, Liv Dahl, cut a ribbon."
    given = {"content": ["m1"], "speaker": {"name": "Olaf Bing", "kind": "person"}, "cue": None, "addressee": None}
    again = {"item": 1, "content": ["m1"], "speaker": {"name": "Liv Dahl", "kind": "person"}}

    def script(_body: dict[str, Any], n: int) -> Told:
        return completion(json.dumps({"quotes": [given if n == 0 else again]}))

    with serving(script) as server, nutgraf.Summarizer(model="m", base_url=server.base_url, passes=("quotes",)) as desk:
        brief = desk.summarize(text)
    assert [q.speaker.name for q in brief.quotes if q.speaker] == ["Liv Dahl"]
    assert [p.resolution for p in brief.problems] == ["repaired"]
    (asked,) = server.requests[1]["response_format"]["json_schema"]["schema"]["properties"].values()
    assert list(asked["items"]["properties"]) == ["item", "content", "speaker"]


def test_an_item_that_the_model_takes_back_is_reported_as_dropped() -> None:
    brief, _ = summarized(lambda _body, n: completion(json.dumps(events(wrong=3) if n == 0 else {"events": []})))
    assert len(brief.events) == 9
    assert [p.resolution for p in brief.problems] == ["dropped"]


def test_a_repair_that_fails_costs_nothing_but_itself() -> None:
    brief, requests = summarized(lambda _body, n: completion(json.dumps(events(wrong=3)) if n == 0 else "no json"))
    assert brief.complete
    assert len(brief.events) == 10
    assert len(requests) == 3


def test_nothing_is_asked_again_when_nothing_failed() -> None:
    _, requests = summarized(lambda _body, _n: completion(json.dumps(events(wrong=-1))))
    assert len(requests) == 1


def test_what_the_article_itself_settles_is_not_asked_again() -> None:
    planned = events(wrong=-1)
    for item in planned["events"]:
        item["status"] = "planned"
        item["place"] = "Atlantis"
    brief, requests = summarized(lambda _body, _n: completion(json.dumps(planned)))
    assert len(requests) == 1
    assert {e.status for e in brief.events} == {"occurred"}
    assert {p.resolution for p in brief.problems} == {"replaced", "field_cleared"}


def test_a_repair_that_leaves_out_where_it_points_keeps_the_place_that_it_had() -> None:
    again = {"events": [{"item": 1, "title": "The port of Molde reopened after 5 days"}]}
    brief, _ = summarized(lambda _body, n: completion(json.dumps(events(wrong=3) if n == 0 else again)))
    assert len(brief.events) == 10
    assert [p.resolution for p in brief.problems] == ["repaired"]


def test_one_request_asks_again_for_all_passes() -> None:
    text = "The mill in Orm burned on Friday. Nobody was hurt."
    first = {
        "quotes": [],
        "events": [
            {
                "evidence": [1],
                "title": "The mill burned on Monday",
                "status": "occurred",
                "participants": [],
                "quantities": [],
            }
        ],
        "summary": [{"evidence": [1], "text": "17 mills burned in Orm."}],
    }
    again = {
        "events": [{"item": 1, "evidence": [1], "title": "The mill burned on Friday"}],
        "summary": [{"item": 2, "evidence": [1], "text": "The mill in Orm burned."}],
    }
    with (
        serving(lambda _body, n: completion(json.dumps(first if n == 0 else again))) as server,
        nutgraf.Summarizer(model="m", base_url=server.base_url, cache=None) as desk,
    ):
        brief = desk.summarize(text)
        books = desk.usage_by_pass
    assert len(server.requests) == 2
    assert [e.title for e in brief.events] == ["The mill burned on Friday"]
    assert [p.text for p in brief.summary] == ["The mill in Orm burned."]
    assert [(p.item, p.resolution) for p in brief.problems] == [("e1", "repaired"), ("p1", "repaired")]
    assert books["repair"].requests == 1
    assert "repair/v2" in brief.provenance.prompts
