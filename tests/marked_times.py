"""The time of words that somebody points to, marked in a text."""

from __future__ import annotations

import nutgraf
from nutgraf.article import Article
from nutgraf.results import TimeRef


def told(marked: str, language: str = "en") -> TimeRef:
    """Of a text of Thursday, 12 March 2026, the time of the words in angle brackets."""
    text = marked.replace("<", "").replace(">", "")
    reading = nutgraf.read(Article.from_text(text, published="2026-03-12", language=language))
    return reading.time_of(marked.index("<"), marked.index(">") - 1)
