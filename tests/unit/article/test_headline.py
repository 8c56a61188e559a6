"""The first line of a text is its title where it plainly is a headline; the text stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.article import Article
from nutgraf.article.text.headline import find_headline
from scaling import assert_linear

STORY = "The harbour bridge closed on Sunday after inspectors found cracks in its main span, the council said."

HEADLINES = [
    "Harbour bridge closed until spring",
    "HARBOUR BRIDGE CLOSED UNTIL SPRING",
    "“We will rebuild it”: mayor vows new bridge",
    "Who pays for the bridge?",
    "40,000 stranded as bridge closes",
    "Port Ellen: bridge closed after cracks found",
    "Bridge closed - ferry runs all night",
    "Hafenbrücke bis zum Frühjahr gesperrt",
]


@pytest.mark.parametrize("headline", HEADLINES)
@pytest.mark.parametrize(
    "between",
    ["\n\n", "\n\nBy Una Finch\n12 March 2026\n\n", "\nBy Una Finch\n\n", "\n\nThe ferry runs all night\n\n", "\n\n\n"],
)
def test_a_headline_is_found(headline: str, between: str) -> None:
    assert find_headline(f"{headline}{between}{STORY}\n\n{STORY}") == headline


@pytest.mark.parametrize(
    "text",
    [
        f"# Harbour bridge closed\n\n{STORY}",
        f"\n\n## Harbour bridge closed ##\n\n{STORY}",
        f"**Harbour bridge closed**\n\n{STORY}",
        f"Harbour bridge closed\n=====================\n\n{STORY}",
        f"Harbour bridge closed\n{STORY} {STORY}",
        f"FOR IMMEDIATE RELEASE\n\nHarbour bridge closed\n\n{STORY}",
        f"Advertisement\n\nHarbour bridge closed\n\nPORT ELLEN, Scotland (AP) — {STORY}",
    ],
)
def test_what_marks_a_headline_is_no_part_of_it(text: str) -> None:
    assert find_headline(text) == "Harbour bridge closed"


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        f"{STORY}\n\n{STORY}",
        f"The bridge closed on Sunday.\n\n{STORY}",
        f"It closed. Nobody knew why\n\n{STORY}",
        f"By Una Finch\n\n{STORY}",
        f"12 March 2026\n\n{STORY}",
        f"Friday, March 12\n\n{STORY}",
        f"Dear editors,\n\n{STORY}",
        f"To all editors\n\n{STORY}",
        f"Bridge\n\n{STORY}",
        f"and the bridge closed\n\n{STORY}",
        f"In short:\n\n{STORY}",
        f"Subject: bridge\n\n{STORY}",
        f"Latest news\n\n{STORY}",
        f"- The bridge closed\n- The ferry runs\n\n{STORY}",
        f"https://example.org/bridge closed\n\n{STORY}",
        f"---\ntitle: Bridge\n---\n\n{STORY}",
        f"PORT ELLEN, Scotland (AP) — Bridge closed\n\n{STORY}",
        "The harbour bridge closed on Sunday after\ninspectors found cracks in its main span, the\ncouncil said. It will stay closed until spring.",
        "Harbour bridge closed\n\nFerry runs all night\n\nSchools stay open",
        "Harbour bridge closed",
        "Q: Why did the bridge close\n\nA: " + STORY,
        "1. Harbour bridge closed\n\n" + STORY,
        "| Bridge | Closed |\n\n" + STORY,
        "",
        "\n\n",
    ],
)  # fmt: skip
def test_what_may_be_something_else_is_no_headline(text: str) -> None:
    assert find_headline(text) is None


def test_a_file_gets_its_headline_as_title_and_keeps_its_text(tmp_path: Path) -> None:
    text = f"# Harbour bridge closed\n\n{STORY}\n"
    for name in ("a.md", "a.txt", "a"):
        (tmp_path / name).write_text(text, "utf-8")
        article = Article.from_file(tmp_path / name)
        kept = text.removeprefix("# ") if name == "a.md" else text
        assert (article.title, article.text) == ("Harbour bridge closed", kept)
    assert Article.from_file(tmp_path / "a.md", title="Closed").title == "Closed"
    assert Article.from_text(text).title is None


@given(st.text(alphabet="aB .\n#*“”-=:", max_size=200))
def test_a_headline_is_a_line_of_the_text(text: str) -> None:
    found = find_headline(text)
    assert found is None or any(found in line for line in text.splitlines())


@pytest.mark.parametrize("unit", ["a\n", "a b ", "# ", "**", "A b\n\n", ".", "-\n", "\n"])
def test_hostile_text_costs_linear_time(unit: str) -> None:
    assert_linear(find_headline, unit, 100_000)
