"""Two events as a judge sees them: title, sentences, and what the brief says of day, place and people."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.results import Event
from nutgraf.storylines.extracts import Extract

_LONGEST_EVIDENCE = 600


@dataclass(frozen=True, slots=True)
class Sight:
    """One event, in words."""

    title: str
    evidence: str
    """The article's sentences."""
    published: str | None = None
    headline: str | None = None
    when: str | None = None
    where: str | None = None
    who: str | None = None

    def told(self) -> dict[str, str]:
        """What there is of it, by name."""
        return {name: value for name in self.__slots__ if (value := getattr(self, name))}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two events that may be one."""

    one: Sight
    other: Sight


def sight(extract: Extract, name: str) -> Sight:
    """An event of a brief as a judge sees it."""
    event: Event = extract.event(name)
    time = event.time
    when = (
        " = ".join(part for part in (time.span.text if time.span else "", time.value or "") if part) if time else None
    )
    return Sight(
        title=event.title,
        evidence=" … ".join(span.text for span in event.evidence)[:_LONGEST_EVIDENCE],
        published=extract.published.isoformat() if extract.published else None,
        headline=extract.title,
        when=when,
        where=event.place.text if event.place else None,
        who="; ".join(one.name for one in event.participants) or None,
    )
