"""The tables of languages: lines of columns with tabs between them; those that begin with "#" are comments."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

import nutgraf.reading.languages as folders


def code_of(language: str | None) -> str:
    """The code of a language, less its region: "en" of "en-GB"; "" for none."""
    return (language or "").partition("-")[0].lower()


def lines_of(*path: str) -> Iterator[list[str]]:
    """The lines of a table, each as its columns; none where there is no such table."""
    table = files(folders).joinpath(*path)
    for line in table.read_text("utf-8").splitlines() if table.is_file() else ():
        if line and line[0] != "#":
            yield line.split("\t")
