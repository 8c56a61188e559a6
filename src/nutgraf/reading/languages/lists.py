"""The named lists of a language: words that rules go by and that no class of the word table says.

`lists.tsv` of the language's folder has one row for each: its name and its words, separated by spaces, or by "|" where one is of several words. A rule whose list a
language does not have is off there.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import nutgraf.reading.languages as folders


@cache
def lists_of(code: str) -> Mapping[str, str]:
    """The lists of a language by name, each as its row has it."""
    table = files(folders).joinpath(code, "lists.tsv")
    lines = table.read_text("utf-8").splitlines() if table.is_file() else []
    return dict(line.split("\t") for line in lines if line and line[0] != "#")
