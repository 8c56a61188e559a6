"""The door to servers that speak OpenAI's chat completions: the only module that imports openai."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import openai

from nutgraf.asking.line.dialect import Dialect
from nutgraf.asking.line.endpoint import Endpoint
from nutgraf.asking.question.asked import Question

PROVIDER: Literal["openai"] = "openai"
ERROR: type[Exception] = openai.OpenAIError
TIMEOUT: type[Exception] = openai.APITimeoutError
CONNECTION: type[Exception] = openai.APIConnectionError


def client(
    endpoint: Endpoint, *, base_url: str, api_key: str, timeout: float, headers: Mapping[str, str], http: Any
) -> openai.AsyncOpenAI:
    """A client that tries nothing twice and takes nothing from the environment."""
    made = openai.AsyncOpenAI(
        base_url=base_url,
        api_key=api_key or "unused",
        max_retries=0,
        timeout=timeout,
        http_client=http,
        default_query=dict(endpoint.query),
    )
    # The client reads these from the environment for every host; they belong to OpenAI's alone.
    made.organization = endpoint.organization
    made.project = endpoint.project
    made.admin_api_key = None
    made._custom_headers = dict(headers)  # pyright: ignore[reportPrivateUsage] - no setting keeps the environment's out
    return made


def arguments(question: Question, dialect: Dialect) -> dict[str, Any]:
    """What a question goes out with, beside the model's name."""
    parameters = dialect.parameters(question)
    # The parser sends a format of its own where none goes out beside it.
    parameters["extra_body"].setdefault("response_format", openai.omit)
    return {"messages": dialect.messages(question), **parameters}


def completion(response: Any) -> Any:
    """What came back, as a chat completion."""
    return response
