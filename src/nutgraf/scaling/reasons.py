"""Why inputs failed, the same reason told once."""

from __future__ import annotations

from dataclasses import dataclass, field

_REASONS, _NAMES = 5, 3
_LONGEST = 300


@dataclass
class Reasons:
    """The first reasons of a run, each with how many failed for it and the first of their names.

    Attributes:
        counts: how many failed, by reason.
        names: the first of them.
        more: how many failed for other reasons.
    """

    counts: dict[str, int] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)
    more: int = 0

    def add(self, name: str, place: str, reason: str) -> None:
        """Count a failure; its place, which the message names, is no part of the reason."""
        told = reason.removeprefix(f"{place}: ").partition("\n")[0][:_LONGEST]
        if told not in self.counts and len(self.counts) == _REASONS:
            self.more += 1
            return
        self.counts[told] = self.counts.get(told, 0) + 1
        names = self.names.setdefault(told, [])
        if len(names) < _NAMES:
            names.append(name)

    def __str__(self) -> str:
        lines: list[str] = []
        for reason, count in sorted(self.counts.items(), key=lambda one: -one[1]):
            names = self.names[reason]
            others = f" and {count - len(names):,} more" if count > len(names) else ""
            lines.append(f"  {', '.join(names)}{others}: {reason}")
        if self.more:
            lines.append(f"  and {self.more:,} for other reasons")
        return "\n".join(lines)
