"""Batches that can't work, remembered ways to ask, answers that are none; runs that end early."""

from __future__ import annotations

import json
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from batch_server import BatchServer, completed, nothing_found, refused, serving_batches
from misbehaving import Misbehaving, status
from nutgraf import Article, Budget, Summarizer
from nutgraf.asking.line import batches
from nutgraf.asking.line.dialect import Dialect, NotUnderstood
from nutgraf.asking.line.patience import Patience
from nutgraf.asking.local import embedded as local
from nutgraf.errors import BudgetExceeded, ConfigurationError, ModelError, NutgrafError
from nutgraf.reading import read
from nutgraf.scaling import openai_batch
from nutgraf.scaling.inputs import articles_in
from nutgraf.scaling.openai_batch import Batch
from nutgraf.scaling.run import run
from nutgraf.scaling.stopping import Stop

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


@pytest.fixture
def provider() -> Iterator[BatchServer]:
    with serving_batches() as server:
        yield server


@pytest.fixture
def source(tmp_path: Path) -> str:
    path = tmp_path / "in.jsonl"
    lines = (
        {"key": f"a{n}", "text": f"The port of Bergen reopened after strike {n}, said Kari Holm."} for n in range(3)
    )
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return str(path)


def desk(base_url: str, **settings: Any) -> Summarizer:
    return Summarizer(**{"model": "m", "base_url": base_url} | settings)


def test_the_embedded_model_has_no_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = local.LocalModel(path=tmp_path / "m.gguf", alias="m", sha256="0" * 64)
    monkeypatch.setattr(local, "find_model", lambda: model)
    with pytest.raises(ConfigurationError, match="no batch API: use nutgraf run"):
        Batch(Summarizer(model="local"), tmp_path / "out.jsonl")


def test_one_file_of_briefs_is_the_work_of_one_model(provider: BatchServer, source: str, tmp_path: Path) -> None:
    made = Batch(desk(provider.base_url), tmp_path / "out.jsonl")
    made.submit(articles_in([source]))
    made.close()
    with pytest.raises(ConfigurationError, match="belongs to 'm' at 127"):
        Batch(desk(provider.base_url, model="other"), tmp_path / "out.jsonl")


