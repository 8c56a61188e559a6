"""What Anthropic's Messages API says, as its pages document it, for the loopback server."""

from __future__ import annotations

import json
from typing import Any

from loopback import COMPLETION_TOKENS, PROMPT_TOKENS, Told


def message(*blocks: str | dict[str, Any], stop: str = "end_turn", **more: Any) -> Told:
    """A message; a string is a block of text, an object one of another kind."""
    content = [{"type": "text", "text": block} if isinstance(block, str) else block for block in blocks]
    usage = {"input_tokens": PROMPT_TOKENS, "output_tokens": COMPLETION_TOKENS}
    body = {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "claude-x",
        "content": content,
        "stop_reason": stop,
        "stop_sequence": None,
        "usage": usage,
    }
    return Told(body | more)


def called(given: dict[str, Any], **more: Any) -> Told:
    """A message that calls the tool which was asked for."""
    block = {"type": "tool_use", "id": "toolu_1", "name": "answer", "input": given}
    return message(block, **{"stop": "tool_use"} | more)


def trouble(status: int, kind: str, said: str = "no", **headers: str) -> Told:
    """An error."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    body = {"type": "error", "error": {"type": kind, "message": said}, "request_id": "req_1"}
    return Told(json.dumps(body), status, named)
