"""One question to a model and one answer back, as values: no network, no vendor's types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from pydantic import BaseModel

from nutgraf.asking import cache, wire

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

    @property
    def answer_class(self) -> type[wire.Answer]:
        """What the answer is parsed into."""
        return wire.answer_class(self.parts)

    def with_note(self, note: str) -> Question:
        """The same question with a last word about what was wrong with an earlier answer."""
        return replace(self, messages=(*self.messages, ("user", note)))

    def cache_key(self, endpoint: str, model: str) -> str:
        """The key of its answer: everything that shapes it, nothing secret."""
        sampling: dict[str, Any] = {"temperature": self.temperature, "max_output_tokens": self.max_output_tokens}
        return cache.key(
            {
                "endpoint": endpoint,
                "model": model,
                "messages": self.messages,
                "schema": self.schema,
                "sampling": sampling,
                "prompts": dict(self.prompts),
            }
        )

    def estimated_tokens(self) -> int:
        """A safe guess of what it can cost at most: three characters a token, plus the whole answer."""
        return sum(len(text) for _, text in self.messages) // 3 + len(str(self.schema)) // 3 + self.max_output_tokens


@dataclass(frozen=True)
class Reply:
    """The raw text of an answer that parsed, the answer itself, and the tokens it took."""

    answer: wire.Answer
    raw: str
    prompt_tokens: int
    completion_tokens: int
