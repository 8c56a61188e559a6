"""nutgraf: news articles in, typed and checked events and quotes out. The model points, the code quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.doors import open_doors
from nutgraf.lazily import lazily

if TYPE_CHECKING:
    from nutgraf.article import Article, Span
    from nutgraf.asking.budget.books import Budget
    from nutgraf.claims.check import check
    from nutgraf.errors import NutgrafError
    from nutgraf.one_article import asummarize, summarize
    from nutgraf.passes import Pass
    from nutgraf.reading import read
    from nutgraf.results import Brief, Cited, Event, Outcome, Quote
    from nutgraf.storylines.follow import stories
    from nutgraf.summarizer import Summarizer
    from nutgraf.verification import verify

__all__ = [
    "Article",
    "Brief",
    "Budget",
    "Cited",
    "Event",
    "NutgrafError",
    "Outcome",
    "Pass",
    "Quote",
    "Span",
    "Summarizer",
    "asummarize",
    "check",
    "read",
    "stories",
    "summarize",
    "verify",
]

_HOMES = {
    "Article": "article",
    "Brief": "results",
    "Budget": "asking.budget.books",
    "Cited": "results",
    "Event": "results",
    "NutgrafError": "errors",
    "Outcome": "results",
    "Pass": "passes",
    "Quote": "results",
    "Span": "article",
    "Summarizer": "summarizer",
    "asummarize": "one_article",
    "check": "claims.check",
    "read": "reading",
    "stories": "storylines.follow",
    "summarize": "one_article",
    "verify": "verification",
}


# What the nouns ask of rooms above theirs: the article how it is read from a file, all of them how they are shown.
_DOORS = {
    "Briefs": "telling.briefs",
    "brief_page": "telling.html",
    "check_page": "telling.check_page",
    "evaluation_page": "telling.evaluation_page",
    "html_of": "telling.notebook",
    "html_of_reading": "telling.notebook",
    "markdown_of": "telling.markdown",
    "read_file": "article.files",
    "revision_page": "telling.revision_page",
    "save": "telling.briefs",
    "statement_row": "telling.rows",
}

open_doors(__name__, _DOORS)
_fetched = lazily(__name__, _HOMES)


def __getattr__(name: str) -> object:
    if name == "__version__":
        from nutgraf.release import release

        return release()
    return _fetched(name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
