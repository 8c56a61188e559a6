"""The door to Anthropic's Messages API: the only module that imports anthropic.

A strict answer is asked for by `output_config.format`; where a model has none, by a tool that it must call; then in words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import anthropic

from nutgraf.asking.line.dialect import Dialect
from nutgraf.asking.line.endpoint import Endpoint
from nutgraf.asking.question.asked import Question
from nutgraf.asking.replies.claude import as_completion
from nutgraf.parsed import is_object

PROVIDER: Literal["anthropic"] = "anthropic"
ERROR: type[Exception] = anthropic.AnthropicError
TIMEOUT: type[Exception] = anthropic.APITimeoutError
CONNECTION: type[Exception] = anthropic.APIConnectionError
_TOOL = "answer"


def client(
    endpoint: Endpoint, *, base_url: str, api_key: str, timeout: float, headers: Mapping[str, str], http: Any
) -> anthropic.AsyncAnthropic:
    """A client that tries nothing twice and takes nothing from the environment or from profiles on disk."""
    made = anthropic.AsyncAnthropic(
        base_url=base_url,
        api_key=api_key or "unused",
        max_retries=0,
        timeout=timeout,
        http_client=http,
        default_query=dict(endpoint.query),
    )
    made.auth_token = None
    made._custom_headers = dict(headers)  # pyright: ignore[reportPrivateUsage] - no setting keeps the environment's out
    return made


def arguments(question: Question, dialect: Dialect) -> dict[str, Any]:
    """What a question goes out with, beside the model's name."""
    beside: dict[str, Any] = {**_shape(dialect, question.schema), **question.extra_body}
    own = question.extra_body.get("output_config")
    if dialect.output == "strict" and is_object(own):
        beside["output_config"] = {**_shape(dialect, question.schema)["output_config"], **own}
    if dialect.temperature and question.temperature is not None:
        beside.setdefault("temperature", question.temperature)
    return {"messages": dialect.messages(question), "max_tokens": dialect.room(question), "extra_body": beside}


def completion(response: Any) -> Any:
    """What came back, as a chat completion."""
    return as_completion(response)


def _shape(dialect: Dialect, schema: Mapping[str, Any]) -> dict[str, Any]:
    if dialect.output == "schema":
        tool = {"name": _TOOL, "description": "Give the answer.", "input_schema": schema}
        choice = {"type": "tool", "name": _TOOL, "disable_parallel_tool_use": True}
        return {"tools": [tool], "tool_choice": choice}
    # The parser sends a tool of its own where none goes out beside it.
    no_tool: dict[str, Any] = {"tools": anthropic.omit, "tool_choice": anthropic.omit}
    if dialect.output == "strict":
        return no_tool | {"output_config": {"format": {"type": "json_schema", "schema": schema}}}
    return no_tool
