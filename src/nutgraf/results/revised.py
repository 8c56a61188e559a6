"""What a later version of an article changed: sentences, and what of the brief therefore."""

from __future__ import annotations

from typing import Literal

from nutgraf.article import Article, Span
from nutgraf.doors import through
from nutgraf.results.brief import Brief
from nutgraf.shown import Shown
from nutgraf.usage import Usage, Value

Change = Literal["added", "removed", "altered"]


class FieldChange(Value):
    """One thing told otherwise."""

    field: str
    """"words", "speaker", "stance", "status", "time", "place", "figure", "participants", "title"."""
    old: str | None = None
    new: str | None = None


class SentenceChange(Value):
    """A sentence of one version that the other does not have, or has otherwise."""

    change: Change
    old: Span | None = None
    new: Span | None = None
    fields: tuple[FieldChange, ...] = ()
    """Figures and times in it that changed."""


class ItemChange(Value):
    """A quote, event or point of one brief that the other does not have, or has otherwise."""

    item: Literal["quote", "event", "point"]
    change: Change
    text: str
    """The newer words said, title or point; the older where it was removed."""
    old: str | None = None
    """Its id in the older brief (points are p1, p2 …)."""
    new: str | None = None
    fields: tuple[FieldChange, ...] = ()


class Revision(Shown, Value):
    """Two versions of an article held against each other."""

    old: Article
    new: Article
    sentences: tuple[SentenceChange, ...] = ()
    items: tuple[ItemChange, ...] = ()
    brief: Brief | None = None
    """The newer version's brief."""
    asked: int = 0
    """Sentences of the newer version that a model was asked about."""
    of: int = 0
    """Sentences of the newer version."""
    usage: Usage = Usage()
    """What was paid for the newer version's brief."""

    @property
    def changed(self) -> bool:
        """True when any sentence changed."""
        return bool(self.sentences)

    def to_html(self) -> str:
        """A self-contained page: what changed in the brief, and each sentence that did, word by word."""
        return str(through("revision_page")(self))
