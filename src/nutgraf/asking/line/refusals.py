"""What the errors of the vendors' packages come to: one of ours, with the server's own reason. The packages are alike in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from nutgraf.asking.line.http import of_the_network, unsent
from nutgraf.asking.line.status import error_for, without_echo
from nutgraf.asking.line.stepping import Asked
from nutgraf.asking.replies.message import trouble_of
from nutgraf.errors import ModelError, ModelUnavailable
from nutgraf.results import Usage


def bare(error: BaseException) -> BaseException:
    """The cause as it is carried on: without the frames and contexts that hold the whole request."""
    error.__context__ = None
    return error.with_traceback(None)


def refused(error: Any, asked: Asked, texts: Iterable[str]) -> Exception:
    """Our error for an answer with a status that is none of success; a NotUnderstood where leaving something out may help."""
    host = error.request.url.netloc.decode("ascii", "replace")
    trouble = trouble_of(error.body or str(error.message))
    return error_for(error.status_code, trouble, host, headers=error.response.headers, asked=asked, texts=texts)


def odd(error: Exception, texts: Iterable[str]) -> ModelError:
    """Our error for one that is neither an answer nor the network."""
    return ModelError(f"{type(error).__name__}: {without_echo(str(error)[:300], texts)}", attempts=1)


def unconnected(cause: BaseException | None, host: str, *, late: bool = False) -> ModelError:
    """Our error where nothing came back. Packages call every exception below them an error of the connection, or hand it on
    as it is, alone or in a group; only those of the network are worth another try.
    """
    while isinstance(cause, BaseExceptionGroup):
        cause = cast("BaseExceptionGroup[BaseException]", cause).exceptions[0]
    # What never left this machine cost nothing; of everything else nobody told the cost.
    usage = Usage(requests=1) if unsent(cause) else None
    if late or isinstance(cause, TimeoutError):
        return ModelUnavailable(f"{host} did not answer in time", usage=usage, attempts=1)
    if cause is None or of_the_network(cause):
        said = f"no connection to {host} ({type(cause).__name__}): is the server running, and the base URL right?"
        return ModelUnavailable(said, usage=usage, attempts=1)
    said = f"the request to {host} failed: {type(cause).__name__}: {str(cause)[:300]}"
    return ModelError(said, usage=usage, attempts=1)
