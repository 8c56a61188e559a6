"""The question that is on its way out, for whoever watches the wire: the recorder names its prompts and its pass."""

from __future__ import annotations

from contextvars import ContextVar

from nutgraf.asking.question.asked import Question

on_the_wire: ContextVar[Question | None] = ContextVar("nutgraf_on_the_wire", default=None)
"""Set while a question is sent, in the context that sends it."""
