"""The article: whatever the user has, as text with a few facts about it."""

import logging
from typing import TYPE_CHECKING

from nutgraf.article.model import Article, Span
from nutgraf.lazily import lazily

if TYPE_CHECKING:
    from nutgraf.article.files import read_many

# Here, since all that has something to say is made of articles.
logging.getLogger("nutgraf").addHandler(logging.NullHandler())
__all__ = ["Article", "Span", "read_many"]
__getattr__ = lazily(__name__, {"read_many": "files"})
