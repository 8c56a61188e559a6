"""The article: whatever the user has, as text with a few facts about it."""

from typing import TYPE_CHECKING

from nutgraf.article.model import Article, Span
from nutgraf.lazily import lazily

if TYPE_CHECKING:
    from nutgraf.article.files import read_many

__all__ = ["Article", "Span", "read_many"]
__getattr__ = lazily(__name__, {"read_many": "files"})
