"""What a hostile or runaway server can cost: an answer is read up to what was asked for, and nothing of it is kept or sent back."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest

import nutgraf
from loopback import Handler, Told, completion, failure, listening, serving
from nutgraf.asking.line.http import most_bytes
from nutgraf.asking.line.patience import Patience
from nutgraf.errors import ModelUnavailable, NutgrafError, ReplyInvalid

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

TEXT = "MOSS – The ferry sank on Friday. Nobody was hurt."
POINT = {"evidence": [1], "text": "The ferry sank on Friday."}
G = json.dumps({"summary": [POINT]})


def asked(base_url: str, **settings: Any) -> nutgraf.Brief | NutgrafError:
    chosen: dict[str, Any] = {"model": "m", "base_url": base_url, "cache": None, "passes": ("summary",)} | settings
    with nutgraf.Summarizer(**chosen) as desk:
        try:
            return desk.summarize(TEXT)
        except NutgrafError as error:
            return error


def test_an_endless_body_is_read_no_further_than_an_answer_goes() -> None:
    written: list[int] = []

    class Endless(Handler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["content-length"]))
            self.send_response(200)
            self.send_header("content-type", "application/json")
            self.end_headers()
            self.close_connection = True
            sent = 0
            try:
                while sent < 2**27:
                    sent += self.wfile.write(b" " * 65_536)
            except OSError:
                pass
            written.append(sent)

    with listening(Endless) as base_url:
        error = asked(base_url, max_output_tokens=1_000)
    assert isinstance(error, ReplyInvalid)
    assert "longer than" in str(error)
    assert len(written) == 2, "the one re-ask, and no more"
    assert all(sent < 2**26 for sent in written)


@pytest.fixture(scope="module")
def bomb() -> bytes:
    return gzip.compress(b" " * 2**26)


@pytest.mark.parametrize("encoding", ["gzip", "gzip, gzip", "br"])
def test_a_body_that_unpacks_without_end_is_not_unpacked(
    encoding: str, bomb: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nutgraf.desk.PATIENCE", Patience(attempts=1))
    with serving(lambda _b, _n: Told(bomb, headers={"content-encoding": encoding})) as server:
        error = asked(server.base_url)
    assert isinstance(error, ReplyInvalid if encoding == "gzip" else ModelUnavailable)


def test_a_packed_answer_is_read() -> None:
    told = completion(G)
    packed = gzip.compress(json.dumps(told.body).encode())
    with serving(lambda _b, _n: Told(packed, headers={"content-encoding": "gzip"})) as server:
        assert isinstance(asked(server.base_url), nutgraf.Brief)


def test_a_long_error_body_is_no_better() -> None:
    with serving(lambda _b, _n: Told("x" * (most_bytes(1_000) + 1), 400)) as server:
        error = asked(server.base_url, max_output_tokens=1_000)
    assert isinstance(error, ReplyInvalid)
    assert len(str(error)) < 300


def test_of_thousands_of_choices_one_is_read() -> None:
    told = completion(G)
    assert isinstance(told.body, dict)
    told.body["choices"] += [{}] * 100_000
    with serving(lambda _b, _n: told) as server:
        brief = asked(server.base_url)
    assert isinstance(brief, nutgraf.Brief)
    assert len(brief.summary) == 1


def test_thousands_of_items_are_cut_to_what_the_answer_could_hold_and_that_is_said() -> None:
    points = [{"evidence": [1], "text": f"The ferry sank on Friday {n}."} for n in range(2_000)]
    with serving(lambda _b, n: completion(json.dumps({"summary": points if n == 0 else []}))) as server:
        brief = asked(server.base_url)
    assert isinstance(brief, nutgraf.Brief)
    assert "too_many_items" in {p.kind for p in brief.problems}


def test_a_title_of_any_length_is_not_sent_back() -> None:
    long = {"evidence": [1], "text": "The ferry sank. " * 20_000}
    with serving(lambda _b, n: completion(json.dumps({"summary": [POINT, long] if n == 0 else []}))) as server:
        brief = asked(server.base_url)
        assert isinstance(brief, nutgraf.Brief)
        assert len(brief.summary) == 1
        assert all(len(json.dumps(body)) < 20_000 for body in server.requests)


def test_no_cookie_is_kept() -> None:
    told = completion(G)
    told.headers["set-cookie"] = "session=" + "x" * 2_000 + "; Path=/"
    with (
        serving(lambda _b, _n: told) as server,
        nutgraf.Summarizer(model="m", base_url=server.base_url, cache=None, passes=("summary",)) as desk,
    ):
        for n in range(3):
            desk.summarize(f"{TEXT} {n}")
    assert all("cookie" not in headers for headers in server.headers)


@pytest.mark.parametrize("count", [10**20, -1, 1.5])
def test_a_count_that_can_not_be_is_not_believed(count: Any) -> None:
    told = completion(G)
    assert isinstance(told.body, dict)
    told.body["usage"]["completion_tokens"] = count
    with serving(lambda _b, _n: told) as server:
        brief = asked(server.base_url)
    assert isinstance(brief, nutgraf.Brief)
    assert brief.usage.total_tokens == 0
    assert brief.usage.requests == 1


def test_half_of_a_surrogate_pair_costs_no_request() -> None:
    points = [POINT, {"evidence": [2], "text": "Nobody \ud800 was hurt."}]
    with serving(lambda _b, _n: completion(json.dumps({"summary": points}))) as server:
        brief = asked(server.base_url)
    assert isinstance(brief, nutgraf.Brief)
    brief.model_dump_json().encode()
    assert len(brief.summary) >= 1


def test_a_server_that_loads_its_model_is_waited_for_beyond_the_attempts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nutgraf.desk.PATIENCE", Patience(attempts=2, first_wait=0.001, longest_wait=0.01))
    with serving(lambda _b, n: failure(503, "Loading model") if n < 12 else completion(G)) as server:
        assert isinstance(asked(server.base_url), nutgraf.Brief)
        assert len(server.requests) == 13


def test_but_not_beyond_the_deadline_and_the_reason_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nutgraf.desk.PATIENCE", Patience(attempts=2, first_wait=0.01, longest_wait=0.05))
    with serving(lambda _b, _n: failure(503, "Loading model")) as server:
        error = asked(server.base_url, deadline=0.4)
    assert isinstance(error, ModelUnavailable)
    assert "Loading model" in str(error) or "deadline" in str(error)


def test_and_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    patience = Patience(attempts=2, first_wait=0.001, longest_wait=0.01, loading=0.1)
    monkeypatch.setattr("nutgraf.desk.PATIENCE", patience)
    with serving(lambda _b, _n: failure(503, "Loading model")) as server:
        error = asked(server.base_url)
    assert isinstance(error, ModelUnavailable)
    assert "Loading model" in str(error)


def test_a_text_that_no_reader_gets_to_the_end_of_is_asked_for_again() -> None:
    """How often it is looked at is counted in the tests of unwrapping."""
    with serving(lambda _b, n: completion("{'" + "a'" * 15_000 if n == 0 else G)) as server:
        brief = asked(server.base_url)
    assert isinstance(brief, nutgraf.Brief)
    assert len(server.requests) == 2
