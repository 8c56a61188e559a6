"""What the errors of the vendors' packages come to: one of ours, with the server's own reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

import httpx2
import openai
from instructor.core.exceptions import InstructorRetryException

from nutgraf.asking.line.status import error_for, without_echo
from nutgraf.asking.line.stepping import Asked
from nutgraf.asking.replies.message import trouble_of
from nutgraf.errors import ModelError, ModelUnavailable
from nutgraf.results import Usage


def causes_of(error: BaseException, before: BaseException | None) -> Iterator[BaseException]:
    """What is behind an error; not what the caller was handling `before` it asked, which Python chains on as well."""
    seen = {id(before)}
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        if isinstance(current, InstructorRetryException) and current.failed_attempts:
            yield current.failed_attempts[-1].exception
        current = current.__cause__ or current.__context__


def bare(error: BaseException) -> BaseException:
    """The cause as it is carried on: without the frames and contexts that hold the whole request."""
    error.__context__ = None
    return error.with_traceback(None)


def explained(error: openai.OpenAIError, asked: Asked, texts: Iterable[str]) -> Exception:
    """Our error for one of openai's; a NotUnderstood where leaving something out may help."""
    if isinstance(error, openai.APIStatusError):
        host = error.request.url.netloc.decode("ascii", "replace")
        trouble = trouble_of(error.body or str(error.message))
        return error_for(error.status_code, trouble, host, headers=error.response.headers, asked=asked, texts=texts)
    if isinstance(error, openai.APIConnectionError):
        return _unconnected(error)
    said = without_echo(str(error)[:300], texts)
    return ModelError(f"{type(error).__name__}: {said}", attempts=1)


def _unconnected(error: openai.APIConnectionError) -> ModelError:
    """The client calls every exception below it a connection error; only those of the network are worth another try."""
    cause = error.__cause__
    while isinstance(cause, BaseExceptionGroup):
        cause = cast("BaseExceptionGroup[BaseException]", cause).exceptions[0]
    host = error.request.url.netloc.decode("ascii", "replace")
    # What never left this machine cost nothing; of everything else nobody told the cost.
    usage = Usage(requests=1) if isinstance(cause, (httpx2.ConnectError, httpx2.ConnectTimeout)) else None
    if isinstance(error, openai.APITimeoutError):
        return ModelUnavailable(f"{host} did not answer in time", usage=usage, attempts=1)
    if cause is None or isinstance(cause, (httpx2.RequestError, OSError)) or _is_transport(cause):
        said = f"no connection to {host} ({type(cause).__name__}): is the server running, and the base URL right?"
        return ModelUnavailable(said, usage=usage, attempts=1)
    said = f"the request to {host} failed: {type(cause).__name__}: {str(cause)[:300]}"
    return ModelError(said, usage=usage, attempts=1)


def _is_transport(cause: BaseException) -> bool:
    return type(cause).__module__.split(".")[0] in {"httpx2", "httpcore2", "anyio", "h11", "ssl", "asyncio"}
