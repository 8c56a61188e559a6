"""How a question is put to a server: what it turned out to want. Pure: no network, no vendor's types."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from nutgraf.asking.question.asked import Question

Output = Literal["strict", "schema", "json", "words"]
"""A strict schema, a schema, JSON of any shape, or the schema in words alone."""
Limit = Literal["max_completion_tokens", "max_tokens"]

_IN_WORDS: dict[Output, str] = {
    "json": "The JSON must fit this schema:",
    "words": "Answer with one JSON object and nothing else: no list, no remarks. It must fit this schema:",
}


@dataclass(frozen=True)
class Dialect:
    """How the schema is sent, how the limit is called and how high it may be, whether the server takes a temperature."""

    output: Output = "strict"
    limit: Limit = "max_tokens"
    one_limit: bool = False
    """The server knows the limit by no other name."""
    temperature: bool = True
    most: int | None = None
    """The longest answer, in tokens, that the server lets itself be asked for."""

    def messages(self, question: Question) -> list[dict[str, str]]:
        """The messages as they go out; where no schema does, they bring it along in words."""
        messages = [{"role": role, "content": text} for role, text in question.messages]
        if said := _IN_WORDS.get(self.output):
            messages[0]["content"] += f"\n\n{said}\n{json.dumps(question.schema, ensure_ascii=False)}"
        return messages

    def room(self, question: Question) -> int:
        """The longest answer that the question is sent with."""
        asked = question.max_output_tokens
        return asked if self.most is None else min(asked, self.most)

    def parameters(self, question: Question) -> dict[str, Any]:
        """Everything beside model and messages."""
        # instructor never sends `strict`, so the format goes out beside it.
        beside: dict[str, Any] = {**self._shape(question.schema), **question.extra_body}
        parameters: dict[str, Any] = {"extra_body": beside, self.limit: self.room(question)}
        if self.temperature and question.temperature is not None:
            parameters["temperature"] = question.temperature
        return parameters

    def _shape(self, schema: Mapping[str, Any]) -> dict[str, Any]:
        if self.output == "words":
            return {}
        if self.output == "json":
            return {"response_format": {"type": "json_object"}}
        described: dict[str, Any] = {"name": "answer", "schema": schema}
        if self.output == "strict":
            described["strict"] = True
        return {"response_format": {"type": "json_schema", "json_schema": described}}


class NotUnderstood(Exception):
    """A refusal that names something which can be left out.

    Attributes:
        dialect: how to ask from now on.
        room: the longest answer to ask for in this question's case alone, or None.
    """

    def __init__(self, dialect: Dialect, complaint: str, *, room: int | None = None) -> None:
        super().__init__(complaint)
        self.dialect = dialect
        self.room = room
