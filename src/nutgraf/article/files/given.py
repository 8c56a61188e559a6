"""What a user says about files, beside what they say themselves."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias

from nutgraf.article.dates import as_date
from nutgraf.article.model import Article
from nutgraf.article.web.decoding import named
from nutgraf.errors import ArticleError

Published: TypeAlias = dt.date | dt.datetime | str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Title and publication date win over those of a single file; of many they are for the ones that have none.

    Raises:
        ArticleError: no such encoding, or no ISO 8601 date.
    """

    title: str | None = None
    published: Published = None
    encoding: str | None = None
    """Of text files; None is UTF-8, and for pages and mails what they declare."""

    def __post_init__(self) -> None:
        if self.encoding is not None:
            named(self.encoding)
        try:
            as_date(self.published)
        except ValueError as error:
            raise ArticleError(f"published: {error}") from None

    def filled(self, article: Article) -> Article:
        """The article of many, with the publication date where it has none."""
        if self.published is None or article.published is not None:
            return article
        return article.model_copy(update={"published": as_date(self.published)})
