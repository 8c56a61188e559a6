"""The files of a folder: those that may hold articles, and what else lies there."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path

from nutgraf.article.files.one import OF_MANY, SUFFIXES
from nutgraf.article.files.ours import ours


@dataclass(frozen=True, slots=True)
class PassedOver:
    """What lies in folders and is not read; hidden files apart.

    Attributes:
        kinds: how many files have a suffix that nutgraf reads none of; "" of those without one.
        made: what nutgraf itself has made: briefs and pages of other runs.
    """

    kinds: Counter[str] = field(default_factory=Counter)
    made: list[Path] = field(default_factory=list)


def real(path: str | Path) -> str:
    """One name for a file, whatever links lead to it."""
    return os.path.realpath(path)


def files_in(folder: Path, without: AbstractSet[str] = frozenset(), passed: PassedOver | None = None) -> Iterator[Path]:
    """The files in a folder that may hold articles, in depth and in sorted order; less some, by their real names.

    `passed` is told what else is there.
    """
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path, suffix = Path(where, name), Path(name).suffix.lower()
            if name.startswith(".") or (without and real(path) in without):
                continue
            if suffix not in SUFFIXES | OF_MANY:
                if passed is not None:
                    passed.kinds[suffix] += 1
            elif ours(path) is None:
                yield path
            elif passed is not None:
                passed.made.append(path)


def passed_over(folder: Path, without: AbstractSet[str] = frozenset()) -> PassedOver:
    """What a folder holds beside the files that are read."""
    passed = PassedOver()
    for _ in files_in(folder, without, passed):
        pass
    return passed
