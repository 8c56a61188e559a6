"""`Briefs`: many briefs as one value, read from JSON Lines, shown as a page, taken apart into tables, written into files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, SupportsIndex, overload

from nutgraf.counting import counted
from nutgraf.errors import ArticleError, ConfigurationError
from nutgraf.results import Brief, Cited, Event, Outcome, Quote
from nutgraf.results.brief import brief_in
from nutgraf.telling.files import csv_of, parquet_of, put
from nutgraf.telling.forms import BRIEFS, form_of
from nutgraf.telling.lines import each, lines_of

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
        return cls(each(source, lambda line: Brief.load(line.encode(), event=event, quote=quote, items=items)))

    def save(self, path: str | Path) -> None:
        """Write all of them into one file, in the place of what stands there; its name says the form.

        .html is an index with each brief behind it, .md Markdown, .jsonl (or .json) a brief a line, as `Briefs.load` reads.

        Raises:
            ConfigurationError: another name, or a file that can't be written; what stood there is as it was.
        """
        put(path, told(self, form_of(path, BRIEFS)))

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
        from nutgraf.telling.html import framed

        return framed(self.to_html(), counted(len(self), "brief"))


def written(briefs: Briefs, table: str, form: str) -> bytes:
    """A table as csv, jsonl, parquet or jsonld; JSON-LD is one NewsArticle a brief, in a list, whatever the table.

    Raises:
        ConfigurationError: no such table.
        MissingDependencyError: Parquet, and pyarrow is not installed.
    """
    match form:
        case "jsonl":
            return briefs.to_jsonl(table).encode("utf-8")
        case "jsonld":
            return (json.dumps(briefs.to_json_ld(), ensure_ascii=False, indent=1) + "\n").encode("utf-8")
        case "parquet":
            return parquet_of(briefs.to_arrow(table))
        case _:
            from nutgraf.telling import tables

            rows = briefs.to_dicts(table)
            return csv_of(rows[0] if rows else tables.known(briefs, table), rows)


def save(brief: Brief, path: str | Path) -> None:
    """A brief into a file whose name says the form.

    Raises:
        ConfigurationError: a name that says no form we write, a file of many briefs, or one that can't be written.
    """
    form = form_of(path, BRIEFS)
    if form == "json" and (lines := _lines_in(Path(path))) > 1:
        raise ConfigurationError(
            f"{path}: holds {counted(lines, 'line')} that one brief would take the place of; name another file, or save "
            "many together: nutgraf.telling.Briefs([…]).save(path)"
        )
    put(path, told(Briefs([brief]), form))


def _lines_in(path: Path) -> int:
    """How many briefs or other records stand in a file, one a line; none where it can't be read, or JSON is spread over lines."""
    if not path.is_file():
        return 0
    try:
        return sum(1 for line in lines_of(path) if line.strip())
    except ArticleError:
        return 0


def told(briefs: Briefs, form: str) -> bytes:
    """Briefs as a page ("html": of one brief, or an index of many), as Markdown ("md") or as JSON Lines ("json")."""
    match form:
        case "html":
            page = briefs[0].to_html() if len(briefs) == 1 and not briefs.failed else briefs.to_html()
            return page.encode("utf-8")
        case "md":
            return "\n---\n\n".join(_in_one_file(brief, n, len(briefs)) for n, brief in enumerate(briefs, 1)).encode()
        case _:
            return briefs.to_jsonl().encode("utf-8")


def _in_one_file(brief: Brief, number: int, of: int) -> str:
    """Footnotes of several briefs in one file have names of their own."""
    text = brief.to_markdown()
    return text if of == 1 else text.replace("[^", f"[^{number}.")
