"""The bytes of one file, and the text they are."""

from __future__ import annotations

import codecs
import stat
from collections.abc import Iterable
from pathlib import Path

from nutgraf.errors import ArticleError

LARGEST = 50_000_000
"""Bytes of one article."""
_BLOCK = 1 << 20
_NAME_IT = (
    'name its encoding, like encoding="windows-1252" (--encoding windows-1252), or save it as UTF-8 '
    "(iconv -f WINDOWS-1252 -t UTF-8)"
)
_FORMATS = (
    (b"%PDF", "a PDF; name it .pdf"),
    (b"PK\x03\x04", "a zip archive or an Office document; save its text as .txt first"),
    (b"\x1f\x8b", "compressed with gzip; decompress it first"),
    (b"\xff\xfe", 'UTF-16; name its encoding (encoding="utf-16", --encoding utf-16) or save it as UTF-8'),
    (b"\xfe\xff", 'UTF-16; name its encoding (encoding="utf-16", --encoding utf-16) or save it as UTF-8'),
)


def read_text(path: Path) -> str:
    """The text of one UTF-8 file, whatever it is about.

    Raises:
        ArticleError: no such file, too large, not UTF-8; the message names the path.
    """
    return decoded(content_of(path), str(path))


def content_of(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        ArticleError: no such file, or too large for one article.
    """
    refuse_what_is_no_file(path)
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise ArticleError(
                f"{path}: {size / 1e6:,.0f} MB are more than one article ({LARGEST // 1_000_000} MB at most); "
                "write one record a line into a .jsonl file"
            )
        return path.read_bytes()
    except OSError as error:
        raise ArticleError(why(path, error)) from None


def refuse_what_is_no_file(path: Path) -> None:
    """Raise an ArticleError for a folder, a pipe, a name that nothing has."""
    try:
        if path.is_dir():
            raise IsADirectoryError
        if not stat.S_ISREG(path.stat().st_mode):
            raise ArticleError(
                f"{path}: this is a device or a pipe, not a file; read it yourself and use Article.from_text"
            )
    except (OSError, ValueError) as error:
        raise ArticleError(why(path, error)) from None


def why(path: Path, error: OSError | ValueError) -> str:
    """What to tell of a file that can't be read, whatever was to stand in it."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return f"{path}: no such file; the working directory is {Path.cwd()}"
        case IsADirectoryError():
            return f"{path}: this is a folder; name a file in it (articles: nutgraf.article.read_many(path))"
        case PermissionError():
            return f"{path}: you may not read this file; change its permissions (chmod u+r)"
        case _:
            reason = "not UTF-8" if isinstance(error, UnicodeError) else getattr(error, "strerror", None)
            return f"{path}: can't be read: {reason or error}"


def decoded(content: bytes, where: str, encoding: str | None = None) -> str:
    """The text that bytes are, with LF line ends.

    Raises:
        ArticleError: they are a format of another kind, or not UTF-8 (or what `encoding` says).
    """
    if encoding is not None and not is_utf8(content):
        return with_lf(_strictly(content, encoding, where))
    for start, what in _FORMATS:
        if content.startswith(start):
            raise ArticleError(f"{where}: this is {what}")
    if b"\x00" in content:
        raise ArticleError(f"{where}: this is binary, not text; save the article's text as UTF-8")
    try:
        return with_lf(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ArticleError(f"{where}: not UTF-8 (byte {error.start}); {_NAME_IT}") from None


def is_utf8(content: bytes) -> bool:
    """Whether bytes are plainly UTF-8: so they are read whatever a whole folder's encoding is said to be.

    That of another encoding comes out as valid UTF-8 by accident is unheard of beyond a few characters.
    """
    return _are_utf8((content,))


def is_utf8_file(path: Path) -> bool:
    """The same of a file of any size, which is read block by block.

    Raises:
        OSError: it can't be read.
    """
    with path.open("rb") as file:
        return _are_utf8(iter(lambda: file.read(_BLOCK), b""))


def _are_utf8(blocks: Iterable[bytes]) -> bool:
    decoder, ascii_alone = codecs.getincrementaldecoder("utf-8")(), True
    try:
        for block in blocks:
            if b"\x00" in block:
                return False
            ascii_alone = ascii_alone and block.isascii()
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return not ascii_alone


def _strictly(content: bytes, encoding: str, where: str) -> str:
    try:
        return content.decode(encoding).removeprefix("\ufeff")
    except UnicodeError as error:
        at = f" (byte {error.start})" if isinstance(error, UnicodeDecodeError) else ""
        raise ArticleError(f"{where}: not {encoding}{at}; name another encoding, or none for UTF-8") from None


def with_lf(text: str) -> str:
    """The text with LF line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
