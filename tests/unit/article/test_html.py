"""From a page to text: the story comes through, what surrounds it does not."""

import datetime as dt
import sys

import pytest

from nutgraf.article import Article
from nutgraf.article.web.page import Page, extract
from nutgraf.errors import ArticleError, MissingDependencyError
from scaling import assert_linear

pytest.importorskip("trafilatura")

PAGE = """<html lang="en"><head><title>Harbour bridge closes | The Coast Courier</title>
<meta property="og:title" content="Harbour bridge closes"><meta property="og:site_name" content="The Coast Courier">
<meta property="article:published_time" content="2025-11-16T23:30:00-05:00">
<link rel="canonical" href="https://courier.example/2025/bridge">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"ClaimReview","author":{"name":"A Claimant"}}</script>
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>
<article><h1>Harbour bridge closes</h1>
<div class="share-bar"><a href="#">Share on Facebook</a> <a href="#">Tweet</a></div>
<p>PORT ELLEN, Scotland (AP) — The harbour bridge closed on Sunday after inspectors found cracks in its main span,
the council said in a statement that ran to forty&nbsp;pages.</p>
<p>“We will rebuild it,” said Mayor Una Finch. “Nobody should drive on a bridge that ‘sings’ in the wind.”</p>
<p>About 12&#160;000 cars a day used the <i>old</i> bridge, <a href="/x">which opened in 1931</a>. He said <q>it is <b>done</b></q>.</p>
<blockquote><p>"The ferry will run all night," the harbour master said. «&#8239;Oui&#8239;»</p></blockquote>
<aside class="related"><h3>Related</h3><ul><li><a href="/1">Ten bridges to see before you die</a></li></ul></aside>
</article><footer><p>Copyright 2025 The Coast Courier. All rights reserved.</p></footer></body></html>"""


@pytest.fixture(scope="module")
def page() -> Page:
    return extract(PAGE, None)


def test_paragraphs_are_parted_by_blank_lines(page):
    paragraphs = page.text.split("\n\n")
    assert len(paragraphs) == 4
    assert paragraphs[0].startswith("PORT ELLEN, Scotland (AP) — The harbour bridge closed")
    assert "\n" not in paragraphs[0]


@pytest.mark.parametrize("noise", ["Share on", "Tweet", "Ten bridges", "Copyright", "Home", "Sport", "Claimant"])
def test_what_surrounds_the_story_stays_out(page, noise):
    assert noise not in page.text


def test_quotation_marks_and_no_break_spaces_survive(page):
    assert "“We will rebuild it,” said" in page.text
    assert "‘sings’" in page.text
    assert "forty\u00a0pages" in page.text
    assert "12\u00a0000 cars" in page.text
    assert "«\u202fOui\u202f»" in page.text


def test_a_q_element_gets_the_marks_a_browser_shows(page):
    assert "He said “it is done”." in page.text


def test_metadata_is_what_the_page_declares(page):
    assert page.title == "Harbour bridge closes"
    assert page.url == "https://courier.example/2025/bridge"
    assert page.published == dt.date(2025, 11, 16)
    assert page.source == "The Coast Courier"


def test_the_address_given_wins_over_the_pages_own():
    assert extract(PAGE, "https://mirror.example/a").url == "https://mirror.example/a"


@pytest.mark.parametrize(
    "content",
    [
        PAGE.encode(),
        b"\xef\xbb\xbf" + PAGE.encode(),
        PAGE.encode("utf-16"),
        PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').encode("cp1252"),
        PAGE.encode("cp1252"),
        PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').encode(),
        PAGE.replace("<head>", '<head><meta charset="shift_jis">').encode(),
        PAGE.replace("<head>", '<head><meta charset="no-such-thing">').encode(),
        PAGE.replace("<head>", '<head><meta charset="utf-8">').encode("cp1252"),
    ],
    ids=[
        "utf-8",
        "byte order mark",
        "utf-16",
        "declared latin-1",
        "undeclared cp1252",
        "utf-8 declared latin-1",
        "utf-8 declared shift_jis",
        "utf-8 declared as nothing known",
        "cp1252 declared utf-8",
    ],
)
def test_bytes_are_decoded_to_the_same_words(page, content):
    assert extract(content, None).text == page.text


JAPANESE = (
    "<html><head><meta charset='{}'></head><body><article>"
    + "<p>県は日曜日に橋を閉鎖した。「再建する」と知事は語った。</p>" * 9
)


