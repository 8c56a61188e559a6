"""Briefs and other records read back, a line each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from nutgraf.errors import ArticleError
from nutgraf.results import Brief

Made = TypeVar("Made")


def each_saved(source: str | Path | Iterable[str], where: str = "line") -> Iterator[Brief]:
    """The briefs of a file or of lines, one after another, for commands: fields and passes of one's own are told by their JSON.

    Raises:
        ArticleError: as `Briefs.load`; `where` names what the lines come from.
    """
    from nutgraf.results.saved import brief_of_any_class

    return each(source, brief_of_any_class, where)


def each(source: str | Path | Iterable[str], load: Callable[[str], Made], where: str = "line") -> Iterator[Made]:
    """What `load` makes of each line of a file, or of lines; an error names the line."""
    if isinstance(source, (str, Path)):
        where = str(source)
    lines = lines_of(Path(source)) if isinstance(source, (str, Path)) else source
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield load(line)
            except ArticleError as error:
                raise ArticleError(f"{where}:{number}: {error}") from None


def holds_briefs(path: Path) -> bool:
    """True for a .json or .jsonl file whose first record is a brief and not an article."""
    if path.suffix.lower() not in (".json", ".jsonl") or not path.is_file():
        return False
    first = next((line for line in lines_of(path) if line.strip()), "")
    return first.lstrip().startswith("{") and '"provenance"' in first and '"article"' in first


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a file, one after another; JSON that is spread over many lines as one.

    Raises:
        ArticleError: the file can't be read.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="\n") as file:
            first = file.readline()
            # One brief over many lines is JSON too.
            if first.strip() == "{":
                yield first + file.read()
                return
            yield first
            yield from file
    except (OSError, UnicodeDecodeError) as error:
        from nutgraf.article.files.content import why

        raise ArticleError(why(path, error)) from None
