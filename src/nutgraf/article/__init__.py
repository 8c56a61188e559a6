"""The article: whatever the user has, as text with a few facts about it."""

from nutgraf.article.files import read_many
from nutgraf.article.model import Article, Span

__all__ = ["Article", "Span", "read_many"]
