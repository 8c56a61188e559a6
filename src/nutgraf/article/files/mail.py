"""Articles from mails: press releases, wires and newsletters saved as .eml."""

from __future__ import annotations

import datetime as dt
import email
import re
from email import policy
from email.message import EmailMessage, MIMEPart
from pathlib import Path

from nutgraf.article.files.content import is_utf8, with_lf
from nutgraf.article.files.given import Given
from nutgraf.article.files.records import made
from nutgraf.article.model import Article
from nutgraf.article.web.decoding import decoded
from nutgraf.errors import ArticleError, MissingDependencyError

_FORWARDED = re.compile(r"(?:(?:re|fwd?|aw|wg|tr|rv)\s?:\s*)+", re.IGNORECASE)
_SURELY_WHOLE, _STUB = 1_000, 3
"""Characters of a plain text that is no stub for sure. A shorter one that is so many times shorter than the HTML beside it
only says that there is HTML."""


def read_mail(content: bytes, path: Path, given: Given) -> Article:
    """The article of a mail: its text less the signature; its subject is the title, its date the publication date.

    The plain text comes first, the HTML where there is none. Lines that were wrapped for the way (RFC 3676) are joined.

    Raises:
        ArticleError: no mail, or one without a text.
        MissingDependencyError: the mail holds HTML alone, and what reads it is not installed.
    """
    message = email.message_from_bytes(content, policy=policy.default)
    if not ({"from", "subject", "date", "content-type"} & {name.lower() for name in message}):
        raise ArticleError(f"{path}: no mail: it has no header like From or Subject; save its text as .txt")
    try:
        text, subject, date, sender = (
            _text(message, given.encoding),
            _subject(message),
            _date(message),
            _sender(message),
        )
    except (LookupError, ValueError, TypeError, AttributeError) as error:  # what the parser makes of broken headers
        raise ArticleError(f"{path}: can't be read as a mail: {type(error).__name__}; save its text as .txt") from None
    if not text.strip():
        raise ArticleError(f"{path}: this mail has no text{_attached(message)}")
    return made(
        str(path),
        text=text,
        title=given.title or subject,
        published=given.published or date,
        source=sender or path.name,
        key=str(path),
    )


def _text(message: EmailMessage, encoding: str | None) -> str:
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    text = _plain(plain, encoding) if plain is not None else ""
    if html is None or len(text) >= _SURELY_WHOLE:
        return text
    from nutgraf.article.web.fragment import text_of

    try:
        page = text_of(_content(html, encoding), "reading mails in HTML")
    except MissingDependencyError:
        if text.strip():
            return text
        raise
    return page if len(page) > _STUB * len(text.strip()) else text


def _content(part: MIMEPart, encoding: str | None) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    return with_lf(decoded(payload, None if is_utf8(payload) else encoding, declared=part.get_content_charset()))


def _plain(part: MIMEPart, encoding: str | None) -> str:
    text = _content(part, encoding).partition("\n-- \n")[0]
    if part.get_param("format", "") != "flowed":
        return text.strip("\n")
    glue = "" if part.get_param("delsp", "no") == "yes" else " "
    joined = re.sub(r"(?<=[^\n]) \n(?=[^\n>])", glue, text)
    return re.sub(r"^ (?=[ >]|From )", "", joined, flags=re.MULTILINE).strip("\n")


def _subject(message: EmailMessage) -> str | None:
    return _FORWARDED.sub("", " ".join(str(message.get("subject", "")).split()), count=1) or None


def _date(message: EmailMessage) -> dt.date | None:
    """The day on the sender's own calendar."""
    when = getattr(message.get("date"), "datetime", None)
    return when.date() if isinstance(when, dt.datetime) else None


def _sender(message: EmailMessage) -> str | None:
    addresses = getattr(message.get("from"), "addresses", ())
    return next((str(a.display_name or a.domain) for a in addresses if a.display_name or a.domain), None)


def _attached(message: EmailMessage) -> str:
    names = [name for part in message.iter_attachments() if (name := part.get_filename())]
    listed = ", ".join(name[:60] for name in names[:5])
    return (
        f"; the article may be in what is attached ({listed}): save that and name it" if names else "; is it encrypted?"
    )
