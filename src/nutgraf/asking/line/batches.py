"""A provider's batch API: files of requests up, files of answers down. As OpenAI documents it, at any base URL."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from nutgraf.asking.budget.prices import Tariff
from nutgraf.asking.line.dialect import Dialect
from nutgraf.asking.line.endpoint import Endpoint
from nutgraf.asking.line.patience import Patience
from nutgraf.asking.line.status import error_for
from nutgraf.asking.line.stepping import Asked
from nutgraf.asking.question.asked import Question
from nutgraf.asking.replies.answer import Reply
from nutgraf.asking.replies.message import trouble_of
from nutgraf.errors import ModelError, ModelUnavailable
from nutgraf.parsed import is_object

if TYPE_CHECKING:
    from nutgraf.asking.line.llm import Line

T = TypeVar("T")
PATH = "/v1/chat/completions"
DISCOUNT = 0.5
"""Of the price of the same request online."""
_TIMEOUT = 600.0
"""Seconds for a file of 200 MB."""
_PAGE = 100


@dataclass(frozen=True)
class BatchState:
    """What the provider says of one batch."""

    id: str
    status: str
    total: int
    completed: int
    failed: int
    output_file: str | None
    error_file: str | None
    errors: tuple[str, ...]
    tags: Mapping[str, str]

    @property
    def ended(self) -> bool:
        """True once nothing more will come."""
        return self.status in ("completed", "failed", "expired", "cancelled")


def request_line(name: str, question: Question, model: str, dialect: Dialect) -> bytes:
    """One request of a file, with its line end."""
    parameters = dialect.parameters(question)
    body = {"model": model, "messages": dialect.messages(question)} | parameters.pop("extra_body", {}) | parameters
    line = {"custom_id": name, "method": "POST", "url": PATH, "body": body}
    return json.dumps(line, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


class Batches:
    """The batch API of one endpoint."""

    def __init__(self, endpoint: Endpoint, *, headers: Mapping[str, str] | None, patience: Patience) -> None:
        self._endpoint = endpoint
        self._headers = headers
        self._patience = patience
        self._tariff = Tariff(endpoint)
        self._held: Line | None = None

    async def submit(self, path: Path, tags: Mapping[str, str]) -> BatchState:
        """Upload a file of requests and have it worked on within a day.

        Raises:
            ModelUnavailable, ConfigurationError: as for any request.
        """
        # Not tried again by itself: a second upload that succeeds would be a second batch, paid twice.
        with path.open("rb") as file:
            uploaded = await self._line().call(
                lambda sdk: sdk.files.create(file=(path.name, file), purpose="batch", timeout=_TIMEOUT),
                *self._address(),
            )
        return self._state(
            await self._line().call(
                lambda sdk: sdk.batches.create(
                    input_file_id=uploaded.id, endpoint=PATH, completion_window="24h", metadata=dict(tags)
                ),
                *self._address(),
            )
        )

    async def state(self, name: str) -> BatchState:
        """What has become of a batch."""
        return self._state(await self._persistently(lambda sdk: sdk.batches.retrieve(name)))

    async def tagged(self, tag: str, value: str) -> list[BatchState]:
        """The batches, of the last few hundred, that carry a tag."""

        async def listed(sdk: Any) -> list[BatchState]:
            found: list[BatchState] = []
            async for batch in sdk.batches.list(limit=_PAGE):
                found.append(self._state(batch))
                if len(found) >= 5 * _PAGE:
                    break
            return found

        return [batch for batch in await self._persistently(listed) if batch.tags.get(tag) == value]

    async def content(self, name: str) -> bytes:
        """What one of the provider's files holds."""

        async def fetched(sdk: Any) -> bytes:
            content = await sdk.files.content(name, timeout=_TIMEOUT)
            return self._line().secrets.masked_answer(bytes(content.content))

        return await self._persistently(fetched)

    def reply(self, question: Question, answered: Mapping[str, Any], dialect: Dialect) -> Reply | None:
        """The answer to a question as a line of an answer file holds it; None where nobody worked on it.

        Raises:
            NotUnderstood, ReplyInvalid, ModelRefused, ConfigurationError: as if it had been asked online.
        """
        status, body = _answered(answered)
        if status == 0 or status in (408, 409, 425, 429) or status >= 500:
            return None
        if status >= 400:
            asked = Asked(dialect, dialect.room(question), self._endpoint.model)
            texts = [text for _, text in question.messages]
            raise error_for(status, trouble_of(body), self._endpoint.host, headers={}, asked=asked, texts=texts)
        try:
            return self._line().read(question, dialect, body)
        except ModelUnavailable as error:
            raise ModelError(str(error), usage=error.usage, attempts=1) from None

    async def aclose(self) -> None:
        """Close the connection."""
        if self._held is not None:
            await self._held.aclose()

    async def _persistently(self, call: Callable[[Any], Awaitable[T]]) -> T:
        from nutgraf.asking.line.retry import persist

        return await persist(lambda: self._line().call(call, *self._address()), self._patience)

    def _state(self, batch: Any) -> BatchState:
        counts, errors = batch.request_counts, batch.errors
        told = (
            tuple(f"{e.message} (line {e.line})" if e.line else str(e.message) for e in (errors.data or ()))
            if errors
            else ()
        )
        return BatchState(
            id=_name(batch.id),
            status=batch.status,
            total=counts.total if counts else 0,
            completed=counts.completed if counts else 0,
            failed=counts.failed if counts else 0,
            output_file=batch.output_file_id and _name(batch.output_file_id),
            error_file=batch.error_file_id and _name(batch.error_file_id),
            errors=tuple(self._line().secrets.masked(one) for one in told[:5]),
            tags=batch.metadata or {},
        )

    def _address(self) -> tuple[str, str]:
        self._endpoint.ready()
        return self._endpoint.base_url, self._endpoint.api_key

    def _line(self) -> Line:
        if self._held is None:
            from nutgraf.asking.line.llm import Line

            self._held = Line(self._endpoint, timeout=_TIMEOUT, headers=self._headers, cost=self._cost)
        return self._held

    def _cost(self, prompt: int, completion: int, cached: int) -> float | None:
        cost = self._tariff.cost(prompt, completion, cached)
        return None if cost is None else cost * DISCOUNT