@pytest.mark.parametrize("charset", ["shift_jis", "euc-jp", "iso-2022-jp", "utf-8"])
def test_other_encodings_are_read_as_declared(charset):
    assert "「再建する」と知事" in extract(JAPANESE.format(charset).encode(charset)).text


def test_one_broken_byte_makes_no_other_encoding_of_a_page(page):
    broken = PAGE.encode().replace(b"forty", b"forty\xe9")
    assert extract(broken).text.replace("\ufffd", "") == page.text


def test_the_encoding_given_wins_and_must_exist(page):
    content = PAGE.replace("<head>", '<head><meta charset="utf-8">').replace("\u202f", " ").encode("cp1250", "replace")
    assert "“We will rebuild it,” said" in extract(content, encoding="cp1250").text
    with pytest.raises(ArticleError, match="'klingon' is no encoding"):
        extract(content, encoding="klingon")
    with pytest.raises(ArticleError, match="'hex' is no encoding"):
        extract(content, encoding="hex")


@pytest.mark.parametrize(
    ("unit", "around"),
    [
        ("<q>a b</q> ", "<p>{}</p>"),
        ("<b>w</b> ", "<p>{}</p>"),
        ("<span class='x'>w</span> ", "<p>{}</p>"),
        ("<a href='/x'>w</a> x ", "<p>{}</p>"),
        ("<time>w</time> x ", "<p>{}</p>"),
        ("<x-tip>w</x-tip> x ", "<p>{}</p>"),
        ("w<br>", "<p>{}</p>"),
        ("<a href='/x'>w</a> x ", "<div>{}</div>"),
        ("<td>a b c</td>", "<table><tr>{}</tr></table>"),
        ("<tr><td>a b c d</td></tr>", "<table>{}</table>"),
        ("<table><tr><td>x y</td></tr></table>", "{}"),
        ("<div>some words</div>", "{}"),
        ("<li>some words</li>", "<ul>{}</ul>"),
        ("<h2>a b c</h2>", "{}"),
    ],
    ids=[
        "q",
        "bold",
        "span",
        "links",
        "times",
        "own tags",
        "breaks",
        "links in a block",
        "cells",
        "rows",
        "tables",
        "blocks",
        "items",
        "headings",
    ],
)
def test_a_page_costs_linear_time(unit, around):
    head, tail = PAGE.split("</article>")

    def work(parts):
        extract(f"{head}{around.format(parts)}</article>{tail}")

    work("")  # what is loaded once is no part of the measurement
    assert_linear(work, unit, 100_000)


def test_a_paragraph_of_many_links_keeps_its_words():
    links = " and ".join(f"<a href='/{n}'>ship {n}</a>" for n in range(400))
    text = extract(f"<html><body><article><p>Out of the port went {links}.</p></article></body></html>").text
    assert text.startswith("Out of the port went ship 0 and ship 1 and")
    assert text.endswith("ship 399.")


def test_a_table_of_figures_goes_and_one_that_lays_out_the_page_stays():
    cells = "".join(f"<tr><td>Town{n}</td><td>{n}</td></tr>" for n in range(100))
    paragraph = "<p>The council said on Sunday that the bridge would stay closed until spring at the least.</p>"
    text = extract(
        f"<html><body><table><tr><td>{paragraph * 5}</td></tr></table><table>{cells}</table></body></html>"
    ).text
    assert text.count("bridge") == 5
    assert "Town7" not in text


@pytest.mark.parametrize(
    "content", ["", "   ", "just text", "<html></html>", "<p>Hi</p>", b"\x89PNG\x00\x00", "<!-- x -->"]
)
def test_a_page_without_a_story_says_what_to_do(content):
    with pytest.raises(ArticleError, match=r"Article\.from_text"):
        extract(content, None)


def test_something_else_than_a_page_is_refused():
    with pytest.raises(ArticleError, match="not int"):
        extract(5, None)


def test_a_missing_trafilatura_names_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingDependencyError, match=r"nutgraf\[html\]") as raised:
        extract(PAGE, None)
    assert raised.value.extra == "html"


def test_an_article_from_html_has_dateline_and_date():
    article = Article.from_html(PAGE)
    assert article.dateline is not None
    assert article.dateline.text == "PORT ELLEN, Scotland (AP) — "
    assert article.published == dt.date(2025, 11, 16)
