"""A statement and what it is held against, as every rule takes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from nutgraf.article import Article, Span
from nutgraf.checking.rules.figures import Figure, figures
from nutgraf.checking.rules.wording import Wording, wording
from nutgraf.reading.languages.detect import reads_as_english
from nutgraf.reading.reading import Reading

Outcome = Literal["worded", "open", "refuted"]
"""*worded*: the evidence holds its names, numbers, time words, negations and most of its words; *open*: the words neither
carry nor contradict it; *refuted*: the article contradicts it, or a name or number of it stands nowhere."""


@dataclass(frozen=True)
class Finding:
    """What one rule found; `reason` is for people and for the model that is asked again: it says what would satisfy it."""

    rule: str
    outcome: Outcome
    reason: str


@dataclass(frozen=True)
class Claim:
    """A statement, the sentences that it rests on, and the article that they stand in."""

    text: str
    evidence: tuple[Span, ...]
    reading: Reading

    @cached_property
    def told(self) -> Wording:
        """The statement's words."""
        return wording(self.text)

    @cached_property
    def sentences(self) -> tuple[Wording, ...]:
        """The words of each sentence that it rests on."""
        return tuple([wording(span.text) for span in self.evidence])

    @cached_property
    def said(self) -> Wording:
        """The words of all of them."""
        return self.sentences[0] if len(self.sentences) == 1 else wording("\n".join(span.text for span in self.evidence))

    @property
    def whole(self) -> Wording:
        """The words of the article: title, dateline and body."""
        return _whole(self.reading.article)[0]

    @property
    def in_english(self) -> bool:
        """Whether the rules that know English words may speak."""
        return _whole(self.reading.article)[1]

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The statement's numbers."""
        return figures(self.told.text)

    @cached_property
    def figures_said(self) -> tuple[Figure, ...]:
        """The numbers of the sentences that it rests on."""
        return figures(self.said.text)

    @cached_property
    def figures_of_article(self) -> tuple[Figure, ...]:
        """All numbers of the article."""
        return figures(self.whole.text)


def _whole(article: Article) -> tuple[Wording, bool]:
    return _read(article.title or "", article.text, article.body, article.dateline and article.dateline.text or "")


@lru_cache(maxsize=16)
def _read(title: str, text: str, body: Sequence[tuple[int, int]], dateline: str) -> tuple[Wording, bool]:
    """The words of an article, less its boilerplate, and whether it is English: found once for all statements about it."""
    own = "\n".join(text[start:end] for start, end in body)
    return Wording("\n".join(filter(None, (title, dateline, own)))), reads_as_english(text)
