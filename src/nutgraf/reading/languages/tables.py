"""The tables of languages: lines of columns with tabs between them; those that begin with "#" are comments.

One of a language's folder, `lists.tsv`, has named lists: words that rules go by and that no class of the word table says. A row is a
name and its words, separated by spaces, or by "|" where one is of several words. A rule whose list a language does not have is off there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
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


@cache
def lists_of(language: str) -> Mapping[str, str]:
    """The lists of a language by name, each as its row has it."""
    return dict(lines_of(code_of(language), "lists.tsv"))


@cache
def words_in_list(language: str, name: str) -> frozenset[str]:
    """The words of a list of a language; none where it has no such list."""
    return frozenset(lists_of(language).get(name, "").split())
