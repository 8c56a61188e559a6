"""`Briefs`: many briefs as one value, read from JSON Lines, shown as a page or taken apart into tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, SupportsIndex, overload

from nutgraf.counting import counted
from nutgraf.errors import ArticleError
from nutgraf.results import Brief, Cited, Event, Outcome, Quote
from nutgraf.results.brief import brief_in

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa


class Briefs(tuple[Brief, ...]):  # noqa: SLOT001 - a tuple with an attribute can have no slots
    """Briefs in the order given: a tuple that can show itself.

    Made from briefs or from the outcomes of a run: `Briefs(desk.map(articles))`. Outcomes without a brief are kept
    apart in `failed`, and an index page names them.
    """

    failed: tuple[Outcome, ...]

    def __new__(cls, briefs: Iterable[Brief | Outcome] = ()) -> Self:
        """Take briefs, or outcomes."""
        kept: list[Brief] = []
        failed: list[Outcome] = []
        for one in briefs:
            if (brief := brief_in(one)) is not None:
                kept.append(brief)
            elif isinstance(one, Outcome):
                failed.append(one)
        made = super().__new__(cls, kept)
        made.failed = tuple(failed)
        return made

    def __repr__(self) -> str:
        return f"<{counted(len(self), 'brief')}>"

    @overload
    def __getitem__(self, index: SupportsIndex) -> Brief: ...
    @overload
    def __getitem__(self, index: slice) -> Briefs: ...
    def __getitem__(self, index: SupportsIndex | slice) -> Brief | Briefs:
        if isinstance(index, slice):
            return Briefs(super().__getitem__(index))
        return super().__getitem__(index)

    @classmethod
    def load(
        cls,
        source: str | Path | Iterable[str],
        *,
        event: type[Event] = Event,
        quote: type[Quote] = Quote,
        items: Mapping[str, type[Cited | Quote]] | None = None,
    ) -> Self:
        """Read briefs back: a file of JSON Lines (or one brief as JSON), or its lines.

        Args:
            source: the file, or lines of text.
            event: your own class of events, so that its fields come back too.
            quote: your own class of quotes.
            items: the classes of your own passes, by pass name.

        Raises:
            ArticleError: the file can't be read, or a line is no brief of these classes; the message names the line.
        """
        return cls(_each(source, lambda line: Brief.load(line.encode(), event=event, quote=quote, items=items)))

    def save(self, path: str | Path) -> None:
        """Write all of them into one file, in the place of what stands there; its name says the form.

        .html is an index with each brief behind it, .md Markdown, .jsonl (or .json) a brief a line, as `Briefs.load` reads.

        Raises:
            ConfigurationError: another name, or a file that can't be written; what stood there is as it was.
        """
        from nutgraf.telling.files import save_all

        save_all(self, path)

    def to_html(self, *, title: str | None = None) -> str:
        """A self-contained page: an index with search and filters, and each brief behind it."""
        from nutgraf.telling.html import index_page

        return index_page(self, title=title, failed=[(o.key, str(o.error or "no brief")) for o in self.failed])

    def to_dicts(self, table: str = "quotes") -> list[dict[str, Any]]:
        """The rows of a table: articles, quotes, events, points, participants, quantities, spans, problems, own passes.

        Raises:
            ConfigurationError: no such table.
        """
        from nutgraf.telling import tables

        return tables.to_dicts(self, table)

    def to_jsonl(self, table: str | None = None) -> str:
        """The briefs as JSON Lines, for `Briefs.load`; with a table's name, its rows.

        Raises:
            ConfigurationError: no such table.
        """
        from pydantic_core import to_json

        if table is None:
            return "".join(f"{brief.model_dump_json()}\n" for brief in self)
        return "".join(f"{to_json(row).decode()}\n" for row in self.to_dicts(table))

    def to_pandas(self, table: str = "quotes") -> pd.DataFrame:
        """A table as a pandas DataFrame.

        Raises:
            ConfigurationError: no such table.
            MissingDependencyError: pandas is not installed.
        """
        from nutgraf.telling import frames, tables

        return frames.as_pandas(*tables.typed(self, table))

    def to_polars(self, table: str = "quotes") -> pl.DataFrame:
        """A table as a polars DataFrame.

        Raises:
            ConfigurationError: no such table.
            MissingDependencyError: polars is not installed.
        """
        from nutgraf.telling import frames, tables

        return frames.as_polars(*tables.typed(self, table))

    def to_arrow(self, table: str = "quotes") -> pa.Table:
        """A table as a pyarrow Table.

        Raises:
            ConfigurationError: no such table.
            MissingDependencyError: pyarrow is not installed.
        """
        from nutgraf.telling import frames, tables

        return frames.as_arrow(*tables.typed(self, table))

    def to_json_ld(self) -> list[dict[str, Any]]:
        """Each brief as a schema.org NewsArticle."""
        from nutgraf.telling.schema_org import json_ld

        return [json_ld(brief) for brief in self]

    def _repr_html_(self) -> str:
        from nutgraf.telling.notebook import framed

        return framed(self.to_html(), counted(len(self), "brief"))


def each_saved(source: str | Path | Iterable[str], where: str = "line") -> Iterator[Brief]:
    """The briefs of a file or of lines, one after another, for commands: fields and passes of one's own are told by their JSON.

    Raises:
        ArticleError: as `Briefs.load`; `where` names what the lines come from.
    """
    from nutgraf.results.saved import brief_of_any_class

    return _each(source, brief_of_any_class, where)


def _each(source: str | Path | Iterable[str], load: Callable[[str], Brief], where: str = "line") -> Iterator[Brief]:
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
