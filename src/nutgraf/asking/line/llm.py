"""The shore: the only module that imports openai and instructor. One question out, one answer in, once.

Who tries again, and when, is decided elsewhere: openai retries nothing here and instructor parses once.
"""

from __future__ import annotations

import asyncio
import logging
import ssl
import sys
import weakref
from collections.abc import Awaitable, Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeVar, cast

import httpx2
import instructor
import openai
from instructor.core.exceptions import IncompleteOutputException, InstructorRetryException
from instructor.core.hooks import Hooks
from pydantic import ValidationError

from nutgraf.asking.line.dialect import Dialect, NotUnderstood
from nutgraf.asking.line.endpoint import Endpoint, is_loopback
from nutgraf.asking.line.status import error_for, without_echo
from nutgraf.asking.line.wiretap import on_the_wire
from nutgraf.asking.question.asked import Question, Reply, complaint
from nutgraf.asking.question.wire import Answer
from nutgraf.errors import ModelError, ModelRefused, ModelUnavailable, NutgrafError, ReplyInvalid
from nutgraf.parsed import is_list, is_object
from nutgraf.results import Usage

__all__ = ["Cost", "Dialect", "Line", "NotUnderstood"]

T = TypeVar("T")
Cost = Callable[[int, int, int], float | None]
"""Prompt tokens, completion tokens, and those of the prompt that were read from the provider's cache, to US dollars."""


def _unpriced(_prompt: int, _completion: int, _cached: int) -> float | None:
    return None


def _not_ours(_record: logging.LogRecord) -> bool:
    """The parser logs every failure as an error, model output included; what we ask, we report ourselves."""
    return on_the_wire.get() is None


for _name in ("instructor", "instructor.v2", "instructor.v2.retry"):
    logging.getLogger(_name).addFilter(_not_ours)


