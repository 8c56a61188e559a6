"""The shore: the only module that imports openai and instructor. One question out, one answer in, once.

Who tries again, and when, is decided elsewhere: openai retries nothing here and instructor parses once.
"""

from __future__ import annotations

import asyncio
import email.utils
import json
import logging
import ssl
import time
import weakref
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal

import httpx2
import instructor
import openai
from instructor.core.exceptions import IncompleteOutputException, InstructorRetryException
from instructor.core.hooks import Hooks
from pydantic import ValidationError

from nutgraf.asking.endpoint import Endpoint, is_loopback
from nutgraf.asking.question import Question, Reply
from nutgraf.asking.wire import Answer
from nutgraf.asking.wiretap import on_the_wire
from nutgraf.errors import ConfigurationError, ModelError, ModelRefused, ModelUnavailable, NutgrafError, ReplyInvalid
from nutgraf.results import Usage

Output = Literal["strict", "schema", "json"]
_NEXT_OUTPUT: dict[Output, Output] = {"strict": "schema", "schema": "json"}


@dataclass(frozen=True)
class Dialect:
    """What a server turned out to want: how the schema is sent, how the limit is called, whether it takes a temperature."""

    output: Output = "strict"
    limit: Literal["max_completion_tokens", "max_tokens"] = "max_tokens"
    temperature: bool = True

    def stepped_down(self, complaint: str) -> Dialect | None:
        """The dialect to try after a 400 with this text, or None when it names nothing we could leave out."""
        complaint = complaint.lower()
        if "max_tokens" in complaint or "max_completion_tokens" in complaint:
            other = "max_completion_tokens" if self.limit == "max_tokens" else "max_tokens"
            return replace(self, limit=other)  # type: ignore[arg-type]
        if "temperature" in complaint and self.temperature:
            return replace(self, temperature=False)
        if any(word in complaint for word in ("response_format", "json_schema", "strict", "schema", "grammar")):
            lower = _NEXT_OUTPUT.get(self.output)
            return replace(self, output=lower) if lower else None
        return None


def _not_ours(_record: logging.LogRecord) -> bool:
    """The parser logs every failure as an error, model output included; what we ask, we report ourselves."""
    return on_the_wire.get() is None


for _name in ("instructor", "instructor.v2", "instructor.v2.retry"):
    logging.getLogger(_name).addFilter(_not_ours)


class NotUnderstood(Exception):
    """A 400 that names a parameter which can be left out."""

    def __init__(self, dialect: Dialect, complaint: str) -> None:
        super().__init__(complaint)
        self.dialect = dialect


class Line:
    """A line to one endpoint: a client for each event loop, made at first use."""

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        timeout: float,
        headers: Mapping[str, str] | None = None,
        http_client: httpx2.AsyncClient | None = None,
    ) -> None:
        self.endpoint = endpoint
        self._timeout = timeout
        self._headers = dict(headers or {})
        self._http_client = http_client
        self._clients: weakref.WeakKeyDictionary[
            asyncio.AbstractEventLoop, tuple[tuple[str, str], instructor.AsyncInstructor]
        ]
        self._clients = weakref.WeakKeyDictionary()

    async def ask(self, question: Question, dialect: Dialect, *, base_url: str, api_key: str) -> Reply:
        """Send one question once.

        Raises:
            NotUnderstood: a 400 that names a parameter to leave out.
            ModelUnavailable, ModelRefused, ReplyInvalid, ConfigurationError: with the usage of this attempt.
        """
        client = self._client(base_url, api_key)
        seen: list[Any] = []
        hooks = Hooks()
        hooks.on("completion:response", seen.append)
        sent = on_the_wire.set(question)
        try:
            answer, raw = await client.chat.completions.create_with_completion(
                response_model=_parser_of(question.answer_class),
                messages=_messages(question, dialect),  # type: ignore[arg-type]
                max_retries=0,
                hooks=hooks,
                model=self.endpoint.model,
                **_parameters(question, dialect),
            )
        except NutgrafError:
            raise
        except Exception as error:  # noqa: BLE001 - instructor wraps anything; it is told apart below
            return _salvaged_or_raised(question, dialect, error, seen)
        finally:
            on_the_wire.reset(sent)
        prompt_tokens, completion_tokens = _tokens(seen)
        text = _without_fence(raw.choices[0].message.content or "")
        if not text.startswith("{"):
            text = answer.model_dump_json()  # JSON among other words: kept without them
        return Reply(answer, text, prompt_tokens, completion_tokens)

    async def aclose(self) -> None:
        """Close the client of the running loop."""
        held = self._clients.pop(asyncio.get_running_loop(), None)
        if held is not None and self._http_client is None:
            await held[1].client.close()  # type: ignore[union-attr]

    def _client(self, base_url: str, api_key: str) -> instructor.AsyncInstructor:
        loop = asyncio.get_running_loop()
        held = self._clients.get(loop)
        if held is None or held[0] != (base_url, api_key):
            held = (
                (base_url, api_key),
                instructor.from_openai(self._openai(base_url, api_key), mode=instructor.Mode.JSON_SCHEMA),
            )
            self._clients[loop] = held
        return held[1]

    def _openai(self, base_url: str, api_key: str) -> openai.AsyncOpenAI:
        client = openai.AsyncOpenAI(
            base_url=base_url,
            api_key=api_key or "unused",
            max_retries=0,
            timeout=self._timeout,
            http_client=self._http_client or _http_client(base_url, self._timeout),
        )
        # The client reads these from the environment for every host; they belong to OpenAI's alone.
        client.organization = self.endpoint.organization
        client.project = self.endpoint.project
        client.admin_api_key = None
        client._custom_headers = self._headers
        return client


