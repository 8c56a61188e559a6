"""Faults that no well-behaved server shows, recorded once against a loopback server that misbehaves on purpose."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

import nutgraf
from loopback import Told, completion, failure, serving
from nutgraf.asking.line.patience import Patience
from nutgraf.errors import ModelRefused, ModelUnavailable, ReplyInvalid

TEXT = "The port reopened on Friday. “We are back,” said Kari Holm."
GOOD = json.dumps(
    {
        "quotes": [
            {"content": ["m1"], "speaker": {"name": "Kari Holm", "kind": "person"}, "cue": "said", "addressee": None}
        ]
    }
)
Desk = Callable[..., Any]


@pytest.fixture
def desk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A Summarizer against the misbehaving server while recording, against nothing but the cassette otherwise."""
    recording = (request.config.getoption("--record-mode") or "none") != "none"
    monkeypatch.setattr("nutgraf.desk.PATIENCE", Patience(attempts=3, first_wait=0.001, longest_wait=0.05))

    @contextmanager
    def opened(*told: Told) -> Iterator[nutgraf.Summarizer]:
        settings: dict[str, Any] = {"model": "m", "passes": ("quotes",)}
        if not recording:
            with nutgraf.Summarizer(base_url="http://127.0.0.1:9/v1", **settings) as made:
                yield made
            return
        with (
            serving(lambda _body, n: told[min(n, len(told) - 1)]) as server,
            nutgraf.Summarizer(base_url=server.base_url, **settings) as made,
        ):
            yield made

    return opened


@pytest.mark.nutgraf
def test_a_busy_server_then_an_answer(desk: Desk) -> None:
    with desk(failure(429, retry_after="0"), completion(GOOD)) as made:
        brief = made.summarize(TEXT)
    assert brief.usage.requests == 2
    assert brief.quotes[0].speaker.name == "Kari Holm"


@pytest.mark.nutgraf
def test_a_broken_server(desk: Desk) -> None:
    with desk(failure(500)) as made, pytest.raises(ModelUnavailable) as caught:
        made.summarize(TEXT)
    assert caught.value.attempts == 3
    assert caught.value.usage.requests == 3


@pytest.mark.nutgraf
def test_an_answer_cut_off(desk: Desk) -> None:
    with desk(completion(GOOD[:30], finish="length")) as made, pytest.raises(ReplyInvalid) as caught:
        made.summarize(TEXT)
    assert caught.value.truncated
    assert caught.value.usage.requests == 2


@pytest.mark.nutgraf
def test_a_refusal(desk: Desk) -> None:
    with desk(completion(None, refusal="I can't help with that.")) as made, pytest.raises(ModelRefused):
        made.summarize(TEXT)


@pytest.mark.nutgraf
def test_a_server_without_strict_schemas(desk: Desk) -> None:
    with desk(failure(400, "'strict' is not supported in response_format"), completion(GOOD)) as made:
        brief = made.summarize(TEXT)
    assert brief.usage.requests == 2
    assert brief.complete
