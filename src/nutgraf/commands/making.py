"""Articles one after another into briefs, for the commands that show each at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nutgraf.commands.saying import INCOMPLETE, code_of, complain
from nutgraf.commands.sources import Told, articles, progress_bar
from nutgraf.errors import ArticleError, BudgetExceeded, ModelError

if TYPE_CHECKING:
    from nutgraf.results import Outcome
    from nutgraf.summarizer import Summarizer


def outcomes(desk: Summarizer, inputs: list[str], told: Told | None = None) -> Iterator[tuple[Outcome, int]]:
    """What becomes of each article, with its exit code; an error is complained about and stands in the brief's place.

    Raises:
        ConfigurationError: the settings are wrong, for this article as for any other; a title for more than one.
    """
    from nutgraf.results import Outcome

    for article in articles(inputs, told):
        key = "" if isinstance(article, ArticleError) else article.key
        try:
            if isinstance(article, ArticleError):
                raise article
            with progress_bar(article.title or article.key) as progress:
                brief = desk.summarize(article, progress=progress)
        except (ArticleError, ModelError, BudgetExceeded) as error:
            complain(error, key)
            yield Outcome(key=key, source=None, error=error), code_of(error)
        else:
            yield Outcome(key=key, source=None, brief=brief), 0 if brief.complete else INCOMPLETE
