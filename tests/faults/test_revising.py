"""A newer version asked about where it changed alone, against a real loopback server."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from loopback import Script, Told, completion, failure, serving
from nutgraf.article import Article
from nutgraf.errors import ModelUnavailable
from nutgraf.results import Brief
from nutgraf.revisions import revise
from nutgraf.telling import Briefs

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

FERRY = Briefs.load(Path(__file__).parents[2] / "examples" / "stories" / "briefs.jsonl")[0]


def empty(_body: dict[str, Any], _number: int) -> Told:
    return completion(json.dumps({"quotes": [], "events": [], "summary": []}))


def version(old: str, new: str) -> Article:
    assert old in FERRY.article.text
    return Article.from_text(
        FERRY.article.text.replace(old, new), title=FERRY.article.title, published="2026-02-03", key="newer"
    )


def sentences_shown(body: dict[str, Any]) -> list[int]:
    return [int(number) for number in re.findall(r"^\[(\d+)\]", body["messages"][-1]["content"], re.MULTILINE)]


def test_one_request_shows_the_changed_paragraph_and_its_neighbours() -> None:
    with serving(empty) as server:
        found = revise(FERRY, version("on Thursday", "on Friday"), model="m", base_url=server.base_url, cache=None)
    assert len(server.requests) == 1
    shown = sentences_shown(server.requests[0])
    assert shown[-1] == found.of
    assert len(shown) < found.of
    assert (found.asked, found.usage.requests) == (1, 1)
    assert found.brief
    assert [one.title for one in found.brief.events] == [one.title for one in FERRY.events[:3]]
    assert [one.id for one in found.brief.events] == ["e1", "e2", "e3"]
    assert found.brief.events[0].asserted_by == ("q1",)
    assert found.brief.quotes[0].text == FERRY.quotes[0].text
    assert found.brief.article.key == "newer"


def test_nothing_is_asked_where_nothing_changed() -> None:
    with serving(empty) as server:
        found = revise(FERRY, version("\n\n", "\n\n\n"), model="m", base_url=server.base_url, cache=None)
    assert server.requests == []
    assert found.brief
    assert found.asked == 0
    assert [one.title for one in found.brief.events] == [one.title for one in FERRY.events]


def test_a_version_that_changed_in_most_is_asked_about_as_a_whole() -> None:
    other = Article.from_text("Snow fell on Harn. Nobody came. The bells rang at noon.", published="2026-02-03")
    with serving(empty) as server:
        found = revise(FERRY, other, model="m", base_url=server.base_url, cache=None)
    assert sentences_shown(server.requests[0]) == [1, 2, 3]
    assert (found.asked, found.of) == (3, 3)


def test_a_direct_quotation_that_is_new_is_in_the_brief_once() -> None:
    new = version("“We heard a bang and then the lights went out,”", "“We heard nothing at all,”")
    with serving(empty) as server:
        found = revise(FERRY, new, model="m", base_url=server.base_url, cache=None)
    assert found.brief
    said = [one.text for one in found.brief.quotes if one.kind == "direct"]
    assert said == ["We heard nothing at all,"]
    assert len({one.id for one in found.brief.quotes}) == len(found.brief.quotes)


def test_a_model_that_fails_is_an_error_and_nothing_half_made_comes_back() -> None:
    with serving(lambda _body, _number: failure(503)) as server, pytest.raises(ModelUnavailable):
        revise(FERRY, version("on Thursday", "on Friday"), model="m", base_url=server.base_url, cache=None)


def answering(**lists: list[dict[str, Any]]) -> Script:
    told = {"quotes": [], "events": [], "summary": []} | lists
    return lambda _body, _number: completion(json.dumps(told))


def words_named(brief: Brief, ids: tuple[str, ...]) -> list[str]:
    words = {quote.id: quote.text for quote in brief.quotes}
    return [words[name] for name in ids]


def test_whose_word_a_carried_point_is_goes_with_the_quotation_under_its_new_id() -> None:
    bang, left = FERRY.quotes[1], FERRY.quotes[2]
    points = (
        FERRY.summary[0].model_copy(update={"asserted_by": (left.id,)}),
        FERRY.summary[0].model_copy(update={"text": "12 people died off Tolvik.", "asserted_by": (bang.id,)}),
    )
    old = FERRY.model_copy(update={"summary": points})
    new = version("“We heard a bang and then the lights went out,” said", "“Nobody told us anything at all,” said")
    with serving(empty) as server:
        found = revise(old, new, model="m", base_url=server.base_url, cache=None).brief
    assert found
    first, second = found.summary
    assert words_named(found, first.asserted_by) == [left.text]
    assert second.asserted_by == ()


def test_whose_word_a_new_event_is_may_be_a_quotation_that_was_carried() -> None:
    sunk = {"evidence": [1], "title": "A reef sinks the Maren", "status": "occurred"}
    sunk["according_to"] = "the coast guard"
    said = {"content": ["1: The ferry Maren sank … 12 people"], "cue": "said"}
    said["speaker"] = {"name": "the coast guard", "kind": "organization"}
    lost = FERRY.events[0].model_copy(update={"evidence": (*FERRY.events[0].evidence, *FERRY.events[3].evidence)})
    old = FERRY.model_copy(update={"events": (lost,)})
    with serving(answering(quotes=[said], events=[sunk])) as server:
        found = revise(old, version("on Thursday", "on Friday"), model="m", base_url=server.base_url, cache=None).brief
    assert found
    (event,) = found.events
    assert words_named(found, event.asserted_by) == [FERRY.quotes[0].text]


def test_problems_of_the_answer_name_the_items_that_they_have_in_the_revised_brief() -> None:
    opened = {"evidence": [5], "title": "Olav Rystad will open an inquiry", "status": "planned", "time": "next week"}
    with serving(answering(events=[opened])) as server:
        found = revise(
            FERRY, version("on Thursday", "on Friday"), model="m", base_url=server.base_url, cache=None
        ).brief
    assert found
    titles = {event.id: event.title for event in found.events}
    assert [titles[problem.item or ""] for problem in found.problems if problem.step == "events"] == [opened["title"]]


def test_a_problem_of_an_item_that_is_not_taken_over_is_not_told() -> None:
    beside = {"evidence": [2], "title": FERRY.events[1].title, "status": "occurred", "time": "in May"}
    new = version("“We heard a bang and then the lights went out,”", "“We heard nothing at all,”")
    with serving(answering(events=[beside])) as server:
        found = revise(FERRY, new, model="m", base_url=server.base_url, cache=None, window="paragraph").brief
    assert len(server.requests) == 1
    assert found
    assert [event.title for event in found.events] == [event.title for event in FERRY.events]
    assert not [problem for problem in found.problems if problem.step == "events"]


def test_what_was_carried_and_is_told_again_stands_once() -> None:
    first = FERRY.events[0]
    lost = first.model_copy(
        update={"id": "e5", "title": "An inquiry follows", "evidence": (*first.evidence, *FERRY.events[3].evidence)}
    )
    old = FERRY.model_copy(update={"events": (*FERRY.events, lost)})
    again = {"evidence": [1], "title": first.title, "status": first.status}
    point = {"evidence": [1], "text": FERRY.summary[0].text}
    with serving(answering(events=[again], summary=[point])) as server:
        found = revise(old, version("on Thursday", "on Friday"), model="m", base_url=server.base_url, cache=None)
    assert found.asked == 2
    assert found.brief
    assert [event.title for event in found.brief.events] == [event.title for event in FERRY.events[:3]]
    assert [one.text for one in found.brief.summary] == [FERRY.summary[0].text]
