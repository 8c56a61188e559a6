"""How a field travels to and from the model: the marks in its annotation."""

from __future__ import annotations

from nutgraf.errors import ConfigurationError

AMONG = ("names", "places", "times", "quantities", "cues", "titles", "bodies", "sources", "anything")
"""What words of the article may be."""


class Marker:
    """A note in a field's annotation, told apart by identity."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name


Filled = Marker("Filled")
"""The library computes this field; the model never sees it."""


class Words(Marker):
    """The model fills this field with words of the article, which are held against it.

    `among` names what they may be: names, places, times, quantities, cues, titles (offices), bodies (organizations),
    sources (whose word it is), or anything. On a field typed `Speaker` the words come back as the speaker whom they name.

    Raises:
        ConfigurationError: `among` is none of these.
    """

    def __init__(self, among: str = "names") -> None:
        if among not in AMONG:
            raise ConfigurationError(f"Words({among!r}): it is one of {', '.join(AMONG)}")
        super().__init__(f"Words({among!r})")
        self.among = among


Dated = Marker("Dated")
"""The model says in ISO 8601 which date the words beside this field mean; it is held against those words."""

Carried = Marker("Carried")
"""The model writes this text freely; its cited sentences must carry every name, number, time word and negation in it
and most of its content words."""
