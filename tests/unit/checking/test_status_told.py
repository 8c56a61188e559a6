"""A status beside a title that says something else itself."""

from __future__ import annotations

import pytest

from nutgraf.article import Article
from nutgraf.checking.items.status import refuted_status
from nutgraf.reading import read
from nutgraf.results.happened import Status


@pytest.mark.parametrize(
    ("article", "title", "status", "proved"),
    [
        ("The board will approve the levy in May.", "Board will approve the levy", "occurred", "planned"),
        ("The board may approve the levy.", "Board may approve the levy", "occurred", "hypothetical"),
        ("The fair was cancelled on Monday.", "The fair was cancelled", "planned", "cancelled"),
        ("The fair was called off.", "Fair was called off", "ongoing", "cancelled"),
        ("The board approved the levy.", "Board approved the levy", "planned", None),
        ("The fair was cancelled on Monday.", "The fair was cancelled", "occurred", None),
        ("The fair, cancelled in 2025, will return in May.", "The fair will return in May", "planned", None),
        ("The board agreed to cancel the fair.", "Board agreed to cancel the fair", "planned", None),
    ],
)
def test_a_title_tells_its_status_itself(article: str, title: str, status: Status, proved: Status | None) -> None:
    reading = read(Article.from_text(f"{article} Nobody else was there.", published="2026-03-12"))
    found = refuted_status(status, title, [reading.sentence_span(1)], reading, published=reading.article.published)
    assert (found[0] if found else None) == proved
