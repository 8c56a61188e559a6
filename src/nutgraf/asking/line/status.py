"""What an HTTP status means to us. Pure: numbers and texts in, an error out."""

from __future__ import annotations

import email.utils
import math
import time
from collections.abc import Iterable, Mapping

from nutgraf.asking.line.dialect import Dialect, NotUnderstood
from nutgraf.errors import ConfigurationError, ModelError, ModelUnavailable
from nutgraf.results import Usage

_LONGEST_WORD_FOR_WORD = 24
"""Characters of the request that a server's message may repeat before they are taken out of it."""
_LONGEST_SAID = 300
_PUNCTUATION = "'\"`:;,.()[]{}"


def error_for(
    status: int, said: str, host: str, *, headers: Mapping[str, str], dialect: Dialect, asked: Iterable[str]
) -> Exception:
    """Our error for a status; a NotUnderstood where leaving a parameter out may help.

    Args:
        status: the HTTP status.
        said: the server's message.
        host: whose.
        headers: of the answer.
        dialect: in which the request was put.
        asked: the texts that were sent; what the message repeats of them is taken out.
    """
    usage = Usage(requests=1)
    lower = dialect.stepped_down(said[:2_000]) if status == 400 else None
    said = without_echo(said[:_LONGEST_SAID], asked)
    if lower is not None:
        return NotUnderstood(lower, said)
    if status == 400:
        return ConfigurationError(f"{host} refuses the request (400): {said}", status=status)
    if status in (401, 403):
        return ConfigurationError(f"{host} refuses the key ({status}): {said}", status=status)
    if status == 404:
        return ConfigurationError(f"{host} has no such model or path (404): {said}", status=status)
    if 300 <= status < 400:
        return ConfigurationError(
            f"{host} redirects elsewhere ({status}), which is refused: set base_url to the final address"
        )
    if status == 402 or (status == 429 and "insufficient_quota" in said):
        return ModelUnavailable(f"{host} wants to be paid ({status}): {said}", status=402, usage=usage, attempts=1)
    if status in (408, 409, 425, 429) or status >= 500:
        return ModelUnavailable(
            f"{host} answers {status}", retry_after=retry_after(headers), status=status, usage=usage, attempts=1
        )
    return ModelError(f"{host} answers {status}: {said}", usage=usage, attempts=1)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait: Retry-After as a number or an HTTP date (RFC 9110, 10.2.3), or retry-after-ms."""
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    value = headers.get("retry-after")
    seconds = _number(value)
    if seconds is not None or value is None:
        return seconds
    try:
        return max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, OverflowError, OSError):
        return None


def _number(value: str | None) -> float | None:
    try:
        number = float(value) if value is not None else -1.0
    except ValueError:
        return None
    return number if number >= 0 and math.isfinite(number) else None


def without_echo(said: str, asked: Iterable[str]) -> str:
    """A server's message without what it repeats of the request: errors hold no article text."""
    sent = " ".join(" ".join(text.split()) for text in asked)
    words, start = said.split(), 0
    kept: list[str] = []
    while start < len(words):
        end = start
        while end < len(words) and " ".join(words[start : end + 1]).strip(_PUNCTUATION) in sent:
            end += 1
        if len(" ".join(words[start:end])) >= _LONGEST_WORD_FOR_WORD:
            kept.append("[…]")
            start = end
        else:
            kept.append(words[start])
            start += 1
    return " ".join(kept)
