"""A message of Anthropic's Messages API as a chat completion, so that one reader does for both. Pure: JSON in, JSON out."""

from __future__ import annotations

import json
from typing import Any

from nutgraf.asking.replies.message import field_of
from nutgraf.parsed import is_list

_CUT = ("max_tokens", "model_context_window_exceeded")
_STATUS = {
    "invalid_request_error": 400,
    "authentication_error": 401,
    "billing_error": 402,
    "permission_error": 403,
    "not_found_error": 404,
    "request_too_large": 413,
    "rate_limit_error": 429,
    "api_error": 500,
    "timeout_error": 504,
    "overloaded_error": 529,
}
"""Types of errors and the statuses that they stand for, by the vendor's page on errors."""


def as_completion(message: Any) -> Any:
    """The completion that a message comes to; what is no message as it is."""
    if error := field_of(message, "error"):
        kind = field_of(error, "type")
        said = field_of(error, "message")
        return {"error": {"code": _STATUS.get(kind) if isinstance(kind, str) else None, "message": said or str(error)}}
    blocks, reason = field_of(message, "content"), field_of(message, "stop_reason")
    if not is_list(blocks):
        return message
    cut = reason in _CUT
    told: dict[str, Any] = {"role": "assistant", "content": _text(blocks, cut=cut)}
    if reason == "refusal":
        told["refusal"] = _why(field_of(message, "stop_details"))
    choice = {"index": 0, "message": told, "finish_reason": "length" if cut else "stop"}
    return {"choices": [choice], "usage": _usage(field_of(message, "usage"))}


def _text(blocks: list[Any], *, cut: bool) -> str:
    """The input of the tool that was called, else the text; thinking is left out."""
    for block in reversed(blocks):
        if field_of(block, "type") == "tool_use":
            given = json.dumps(field_of(block, "input"), ensure_ascii=False)
            # Of an input that was cut off the server closes what stands open: nobody may take it for whole.
            return given.removesuffix("}") if cut else given
    texts = (field_of(block, "text") for block in blocks if field_of(block, "type") == "text")
    return "".join(text for text in texts if isinstance(text, str))


def _why(details: Any) -> str:
    """What is told of a refusal: its category, never the model's words."""
    category = field_of(details, "category")
    return f"refused ({category})" if isinstance(category, str) else "refused"


def _usage(usage: Any) -> dict[str, Any]:
    """Anthropic counts the cached part of a prompt beside the rest; a completion counts it in."""
    read = field_of(usage, "cache_read_input_tokens") or 0
    written = field_of(usage, "cache_creation_input_tokens") or 0
    own = field_of(usage, "input_tokens")
    whole = own + read + written if all(isinstance(n, int) for n in (own, read, written)) else None
    return {
        "prompt_tokens": whole,
        "completion_tokens": field_of(usage, "output_tokens"),
        "prompt_tokens_details": {"cached_tokens": read},
    }
