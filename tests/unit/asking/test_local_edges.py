"""The embedded model's server where the system is another one, or something came between."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import types
from pathlib import Path
from typing import Any

import pytest

from nutgraf.asking.local import embedded as local
from nutgraf.asking.local import files as local_files
from nutgraf.asking.local import record as local_record
from nutgraf.asking.local import server as local_server
from nutgraf.asking.local import start as local_start
from nutgraf.asking.local.record import LocalServer, ServerFiles
from nutgraf.errors import ConfigurationError

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


def a_server(folder: Path, **changes: Any) -> LocalServer:
    values = {"base_url": "http://127.0.0.1:9/v1", "api_key": "k", "alias": "a", "sha256": "0" * 64, "pid": 4_000_000}
    return LocalServer(**values | {"port": 9, "started": None, "used": folder / "x.used"} | changes)


def test_without_proc_a_process_lives_when_it_can_be_signalled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_record, "start_mark", lambda _pid: None)
    assert a_server(tmp_path, pid=os.getpid()).is_alive()
    assert not a_server(tmp_path, pid=4_000_000).is_alive()

    def not_ours(_pid: int, _number: int) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "kill", not_ours)
    assert not a_server(tmp_path, pid=os.getpid()).is_alive()


def test_a_server_that_does_not_hear_is_ended_by_force(tmp_path: Path) -> None:
    code = (
        "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nprint('deaf', flush=True)\ntime.sleep(60)"
    )
    deaf = subprocess.Popen([sys.executable, "-S", "-E", "-c", code], stdout=subprocess.PIPE, text=True)
    assert deaf.stdout is not None
    try:
        assert deaf.stdout.readline() == "deaf\n"
        files = ServerFiles.of(tmp_path, "ab" * 32)
        server = a_server(tmp_path, pid=deaf.pid, started=local_record.start_mark(deaf.pid))
        server.used.touch()
        local_record.end(server, files, patience=0.05)
        assert deaf.wait(120) == -signal.SIGKILL
        assert not server.used.exists()
    finally:
        deaf.kill()
        deaf.wait()
        deaf.stdout.close()


def test_a_lock_file_that_was_replaced_meanwhile_is_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, real, asked = tmp_path / "l.lock", fcntl.flock, []

    def replaced(lock: int, how: int) -> None:
        if not asked:
            path.unlink()
            (tmp_path / "other").touch()
            (tmp_path / "other").rename(path)
        asked.append(how)
        real(lock, how)

    monkeypatch.setattr(fcntl, "flock", replaced)
    with local_files.locked(path, patience=5) as lock:
        assert os.fstat(lock).st_ino == path.stat().st_ino
    assert len(asked) == 3  # taken in vain, taken, let go


def test_a_ctrl_c_while_a_lock_is_waited_for_leaves_no_open_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def interrupted(lock: int, _how: int) -> None:
        seen.append(lock)
        raise KeyboardInterrupt

    monkeypatch.setattr(fcntl, "flock", interrupted)
    with pytest.raises(KeyboardInterrupt), local_files.locked(tmp_path / "l.lock", patience=5):
        pytest.fail("it was never held")
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(seen[0])


def test_a_system_without_locks_is_told_what_to_do_instead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    with (
        pytest.raises(ConfigurationError, match=r"start a llama\.cpp server yourself and pass its base_url"),
        local_files.locked(tmp_path / "l.lock", patience=0),
    ):
        pytest.fail("there is no lock")


def test_a_folder_that_can_not_be_written_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "state"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("NUTGRAF_LOCAL_DIR", str(folder))
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(ConfigurationError, match="can't be written"):
        local_files.state_folder()


def test_a_stand_in_module_without_a_spec_is_no_installed_package(monkeypatch: pytest.MonkeyPatch) -> None:
    made = types.ModuleType("made_up_package")
    made.__spec__ = None
    monkeypatch.setitem(sys.modules, "made_up_package", made)
    assert local._package_folder("made_up_package") is None


def _open_files() -> int:
    """How many files this process holds open; 0 where the system does not say."""
    descriptors = Path("/proc/self/fd")
    return len(list(descriptors.iterdir())) if descriptors.exists() else 0


def test_an_interpreter_that_does_not_know_itself_can_start_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "")
    files = ServerFiles(tmp_path, "s")
    before = _open_files()
    with pytest.raises(ConfigurationError, match=r"sys\.executable .* can't be started"):
        local_start.start(tmp_path / "m.gguf", "m", "0" * 64, files, 0)
    assert _open_files() == before


def test_a_log_that_is_not_there_said_nothing(tmp_path: Path) -> None:
    assert local_start._tail(tmp_path / "none.log") == "it said nothing"
    (tmp_path / "some.log").write_text("out of memory\n")
    assert local_start._tail(tmp_path / "some.log") == "out of memory"


def test_a_server_that_does_not_tell_its_figures_counts_as_busy(tmp_path: Path) -> None:
    assert local_server._pulse(a_server(tmp_path)) is None
