"""What a server turned out to want, and a question put in those words. Pure: no network, no vendor's types."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any, Literal

from nutgraf.asking.question.asked import Question

Output = Literal["strict", "schema", "json"]
_NEXT_OUTPUT: dict[Output, Output] = {"strict": "schema", "schema": "json"}


@dataclass(frozen=True)
class Dialect:
    """How the schema is sent, how the limit is called, whether the server takes a temperature."""

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

    def messages(self, question: Question) -> list[dict[str, str]]:
        """The messages as they go out; JSON mode brings the schema along in words."""
        messages = [{"role": role, "content": text} for role, text in question.messages]
        if self.output == "json":
            shape = json.dumps(question.answer_class.wire_schema, ensure_ascii=False)
            messages[0]["content"] += f"\n\nThe JSON must fit this schema:\n{shape}"
        return messages

    def parameters(self, question: Question) -> dict[str, Any]:
        """Everything beside model and messages."""
        described: dict[str, Any] = {"name": "answer", "schema": question.schema}
        if self.output == "strict":
            described["strict"] = True
        shape = {"type": "json_object"} if self.output == "json" else {"type": "json_schema", "json_schema": described}
        # instructor never sends `strict`, so the format goes out beside it.
        parameters: dict[str, Any] = {"extra_body": {"response_format": shape}, self.limit: question.max_output_tokens}
        if self.temperature and question.temperature is not None:
            parameters["temperature"] = question.temperature
        return parameters


class NotUnderstood(Exception):
    """A 400 that names a parameter which can be left out."""

    def __init__(self, dialect: Dialect, complaint: str) -> None:
        super().__init__(complaint)
        self.dialect = dialect