@lru_cache(maxsize=64)
def _parser_of(answer: type[Answer]) -> type[Answer]:
    """The answer class as instructor wants it: made once (it would derive a class at every call), with a schema that
    costs nothing to send through, because the real one goes out beside it.
    """

    def bare_schema(_cls: type[Answer], *_args: Any, **_kwargs: Any) -> dict[str, Any]:
        return {"type": "object"}

    members = {"model_json_schema": classmethod(bare_schema), "__module__": __name__}
    return type(answer.__name__, (answer, instructor.ResponseSchema), members)


@lru_cache(maxsize=1)
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()


def _http_client(base_url: str, timeout: float) -> httpx2.AsyncClient:
    secure = base_url.startswith("https:")
    return httpx2.AsyncClient(
        verify=_tls() if secure else False,
        follow_redirects=False,
        trust_env=not is_loopback(base_url),
        timeout=httpx2.Timeout(timeout, connect=min(timeout, 10.0)),
        limits=httpx2.Limits(max_connections=1_000, max_keepalive_connections=100),
    )


def _messages(question: Question, dialect: Dialect) -> list[dict[str, str]]:
    messages = [{"role": role, "content": text} for role, text in question.messages]
    if dialect.output == "json":
        shape = json.dumps(question.answer_class.wire_schema, ensure_ascii=False)
        messages[0]["content"] += f"\n\nThe JSON must fit this schema:\n{shape}"
    return messages


def _parameters(question: Question, dialect: Dialect) -> dict[str, Any]:
    described: dict[str, Any] = {"name": "answer", "schema": question.schema}
    if dialect.output == "strict":
        described["strict"] = True
    shape = {"type": "json_object"} if dialect.output == "json" else {"type": "json_schema", "json_schema": described}
    # instructor never sends `strict`, so the format goes out beside it.
    parameters: dict[str, Any] = {"extra_body": {"response_format": shape}, dialect.limit: question.max_output_tokens}
    if dialect.temperature and question.temperature is not None:
        parameters["temperature"] = question.temperature
    return parameters


def _tokens(seen: list[Any]) -> tuple[int, int]:
    usage = getattr(seen[-1], "usage", None) if seen else None
    return (getattr(usage, "prompt_tokens", 0) or 0, getattr(usage, "completion_tokens", 0) or 0)


def _reply(question: Question, text: str, tokens: tuple[int, int]) -> Reply:
    cleaned = _without_fence(text)
    return Reply(question.answer_class.model_validate_json(cleaned), cleaned, *tokens)


def _without_fence(text: str) -> str:
    text = text.strip()
    if text.startswith("```"):
        text = text.split("\n", 1)[-1].rstrip().removesuffix("```")
    return text


