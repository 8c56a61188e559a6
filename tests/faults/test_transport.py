"""What can go wrong below an answer: the network, the client, a body with other words around its JSON."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from pathlib import Path

import httpx2
import openai
import pytest

import nutgraf
from fault_matrix import ARTICLE
from misbehaving import Misbehaving, answer, raw
from nutgraf.asking.line.endpoint import resolve
from nutgraf.asking.line.llm import Line
from nutgraf.errors import ConfigurationError, ModelError, ModelUnavailable

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


class Raising(httpx2.AsyncBaseTransport):
    """Fails before anything is sent."""

    def __init__(self, error: BaseException) -> None:
        self._error = error

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        raise self._error


def fails(client: httpx2.AsyncClient | None, base_url: str = "http://127.0.0.1:9/v1") -> ModelError:
    desk = nutgraf.Summarizer(model="m", base_url=base_url, cache=None, passes=("events",), http_client=client)
    with desk, pytest.raises(ModelError) as caught:
        desk.summarize(ARTICLE)
    return caught.value


def test_a_bug_in_a_transport_of_ones_own_is_not_taken_for_a_network_that_is_down() -> None:
    error = fails(httpx2.AsyncClient(transport=Raising(ZeroDivisionError("oops"))))
    assert not isinstance(error, ModelUnavailable)
    assert "the request to 127.0.0.1:9 failed: ZeroDivisionError: oops" in str(error)
    assert error.attempts == 1


@pytest.mark.parametrize(
    "cause",
    [OSError("cable"), httpx2.ReadError("cut"), ExceptionGroup("tries", [ExceptionGroup("two", [OSError("cable")])])],
    ids=["the system", "the client", "a group of tries"],
)
def test_a_network_that_fails_may_be_asked_again(cause: Exception) -> None:
    error = fails(httpx2.AsyncClient(transport=Raising(cause)))
    assert isinstance(error, ModelUnavailable)
    assert "no connection to 127.0.0.1:9" in str(error)
    assert error.attempts == 3


def test_a_client_that_gives_up_sooner_than_we_is_heard() -> None:
    error = fails(httpx2.AsyncClient(transport=Raising(httpx2.ReadTimeout("slow"))))
    assert isinstance(error, ModelUnavailable)
    assert "127.0.0.1:9 did not answer in time" in str(error)


def test_an_https_endpoint_that_is_not_there_is_named() -> None:
    error = fails(None, "https://127.0.0.1:9/v1")
    assert isinstance(error, ModelUnavailable)
    assert "no connection to 127.0.0.1:9" in str(error)


def test_the_code_that_a_server_gives_stands_in_the_message(server: Misbehaving) -> None:
    body = {"error": {"message": "no such model", "type": "x", "code": "model_not_found"}}
    server.script(raw(json.dumps(body), code=404))
    with (
        nutgraf.Summarizer(model="m", base_url=server.base_url, cache=None) as desk,
        pytest.raises(ConfigurationError, match=r"no such model.*model_not_found"),
    ):
        desk.summarize(ARTICLE)


@pytest.mark.parametrize("content", ['\n {"events": []} \n', '```json\n{"events": []}\n```'], ids=["blanks", "a fence"])
def test_what_surrounds_an_answer_is_left_out_of_the_cache(server: Misbehaving, tmp_path: Path, content: str) -> None:
    server.script(answer(content))
    settings = {"model": "m", "base_url": server.base_url, "passes": ("events",), "cache": tmp_path / "a.sqlite"}
    for requests in (1, 0):
        with nutgraf.Summarizer(**settings) as desk:
            brief = desk.summarize(ARTICLE)
        assert brief.complete
        assert brief.usage.requests == requests
    with sqlite3.connect(tmp_path / "a.sqlite") as connection:
        ((kept,),) = connection.execute("SELECT raw FROM answers").fetchall()
    assert json.loads(kept) == {"as_read": True, "events": [], "topics": []}
    connection.close()


def test_an_error_of_the_client_that_is_neither_an_answer_nor_the_network_is_told_as_it_is() -> None:
    async def asked() -> None:
        async def use(_client: object) -> None:
            raise openai.OpenAIError("odd")

        line = Line(resolve("m", base_url="http://127.0.0.1:9/v1", environ={}), timeout=5)
        try:
            await line.call(use, "http://127.0.0.1:9/v1", "k")
        finally:
            await line.aclose()

    with pytest.raises(ModelError, match="OpenAIError: odd") as caught:
        asyncio.run(asked())
    assert not isinstance(caught.value, ModelUnavailable)
