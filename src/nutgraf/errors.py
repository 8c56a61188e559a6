"""What can go wrong, and what to do about it.

```
NutgrafError
  ConfigurationError        no model named, missing key, unknown prompt, schema that can't be strict   (fix your code)
    MissingDependencyError  names the extra to install
  ArticleError              empty, not text, a path or URL given as text, no body found in the HTML    (fix the input)
  ModelError                .usage .attempts
    ModelUnavailable        timeouts, 5xx, 429 after the retry budget                                  (try later; .retry_after)
    ModelRefused            refusal, content filter                                                    (change the input)
    ReplyInvalid            truncated or not the schema after the re-asks; .raw                        (look at .raw)
  BudgetExceeded            .spent .limit
```

Messages stay under 2,000 characters and never hold article text; every error survives pickling.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nutgraf.usage import Usage

_LONGEST_MESSAGE = 1_900
_LONGEST_RAW = 100_000
_PACKAGE = os.path.dirname(__file__) + os.sep  # noqa: PTH120 - pathlib would be loaded for this alone


class NutgrafError(Exception):
    """Root of every error that nutgraf raises on purpose."""

    def __init__(self, message: str, **details: Any) -> None:
        if len(message) > _LONGEST_MESSAGE:
            message = message[: _LONGEST_MESSAGE - 1] + "…"
        super().__init__(message)
        self.__dict__.update(details)

    def __reduce__(self) -> tuple[Any, ...]:
        return (_rebuilt, (type(self), str(self), dict(self.__dict__)))

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: the caller's own lines, and the message; IPython asks for it by this name.

        The way through the library and the packages below it is some hundred lines that tell a reader nothing more.
        """
        import traceback

        frames: list[traceback.FrameSummary] = []
        for frame in traceback.extract_tb(self.__traceback__):
            if frame.filename.startswith(_PACKAGE):
                break
            if f"{os.sep}IPython{os.sep}" not in frame.filename:
                frames.append(frame)
        told = "".join(traceback.format_list(frames)).splitlines()
        return ["Traceback (most recent call last):", *told, f"{type(self).__name__}: {self}"]


def _rebuilt(kind: type[NutgrafError], message: str, details: dict[str, Any]) -> NutgrafError:
    error = kind.__new__(kind)
    Exception.__init__(error, message)
    error.__dict__.update(details)
    return error


def _pip(extra: str) -> str:
    return f"pip install 'nutgraf[{extra}]'"


class ConfigurationError(NutgrafError):
    """A setting, a schema or a prompt is wrong: fix the calling code."""

    status: int | None = None
    """The HTTP status with which an endpoint refused the request: 400 for what it says, others for whoever sent it."""


class MissingDependencyError(ConfigurationError):
    """An optional package is not installed; the message names the extra that brings it."""

    extra: str

    def __init__(self, what: str, extra: str, remedy: str | None = None) -> None:
        super().__init__(f"{what} needs {remedy or _pip(extra)}", extra=extra)


class ArticleError(NutgrafError):
    """The input is not an article: empty, not text, a path or a URL in place of text, a page without a body."""

    where: str | None = None
    """The file, or the file and line, where it was found among many."""


class ModelError(NutgrafError):
    """The model gave nothing usable. What it cost all the same is in `usage`, as far as the server said it."""

    usage: Usage | None
    attempts: int

    def __init__(self, message: str, *, usage: Usage | None = None, attempts: int = 0, **details: Any) -> None:
        super().__init__(message, usage=usage, attempts=attempts, **details)


class ModelUnavailable(ModelError):
    """Timeouts, dropped connections, 5xx or 429 outlasted the retry budget: try later."""

    retry_after: float | None
    """Seconds after which the server asked to be tried again."""
    status: int | None
    """The HTTP status, None when none came; 402 also for a quota that is used up."""
    loading: bool
    """True where the server says that it is still loading the model."""

    def __init__(
        self,
        message: str,
        *,
        retry_after: float | None = None,
        status: int | None = None,
        loading: bool = False,
        **details: Any,
    ) -> None:
        super().__init__(message, retry_after=retry_after, status=status, loading=loading, **details)


class ModelRefused(ModelError):
    """The model or a content filter refused: asking again will not help, other input may."""


class ReplyInvalid(ModelError):
    """The answer was cut off or did not fit the schema after every re-ask; `raw` holds the last one."""

    raw: str
    truncated: bool
    formless: bool
    """True where nothing of it had the form asked for: as if the server had not passed on the schema."""

    def __init__(
        self, message: str, *, raw: str = "", truncated: bool = False, formless: bool = False, **details: Any
    ) -> None:
        super().__init__(message, raw=raw[:_LONGEST_RAW], truncated=truncated, formless=formless, **details)


class BudgetExceeded(NutgrafError):
    """The next request would overspend the budget; it was not sent."""

    spent: float
    limit: float

    def __init__(self, message: str, *, spent: float, limit: float) -> None:
        super().__init__(message, spent=spent, limit=limit)
