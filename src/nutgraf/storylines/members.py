"""An event of a happening, with the article that tells it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from nutgraf.results import Event, Quote
from nutgraf.storylines.extracts import Extract
from nutgraf.storylines.notes import days_of, name_words


@dataclass(frozen=True)
class Member:
    """One event of one article."""

    extract: Extract
    event: Event

    @property
    def days(self) -> tuple[int | None, int | None]:
        """First and last day that its words fix."""
        return days_of(self.event.time)

    @cached_property
    def claimant(self) -> str | None:
        """Who asserts it; None for the paper's own voice."""
        if self.event.according_to is not None and self.event.according_to.name:
            return self.event.according_to.name
        said_by = {quote.id: quote.speaker for quote in self.extract.quotes}
        speakers = [said_by.get(quote) for quote in self.event.asserted_by]
        return next((speaker.name for speaker in speakers if speaker and speaker.name), None)

    @property
    def denials(self) -> tuple[Quote, ...]:
        """The quotes that deny it."""
        return tuple(quote for quote in self.extract.quotes if quote.id in self.event.disputed_by)

    @cached_property
    def party(self) -> str | None:
        """Who tells of a deed of its own; None where somebody else tells of it."""
        claiming = set(name_words([self.claimant or ""]))
        doers = (one.name for one in self.event.participants if one.role == "actor")
        return next((" ".join(name_words([name])) for name in doers if claiming & set(name_words([name]))), None)
