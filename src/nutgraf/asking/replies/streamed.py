"""A streamed answer as one completion: for servers that only stream, asked with `extra_body={"stream": True}`."""

from __future__ import annotations

import json
from typing import Any

from nutgraf.parsed import is_list, is_object

_TEXTS = ("content", "reasoning_content", "reasoning", "refusal")


def folded(data: bytes) -> bytes:
    """Server-sent events (WHATWG HTML, 9.2) of completion chunks as the body of one completion; anything else unchanged."""
    whole: dict[str, Any] = {}
    message: dict[str, Any] = {"role": "assistant", "content": None}
    choice: dict[str, Any] = {"index": 0, "message": message, "finish_reason": None}
    for chunk in _events(data):
        whole |= {name: value for name, value in chunk.items() if name != "choices" and value is not None}
        choices = chunk.get("choices")
        if not is_list(choices) or not choices or not is_object(first := choices[0]):
            continue
        delta = first.get("delta") or first.get("message")
        if is_object(delta):
            for name in _TEXTS:
                if isinstance(part := delta.get(name), str):
                    message[name] = (message.get(name) or "") + part
        choice["finish_reason"] = first.get("finish_reason") or choice["finish_reason"]
    if not whole:
        return data
    return json.dumps(whole | {"object": "chat.completion", "choices": [choice]}).encode()


def _events(data: bytes) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for line in data.decode("utf-8", "replace").splitlines():
        if not line.startswith("data:"):
            continue
        try:
            chunk = json.loads(line.removeprefix("data:"))
        except ValueError:  # [DONE]
            continue
        if is_object(chunk):
            found.append(chunk)
    return found
