"""One question to a model and one answer back, as values: no network, no vendor's types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, Literal

from pydantic import BaseModel

from nutgraf.asking.cache import answers as cache
from nutgraf.asking.question import wire

Message = tuple[Literal["system", "user", "assistant"], str]


@dataclass(frozen=True)
class Question:
    """Messages, and the shape that the answer must have. `step` names the pass (or passes) it serves."""

    messages: tuple[Message, ...]
    parts: tuple[tuple[str, type[BaseModel]], ...]
    schema: wire.JSONSchema
    max_output_tokens: int
    temperature: float | None
    prompts: Mapping[str, str]
    """Prompt ids to digests."""
    step: str
    topics: bool = False
    """Whether the answer says what the article is about, beside its parts."""
    extra_body: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """Further parameters of the request, as the user gives them."""

    @property
    def answer_class(self) -> type[wire.Answer]:
        """What the answer is parsed into."""
        return wire.answer_class(self.parts, topics=self.topics)

    def with_complaint(self, complaint: str) -> Question:
        """The same question with a last word about what was wrong with an earlier answer."""
        note = f"An earlier answer failed: {complaint}. Answer again with JSON that fits."
        return replace(self, messages=(*self.messages, ("user", note)))

    def with_room(self) -> Question:
        """The same question with twice the room for the answer."""
        return replace(self, max_output_tokens=self.max_output_tokens * 2)

    def cache_key(self, endpoint: str, model: str) -> str:
        """The key of its answer: everything that shapes it, nothing secret."""
        own = self.answer_class
        schema = _schema_digest(own) if self.schema is own.wire_schema else cache.digest_of(self.schema)
        beside = {"extra_body": dict(self.extra_body)} if self.extra_body else {}
        parts = {
            "endpoint": endpoint,
            "model": model,
            "schema": schema,
            "sampling": {"temperature": self.temperature, "max_output_tokens": self.max_output_tokens, **beside},
            "prompts": dict(self.prompts),
        }
        return cache.key(parts, self.messages)

    def most_prompt_tokens(self) -> int:
        """A safe guess of what the prompt takes: three ASCII characters a token, each other byte a token of its own."""
        texts = [text for _, text in self.messages]
        encoded = sum(len(text.encode("utf-8", "surrogatepass")) for text in texts)
        plain = sum(len(text.encode("ascii", "ignore")) for text in texts)
        return plain // 3 + (encoded - plain) + len(str(self.schema)) // 3 + _MARKUP * (len(texts) + 1)


_MARKUP = 8
"""Tokens by which a chat template frames a message."""


@lru_cache(maxsize=64)
def _schema_digest(answer: type[wire.Answer]) -> str:
    return cache.digest_of(answer.wire_schema)
