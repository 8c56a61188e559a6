"""Which form a file has: the one asked for, else the one that its name says - never a guess that the name contradicts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from nutgraf.errors import ConfigurationError

PAGES: dict[str, str] = {".html": "html", ".htm": "html"}
TABLES: dict[str, str] = {
    ".csv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".jsonld": "jsonld",
}
STORIES: dict[str, str] = {**PAGES, ".jsonl": "jsonl", ".csv": "csv", ".parquet": "parquet"}
BRIEFS: dict[str, str] = {
    **PAGES,
    **dict.fromkeys((".md", ".markdown"), "md"),
    **dict.fromkeys((".json", ".jsonl", ".ndjson"), "json"),
}


def form_of(
    output: str | Path, suffixes: Mapping[str, str], *, named: str | None = None, default: str | None = None
) -> str:
    """The form of an output; `default` is that of standard output (-), of devices and of names without a suffix.

    Raises:
        ConfigurationError: a form, or a name, that says something else than what can be written.
    """
    forms = tuple(dict.fromkeys(suffixes.values()))
    if named is not None:
        if named not in forms:
            raise ConfigurationError(f"--format {named[:40]}: it is one of {', '.join(forms)}")
        return named
    suffix = Path(output).suffix.lower()
    form = suffixes.get(suffix) if suffix else default
    if form is None:
        shown = f"{str(output)[:200]}: "
        said = f"nutgraf writes no {suffix}" if suffix else "the name says no form"
        raise ConfigurationError(f"{shown}{said}; let the name end in {', '.join(suffixes)}")
    return form
