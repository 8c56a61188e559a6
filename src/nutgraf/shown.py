"""The one door from the nouns to how they are shown: methods that fetch the telling room when they are called."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from nutgraf.article import Article
    from nutgraf.results import Brief, Evaluation, Quote, Report, Revision
    from nutgraf.telling.briefs import Briefs


class Shown:
    """Shows itself in a notebook."""

    def _repr_html_(self) -> str:
        from nutgraf.telling.notebook import html_of

        return html_of(self)


class ShownBrief(Shown):
    """What a brief can be turned into."""

    def to_html(self) -> str:
        """A self-contained page: the article with every quote and event lit, speakers, timeline, what was checked.

        It loads nothing from anywhere; everything in it is escaped.
        """
        from nutgraf.telling.html import brief_page

        return brief_page(cast("Brief", self))

    def to_markdown(self) -> str:
        """The brief as Markdown, with footnotes to the article's sentences. Nothing in it is read as markup."""
        from nutgraf.telling.markdown import markdown_of

        return markdown_of(cast("Brief", self))

    def save(self, path: str | Path) -> None:
        """Write the brief into a file whose name says the form: .html a page, .md Markdown, .json what `Brief.load` reads.

        A file of several briefs is not written over: `nutgraf.telling.Briefs([…]).save(path)` writes several.

        Raises:
            ConfigurationError: another name, a file of several briefs, or one that can't be written; what stood there is as it was.
        """
        from nutgraf.telling.files import save

        save(cast("Brief", self), path)

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

    def _alone(self) -> Briefs:
        from nutgraf.telling.briefs import Briefs

        return Briefs([cast("Brief", self)])


def evaluation_page(evaluation: Evaluation, title: str | None) -> str:
    """The page of an evaluation."""
    from nutgraf.telling.evaluation_page import evaluation_page as page

    return page(evaluation, title=title)


def check_page(report: Report, title: str | None) -> str:
    """The page of a text that was checked."""
    from nutgraf.telling.check_page import check_page as page

    return page(report, title=title)


def check_rows(report: Report) -> list[dict[str, Any]]:
    """Its table."""
    from nutgraf.telling.rows import statement_row

    return [statement_row(statement) for statement in report.statements]


def revision_page(revision: Revision) -> str:
    """The page of a revision."""
    from nutgraf.telling.revision_page import revision_page as page

    return page(revision)


def reading(article: Article, quotes: tuple[Quote, ...], *, names: Any, times: Any, quantities: Any) -> str:
    """What a notebook shows of a Reading, whose parts telling does not know."""
    from nutgraf.telling.notebook import html_of_reading

    return html_of_reading(
        article,
        quotes=quotes,
        names=[article.span(name.start, name.end) for name in names],
        times=[time.span for time in times if time.span],
        quantities=[quantity.span for quantity in quantities],
    )
