"""One article from one file."""

from __future__ import annotations

from pathlib import Path

from nutgraf.article.files.content import content_of, decoded
from nutgraf.article.files.records import Published, from_record, made, record_in
from nutgraf.article.model import Article
from nutgraf.errors import ArticleError

_TEXT = frozenset({".txt", ".md", ".text"})
_HTML = frozenset({".html", ".htm"})
SUFFIXES = _TEXT | _HTML | {".json"}


def read_file(path: Path, *, published: Published = None) -> Article:
    """One article from one file.

    .txt, .md, .text or no suffix: UTF-8 text. .html, .htm: a page (extra `html`). .json: a record with `text`, and
    optionally `title`, `url`, `published`, `source`, `key`; other keys are ignored. `source` defaults to the site or
    the file's name, `key` to the URL or the path. CRLF line ends become LF.

    Args:
        path: the file.
        published: the publication date; wins over the one in the file.

    Raises:
        ArticleError: no such file, no text in it, wrong encoding or fields; the message names the path.
        MissingDependencyError: a page, and trafilatura is not installed.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    if suffix == ".jsonl":
        raise ArticleError(f"{path}: holds many articles; use nutgraf.article.read_many(path)")
    if suffix and suffix not in SUFFIXES and not _is_part_of_the_name(suffix):
        raise ArticleError(
            f"{path}: nutgraf reads {', '.join(sorted(SUFFIXES))} and .jsonl, not {suffix}; save the text as .txt"
        )
    content = content_of(path)
    if suffix in _HTML:
        return _from_page(path, content, published)
    text = decoded(content, str(path))
    if suffix == ".json":
        return from_record(record_in(text, str(path)), str(path), path, str(path), published)
    return made(str(path), text=text, published=published, source=path.name, key=str(path))


def _is_part_of_the_name(suffix: str) -> bool:
    """`2025-11-16.Bridge closes` or `notes.1` have no file name suffix in the usual sense."""
    return " " in suffix or suffix[1:].isdigit()


def _from_page(path: Path, content: bytes, published: Published) -> Article:
    from nutgraf.article.web.page import extract

    try:
        page = extract(content)
    except ArticleError as error:
        raise ArticleError(f"{path}: {error}") from None
    return made(
        str(path),
        text=page.text,
        title=page.title,
        url=page.url,
        published=published or page.published,
        source=page.source or path.name,
        key=page.url or str(path),
    )
