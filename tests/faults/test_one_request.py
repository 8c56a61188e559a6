"""The law: a right answer costs exactly one request, whatever stands around it and wherever in the completion it stands."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nutgraf
from loopback import Server, Told, completion, serving
from wrappings import WRAPPINGS

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

TEXT = (
    "MOSS – The ferry sank on Friday. Two men were hurt. The harbour will reopen on Monday.\n\n"
    '"We saw it go," said Ida Moe, a pilot. "Nobody slept," said Per Lie.'
)
QUOTES = [
    {"content": ["m1"], "speaker": {"name": "Ida Moe", "kind": "person"}, "cue": "said"},
    {"content": ["m2"], "speaker": {"name": "Per Lie", "kind": "person"}, "cue": "said"},
]
EVENTS = [
    {"evidence": [1], "title": "The ferry sank on Friday", "status": "occurred", "place": None, "time": "Friday"},
    {"evidence": [2], "title": "Two men were hurt", "status": "occurred", "quantities": [{"span": "Two men"}]},
    {"evidence": [3], "title": "The harbour will reopen on Monday", "status": "planned", "time": "Monday"},
]
POINTS = [
    {"evidence": [1], "text": "The ferry sank on Friday."},
    {"evidence": [3], "text": "The harbour will reopen on Monday."},
]


def some(items: list[dict[str, Any]]) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(st.sampled_from(items), unique_by=json.dumps, max_size=len(items))


RIGHT = st.fixed_dictionaries({"quotes": some(QUOTES), "events": some(EVENTS), "summary": some(POINTS)})

Place = Callable[[str], dict[str, Any]]
PLACES: dict[str, Place] = {
    "the content": lambda text: {"content": text},
    "parts": lambda text: {"content": [{"type": "text", "text": text[:9]}, {"type": "text", "text": text[9:]}]},
    "parts behind thinking": lambda text: {
        "content": [{"type": "thinking", "thinking": "{"}, {"type": "text", "text": text}]
    },
    "content beside reasoning": lambda text: {"content": text, "reasoning_content": "{} or {"},
    "a tool call": lambda text: {"tool_calls": [{"type": "function", "function": {"name": "a", "arguments": text}}]},
    "an old call": lambda text: {"function_call": {"name": "answer", "arguments": text}},
}


class Desk:
    """A Summarizer and the server that it asks, which answers what it is told to."""

    def __init__(self, server: Server, summarizer: nutgraf.Summarizer) -> None:
        self.server, self.summarizer = server, summarizer
        self.message: dict[str, Any] = {}

    def brief(self, **message: Any) -> tuple[nutgraf.Brief, int]:
        self.message, before = message, len(self.server.requests)
        brief = self.summarizer.summarize(TEXT)
        return brief, len(self.server.requests) - before


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    def answer(_body: dict[str, Any], _n: int) -> Told:
        told = completion(None)
        assert isinstance(told.body, dict)
        told.body["choices"][0]["message"].update(found.message)
        return told

    with serving(answer) as server, nutgraf.Summarizer(model="m", base_url=server.base_url, cache=None) as made:
        found = Desk(server, made)
        yield found


@settings(deadline=None, max_examples=80)
@given(right=RIGHT, wrapping=st.sampled_from(sorted(WRAPPINGS)), place=st.sampled_from(sorted(PLACES)))
def test_a_right_answer_in_any_wrapping_at_any_place_costs_one_request(
    desk: Desk, right: dict[str, Any], wrapping: str, place: str
) -> None:
    plain, requests = desk.brief(content=json.dumps(right))
    assert requests == 1, plain.problems
    brief, requests = desk.brief(**PLACES[place](WRAPPINGS[wrapping](right)))
    assert requests == 1
    assert brief.complete
    assert (brief.quotes, brief.events, brief.summary) == (plain.quotes, plain.events, plain.summary)
    assert brief.problems == plain.problems


SPELT = {
    "quotes": (
        QUOTES[0],
        [{"content": given} for given in ("m1", ["[m1]"], ["<m1>"], ["M1"], ["m1."], [{"id": "m1"}], ["m1: We saw … go"])],
    ),
    "events": (
        EVENTS[0],
        [{"evidence": given} for given in (1, "1", ["[1]"], ["1."], "sentence 1")]
        + [{"status": given} for given in ("Occurred", "happened")]
        + [{"participants": given} for given in (None, [])]
        + [{"quantities": None}, {"Title": EVENTS[0]["title"]}],
    ),
    "summary": (POINTS[0], [{"evidence": given} for given in (1, "[1]", ["1,"], {"sentence": 1})]),
}  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_what_is_spelt_another_way_costs_no_request_and_loses_nothing(desk: Desk, data: st.DataObject) -> None:
    right = {name: [item] for name, (item, _) in SPELT.items()}
    spelt = {name: [item | data.draw(st.sampled_from(ways))] for name, (item, ways) in SPELT.items()}
    plain, _ = desk.brief(content=json.dumps(right))
    brief, requests = desk.brief(content=json.dumps(spelt))
    assert requests == 1
    assert (brief.quotes, brief.events, brief.summary) == (plain.quotes, plain.events, plain.summary)
    assert brief.quotes[0].speaker is not None
    assert brief.quotes[0].speaker.basis == "model"
