"""A newer version asked about where it changed alone, against a real loopback server."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from loopback import Told, completion, failure, serving
from nutgraf.article import Article
from nutgraf.errors import ModelUnavailable
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
