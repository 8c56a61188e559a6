"""Articles from PDF (extra `pdf`): columns in reading order, lines joined to paragraphs, the pages kept."""

from __future__ import annotations

import io
from importlib import import_module
from pathlib import Path
from typing import Any

from nutgraf.article.files.given import Given
from nutgraf.article.files.pdf_lines import Block, Line, flowing, headline_of, without_furniture
from nutgraf.article.files.records import made
from nutgraf.article.model import Article
from nutgraf.article.text.headline import find_headline
from nutgraf.counting import counted
from nutgraf.errors import ArticleError, MissingDependencyError

_FEWEST_LETTERS = 20
_MOST_UNMAPPED = 0.1
"""The share of glyphs that the fonts give no letter for, above which nothing can be quoted."""
_SCAN = "run OCR over it first (ocrmypdf in.pdf out.pdf), or save its text as .txt"


def read_pdf(content: bytes, path: Path, given: Given) -> Article:
    """The article of a PDF, with the offsets of its pages (`Article.pages`, `Article.page_of`).

    pdfminer.six finds the blocks and their order. Words that are parted at a line's end are joined, unless the document
    writes them with a hyphen elsewhere; running heads and page numbers are left out. Nothing is recognised in pictures.

    Raises:
        ArticleError: no PDF, a password, a scan without text, fonts that don't say which letters they draw.
        MissingDependencyError: pdfminer.six is not installed.
    """
    try:
        pdfminer: Any = import_module("pdfminer.high_level")
        layout: Any = import_module("pdfminer.layout")
        locked: Any = import_module("pdfminer.pdfdocument").PDFPasswordIncorrect
    except ImportError:
        raise MissingDependencyError("reading PDF", "pdf") from None
    try:
        pages = [_blocks(page, layout) for page in pdfminer.extract_pages(io.BytesIO(content))]
    except locked:
        raise ArticleError(f"{path}: this PDF needs a password; save it without one") from None
    except Exception as error:  # noqa: BLE001 - pdfminer raises whatever a broken file makes of it
        raise ArticleError(f"{path}: can't be read as PDF: {type(error).__name__}; save its text as .txt") from None
    _refuse_what_has_no_text(pages, path)
    text, begins = flowing(without_furniture(pages))
    article = made(
        str(path),
        text=text,
        title=given.title or headline_of(pages) or find_headline(text),
        published=given.published,
        source=path.name,
        key=str(path),
    )
    return article.model_copy(update={"pages": begins})


def _blocks(page: Any, layout: Any) -> list[Block]:
    found: list[Block] = []
    for box in page:
        if isinstance(box, layout.LTTextBox):
            lines = [
                Line(text=words, left=line.x0, right=line.x1, height=line.height)
                for line in box
                if isinstance(line, layout.LTTextLine) and (words := " ".join(line.get_text().split()))
            ]
            if lines:
                found.append(lines)
    return found


def _refuse_what_has_no_text(pages: list[list[Block]], path: Path) -> None:
    words = "".join(line.text for page in pages for block in page for line in block)
    unmapped = words.count("(cid:")
    if sum(map(str.isalpha, words)) - 3 * unmapped < _FEWEST_LETTERS and not unmapped:
        raise ArticleError(f"{path}: a PDF of {counted(len(pages), 'page')} without text, as a scan is; {_SCAN}")
    if unmapped > _MOST_UNMAPPED * len(words) / len("(cid:00)"):
        raise ArticleError(f"{path}: the fonts of this PDF don't say which letters they draw; {_SCAN}")
