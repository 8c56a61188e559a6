"""The child process behind `model="local"`: a llama.cpp server that outlives its starter and stops when idle.

Run by start.py as `python -P -m nutgraf.asking.local.server JOB`, where JOB is a JSON object; not meant for people.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any, Never
from urllib.parse import urlsplit

from nutgraf.asking.local.files import locked
from nutgraf.asking.local.record import LocalServer, ServerFiles, ask, read_record, start_mark, write_record
from nutgraf.errors import ModelUnavailable

_CONTEXT = 8_192
_ORPHAN_IDLE = 30.0
"""Seconds that a server stays for the clients it has, once its record is gone and no new ones can find it."""
_BUSY = ("llamacpp:requests_processing", "llamacpp:requests_deferred")
_COUNTERS = ("llamacpp:prompt_tokens_total", "llamacpp:n_decode_total")


@dataclass(frozen=True, slots=True)
class Job:
    """What to serve, and how. `ready` and `lock` are descriptors inherited from the starter."""

    path: str
    alias: str
    sha256: str
    folder: str
    stem: str
    threads: int
    idle: float
    ready: int
    lock: int


def main(arguments: list[str]) -> None:
    """Leave the starter's process tree, serve, and stop after `idle` seconds without a request."""
    job = Job(**json.loads(arguments[0]))
    if os.fork():  # so that nobody has to wait for the server's death: no zombie in the starter
        os._exit(0)
    files = ServerFiles(Path(job.folder), job.stem)
    native, server = _serve(job, files)

    def stop(_number: int, _frame: FrameType | None) -> Never:
        server.leave(files)
        os._exit(0)  # a request in flight would hold up an orderly end

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _report(job)
    watch(server, files, job.idle)
    del native  # kept until here: the server lives as long as the object
    os._exit(0)


def _serve(job: Job, files: ServerFiles) -> tuple[Any, LocalServer]:
    import xllamacpp

    key = secrets.token_urlsafe(24)
    native = xllamacpp.Server(_parameters(xllamacpp.CommonParams(), job, key))
    port = urlsplit(native.listening_address).port or 0
    pid = os.getpid()
    server = LocalServer(
        base_url=f"http://127.0.0.1:{port}/v1",
        api_key=key,
        alias=job.alias,
        sha256=job.sha256,
        pid=pid,
        port=port,
        started=start_mark(pid),
        used=files.used(pid),
    )
    server.used.touch(mode=0o600)
    write_record(files, server)
    return native, server


def _parameters(asked: Any, job: Job, key: str) -> Any:
    asked.model.path = job.path
    asked.model_alias = {job.alias}  # without it answers carry the path of the file
    asked.hostnames = ["127.0.0.1"]
    asked.port = 0
    asked.api_keys = [key]
    asked.n_ctx = _CONTEXT
    asked.n_parallel = 1
    asked.cpuparams.n_threads = job.threads
    asked.cache_ram_mib = 512  # earlier prefixes kept beside the current one; the default is 8 GB
    asked.endpoint_metrics = True
    asked.ui = False
    asked.offline = True
    asked.verbosity = 1  # errors only: a log must not fill up with prompts
    return asked


def _report(job: Job) -> None:
    """Tell the starter, if it still listens, and let go of the lock that was handed down."""
    import fcntl

    with contextlib.suppress(BrokenPipeError):
        os.write(job.ready, b"ready")
    os.close(job.ready)
    fcntl.flock(job.lock, fcntl.LOCK_UN)
    os.close(job.lock)


def watch(server: LocalServer, files: ServerFiles, idle: float) -> None:
    """End the process, or return, when nobody has used the server for `idle` seconds.

    Used means: a client touched the file, a request is running or waiting, or tokens were counted since the last look.
    """
    tick = min(max(idle / 20, 0.05), 5.0)
    pulse, quiet_since = _pulse(server), time.monotonic()
    while True:
        time.sleep(tick)
        now = _pulse(server)
        if now != pulse or now is None:
            pulse, quiet_since = now, time.monotonic()
            continue
        known = read_record(files.record)
        orphan = known is None or known.pid != server.pid
        if time.monotonic() - quiet_since < (min(idle, _ORPHAN_IDLE) if orphan else idle):
            continue
        if orphan:
            server.used.unlink(missing_ok=True)
            return
        _farewell(server, files, pulse, grace=min(0.5, tick * 2))


def _farewell(server: LocalServer, files: ServerFiles, pulse: object, grace: float) -> None:
    """Withdraw the record, wait for a client that had just read it, and end the process if none came."""
    # No lock: a client is looking for a server just now. No file: the folder is being removed. Both: stay for now.
    with contextlib.suppress(ModelUnavailable, OSError), locked(files.lock, patience=0):
        files.record.unlink(missing_ok=True)
        time.sleep(grace)
        if _pulse(server) == pulse:
            server.used.unlink(missing_ok=True)
            os._exit(0)  # the lock goes with the process: whoever waits for it finds the port closed
        write_record(files, server)


def _pulse(server: LocalServer) -> tuple[float, ...] | None:
    """Something that changes whenever the server is used; None while it is busy (or too busy to say)."""
    try:
        touched = server.used.stat().st_mtime
    except OSError:
        touched = 0.0
    try:
        status, body = ask(server, "/metrics", patience=10)
    except OSError:
        return None
    counts = {name: float(value) for name, _, value in (line.partition(" ") for line in _samples(body))}
    if status != 200 or any(counts.get(name) for name in _BUSY):
        return None
    return (touched, *(counts.get(name, 0.0) for name in _COUNTERS))


def _samples(body: bytes) -> list[str]:
    return [line for line in body.decode("utf-8", "replace").splitlines() if line.startswith((*_BUSY, *_COUNTERS))]


if __name__ == "__main__":
    main(sys.argv[1:])
