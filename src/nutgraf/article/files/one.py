"""One article from one file."""

from __future__ import annotations

import logging
from pathlib import Path

from nutgraf.article.dates import day_of
from nutgraf.article.files.content import content_of, decoded, is_utf8
from nutgraf.article.files.given import Given, Published
from nutgraf.article.files.ours import refuse_ours
from nutgraf.article.files.records import from_record, made, record_in
from nutgraf.article.model import Article
from nutgraf.article.objects import KNOWN, values_in
from nutgraf.article.text.headline import find_headline
from nutgraf.errors import ArticleError

_log = logging.getLogger("nutgraf")

SUFFIXES = frozenset({".txt", ".md", ".text", ".html", ".htm", ".json", ".eml", ".pdf"})
"""Of files that hold one article."""
OF_MANY = frozenset({".jsonl", ".csv", ".tsv", ".parquet", ".xml", ".rss", ".atom"})
"""Of files that hold many."""
_NAME_OF = {name.lower(): name for name in KNOWN} | {"pubdate": "published", "publishdate": "published"}
"""The names that `Article.from_object` knows, by how they stand in front matter: in whatever letters."""
SAVED_AS = {
    ".docx": "save it as .pdf or .txt",
    ".doc": "save it as .pdf or .txt",
    ".odt": "save it as .pdf or .txt",
    ".rtf": "save it as .pdf or .txt",
    ".xlsx": "save the sheet as .csv",
    ".xls": "save the sheet as .csv",
    ".ods": "save the sheet as .csv",
    ".msg": "save the mail as .eml",
    ".mbox": "save each mail as .eml",
    ".mhtml": "save the page as .html",
}


def read_file(
    path: Path, *, title: str | None = None, published: Published = None, encoding: str | None = None
) -> Article:
    """One article from one file; see `Article.from_file`.

    Raises:
        ArticleError: no such file, no text in it, wrong encoding or fields; the message names the path.
        MissingDependencyError: the package that reads such files is not installed.
    """
    path, given = Path(path), Given(title=title, published=published, encoding=encoding)
    suffix = path.suffix.lower()
    if suffix in OF_MANY:
        raise ArticleError(f"{path}: holds many articles; use nutgraf.article.read_many(path)")
    if suffix and suffix not in SUFFIXES and not _is_part_of_the_name(suffix):
        known = ", ".join(sorted(SUFFIXES | OF_MANY))
        raise ArticleError(
            f"{path}: nutgraf reads {known}, not {suffix}; {SAVED_AS.get(suffix, 'save the text as .txt')}"
        )
    content = content_of(path)
    refuse_ours(path)
    match suffix:
        case ".html" | ".htm":
            return _from_page(path, content, given)
        case ".eml":
            from nutgraf.article.files.mail import read_mail

            return read_mail(content, path, given)
        case ".pdf":
            from nutgraf.article.files.pdf import read_pdf

            return read_pdf(content, path, given)
        case ".json":
            record = record_in(decoded(content, str(path), encoding), str(path))
            return from_record(record, str(path), path, str(path), given)
        case _:
            return _from_text(path, content, given)


def _is_part_of_the_name(suffix: str) -> bool:
    """`2025-11-16.Bridge closes` or `notes.1` have no file name suffix in the usual sense."""
    return " " in suffix or suffix[1:].isdigit()


def _from_text(path: Path, content: bytes, given: Given) -> Article:
    text = decoded(content, str(path), given.encoding)
    if path.suffix.lower() == ".md":
        return _from_markdown(path, text, given)
    title = given.title or find_headline(text)
    return made(str(path), text=text, title=title, published=given.published, source=path.name, key=str(path))


def _from_markdown(path: Path, text: str, given: Given) -> Article:
    from nutgraf.article.text.front_matter import parted
    from nutgraf.article.text.markdown import without_markup, without_notes

    told, text = parted(text)
    known = values_in({_NAME_OF.get(key, key): value for key, value in told.items()})
    heading = None if known["title"] else find_headline(without_notes(text))
    url = known["url"]
    published = given.published or day_of(known["published"] or "")
    if known["published"] and not published:
        _log.warning(
            "%s: the date %r in its front matter can't be read, so it has none; write it like 2026-11-23",
            path,
            known["published"][:40],
        )
    return made(
        str(path),
        text=without_markup(text),
        title=given.title or known["title"] or (heading and without_markup(heading)),
        url=url if url and "://" in url else None,
        published=published,
        source=known["source"] or path.name,
        key=str(path),
        language=known["language"],
    )


def _from_page(path: Path, content: bytes, given: Given) -> Article:
    from nutgraf.article.web.page import extract

    try:
        page = extract(content, encoding=None if is_utf8(content) else given.encoding)
    except ArticleError as error:
        raise ArticleError(f"{path}: {error}") from None
    return made(
        str(path),
        text=page.text,
        title=given.title or page.title,
        url=page.url,
        published=given.published or page.published,
        source=page.source or path.name,
        key=page.url or str(path),
    )
