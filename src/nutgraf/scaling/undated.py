"""Articles without a publication date: told once, with a time in one of them that can't be counted for want of it."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.article import Article
from nutgraf.counting import counted


@dataclass
class Undated:
    """The articles without a publication date.

    Attributes:
        count: how many there are.
        times: relative times of the first that holds any, in marks: “Friday”, “last week”; empty where none does.
    """

    count: int = 0
    times: str = ""

    def meet(self, article: Article) -> None:
        """Take note of an article."""
        if article.published is not None:
            return
        self.count += 1
        if not self.times:
            from nutgraf.reading import read
            from nutgraf.telling.words import first_of_times

            self.times = first_of_times(read(article).times)

    def __str__(self) -> str:
        """What to say of them, with the remedy; empty where nothing is to be counted."""
        if not self.times:
            return ""
        have = "has" if self.count == 1 else "have"
        return (
            f"{counted(self.count, 'article')} {have} no publication date, so {self.times} can’t be resolved; give it: "
            "--published 2026-11-23"
        )
