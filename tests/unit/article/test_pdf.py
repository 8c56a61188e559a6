"""PDFs, made here: columns, hyphens, running heads, pages; scans and broken files say what to do."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

import nutgraf
from nutgraf.article import Article, read_many
from nutgraf.article.files.pdf_lines import Line, flowing, headline_of, without_furniture
from nutgraf.errors import ArticleError, MissingDependencyError

fpdf = pytest.importorskip("fpdf")
pytest.importorskip("pdfminer")

LEFT = ["The harbour bridge at Port Ellen", "closed on Sunday after inspectors", "found cracks in its main span, the coun-", "cil said. A well-known engineer had"]  # fmt: skip
RIGHT = ["warned of them in May. The well-", "known engineer was not heard. The", "ferry runs all night, she added, and", "the shops stay open."]  # fmt: skip
TOLD = (
    "The harbour bridge at Port Ellen closed on Sunday after inspectors found cracks in its main span, the council said. "
    "A well-known engineer had warned of them in May. The well-known engineer was not heard. The ferry runs all night, "
    "she added, and the shops stay open."
)


def document() -> Any:
    made = fpdf.FPDF(format="A4")
    made.set_font("Helvetica", size=10)
    return made


def lines(made: Any, x: float, y: float, *words: str, size: float = 10) -> None:
    made.set_font("Helvetica", size=size)
    for number, line in enumerate(words):
        made.text(x, y + number * size * 0.45, line)


def saved(tmp_path: Path, made: Any) -> Path:
    path = tmp_path / "a.pdf"
    path.write_bytes(made if isinstance(made, bytes) else bytes(made.output()))
    return path


def row_by_row(made: Any) -> None:
    for number, pair in enumerate(zip(LEFT, RIGHT, strict=True)):
        for x, words in zip((20, 110), pair, strict=True):
            made.text(x, 50 + number * 5, words)


def column_by_column(made: Any) -> None:
    for x, words in ((20, LEFT), (110, RIGHT)):
        lines(made, x, 50, *words)


@pytest.mark.parametrize("draw", [row_by_row, column_by_column])
def test_columns_are_read_one_after_the_other_and_parted_words_joined(tmp_path: Path, draw: Any) -> None:
    made = document()
    made.add_page()
    lines(made, 20, 30, "Harbour bridge closed until spring", size=20)
    made.set_font("Helvetica", size=10)
    draw(made)
    article = Article.from_file(saved(tmp_path, made))
    assert article.text == f"Harbour bridge closed until spring\n\n{TOLD}"
    assert article.title == "Harbour bridge closed until spring"
    assert (article.source, article.key, article.published) == ("a.pdf", str(tmp_path / "a.pdf"), None)


def test_pages_are_kept_with_the_sentences_and_running_heads_are_not(tmp_path: Path) -> None:
    made = document()
    for page, words in enumerate((LEFT, RIGHT, ["Nobody was hurt on the bridge."]), 1):
        made.add_page()
        lines(made, 20, 10, f"The Courier, page {page}")
        lines(made, 20, 50, *words)
        lines(made, 100, 285, f"{page} / 3")
    article = Article.from_file(saved(tmp_path, made), title="Bridge", published="2026-03-12")
    assert article.text == f"{TOLD}\n\nNobody was hurt on the bridge."
    sentences = nutgraf.read(article).sentences
    pages = {article.text[s.start : s.start + 12]: article.page_of(s.start) for s in sentences}
    assert pages == {"The harbour ": 1, "A well-known": 1, "The well-kno": 2, "The ferry ru": 2, "Nobody was h": 3}
    assert article.page_of(article.text.index("warned")) == 2
    assert Article.model_validate_json(article.model_dump_json()) == article
    assert Article.from_text(article.text).page_of(0) is None


def test_a_pdf_without_text_says_that_it_is_a_scan(tmp_path: Path) -> None:
    made = document()
    made.add_page()
    made.rect(20, 20, 100, 100, style="F")
    with pytest.raises(
        ArticleError, match=r"a\.pdf: a PDF of 1 page without text, as a scan is; run OCR over it first \(ocrmypdf"
    ):
        Article.from_file(saved(tmp_path, made))


def test_a_locked_pdf_says_so(tmp_path: Path) -> None:
    made = document()
    made.set_encryption(owner_password="a", user_password="b")
    made.add_page()
    lines(made, 20, 50, *LEFT)
    with pytest.raises(ArticleError, match="needs a password"):
        Article.from_file(saved(tmp_path, made))


def test_fonts_without_letters_are_no_text(tmp_path: Path) -> None:
    family = b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length 70 >>\nstream\nBT /F 12 Tf 50 700 Td <000100020003000400050006000700080009> Tj ET   \nendstream",
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X %s >>" % family,
        b"<< /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 1 1] /ItalicAngle 0 /Ascent 1 /Descent 0 /CapHeight 1 /StemV 1 >>",
    ]
    written = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, o) for n, o in enumerate(objects, 1))
    path = saved(tmp_path, written + b"trailer << /Root 1 0 R /Size 8 >>\n%%EOF")
    with pytest.raises(ArticleError, match="don't say which letters they draw"):
        Article.from_file(path)


@pytest.mark.parametrize("cut", [0, 9, 200, 700])
def test_a_broken_pdf_is_named(tmp_path: Path, cut: int) -> None:
    made = document()
    made.add_page()
    lines(made, 20, 50, *LEFT)
    path = saved(tmp_path, bytes(made.output())[:cut])
    (error,) = read_many(tmp_path, errors="yield")
    assert isinstance(error, ArticleError)
    assert str(error).startswith(f"{path}: ")


def test_a_missing_pdfminer_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pdfminer.high_level", None)
    with pytest.raises(MissingDependencyError, match=r"nutgraf\[pdf\]"):
        Article.from_file(saved(tmp_path, b"%PDF"))


def at(text: str, left: float = 0, right: float = 100, height: float = 10) -> Line:
    return Line(text=text, left=left, right=right, height=height)


def test_indents_and_short_last_lines_begin_paragraphs() -> None:
    block = [at("It rained on Friday and"), at("on Saturday.", right=40), at("It snowed then, she"), at("said. It will"), at("Nobody came.", left=12), at("Why, nobody knows.")]  # fmt: skip
    assert flowing([[block]])[0].split("\n\n") == [
        "It rained on Friday and on Saturday.",
        "It snowed then, she said. It will",
        "Nobody came. Why, nobody knows.",
    ]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("the coun-", "cil said", "the council said"),
        ("an Anglo-", "American firm", "an Anglo-American firm"),
        ("the coun\u00ad", "cil said", "the council said"),
        ("in 2025-", "26 it", "in 2025-26 it"),
        ("it came -", "at last", "it came - at last"),
        ("the oﬃ-", "cer said", "the officer said"),
    ],
)
def test_words_parted_at_a_lines_end(first: str, second: str, joined: str) -> None:
    assert flowing([[[at(first), at(second)]]])[0] == joined


def test_a_page_of_pictures_has_a_number_too() -> None:
    text, begins = flowing([[[at("It rained.")]], [], [[at("It snowed.")]]])
    assert begins == (0, 10, 12)
    assert text[begins[2] :] == "It snowed."


def test_a_single_line_is_furniture_only_where_it_comes_again() -> None:
    pages = [[[at("The Courier 1")], [at(f"Story {word} of the day.")]] for word in ("one", "two", "three")]
    assert [[block[0].text for block in page] for page in without_furniture(pages)] == [
        ["Story one of the day."], ["Story two of the day."], ["Story three of the day."]
    ]  # fmt: skip
    assert without_furniture(pages[:1]) == pages[:1]


def test_a_headline_is_larger_than_most() -> None:
    assert headline_of([[[at("Bridge closed", height=20)], [at("It rained.")], [at("It snowed.")]]]) == "Bridge closed"
    assert headline_of([[[at("Bridge closed")], [at("It rained.")]]]) is None
    assert headline_of([[]]) is headline_of([]) is None
