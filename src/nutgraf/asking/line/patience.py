"""How long to keep trying a server that is busy, broken or gone for a moment."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Patience:
    """Attempts in all, and the bounds of the wait between them (seconds)."""

    attempts: int = 4
    first_wait: float = 0.5
    longest_wait: float = 30.0
    loading: float = 600.0
    """Seconds that a server may take to load the model, unless the article's deadline comes first."""