def test_a_request_larger_than_a_file_may_be_is_refused_before_it_is_sent(
    provider: BatchServer, source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(openai_batch, "MOST_BYTES", 1_000)
    made = Batch(desk(provider.base_url), tmp_path / "out.jsonl")
    with pytest.raises(ConfigurationError, match="larger than a batch file may be"):
        made.submit(articles_in([source]))
    made.close()
    assert provider.batches == {}


def test_how_to_ask_is_remembered_by_another_process(provider: BatchServer, source: str, tmp_path: Path) -> None:
    provider.answer = lambda body: (
        refused(400, "temperature is not supported") if "temperature" in body else nothing_found(body)
    )
    for _ in range(2):
        made = Batch(desk(provider.base_url), tmp_path / "out.jsonl")
        made.submit(articles_in([source]))
        provider.work()
        report, _waiting = made.collect(articles_in([source]))
        made.close()
    assert report.written == 3
    assert ["temperature" in body for body in provider.batched] == [True] * 3 + [False] * 3


def test_a_line_that_holds_no_completion_fails_its_article_alone(
    provider: BatchServer, source: str, tmp_path: Path
) -> None:
    def answer(body: dict[str, Any]) -> Any:
        empty = {"status_code": 200, "request_id": "r", "body": {"object": "nothing"}}
        return empty if "strike 1" in body["messages"][-1]["content"] else nothing_found(body)

    provider.answer = answer
    made = Batch(desk(provider.base_url), tmp_path / "out.jsonl")
    made.submit(articles_in([source]))
    provider.work()
    report, _ = made.collect(articles_in([source]))
    made.close()
    assert (report.written, report.failed) == (2, 1)
    assert provider.online == []


@pytest.mark.parametrize("broken", [b'{"custom_id": "x", "resp', b'{"response": {}}', b"[]", b"\xff\xfe{", b"7"])
def test_a_line_that_is_broken_costs_itself_alone(
    provider: BatchServer, source: str, tmp_path: Path, broken: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = batches.Batches.content

    async def content(self: batches.Batches, name: str) -> bytes:
        _first, *rest = (await whole(self, name)).splitlines()
        return b"\n".join([broken, *rest])

    monkeypatch.setattr(batches.Batches, "content", content)
    made = Batch(desk(provider.base_url), tmp_path / "out.jsonl")
    made.submit(articles_in([source]))
    provider.work()
    report, _ = made.collect(articles_in([source]))
    assert (report.written, report.failed) == (2, 0)
    monkeypatch.undo()
    assert len(made.submit(articles_in([source]))) == 1, "what it answered is asked again, and nothing else"
    provider.work()
    again, _ = made.collect(articles_in([source]))
    made.close()
    assert (again.written, again.known) == (1, 2)
    assert len(provider.batched) == 4


ODD_LINES: dict[str, tuple[Any, bool]] = {
    "an error that is text": ({"response": None, "error": "the fan is broken"}, True),
    "a body that is text": ({"response": {"status_code": 400, "body": "the fan is broken"}}, True),
    "a body that is JSON in text": (
        {"response": {"status_code": 400, "body": '{"error": {"message": "the fan is broken"}}'}},
        True,
    ),
    "a response that is text": ({"response": "the fan is broken"}, True),
    "nobody worked on it": ({"response": None, "error": {"code": "batch_expired", "message": "too late"}}, False),
}


@pytest.mark.parametrize("name", ODD_LINES)
def test_an_error_in_any_form_is_told_with_its_reason(provider: BatchServer, name: str) -> None:
    line, told = ODD_LINES[name]
    made = desk(provider.base_url)
    question = made._desk.question(
        made._desk.plan(read("MOSS – The ferry sank on Friday."))[0], read("The ferry sank.")
    )
    lines = batches.Batches(made.endpoint, headers=None, patience=Patience())
    if told:
        with pytest.raises(NutgrafError, match="the fan is broken"):
            lines.reply(question, line, Dialect())
    else:
        assert lines.reply(question, line, Dialect()) is None
    with pytest.raises(NotUnderstood):
        lines.reply(question, {"response": None, "error": "json_schema is not supported"}, Dialect())
    made.close()


def test_a_limit_leaves_the_answers_of_the_rest_for_the_next_time(
    provider: BatchServer, source: str, tmp_path: Path
) -> None:
    provider.answer = lambda _body: completed('{"quotes": [], "events": [], "summary": []}')
    made = Batch(desk(provider.base_url), tmp_path / "out.jsonl")
    made.submit(articles_in([source]))
    provider.work()
    first, _ = made.collect(articles_in([source]), limit=2)
    assert (first.written, first.ended) == (2, "limit")
    second, _ = made.collect(articles_in([source]))
    assert (second.written, second.known, second.ended) == (1, 2, "all")
    made.close()
    assert (len(provider.batched), len(provider.online)) == (3, 0)


def test_a_lone_article_that_is_refused_for_what_it_says_is_told(server: Misbehaving, tmp_path: Path) -> None:
    server.script(status(400, "too long"))
    with desk(server.base_url) as made, pytest.raises(ConfigurationError, match="too long"):
        run(made, [Article.from_text("The port of Bergen reopened.")], tmp_path / "out.jsonl")


def test_a_budget_that_ends_a_run_is_its_error(server: Misbehaving, tmp_path: Path) -> None:
    articles = [Article.from_text(f"The port of Bergen reopened after strike {n}.") for n in range(5)]
    with desk(server.base_url, budget=Budget(requests=1), concurrency=1, passes=("events",)) as made:
        report = run(made, articles, tmp_path / "out.jsonl")
    assert report.ended == "budget"
    assert isinstance(report.error, BudgetExceeded)
    assert report.written == 1


def test_a_stop_in_another_thread_leaves_the_signals_alone() -> None:
    before, seen = signal.getsignal(signal.SIGTERM), []

    def listen() -> None:
        with Stop() as stop:
            seen.append(signal.getsignal(signal.SIGTERM))
            stop.ask()
            seen.append(list(stop.until_asked([1, 2])))

    thread = threading.Thread(target=listen)
    thread.start()
    thread.join()
    assert seen == [before, []]


def test_a_stop_with_nothing_to_say_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    with Stop() as stop:
        signal.raise_signal(signal.SIGTERM)
        assert (stop.asked, stop.by_signal) == (True, True)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGTERM)
    assert capfd.readouterr().err == ""


@pytest.mark.anyio
async def test_a_bar_for_async_code_too(
    server: Misbehaving, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    articles = [Article.from_text(f"The port of Bergen reopened after strike {n}.") for n in range(2)]
    async with desk(server.base_url, passes=("events",)) as made:
        found = [outcome async for outcome in made.amap(articles, progress=True)]
    assert [outcome.ok for outcome in found] == [True, True]
    assert "2 of 2 articles" in capsys.readouterr().err


def files_in(folder: Path) -> set[Path]:
    """Every file below a folder, less those that SQLite makes and takes away as it pleases."""
    return {path for path in folder.rglob("*") if not path.name.endswith(("-wal", "-shm", "-journal"))}


@pytest.mark.parametrize(
    "name", ["{outside}", "../escaped.jsonl", "a/../../escaped.jsonl", "..", "C:\\escaped", "line\nbreak", "\x1b[2J"]
)
@pytest.mark.parametrize("what", ["output_file_id", "error_file_id"])
def test_what_the_provider_calls_a_file_is_never_a_path(
    what: str, name: str, provider: BatchServer, source: str, tmp_path: Path
) -> None:
    outside = tmp_path / "outside" / "authorized_keys"
    outside.parent.mkdir()
    made = Batch(desk(provider.base_url), tmp_path / "out.jsonl")
    made.submit(articles_in([source]))
    provider.work()
    (only,) = provider.batches.values()
    only[what] = name.format(outside=outside)
    before = files_in(tmp_path)
    with pytest.raises(ModelError, match="a name that is none"):
        made.collect(articles_in([source]))
    made.close()
    assert files_in(tmp_path) == before


@pytest.mark.parametrize("name", ["file-abc_1", "files/abc", "a.b:c@d~e"])
def test_the_names_that_providers_give_are_taken(name: str) -> None:
    assert batches._name(name) == name
