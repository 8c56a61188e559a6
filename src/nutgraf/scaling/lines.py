"""A file that only ever grows by whole lines, whatever happens to the process or the disk."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from nutgraf.errors import ConfigurationError
from nutgraf.outputs import not_written, refuse_without_folder
from nutgraf.parsed import is_object

_BLOCK = 1 << 20


def write_anew(path: Path, lines: Iterable[str]) -> None:
    """Put lines in the place of a file, for its owner alone: as a whole, or not at all.

    Raises:
        ConfigurationError: it can't be written; what stood there is as it was.
    """
    new = path.with_name(path.name + ".new")
    new.unlink(missing_ok=True)
    try:
        with os.fdopen(
            os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8", errors="surrogatepass"
        ) as file:
            file.writelines(lines)
        new.replace(path)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise ConfigurationError(
            f"{path}: can't be written: {error.strerror}. What stood in it still does: make room, then run the same "
            "command again"
        ) from None


class Lines:
    """JSON, a line each. One process at a time writes to it; a new file is its owner's alone.

    Args:
        path: the file; made when it is not there.
        ours: tells a line of ours; a file that holds others is left alone.
        what: what a line holds, for messages.
        looks: look at a file that is there, and change nothing.

    Raises:
        ConfigurationError: it can't be opened, another process writes to it, or it holds something else.
    """

    def __init__(self, path: Path, *, ours: Callable[[Any], bool], what: str, looks: bool = False) -> None:
        self.path = path
        self._ours = ours
        self._what = what
        if path.exists() and not path.is_file():
            raise ConfigurationError(f"{path}: this is no file; name a file, or - for standard output")
        refuse_without_folder(path)
        try:
            self._file = os.open(path, os.O_RDWR | os.O_APPEND | (0 if looks else os.O_CREAT), 0o600)
        except OSError as error:
            raise not_written(path, error.errno) from None
        try:
            self._lock()
            self._size = self._whole()
            if not looks:
                os.ftruncate(self._file, self._size)
        except BaseException:
            os.close(self._file)
            raise

    def records(self) -> Iterator[dict[str, Any]]:
        """What it holds, line by line.

        Raises:
            ConfigurationError: a line is none of ours.
        """
        return (record for _, record in self._read())

    def append(self, line: str) -> None:
        """Add a line: whole, or not at all.

        Raises:
            ConfigurationError: the disk is full, or fails; what was there before is whole.
        """
        data = line.encode("utf-8", "surrogatepass") + b"\n"
        try:
            written = os.write(self._file, data)
            while written < len(data):  # a full disk takes a part first, and says so at the next try
                written += os.write(self._file, data[written:])
        except OSError as error:
            os.ftruncate(self._file, self._size)
            raise ConfigurationError(
                f"{self.path}: can't be written: {error.strerror}. Every line in it is whole: make room, then run the "
                "same command again to go on"
            ) from None
        self._size += len(data)

    def keep(self, wanted: Callable[[dict[str, Any]], bool]) -> None:
        """Leave out the lines that are not wanted. The last thing done to a file: what is added later is lost.

        Raises:
            ConfigurationError: a line is none of ours, or it can't be written; what stood there is as it was.
        """
        write_anew(
            self.path, (line.decode("utf-8", "surrogatepass") for line, record in self._read() if wanted(record))
        )

    def _read(self) -> Iterator[tuple[bytes, dict[str, Any]]]:
        with self.path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if not line.endswith(b"\n"):  # torn, and left so by who only looks
                    return
                record = _parsed(line)
                if record is None or not self._ours(record):
                    raise self._not_ours(number)
                yield line, record

    def close(self) -> None:
        """Bring it to the disk and let others write."""
        with suppress(OSError):  # the file is whole all the same
            os.fsync(self._file)
        os.close(self._file)

    def _lock(self) -> None:
        try:
            import fcntl
        except ImportError:  # no such locks on Windows
            return
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise ConfigurationError(
                f"{self.path}: another run writes to it; wait for its end, or name another file"
            ) from None

    def _whole(self) -> int:
        """The size less a last line without an end: the process that wrote it was killed."""
        size = os.fstat(self._file).st_size
        end, found = size, None
        while end and (found := self._last_newline(end)) is None:
            end = max(0, end - _BLOCK)
        whole = found + 1 if end and found is not None else 0
        if whole == size:
            return size
        first = os.pread(self._file, 64, 0)
        if not first.startswith(b'{"'):
            raise self._not_ours(1)
        if whole:
            next(self.records(), None)
        return whole

    def _last_newline(self, end: int) -> int | None:
        start = max(0, end - _BLOCK)
        found = os.pread(self._file, end - start, start).rfind(b"\n")
        return None if found < 0 else start + found

    def _not_ours(self, number: int) -> ConfigurationError:
        return ConfigurationError(f"{self.path}:{number}: this is no {self._what}; name another file to write to")


def _parsed(line: bytes) -> dict[str, Any] | None:
    try:
        record = from_json(line)
    except ValueError:
        return None
    return record if is_object(record) else None
