"""The folder through which the processes of one user share one local model server: only its owner may enter."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
import tempfile
import time
from collections.abc import Generator, Iterator
from pathlib import Path

from nutgraf.errors import ConfigurationError, ModelUnavailable
from nutgraf.parsed import is_object

_LARGEST_RECORD = 10_000


def state_folder() -> Path:
    """The folder, made if need be: `NUTGRAF_LOCAL_DIR`, else in XDG_RUNTIME_DIR, the home's cache, the temp folder.

    Raises:
        ConfigurationError: the named folder, or every one of the others, can't be written or is open to other users.
    """
    named = os.environ.get("NUTGRAF_LOCAL_DIR")
    if named:
        folder = Path(named).expanduser().absolute()
        trouble = _trouble(folder)
        if trouble:
            raise ConfigurationError(f"NUTGRAF_LOCAL_DIR={named}: {trouble}")
        return folder
    troubles: list[str] = []
    for folder in _usual_folders():
        trouble = _trouble(folder)
        if trouble is None:
            return folder
        troubles.append(f"{folder}: {trouble}")
    raise ConfigurationError(
        "the embedded model needs a folder of its own; set NUTGRAF_LOCAL_DIR to one that only you can enter. Tried "
        + "; ".join(troubles)
    )


def _usual_folders() -> Iterator[Path]:
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if runtime and Path(runtime).is_absolute() and Path(runtime).is_dir():
        yield Path(runtime) / "nutgraf"
    with contextlib.suppress(RuntimeError):  # no HOME and no entry in the user database
        yield Path.home() / ".cache" / "nutgraf" / "local"
    yield Path(tempfile.gettempdir()) / f"nutgraf-{os.geteuid()}"


def _trouble(folder: Path) -> str | None:
    """Why this folder can't be trusted with a key, or None. It is made if it does not exist."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.lstat()
    except OSError as error:
        return f"can't be made ({error.strerror or error})"
    if not stat.S_ISDIR(found.st_mode):
        return "is a link or a file, not a folder"
    if found.st_uid != os.geteuid():
        return "belongs to another user"
    if found.st_mode & 0o077:
        return "is open to other users (chmod 700 it, once you know what is in it)"
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        return "can't be written"
    return None


def write_whole(path: Path, content: object) -> None:
    """Write JSON so that no reader ever sees half of it, and nobody else sees any of it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")  # mode 0600
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(content, file)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def read_json(path: Path) -> object:
    """A file of ours, parsed; None if it isn't there, isn't ours alone, or isn't JSON."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return None
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(handle)
        if found.st_uid != os.geteuid() or found.st_mode & 0o077 or found.st_size > _LARGEST_RECORD:
            return None
        try:
            content: object = json.loads(file.read())
        except ValueError:
            return None
    return content


@contextlib.contextmanager
def locked(path: Path, patience: float) -> Generator[int]:
    """Hold a lock file against every other thread and process; the value is its open descriptor.

    After an error the lock is not released by force: a server that is just starting may hold it too, and
    releases it when it is up or dead.

    Raises:
        ModelUnavailable: it was not free within `patience` seconds.
        ConfigurationError: the system has no such locks (Windows).
    """
    try:
        import fcntl
    except ImportError:
        raise ConfigurationError(
            'model="local" needs Linux or macOS; elsewhere start a llama.cpp server yourself and pass its base_url'
        ) from None
    lock = _acquire(path, time.monotonic() + patience)
    try:
        yield lock
        fcntl.flock(
            lock, fcntl.LOCK_UN
        )  # a process forked meanwhile has a copy of the descriptor: closing is not enough
    finally:
        os.close(lock)


def _acquire(path: Path, deadline: float) -> int:
    import fcntl

    while True:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.fstat(lock).st_ino == path.stat().st_ino:  # else it was removed under us and another may be held
                return lock
        except (BlockingIOError, FileNotFoundError):
            pass
        except BaseException:
            os.close(lock)
            raise
        os.close(lock)
        if time.monotonic() >= deadline:
            raise ModelUnavailable(
                f"another process has been starting the local model for too long ({path} is locked); try again later"
            )
        time.sleep(0.02)


def cached_sha256(path: Path, folder: Path) -> str:
    """The checksum of a file, hexadecimal; remembered for as long as its size, time and place on disk stay the same."""
    found = path.stat()
    seen = {"path": str(path), "size": found.st_size, "mtime_ns": found.st_mtime_ns, "inode": found.st_ino}
    note = folder / f"sum-{hashlib.sha256(os.fsencode(path)).hexdigest()[:16]}.json"
    known = read_json(note)
    if is_object(known) and known | seen == known and isinstance(known.get("sha256"), str):
        return str(known["sha256"])
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    with contextlib.suppress(OSError):  # a full disk costs the next call a second, nothing else
        write_whole(note, seen | {"sha256": digest})
    return digest