def _salvaged_or_raised(question: Question, dialect: Dialect, error: Exception, seen: list[Any]) -> Reply:
    tokens = _tokens(seen)
    usage = Usage(requests=1, prompt_tokens=tokens[0], completion_tokens=tokens[1])
    choice = seen[-1].choices[0] if seen and getattr(seen[-1], "choices", None) else None
    message = getattr(choice, "message", None)
    text = getattr(message, "content", None) or ""
    if getattr(message, "refusal", None):
        raise ModelRefused("the model refused to answer", usage=usage, attempts=1) from error
    if getattr(choice, "finish_reason", None) == "content_filter":
        raise ModelRefused("a content filter stopped the answer", usage=usage, attempts=1) from error
    causes = list(_causes(error))
    if (
        any(isinstance(cause, IncompleteOutputException) for cause in causes)
        or getattr(choice, "finish_reason", None) == "length"
    ):
        with suppress(ValidationError):
            return _reply(question, text, tokens)  # whole after all: what was cut off was white space
        raise ReplyInvalid(
            f"the answer was cut off at {question.max_output_tokens} tokens",
            raw=text,
            truncated=True,
            usage=usage,
            attempts=1,
        ) from error
    for ours in (cause for cause in causes if isinstance(cause, NutgrafError)):
        raise ours
    for theirs in (cause for cause in causes if isinstance(cause, openai.OpenAIError)):
        raise _explained(theirs, dialect, usage) from theirs
    if choice is None:
        raise error
    try:
        return _reply(question, text, tokens)
    except ValidationError as invalid:
        raise ReplyInvalid(complaint(invalid), raw=text, usage=usage, attempts=1) from None


def complaint(error: ValidationError) -> str:
    """What a validation error says, by field path, without the values."""
    lines = [
        f"{'.'.join(str(part) for part in e['loc']) or 'answer'}: {e['msg']}"
        for e in error.errors(include_url=False, include_input=False, include_context=False)[:8]
    ]
    return "the answer does not fit the schema: " + "; ".join(lines)


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        if isinstance(current, InstructorRetryException) and current.failed_attempts:
            yield current.failed_attempts[-1].exception
        current = current.__cause__ or current.__context__


def _explained(error: openai.OpenAIError, dialect: Dialect, usage: Usage) -> Exception:
    """Our error for one of openai's; a NotUnderstood where leaving a parameter out may help."""
    if isinstance(error, openai.APIStatusError):
        return _for_status(error, dialect, usage)
    if isinstance(error, openai.APITimeoutError):
        return ModelUnavailable("the server did not answer in time", usage=usage, attempts=1)
    if isinstance(error, openai.APIConnectionError):
        return _unconnected(error, usage)
    return ModelError(f"{type(error).__name__}: {str(error)[:300]}", usage=usage, attempts=1)


def _unconnected(error: openai.APIConnectionError, usage: Usage) -> ModelError:
    """The client calls every exception below it a connection error; only those of the network are worth another try."""
    cause = error.__cause__
    while isinstance(cause, BaseExceptionGroup):
        cause = cause.exceptions[0]
    host = error.request.url.netloc.decode("ascii", "replace")
    if cause is None or isinstance(cause, (httpx2.RequestError, OSError)) or _is_transport(cause):
        said = f"no connection to {host} ({type(cause).__name__}): is the server running, and the base URL right?"
        return ModelUnavailable(said, usage=usage, attempts=1)
    return ModelError(
        f"the request to {host} failed: {type(cause).__name__}: {str(cause)[:300]}", usage=usage, attempts=1
    )


def _is_transport(cause: BaseException) -> bool:
    return type(cause).__module__.split(".")[0] in {"httpx2", "httpcore2", "anyio", "h11", "ssl", "asyncio"}


def _for_status(error: openai.APIStatusError, dialect: Dialect, usage: Usage) -> Exception:
    status, said, host = error.status_code, str(error.message)[:300], error.request.url.host
    if status == 400:
        lower = dialect.stepped_down(said)
        return NotUnderstood(lower, said) if lower else ConfigurationError(f"{host} refuses the request (400): {said}")
    if status in (401, 403):
        return ConfigurationError(f"{host} refuses the key ({status}): {said}")
    if status == 404:
        return ConfigurationError(f"{host} has no such model or path (404): {said}")
    if 300 <= status < 400:
        return ConfigurationError(
            f"{host} redirects elsewhere ({status}), which is refused: set base_url to the final address"
        )
    if status in (408, 409, 425, 429) or status >= 500:
        return ModelUnavailable(
            f"{host} answers {status}", retry_after=_retry_after(error.response.headers), usage=usage, attempts=1
        )
    return ModelError(f"{host} answers {status}: {said}", usage=usage, attempts=1)


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait: Retry-After as a number or an HTTP date (RFC 9110, 10.2.3), or retry-after-ms."""
    try:
        if "retry-after-ms" in headers:
            return max(0.0, float(headers["retry-after-ms"]) / 1000)
        value = headers.get("retry-after")
        if value is None:
            return None
        if value.strip().replace(".", "", 1).isdigit():
            return float(value)
        return max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - time.time())
    except ValueError:
        return None