class Line:
    """A line to one endpoint: a client for each event loop, made at first use."""

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        timeout: float,
        headers: Mapping[str, str] | None = None,
        http_client: httpx2.AsyncClient | None = None,
        cost: Cost = _unpriced,
    ) -> None:
        self.endpoint = endpoint
        self._timeout = timeout
        self._headers = dict(headers or {})
        self._http_client = http_client
        self._cost = cost
        self._clients: weakref.WeakKeyDictionary[
            asyncio.AbstractEventLoop, tuple[tuple[str, str], instructor.AsyncInstructor]
        ]
        self._clients = weakref.WeakKeyDictionary()

    async def ask(self, question: Question, dialect: Dialect, *, base_url: str, api_key: str) -> Reply:
        """Send one question once.

        Raises:
            NotUnderstood: a 400 that names a parameter to leave out.
            ModelUnavailable, ModelRefused, ReplyInvalid, ConfigurationError: with the usage of this attempt, which is
                None where the server may have worked but told no figure.
        """
        client = self._client(base_url, api_key)
        seen: list[Any] = []
        before = sys.exception()
        hooks = Hooks()
        hooks.on("completion:response", seen.append)
        sent = on_the_wire.set(question)
        try:
            # A limit for the whole answer: the client's own starts anew with every byte that drips in.
            async with asyncio.timeout(self._timeout):
                parsed, raw = await client.chat.completions.create_with_completion(
                    response_model=_parser_of(question.answer_class),
                    messages=cast("list[Any]", dialect.messages(question)),
                    max_retries=0,
                    hooks=hooks,
                    model=self.endpoint.model,
                    **dialect.parameters(question),
                )
        except TimeoutError:
            raise ModelUnavailable(f"no whole answer within {self._timeout:g} s", attempts=1) from None
        except Exception as error:  # noqa: BLE001 - instructor wraps anything; it is told apart below
            return self._salvaged_or_raised(question, dialect, list(_causes(error, before)), seen)
        finally:
            on_the_wire.reset(sent)
        return _reply(parsed.answer, _without_fence(raw.choices[0].message.content), self._usage(seen))

    async def call(self, use: Callable[[Any], Awaitable[T]], base_url: str, api_key: str) -> T:
        """What `use` makes of the client of the running loop: for what is no question, like a file of them.

        Raises:
            ModelUnavailable, ConfigurationError, ModelError: as for a question.
        """
        try:
            return await use(self._client(base_url, api_key).client)
        except openai.OpenAIError as error:
            raise _explained(error, Dialect(output="json", temperature=False), _NO_QUESTION) from _bare(error)

    def read(self, question: Question, dialect: Dialect, completion: Any) -> Reply:
        """The answer in a completion that came another way; checked like any other.

        Raises:
            ModelRefused, ReplyInvalid, ModelUnavailable: with the usage that the completion tells.
        """
        return self._salvaged_or_raised(question, dialect, [], [completion])

    async def aclose(self) -> None:
        """Close the client of the running loop."""
        held = self._clients.pop(asyncio.get_running_loop(), None)
        if held is not None and self._http_client is None and (client := held[1].client) is not None:
            await client.close()

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
        client = _Client(
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
        client._custom_headers = self._headers  # pyright: ignore[reportPrivateUsage] - no setting keeps the environment's out
        return client

    def _usage(self, seen: list[Any]) -> Usage | None:
        """What the last attempt took by the server's own count; None where it gave none."""
        counted = getattr(seen[-1], "usage", None) if seen else None
        prompt, completion = (_count(counted, name) for name in ("prompt_tokens", "completion_tokens"))
        if prompt is None or completion is None:
            return None
        cached = _count(getattr(counted, "prompt_tokens_details", None), "cached_tokens") or 0
        return Usage(
            requests=1,
            prompt_tokens=prompt,
            completion_tokens=completion,
            cost_usd=self._cost(prompt, completion, cached),
        )

    def _salvaged_or_raised(
        self, question: Question, dialect: Dialect, causes: list[BaseException], seen: list[Any]
    ) -> Reply:
        for ours in (cause for cause in causes if isinstance(cause, NutgrafError)):
            raise ours
        for theirs in (cause for cause in causes if isinstance(cause, openai.OpenAIError)):
            raise _explained(theirs, dialect, question) from _bare(theirs)
        usage, choice = self._usage(seen), _first_choice(seen)
        if choice is None:
            raise ModelUnavailable(_no_completion(self.endpoint.host, seen, question), attempts=1) from None
        message = getattr(choice, "message", None)
        text = getattr(message, "content", None)
        text = text if isinstance(text, str) else ""
        if getattr(message, "refusal", None):
            raise ModelRefused("the model refused to answer", usage=usage, attempts=1) from None
        if getattr(choice, "finish_reason", None) == "content_filter":
            raise ModelRefused("a content filter stopped the answer", usage=usage, attempts=1) from None
        cleaned = _without_fence(text)
        try:
            # It may be whole after all: what was cut off was white space.
            return _reply(question.answer_class.model_validate_json(cleaned), cleaned, usage)
        except ValidationError as invalid:
            cut = getattr(choice, "finish_reason", None) == "length" or any(
                isinstance(cause, IncompleteOutputException) for cause in causes
            )
            said = f"the answer was cut off at {question.max_output_tokens} tokens" if cut else complaint(invalid)
            if not text:
                said = "the answer is empty"
            raise ReplyInvalid(said, raw=cleaned, truncated=cut, usage=usage, attempts=1) from None


_NO_QUESTION = Question(
    messages=(), parts=(), schema={}, max_output_tokens=0, temperature=None, prompts={}, step="a file of requests"
)


class _Client(openai.AsyncOpenAI):
    """openai's client, for which no redirect is followed, whoever made the HTTP client below it."""

    async def _prepare_options(self, options: Any) -> Any:
        options = await super()._prepare_options(options)
        options.follow_redirects = False
        return options


@lru_cache(maxsize=64)
def _parser_of(answer: type[Answer]) -> Any:
    """The answer class as instructor wants it: made once (it would derive a class at every call), around the answer (it
    walks through every field of a class five times a call), and with a schema that costs nothing to send through,
    because the real one goes out beside it.
    """

    def parsed(cls: Any, /, text: Any, **options: Any) -> Any:
        return cls.model_construct(answer=answer.model_validate_json(text, **options))

    def bare_schema(_cls: Any, *_args: Any, **_kwargs: Any) -> dict[str, Any]:
        return {"type": "object"}

    members = {
        "__annotations__": {"answer": Any},
        "__module__": __name__,
        "model_json_schema": classmethod(bare_schema),
        "model_validate_json": classmethod(parsed),
    }
    return type(answer.__name__, (instructor.ResponseSchema,), members)


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


def _reply(answer: Answer, raw: str, usage: Usage | None) -> Reply:
    if usage is None:
        return Reply(answer, raw, 0, 0, counted=False)
    return Reply(answer, raw, usage.prompt_tokens, usage.completion_tokens, cost_usd=usage.cost_usd)


def _count(counted: Any, name: str) -> int | None:
    value = getattr(counted, name, None)
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _first_choice(seen: list[Any]) -> Any:
    choices = getattr(seen[-1], "choices", None) if seen else None
    return choices[0] if is_list(choices) and choices else None


def _without_fence(text: str) -> str:
    text = text.strip()
    if text.startswith("```"):
        text = text.split("\n", 1)[-1].removesuffix("```").rstrip()
    return text


def _no_completion(host: str, seen: list[Any], question: Question) -> str:
    """What to say of a 200 that holds no answer: a page, half a JSON, an error in the place of an answer."""
    body = seen[-1] if seen else None
    if isinstance(body, str) and body.lstrip()[:1] == "<":
        return f"{host} answers with a web page, not with a chat completion: is the base URL right?"
    said = getattr(body, "error", None)
    if said:
        told = said.get("message", said) if is_object(said) else said
        echoless = without_echo(str(told)[:300], (text for _, text in question.messages))
        return f"{host} answers with an error in the place of an answer: {echoless}"
    return f"{host} answers with something that is no chat completion: is the base URL right?"


def _causes(error: BaseException, before: BaseException | None) -> Iterator[BaseException]:
    """What is behind an error; not what the caller was handling `before` it asked, which Python chains on as well."""
    seen = {id(before)}
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        if isinstance(current, InstructorRetryException) and current.failed_attempts:
            yield current.failed_attempts[-1].exception
        current = current.__cause__ or current.__context__


def _bare(error: BaseException) -> BaseException:
    """The cause as it is carried on: without the frames and contexts that hold the whole request."""
    error.__context__ = None
    return error.with_traceback(None)


def _explained(error: openai.OpenAIError, dialect: Dialect, question: Question) -> Exception:
    """Our error for one of openai's; a NotUnderstood where leaving a parameter out may help."""
    asked = [text for _, text in question.messages]
    if isinstance(error, openai.APIStatusError):
        said, host = str(error.message), error.request.url.netloc.decode("ascii", "replace")
        return error_for(error.status_code, said, host, headers=error.response.headers, dialect=dialect, asked=asked)
    if isinstance(error, openai.APIConnectionError):
        return _unconnected(error)
    said = without_echo(str(error)[:300], asked)
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
