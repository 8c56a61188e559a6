"""What every command says on standard error, and the exit codes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from nutgraf.errors import ArticleError, BudgetExceeded, ModelError, NutgrafError

if TYPE_CHECKING:
    from rich.console import Console

NOT_SAID, USAGE, NO_ARTICLE, MODEL_FAILED, INCOMPLETE, INTERRUPTED = 1, 2, 3, 4, 5, 130


def code_of(error: NutgrafError) -> int:
    """The exit code of an error."""
    if isinstance(error, ArticleError):
        return NO_ARTICLE
    return MODEL_FAILED if isinstance(error, (ModelError, BudgetExceeded)) else USAGE


def console(*, stderr: bool = False) -> Console:
    """A console that takes text as it is."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)


def complain(error: Exception, where: str | None = None) -> None:
    """One message about an error, with control characters made visible."""
    shown = f"{where}: {error}" if where and where not in str(error) else str(error)
    say(shown)


def say(text: str) -> None:
    """A message of ours."""
    from nutgraf.telling.visible import visible

    sys.stderr.write("nutgraf: " + "\n".join(visible(line) for line in text.splitlines()) + "\n")


def show_warnings() -> None:
    """Warnings of the library go to standard error."""
    import logging

    from nutgraf.telling.visible import visible

    class Visible(logging.Formatter):
        """A server's words may stand in a warning."""

        def format(self, record: logging.LogRecord) -> str:
            return visible(super().format(record))

    handler = logging.StreamHandler()
    handler.setFormatter(Visible("nutgraf: %(message)s"))
    handler.setLevel(logging.WARNING)
    logging.getLogger("nutgraf").addHandler(handler)
