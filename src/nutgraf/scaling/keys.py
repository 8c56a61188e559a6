"""One file, one article: a key that is a path is told as the file of briefs sees it, however it was typed."""

from __future__ import annotations

import os
import re
from pathlib import Path

from nutgraf.article import Article

_LINE = re.compile(r"(.*?)((?::\d+)?)", re.DOTALL)
"""The file, and the line or row in it."""


class Keys:
    """The keys of a run: paths from the folder of its file of briefs, whatever folder the run was started in.

    They move with the files: what lies beside its articles is known again on another machine. A key that names no file
    is somebody's own, and stays.

    Args:
        out: the file of briefs; None for standard output, which lies in the working directory.
    """

    def __init__(self, out: Path | None) -> None:
        self._folder = os.path.realpath(out.parent if out is not None else Path.cwd())
        self._real: dict[str, str] = {}

    def named(self, article: Article) -> Article:
        """An article that was just read, under the key that it has in this run."""
        key = self._from(os.curdir, article.key)
        return article if key is None or key == article.key else article.model_copy(update={"key": key})

    def seen(self, place: str) -> str:
        """The key of a file, or of a line in one, that is no article."""
        return self._from(os.curdir, place) or place

    def place(self, key: str) -> str:
        """The file that a key in the file of briefs names, in full and without the line; - is standard input."""
        split = _LINE.fullmatch(key)
        path = split[1] if split is not None else key
        if path == "-":
            return path
        bases = (self._folder, os.path.abspath(os.curdir))  # noqa: PTH100
        found = [os.path.realpath(os.path.join(base, path)) for base in bases]  # noqa: PTH118
        return next(filter(os.path.exists, found), found[0])

    def kept(self, key: str) -> str:
        """A key in the file of briefs. Earlier versions wrote paths as they were typed, from the working directory."""
        for base in (self._folder, os.curdir):
            if (found := self._from(base, key)) is not None:
                return found
        return key

    def holds_one(self, key: str) -> bool:
        """Whether a key names what holds one article: an address, or a file without a line in it."""
        split = _LINE.fullmatch(key)
        return "://" in key or (split is not None and not split[2] and os.path.isfile(self.place(key)))  # noqa: PTH113

    def _from(self, base: str, key: str) -> str | None:
        """The key of what a path leads to from a folder; None where that is no file."""
        split = _LINE.fullmatch(key)
        if "://" in key or split is None:
            return None
        path = os.path.join(base, split[1])  # noqa: PTH118 - a million keys, in a fifth of the time
        if not os.path.isfile(path):  # noqa: PTH113
            return None
        folder, name = os.path.split(path)
        if folder not in self._real:
            try:
                self._real[folder] = os.path.relpath(os.path.realpath(folder), self._folder)
            except ValueError:  # on another drive
                self._real[folder] = os.path.realpath(folder)
        return os.path.normpath(os.path.join(self._real[folder], name)) + split[2]  # noqa: PTH118
