"""Markdown: everything that is told, each with a footnote that is a slice of the article; nothing in it acts."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from nutgraf.article import Article
from nutgraf.results import Brief, Point
from nutgraf.telling import Briefs
from nutgraf.telling.briefs import told
from nutgraf.telling.markdown import escaped
from told import MADE_BY, empty, full, marked

HTML = MarkdownIt("commonmark")


def seen(markdown: str) -> str:
    """What a reader sees of it."""
    return unescape(re.sub(r"<[^>]*>", "", HTML.render(markdown)))


def test_everything_that_is_told_stands_there_and_every_footnote_in_the_article() -> None:
    brief = full()
    text = brief.to_markdown()
    shown = seen(text)
    for words in ("Port reopens", "We are back", "Kari Holm", "Mayor", "a new pier would open in 2027", "Halden Post"):
        assert words in shown
    for event in brief.events:
        assert event.title in shown
    assert "planned" in shown
    assert "cancelled" in shown
    notes = dict(re.findall(r"^\[\^(\d+)\]: (.*) \(characters", text, re.MULTILINE))
    assert set(re.findall(r"\[\^(\d+)\](?!:)", text)) == set(notes)
    for note in notes.values():
        assert " ".join(seen(note).split()) in " ".join(brief.article.text.split())


def test_a_denial_says_so() -> None:
    quote = full().quotes[1].model_copy(update={"stance": "denies"})
    assert "denied: a new pier" in seen(full(quotes=(quote,)).to_markdown())


def test_nothing_found_and_nothing_asked_look_different() -> None:
    assert "None found." in empty().to_markdown()
    assert "Incomplete" in empty(complete=False).to_markdown()


def test_footnotes_of_two_briefs_in_one_file_are_told_apart() -> None:
    text = told(Briefs([full(), full()]), "md").decode()
    defined = re.findall(r"^\[\^([\d.]+)\]:", text, re.MULTILINE)
    assert len(defined) == len(set(defined)) > 1


@pytest.mark.parametrize("words", ["代表们说这很好。" * 60, "x" * 900, "w" * 500 + " and " + "v" * 500])
def test_a_quotation_stands_in_its_footnote_in_a_script_without_spaces_too(words: str) -> None:
    at = len(words) // 2
    text = f"An opening.\n\n{words[:at]}“我们回来了”{words[at:]}\n\nAn end."
    start = text.index("我们")
    (note,) = re.findall(
        r"^\[\^1\]: (.*) \(characters", marked(text, [(start, start + 5)], []).to_markdown(), re.MULTILINE
    )
    assert "我们回来了" in note
    assert 480 <= len(note) <= 600


HOSTILE = (
    "*a* _b_ [c](http://x.example) <script>x</script> `d` # e | f ~~g~~ ![h](i) &amp; $1 and $2 1. j [^1] **k** \\"
)


def test_text_of_an_article_is_no_markup() -> None:
    article = Article.from_text(f"{HOSTILE}\n\n- 1. - # {HOSTILE}", title=HOSTILE)
    point = Point(text=HOSTILE, evidence=(article.span(0, len(HOSTILE)),))
    shown = HTML.render(Brief(article=article, headline=HOSTILE, summary=(point,), provenance=MADE_BY).to_markdown())
    for acts in ("<a ", "<img", "<script", "<code", "<em>a", "<strong>k", "<table"):
        assert acts not in shown
    assert unescape(shown).count(HOSTILE) == 3


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Z")), min_size=1))
def test_any_text_reads_as_it_is(text: str) -> None:
    words = " ".join(text.split())
    assert seen(f"- {escaped(text)}").strip() == words.strip()
