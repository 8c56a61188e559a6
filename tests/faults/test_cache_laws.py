"""The laws of the cache: what finds an answer again, what never does, and who pays."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pydantic
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nutgraf
import warm
from fault_matrix import ARTICLE
from misbehaving import Misbehaving, answer, rule
from nutgraf.asking.cache.stored import Stored
from nutgraf.asking.question.asked import Question
from nutgraf.asking.question.wire import answer_class
from nutgraf.release import release
from nutgraf.results import Point

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

RUN = """
import sys, nutgraf
server, cache, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
with nutgraf.Summarizer(model="m", base_url=server, cache=cache, concurrency=4) as desk:
    for n in range(count):
        brief = desk.summarize(f"{sys.argv[4]} It was strike number {n} of the year.")
        print(n, brief.usage.requests, brief.usage.cached_requests, brief.complete, flush=True)
"""


def desk(server: Misbehaving, **settings: Any) -> nutgraf.Summarizer:
    return nutgraf.Summarizer(**{"model": "m", "base_url": server.base_url} | settings)


def requests_of_a_second(server: Misbehaving, first: dict[str, Any], second: dict[str, Any]) -> int:
    texts = [chosen.pop("text", ARTICLE) for chosen in (first, second)]
    for chosen, text in zip((first, second), texts, strict=True):
        with desk(server, **chosen) as made:
            made.summarize(text)
    return server.books().requests - 1


@pytest.mark.parametrize(
    "change",
    [
        {"api_key": "another"},
        {"timeout": 7.0},
        {"headers": {"x-a": "b"}},
        {"concurrency": 2},
        {"budget": nutgraf.Budget(tokens=10**6)},
        {"strict": False},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_does_not_shape_the_answer_finds_it_again(server: Misbehaving, change: dict[str, Any]) -> None:
    assert requests_of_a_second(server, {"api_key": "one"}, change) == 0


@pytest.mark.parametrize(
    "change",
    [
        {"model": "n"},
        {"temperature": 0.5},
        {"temperature": None},
        {"max_output_tokens": 99},
        {"passes": ("quotes",)},
        {"text": ARTICLE.replace("port reopened", "reopened port")},
        {"text": ARTICLE.replace("Friday", "Monday")},
    ],
    ids=["model", "temperature", "no temperature", "limit", "passes", "word order", "a word"],
)
def test_what_shapes_the_answer_asks_again(server: Misbehaving, change: dict[str, Any]) -> None:
    assert requests_of_a_second(server, {}, change) == 1


def test_another_endpoint_asks_again(server: Misbehaving, elsewhere: Misbehaving) -> None:
    for where in (server, elsewhere):
        with desk(where) as made:
            made.summarize(ARTICLE)
    assert (server.books().requests, elsewhere.books().requests) == (1, 1)


def test_a_field_of_ones_own_asks_again(server: Misbehaving) -> None:
    class Strike(nutgraf.Event):
        days: int | None = None

    assert requests_of_a_second(server, {}, {"event": Strike}) == 1


QUESTION = Question(
    (("system", "Read."), ("user", "[1] One two three.")),
    (("summary", Point),),
    answer_class((("summary", Point),)).wire_schema,
    100,
    0.0,
    {"summary/v1": "aa", "frame/v1": "bb"},
    "summary",
)
WORDS = st.text(min_size=1, max_size=30)


@settings(deadline=None)
@given(
    WORDS, WORDS, st.sampled_from(["system", "text", "prompt", "schema", "temperature", "limit", "model", "endpoint"])
)
def test_every_part_of_a_question_is_in_its_key(one: str, other: str, part: str) -> None:
    def made(value: str) -> str:
        question, endpoint, model = QUESTION, "http://h/v1", "m"
        match part:
            case "system":
                question = replace(QUESTION, messages=(("system", value), QUESTION.messages[1]))
            case "text":
                question = replace(QUESTION, messages=(QUESTION.messages[0], ("user", value)))
            case "prompt":
                question = replace(QUESTION, prompts={"summary/v1": value})
            case "schema":
                question = replace(QUESTION, schema={"title": value})
            case "temperature":
                question = replace(QUESTION, temperature=float(len(value)))
            case "limit":
                question = replace(QUESTION, max_output_tokens=len(value))
            case "model":
                model = value
            case "endpoint":
                endpoint = value
        return question.cache_key(endpoint, model)

    same = len(one) == len(other) if part in ("temperature", "limit") else one == other
    assert (made(one) == made(other)) == same


def stored_in(path: Path) -> list[tuple[str, str]]:
    with sqlite3.connect(path) as connection:
        found = connection.execute("SELECT key, raw FROM answers").fetchall()
    connection.close()
    return found


@pytest.mark.parametrize("spoilt", ["{}", "no json", "", '{"quotes": 1, "events": [], "summary": []}', b"\x80\x04N."])
def test_a_stored_answer_that_does_not_fit_is_asked_for_again_and_replaced(
    server: Misbehaving, tmp_path: Path, spoilt: str | bytes
) -> None:
    path = tmp_path / "a.sqlite"
    with desk(server, cache=path) as made:
        made.summarize(ARTICLE)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE answers SET raw = ?", (spoilt,))
    connection.close()
    for expected in (2, 2):
        with desk(server, cache=path) as made:
            assert made.summarize(ARTICLE).complete
        assert server.books().requests == expected
    assert [json.loads(raw) for _, raw in stored_in(path)] == [
        {"as_read": True, "quotes": [], "events": [], "summary": [], "topics": []}
    ]


def test_what_is_stored_is_json_and_holds_no_key(server: Misbehaving, tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with desk(server, cache=path, api_key="SECRET-KEY") as made:
        made.summarize(ARTICLE)
    everything = b"".join(p.read_bytes() for p in tmp_path.iterdir())
    assert b"SECRET-KEY" not in everything
    assert all(isinstance(json.loads(raw), dict) for _, raw in stored_in(path))


def test_fifty_equal_calls_in_one_loop_are_one_request(server: Misbehaving) -> None:
    server.script(answer(delay=0.05))
    made = desk(server)

    async def everything() -> list[nutgraf.Brief]:
        async with made:
            return await asyncio.gather(*(made.asummarize(ARTICLE) for _ in range(50)))

    briefs = asyncio.run(everything())
    books = server.books()
    assert books.requests == made.usage.requests == sum(b.usage.requests for b in briefs) == 1
    assert made.usage.cached_requests == 49
    assert made.usage.saved_tokens == 49 * books.reported
    assert made.usage.total_tokens == books.reported


def test_equal_calls_of_threads_with_summarizers_of_their_own_are_one_request(server: Misbehaving) -> None:
    server.script(answer(delay=0.3))
    briefs: list[nutgraf.Brief] = []
    ready = threading.Barrier(8, timeout=60)

    def work() -> None:
        with desk(server) as made:
            ready.wait()
            briefs.append(made.summarize(ARTICLE))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(briefs) == 8
    assert server.books().requests == 1
    assert sum(b.usage.requests for b in briefs) == 1


def test_without_a_cache_every_call_is_asked(server: Misbehaving) -> None:
    made = desk(server, cache=None)

    async def everything() -> None:
        async with made:
            await asyncio.gather(*(made.asummarize(ARTICLE) for _ in range(3)))

    asyncio.run(everything())
    assert server.books().requests == 3


def test_a_store_of_ones_own_is_enough(server: Misbehaving) -> None:
    class Shelf(dict[str, Stored]):
        def put(self, name: str, kept: Stored) -> None:
            self[name] = kept

    shelf = Shelf()
    for expected in (1, 0):
        with desk(server, cache=shelf) as made:
            assert made.summarize(ARTICLE).usage.requests == expected
    assert len(shelf) == 1


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 on this system")
def test_a_run_that_is_killed_goes_on_where_it_was(server: Misbehaving, tmp_path: Path) -> None:
    server.script(rule(answer(), times=8), answer(delay=60))
    command = [*warm.python(), "-c", RUN, server.base_url, str(tmp_path / "a.sqlite"), "16", ARTICLE]
    killed = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert killed.stdout is not None
    done = [killed.stdout.readline() for _ in range(5)]
    os.kill(killed.pid, signal.SIGKILL)
    done += killed.stdout.readlines()
    killed.stdout.close()
    killed.wait()
    finished = [int(line.split()[0]) for line in done if line.endswith("True\n")]
    assert 5 <= len(finished) <= 8
    first = server.books()
    server.script(answer())
    again = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300).stdout.split("\n")
    lines = [line.split() for line in again if line]
    assert [int(n) for n, *_ in lines] == list(range(16))
    assert all(complete == "True" for *_, complete in lines)
    assert [(requests, cached) for _, requests, cached, _ in lines[: len(finished)]] == [("0", "1")] * len(finished)
    # At most the one request that was in flight is paid for twice.
    assert 16 <= first.requests + server.books().requests <= 17
    with sqlite3.connect(tmp_path / "a.sqlite") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT COUNT(*) FROM answers").fetchone() == (16,)
    connection.close()


def test_a_hit_imports_no_vendor(server: Misbehaving, tmp_path: Path) -> None:
    arguments = [server.base_url, str(tmp_path / "a.sqlite"), "2", ARTICLE]
    with desk(server, cache=tmp_path / "a.sqlite") as made:
        for n in range(2):
            made.summarize(f"{ARTICLE} It was strike number {n} of the year.")
    heavy = (
        "print([m for m in ('openai', 'instructor', 'tenacity', 'httpx2', 'rich', 'genai_prices') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", RUN + heavy, *arguments], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["0 0 1 True", "1 0 1 True", "[]"]


def test_an_update_of_the_libraries_changes_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    before = QUESTION.cache_key("http://h/v1", "m")
    monkeypatch.setattr("importlib.metadata.version", lambda _name: "99")
    release.cache_clear()
    for name in ("pydantic", "httpx2", "openai", "instructor"):
        monkeypatch.setattr(f"{name}.__version__", "99")
    assert QUESTION.cache_key("http://h/v1", "m") == before
    release.cache_clear()


class Counted(nutgraf.Event):
    """An item class whose own check breaks on some answers, as a check of ours might."""

    @pydantic.field_validator("title")
    @classmethod
    def _breaks(cls, title: str) -> str:
        if title.startswith("The port"):
            raise ZeroDivisionError
        return title


def test_what_can_not_be_checked_is_a_problem_and_is_not_kept(server: Misbehaving, tmp_path: Path) -> None:
    titles = ("The port reopened on Friday", "Kari Holm is back at work")
    events = [{"evidence": [1], "title": title, "status": "occurred"} for title in titles]
    server.script(answer(json.dumps({"events": events})))
    path = tmp_path / "a.sqlite"
    for asked in (1, 2):
        with desk(server, cache=path, passes=("events",), event=Counted) as made:
            brief = made.summarize(ARTICLE)
        assert server.books().requests == asked
        assert "not_checked" in [problem.kind for problem in brief.problems]
        assert not any(event.title.startswith("The port") for event in brief.events)
    with desk(server, cache=path, passes=("events",)) as made:  # a class that can be checked shares nothing of it
        assert "not_checked" not in [problem.kind for problem in made.summarize(ARTICLE).problems]


@pytest.mark.parametrize("odd", ["²", "9" * 5_000, "m" + "9" * 500, "④", 10**30, "٣"])
@pytest.mark.parametrize("where", ["content", "evidence"])
def test_no_reference_breaks_its_article_now_or_later(
    server: Misbehaving, tmp_path: Path, odd: object, where: str
) -> None:
    quote = {"content": [odd], "speaker": {"name": "Kari Holm", "kind": "person"}, "cue": "said"}
    point = {"evidence": [odd, 1], "text": "The port reopened on Friday."}
    given = {
        "quotes": [quote] if where == "content" else [],
        "events": [],
        "summary": [point] if where == "evidence" else [],
    }
    server.script(answer(json.dumps(given)))
    for _ in range(2):
        with desk(server, cache=tmp_path / "a.sqlite") as made:
            brief = made.summarize(ARTICLE)
        assert brief.problems
        assert brief.article.text == ARTICLE
        assert [span.text for quote in brief.quotes for span in quote.content] == ["We are back at work,"]
