"""A report as a page, a table, in the terminal and in a notebook: everything told, nothing of the text acts."""

from __future__ import annotations

import io

from rich.console import Console

import nutgraf
from checked_texts import ARTICLES, LIES, TRUTHS
from nutgraf.telling.check_terminal import show_report

DRAFT = " ".join(words for _, _, words in (*TRUTHS[:6], *LIES[:6]))
REPORT = nutgraf.check(DRAFT, ARTICLES)


def printed(report: nutgraf.results.Report, width: int = 100) -> str:
    out = io.StringIO()
    show_report(report, Console(file=out, width=width, highlight=False, markup=False, emoji=False))
    return out.getvalue()


def test_the_table_has_a_row_for_each_statement_with_the_same_columns() -> None:
    rows = REPORT.to_dicts()
    assert len(rows) == len(REPORT.statements)
    assert len({tuple(row) for row in rows}) == 1
    assert all(DRAFT[row["start"] : row["end"]] == row["statement"] for row in rows)
    refuted = next(row for row in rows if row["verdict"] == "refuted")
    assert refuted["rule"]
    assert refuted["reason"]


def test_the_terminal_shows_verdict_reason_and_evidence_and_counts() -> None:
    told = printed(REPORT)
    assert "refuted" in told
    assert "Ferry runs aground off Vardnes" in told
    count = len(REPORT.found("refuted"))
    assert f"{count} refuted" in told
    assert f"{len(REPORT.statements)} statements against {len(ARTICLES)} articles" in told


def test_the_page_escapes_what_the_text_and_the_articles_hold() -> None:
    hostile = nutgraf.Article.from_text(
        "The <script>alert(1)</script> sank on Monday.", title="<img src=x onerror=alert(2)>", url="javascript:alert(3)"
    )
    page = nutgraf.check("A <b>boat</b> sank on Monday \u202e in the <script>alert(1)</script>.", [hostile]).to_html()
    assert "<script" not in page
    assert "<img" not in page
    assert "javascript:" not in page.replace("javascript:alert(3)</bdi>", "")
    assert "\u202e" not in page


def test_every_statement_has_its_card_and_its_words_in_the_text() -> None:
    page = REPORT.to_html(title="The week")
    for number, _ in enumerate(REPORT.statements, 1):
        assert page.count(f'id="s{number}"') == 1
        assert page.count(f'id="t{number}"') == 1
    assert "<title>The week</title>" in page


def test_a_notebook_shows_the_page_in_a_frame() -> None:
    assert "iframe" in REPORT._repr_html_()
