"""What an HTTP status means to us. Pure: numbers and texts in, an error out."""

from __future__ import annotations

import email.utils
import math
import re
import time
from collections.abc import Iterable, Mapping

from nutgraf.asking.line.dialect import NotUnderstood
from nutgraf.asking.line.stepping import Asked, lower, over_limit
from nutgraf.asking.replies.message import Trouble
from nutgraf.errors import ConfigurationError, ModelError, ModelRefused, ModelUnavailable
from nutgraf.results import Usage

_LONGEST_WORD_FOR_WORD = 24
"""Characters of the request that a server's message may repeat before they are taken out of it."""
_LONGEST_SAID = 300
_PUNCTUATION = "'\"`:;,.()[]{}"


_REFUSED = re.compile(
    r"content[_ -]?(?:filter|management policy|policy[_ ]violation)|ResponsibleAI|data_?inspection_?failed|safety (?:system|policy)|moderation",
    re.IGNORECASE,
)
"""Words by which providers say that a filter refused the input, with 400, 403 or 422."""
_UNPAID = re.compile(r"insufficient_quota|credit balance is too low|billing_(?:error|not_active)", re.IGNORECASE)
_KEY = re.compile(
    r"\bapi[_ ]?key\b[^.]{0,30}\b(?:not valid|invalid)|\b(?:invalid|incorrect) api[_ ]?key\b", re.IGNORECASE
)
_MODEL = re.compile(r"\binvalid[_ ]model\b|\bmodel\b[^.]{0,80}\b(?:not found|does not exist)", re.IGNORECASE)
"""Words by which providers say with 400 what others say with 401 and 404: Google of a key, Mistral of a model."""
_LOADING = re.compile(
    r"\bload(?:ing|s)\b.{0,40}\bmodel\b|\bmodel\b.{0,120}\bload(?:ing|s)\b|warming up|still starting",
    re.IGNORECASE | re.DOTALL,
)
_WANTS_MORE = re.compile(r"\bstream|enable_thinking|chat_template|reasoning_effort|extra_body", re.IGNORECASE)


def error_for(
    status: int, trouble: Trouble, host: str, *, headers: Mapping[str, str], asked: Asked, texts: Iterable[str]
) -> Exception:
    """Our error for a status; a NotUnderstood where leaving something out may help.

    Args:
        status: the HTTP status.
        trouble: what the server said.
        host: whose.
        headers: of the answer.
        asked: how the request was put.
        texts: the texts that were sent; what the message repeats of them is taken out.
    """
    usage, told = Usage(requests=1), trouble.said[:2_000]
    said = without_echo(told[:_LONGEST_SAID], texts)
    if trouble.code and trouble.code not in told:
        said = f"{said} ({trouble.code})"
    if status in (400, 403, 422) and _REFUSED.search(f"{trouble.code} {told}"):
        return ModelRefused(f"{host} refuses the input ({status}): {said}", usage=usage, attempts=1)
    if (step := lower(asked, status, told)) is not None:
        return NotUnderstood(step.dialect, said, room=step.room)
    if status == 402 or (status in (400, 403, 429) and _UNPAID.search(f"{trouble.code} {told}")):
        return ModelUnavailable(f"{host} wants to be paid ({status}): {said}", status=402, usage=usage, attempts=1)
    if status in (408, 409, 425, 429) or status >= 500:
        return ModelUnavailable(
            f"{host} answers {status}: {said}",
            retry_after=trouble.retry_after if (asked_for := retry_after(headers)) is None else asked_for,
            status=status,
            loading=status in (425, 500, 503) and _is_loading(told),
            usage=usage,
            attempts=1,
        )
    return _for_good(status, said, told, host)


def _is_loading(told: str) -> bool:
    return _LOADING.search(told) is not None and not re.search(
        r"error|fail|unable|cannot|could not", told, re.IGNORECASE
    )


_OWN_KEY = ": pass this server's own key as api_key=…, or in its variable"


def _for_good(status: int, said: str, told: str, host: str) -> Exception:
    """The error for a refusal that stands."""
    if status in (400, 413, 422) and over_limit(told):
        remedy = "set max_output_tokens to what the model takes"
        return ConfigurationError(
            f"{host} refuses the length of the answer ({status}): {said}: {remedy}", status=status
        )
    if status in (400, 422) and _KEY.search(told):
        return ConfigurationError(f"{host} refuses the key ({status}): {said}{_OWN_KEY}", status=401)
    if status in (400, 422) and _MODEL.search(told):
        return ConfigurationError(f"{host} has no such model ({status}): {said}: look at the model's name", status=404)
    if status in (400, 422):  # what FastAPI calls unprocessable, Mistral among others
        more = ". A parameter that it wants goes in with extra_body={…}" if _WANTS_MORE.search(told) else ""
        return ConfigurationError(f"{host} refuses the request ({status}): {said}{more}", status=400)
    if status in (401, 403):
        return ConfigurationError(f"{host} refuses the key ({status}): {said}{_OWN_KEY}", status=status)
    if status == 404:
        remedy = "look at the model's name, and whether base_url should end in /v1"
        return ConfigurationError(f"{host} has no such model or path (404): {said}: {remedy}", status=status)
    if 300 <= status < 400:
        return ConfigurationError(
            f"{host} redirects elsewhere ({status}), which is refused: set base_url to the final address"
        )
    return ModelError(f"{host} answers {status}: {said}", usage=Usage(requests=1), attempts=1)


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