def _answered(line: Mapping[str, Any]) -> tuple[int, Any]:
    """The status and the body of a line; status 0 where nobody worked on it. Both may come as text, or as an error alone."""
    response = _unpacked(line.get("response"))
    status = response.get("status_code") if is_object(response) else None
    body = _unpacked(response.get("body")) if is_object(response) else response
    if isinstance(status, int) and not isinstance(status, bool):
        return status, body or {}
    error = _unpacked(line.get("error")) or body
    if not error or (is_object(error) and str(error.get("code")).startswith("batch_")):  # expired, cancelled
        return 0, {}
    return trouble_of(error).status or _UNKNOWN, error


_UNKNOWN = 422
"""For an error that names no status: what of the request it names is left out, else it is that request's own."""


def _unpacked(value: Any) -> Any:
    """A value that came as text, as what the text holds."""
    if isinstance(value, str):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


_NAME = re.compile(r"(?!.*(?:^|/)\.{0,2}(?:/|$))[\w.:@+=~/-]{1,500}", re.ASCII)
"""An id of a batch or a file. Some providers' have a slash within ("files/abc"); none has a step up or an empty part."""


def _name(given: object) -> str:
    """An id as the provider gives it.

    Raises:
        ModelError: it is none: it would be sent on as a part of an address.
    """
    if not isinstance(given, str) or not _NAME.fullmatch(given):
        raise ModelError(
            "the provider gives a batch or a file a name that is none: nothing of it was taken", attempts=1
        )
    return given
