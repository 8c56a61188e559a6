"""A running local server as the user's processes know it: its record in the shared folder, and how to reach it."""

from __future__ import annotations

import contextlib
import hashlib
import os
import signal
import socket
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from nutgraf.asking.local.files import read_json, write_whole
from nutgraf.parsed import is_object

_FIELDS: dict[str, type | tuple[type, ...]] = {
    "base_url": str,
    "api_key": str,
    "alias": str,
    "sha256": str,
    "pid": int,
    "port": int,
    "started": (str, type(None)),
    "used": str,
}
"""A record on disk, and what its values must be."""


@dataclass(frozen=True, slots=True)
class LocalServer:
    """A running llama.cpp server on the loopback interface.

    `used` is the file to touch before each request; `started` tells this process from a later one with the same
    pid (None where the system does not say).
    """

    base_url: str
    api_key: str = field(repr=False)
    alias: str
    sha256: str
    pid: int
    port: int
    started: str | None
    used: Path

    def is_alive(self) -> bool:
        """True while the process that wrote the record exists. It may still be deaf: only a request tells."""
        mark = start_mark(self.pid)
        if mark is not None or self.started is not None:
            return mark == self.started
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return False  # another user's: the pid was given out again
        return True

    def kill(self, number: int) -> None:
        """Send a signal; a process that is gone already is fine."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(self.pid, number)

    def leave(self, files: ServerFiles) -> None:
        """Remove what this server left in the folder, and nothing of a server that came after it."""
        found = read_record(files.record)
        if found is None or found.pid == self.pid:
            files.record.unlink(missing_ok=True)
        self.used.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class ServerFiles:
    """The names of one model's files in the folder. The machine's name is part of them: homes are shared by networks."""

    folder: Path
    stem: str

    @classmethod
    def of(cls, folder: Path, sha256: str) -> ServerFiles:
        """The files of the model with this checksum, on this machine."""
        return cls(folder, f"{sha256[:16]}-{_machine()}")

    @classmethod
    def every(cls, folder: Path) -> tuple[ServerFiles, ...]:
        """The files of every model that was ever started from here, on this machine."""
        return tuple(cls(folder, lock.stem) for lock in sorted(folder.glob(f"*-{_machine()}.lock")))

    @property
    def record(self) -> Path:
        """JSON: pid, port, key and so on of the running server."""
        return self.folder / f"{self.stem}.json"

    @property
    def lock(self) -> Path:
        """Held while a server starts or stops."""
        return self.folder / f"{self.stem}.lock"

    @property
    def log(self) -> Path:
        """What the server wrote to standard error since it started."""
        return self.folder / f"{self.stem}.log"

    def used(self, pid: int) -> Path:
        """Touched by clients; one for each server, so that a new one is not kept alive by an old one's clients."""
        return self.folder / f"{self.stem}.{pid}.used"


def _machine() -> str:
    return hashlib.sha256(os.uname().nodename.encode()).hexdigest()[:8]


def write_record(files: ServerFiles, server: LocalServer) -> None:
    """Make a server known to the user's other processes."""
    write_whole(files.record, asdict(server) | {"used": str(server.used)})


def read_record(path: Path) -> LocalServer | None:
    """The server that a record names, or None. Whether it still runs is another question."""
    content = read_json(path)
    if not is_object(content) or set(content) != set(_FIELDS):
        return None
    fits = all(isinstance(content[name], kind) for name, kind in _FIELDS.items())
    # The address is ours to say, not the file's: nothing but loopback is ever spoken to.
    if not fits or content["pid"] <= 1 or content["base_url"] != f"http://127.0.0.1:{content['port']}/v1":
        return None
    fields: dict[str, Any] = {**content, "used": Path(content["used"])}
    return LocalServer(**fields)


def start_mark(pid: int) -> str | None:
    """When a process started, in the kernel's own count: with the pid, its identity. None for the dead, and off Linux."""
    try:
        line = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return None
    after_name = line.rpartition(")")[2].split()
    return None if after_name[0] in "ZX" else after_name[19]


def ask(server: LocalServer, path: str, *, patience: float, key: bool = True) -> tuple[int, bytes]:
    """GET a page of the server itself: its status and body. Plain sockets, so that no proxy and no recorder is in between.

    Raises:
        OSError: nobody listens, or nothing came for `patience` seconds.
    """
    head = f"GET {path} HTTP/1.0\r\nHost: 127.0.0.1:{server.port}\r\nConnection: close\r\n"
    if key:
        head += f"Authorization: Bearer {server.api_key}\r\n"
    received = bytearray()
    with socket.create_connection(("127.0.0.1", server.port), timeout=patience) as line:
        line.sendall(f"{head}\r\n".encode("ascii"))
        while len(received) < 1_000_000 and (part := line.recv(65_536)):
            received += part
    first, _, rest = bytes(received).partition(b"\r\n")
    words = first.split()
    if len(words) < 2 or not words[0].startswith(b"HTTP/") or not words[1].isdigit():
        raise OSError("no HTTP answer")
    return int(words[1]), rest.partition(b"\r\n\r\n")[2]


def end(server: LocalServer, files: ServerFiles, patience: float = 5.0) -> None:
    """Stop a server that is known to be ours: politely, then by force."""
    server.kill(signal.SIGTERM)
    deadline = time.monotonic() + patience
    while server.is_alive():
        if time.monotonic() >= deadline:
            server.kill(signal.SIGKILL)
            break
        time.sleep(0.01)
    server.leave(files)
