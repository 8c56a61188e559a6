"""Start the child process behind `model="local"`: settings, environment, and the wait until it is up."""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import signal
import subprocess
import sys
from pathlib import Path

from nutgraf.asking.local.record import LocalServer, ServerFiles, read_record
from nutgraf.errors import ConfigurationError, ModelUnavailable

START_PATIENCE = 300.0
"""Seconds for a server to come up: two for the bundled model, minutes for a large one on a slow disk."""
_IDLE = 600.0
_SECRETS = ("KEY", "TOKEN", "SECRET", "PASSWORD", "CREDENTIAL")


def _number(name: str, default: float, least: float) -> float:
    given = os.environ.get(name)
    if not given:
        return default
    try:
        value = float(given)
    except ValueError:
        value = -1.0
    if not least <= value < 1e9:
        raise ConfigurationError(f"{name}={given} must be a number of at least {least:g}")
    return value


def idle_seconds() -> float:
    """How long a new server waits for a request before it stops itself."""
    return _number("NUTGRAF_LOCAL_IDLE", _IDLE, least=0.1)


def threads() -> int:
    """How many threads a new server computes with.

    Two keep most small machines busy; in CI one, since two beside other work fall to a quarter of their speed.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    in_ci = os.environ.get("CI", "").lower() not in ("", "0", "false")
    return int(_number("NUTGRAF_LOCAL_THREADS", 1 if in_ci else min(2, cores), least=1))


def start(model: Path, alias: str, sha256: str, files: ServerFiles, lock: int) -> LocalServer:
    """Start a server for a model file while holding its lock, and wait until it is up.

    The child holds the lock too until then, so that a Ctrl-C here lets no second one in.

    Raises:
        ConfigurationError: it died; the end of what it wrote to standard error is in the message.
        ModelUnavailable: it is not up within `START_PATIENCE` seconds; it is ended.
    """
    heard, ready = os.pipe()
    try:
        job = {
            "path": str(model),
            "alias": alias,
            "sha256": sha256,
            "folder": str(files.folder),
            "stem": files.stem,
            "threads": threads(),
            "idle": idle_seconds(),
            "ready": ready,
            "lock": lock,
        }
        process = _spawn(json.dumps(job), files.log, (ready, lock))
        os.close(ready)
        ready = -1
        process.wait()  # it only forks: the server is its child
        word = _hear(heard)
    finally:
        os.close(heard)
        if ready >= 0:
            os.close(ready)
    if word is None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        raise ModelUnavailable(f"the local model was not up within {START_PATIENCE:g} s; its log is {files.log}")
    server = read_record(files.record) if word else None
    if server is None:
        raise ConfigurationError(f"the local model could not start from {model}: {_tail(files.log)}")
    return server


def _spawn(job: str, log: Path, kept: tuple[int, int]) -> subprocess.Popen[bytes]:
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC
    output = os.open(log, flags, 0o600)
    try:
        return subprocess.Popen(  # noqa: S603 - our own interpreter and our own module
            [sys.executable or "", "-P", "-m", "nutgraf.asking.local.server", job],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            cwd="/",
            env=_environment(),
            start_new_session=True,  # a Ctrl-C in the terminal is not meant for it
            pass_fds=kept,
        )
    except OSError as error:
        raise ConfigurationError(
            f'model="local" needs a Python interpreter to start its server with, and sys.executable {sys.executable!r} '
            f"can't be started: {error.strerror}"
        ) from None
    finally:
        os.close(output)


def _environment() -> dict[str, str]:
    """The starter's environment less its secrets, which are no business of a process that stays for minutes."""
    kept = {name: value for name, value in os.environ.items() if not any(word in name.upper() for word in _SECRETS)}
    kept["PYTHONPATH"] = os.pathsep.join(dict.fromkeys(str(Path(entry).absolute()) for entry in sys.path))
    # Threads that wait sleep sooner: as fast when alone, 2.4 times as fast beside another server (measured).
    kept.setdefault("GOMP_SPINCOUNT", "1000")
    return kept


def _hear(pipe: int) -> bytes | None:
    """What the child says: b"ready", b"" when it died, None when it said nothing in time."""
    with selectors.DefaultSelector() as waiting:
        waiting.register(pipe, selectors.EVENT_READ)
        return os.read(pipe, 16) if waiting.select(START_PATIENCE) else None


def _tail(log: Path) -> str:
    try:
        text = log.read_bytes()[-1_500:].decode("utf-8", "replace").strip()
    except OSError:
        text = ""
    return text or "it said nothing"
