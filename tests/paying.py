"""What a process of its own does in a test: in a module that the new process can import, however pytest was started."""

from __future__ import annotations

from typing import Any

from nutgraf import Summarizer

TEXT = "The port of Bergen reopened on Friday, said Kari Holm."


def pay(base_url: str, cache: str, numbers: list[int], told: Any) -> None:
    """Ask about articles with these numbers and tell how many requests each took."""
    with Summarizer(model="m", base_url=base_url, cache=cache, passes=("events",)) as desk:
        told.put([o.brief.usage.requests for o in desk.map([f"{TEXT} {n}." for n in numbers], ordered=True) if o.brief])
