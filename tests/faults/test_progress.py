"""What a caller hears of the way: how many questions there are before the first is answered."""

from __future__ import annotations

import json

import pytest

import nutgraf
from loopback import completion, serving

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


def test_the_number_of_questions_is_known_before_the_first_answer() -> None:
    heard: list[tuple[int, int, int]] = []
    text = "The port of Bergen reopened on Friday.\n\nThe bridge of Narvik stayed shut."
    with serving(lambda _b, _n: completion(json.dumps({"events": [], "topics": []}))) as server:
        settings = {
            "model": "m",
            "base_url": server.base_url,
            "cache": None,
            "passes": ("events",),
            "window": "sentence",
        }
        with nutgraf.Summarizer(**settings) as desk:  # type: ignore[arg-type]
            desk.summarize(text, progress=lambda done, total: heard.append((done, total, len(server.requests))))
    assert heard[0] == (0, 2, 0)
    assert [(done, total) for done, total, _ in heard] == [(0, 2), (1, 2), (2, 2)]
