"""`assert_grounded`: passes what articles bear out, names what they don't."""

from __future__ import annotations

import pytest

from checked_texts import FERRY
from nutgraf.errors import ConfigurationError
from nutgraf.testing import assert_grounded

TRUE = "Three crew members were treated for cuts."
OPEN = "A car ferry struck a reef near Vardnes early on Sunday."
FALSE = "The ferry had 48 passengers on board when it ran onto the reef."


def test_what_is_borne_out_passes_and_gives_the_report_back() -> None:
    report = assert_grounded(f"{TRUE} {OPEN}", [FERRY.article])
    assert [one.verdict for one in report.statements] == ["verbatim", "open"]


def test_what_is_refuted_fails_with_its_reason_and_the_articles_sentence() -> None:
    with pytest.raises(AssertionError, match="not borne out by the articles: 1 of 2 statements") as failed:
        assert_grounded(f"{TRUE} {FALSE}", [FERRY.article])
    assert "the number '48' is nowhere in the article" in str(failed.value)
    assert "[ferry] The car ferry Solveig ran onto a reef" in str(failed.value)


def test_what_is_open_fails_where_that_is_asked_for() -> None:
    with pytest.raises(AssertionError, match="open: A car ferry struck a reef"):
        assert_grounded(OPEN, [FERRY.article], fail_on="open")
    with pytest.raises(ConfigurationError, match="it is refuted or open"):
        assert_grounded(OPEN, [FERRY.article], fail_on="worded")  # type: ignore[arg-type]
