"""How the nouns show themselves: methods that ask the telling room, which is fetched when they are called."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from nutgraf.doors import through

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa


class Shown:
    """Shows itself in a notebook."""

    def _repr_html_(self) -> str:
        return str(through("html_of")(self))


class _Tabled(Protocol):
    """Tables of briefs: `nutgraf.telling.Briefs`."""

    def to_dicts(self, table: str) -> list[dict[str, Any]]: ...
    def to_pandas(self, table: str) -> pd.DataFrame: ...
    def to_polars(self, table: str) -> pl.DataFrame: ...
    def to_arrow(self, table: str) -> pa.Table: ...
    def to_json_ld(self) -> list[dict[str, Any]]: ...


class ShownBrief(Shown):
    """What a brief can be turned into."""

    def to_html(self) -> str:
        """A self-contained page: the article with every quote and event lit, speakers, timeline, what was checked.

        It loads nothing from anywhere; everything in it is escaped.
        """
        return str(through("brief_page")(self))

    def to_markdown(self) -> str:
        """The brief as Markdown, with footnotes to the article's sentences. Nothing in it is read as markup."""
        return str(through("markdown_of")(self))

    def save(self, path: str | Path) -> None:
        """Write the brief into a file whose name says the form: .html a page, .md Markdown, .json what `Brief.load` reads.

        A file of several briefs is not written over: `nutgraf.telling.Briefs([…]).save(path)` writes several.

        Raises:
            ConfigurationError: another name, a file of several briefs, or one that can't be written; what stood there is as it was.
        """
        through("save")(self, path)

    def to_dicts(self, table: str = "quotes") -> list[dict[str, Any]]:
        """The rows of a table, flat, with the same columns whatever was found.

        Args:
            table: "articles", "quotes", "events", "points", "participants", "quantities", "spans", "problems" or the
                name of a pass of your own.

        Raises:
            ConfigurationError: no such table.
        """
        return self._alone().to_dicts(table)

    def to_pandas(self, table: str = "quotes") -> pd.DataFrame:
        """A table as a pandas DataFrame; for many briefs use `nutgraf.telling.Briefs`.

        Raises:
            ConfigurationError: no such table.
            MissingDependencyError: pandas is not installed.
        """
        return self._alone().to_pandas(table)

    def to_polars(self, table: str = "quotes") -> pl.DataFrame:
        """A table as a polars DataFrame.

        Raises:
            ConfigurationError: no such table.
            MissingDependencyError: polars is not installed.
        """
        return self._alone().to_polars(table)

    def to_arrow(self, table: str = "quotes") -> pa.Table:
        """A table as a pyarrow Table.

        Raises:
            ConfigurationError: no such table.
            MissingDependencyError: pyarrow is not installed.
        """
        return self._alone().to_arrow(table)

    def to_json_ld(self) -> dict[str, Any]:
        """The brief as a schema.org NewsArticle with Quotation and Event nodes."""
        return self._alone().to_json_ld()[0]

    def _alone(self) -> _Tabled:
        alone: _Tabled = through("Briefs")([self])
        return alone
