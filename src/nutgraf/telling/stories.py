"""`Stories`: many stories as one value: read from JSON Lines, shown as a page, taken apart into tables."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, SupportsIndex, overload

from pydantic import ValidationError

from nutgraf.counting import counted
from nutgraf.errors import ArticleError
from nutgraf.results import Problem, Story, Usage
from nutgraf.telling.lines import each

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa


class Stories(tuple[Story, ...]):  # noqa: SLOT001 - a tuple with attributes can have no slots
    """Stories, that of most articles first: a tuple that can show itself."""

    articles: int
    """Articles that were compared."""
    events: int
    """Events that were compared."""
    usage: Usage
    """What the judge cost."""
    problems: tuple[Problem, ...]
    """What the judge could not be asked: those pairs were left to the rules."""

    def __new__(
        cls,
        stories: Iterable[Story] = (),
        *,
        articles: int = 0,
        events: int = 0,
        usage: Usage | None = None,
        problems: Iterable[Problem] = (),
    ) -> Self:
        """Take stories, and what it took to find them."""
        made = super().__new__(cls, stories)
        made.articles, made.events = articles, events
        made.usage, made.problems = usage or Usage(), tuple(problems)
        return made

    def __repr__(self) -> str:
        found = counted(len(self), "story", "stories")
        return f"<{found} in {counted(self.articles, 'article')}>" if self.articles else f"<{found}>"

    @overload
    def __getitem__(self, index: SupportsIndex) -> Story: ...
    @overload
    def __getitem__(self, index: slice) -> Stories: ...
    def __getitem__(self, index: SupportsIndex | slice) -> Story | Stories:
        if isinstance(index, slice):
            some = Stories(super().__getitem__(index))
            vars(some).update(vars(self))
            return some
        return super().__getitem__(index)

    @classmethod
    def load(cls, source: str | Path | Iterable[str]) -> Self:
        """Read stories back: a file of JSON Lines, or its lines.

        Raises:
            ArticleError: the file can't be read, or a line is no story; the message names the line.
        """
        return cls(each(source, _story))

    def to_html(self, *, title: str | None = None) -> str:
        """A self-contained page: each story with its timeline, sources, conflicts and quotations."""
        from nutgraf.telling.story_page import stories_page

        return stories_page(
            self,
            title=title,
            articles=self.articles,
            events=self.events,
            usage=self.usage,
            problems=self.problems,
        )

    def to_dicts(self, table: str = "sources") -> list[dict[str, Any]]:
        """The rows of a table: stories, happenings, events, sources, additions, conflicts, corrections, quotes.

        Raises:
            ConfigurationError: no such table.
        """
        from nutgraf.telling import story_tables

        return story_tables.to_dicts(self, table)

    def to_jsonl(self, table: str | None = None) -> str:
        """The stories as JSON Lines, for `Stories.load`; with a table's name, its rows.

        Raises:
            ConfigurationError: no such table.
        """
        from pydantic_core import to_json

        if table is None:
            return "".join(f"{story.model_dump_json()}\n" for story in self)
        return "".join(f"{to_json(row).decode()}\n" for row in self.to_dicts(table))

    def to_pandas(self, table: str = "sources") -> pd.DataFrame:
        """A table as a pandas DataFrame.

        Raises:
            ConfigurationError: no such table.
            MissingDependencyError: pandas is not installed.
        """
        from nutgraf.telling import frames, story_tables

        return frames.as_pandas(*story_tables.typed(self, table))

    def to_polars(self, table: str = "sources") -> pl.DataFrame:
        """A table as a polars DataFrame.

        Raises:
            ConfigurationError: no such table.
            MissingDependencyError: polars is not installed.
        """
        from nutgraf.telling import frames, story_tables

        return frames.as_polars(*story_tables.typed(self, table))

    def to_arrow(self, table: str = "sources") -> pa.Table:
        """A table as a pyarrow Table.

        Raises:
            ConfigurationError: no such table.
            MissingDependencyError: pyarrow is not installed.
        """
        from nutgraf.telling import frames, story_tables

        return frames.as_arrow(*story_tables.typed(self, table))

    def _repr_html_(self) -> str:
        from nutgraf.telling.html import framed

        return framed(self.to_html(), counted(len(self), "story", "stories"))


def _story(line: str) -> Story:
    try:
        return Story.model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"])) or "JSON"
        raise ArticleError(
            f"this is no story ({place}: {first['msg']}); stories are made with nutgraf stories"
        ) from None
