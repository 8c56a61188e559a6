"""The bytes of a web page, and the text they are."""

from __future__ import annotations

import codecs
import re

from nutgraf.errors import ArticleError

_DECLARED = re.compile(rb"(?:charset|encoding)\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# What browsers read under these labels (WHATWG Encoding Standard, section 4.2): Windows-1252 holds curly quotation
# marks where Latin-1 has none, and the others are what the labels' pages are written in.
_READ_AS = {
    **dict.fromkeys(("iso8859-1", "ascii"), "cp1252"),
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_BROKEN = "\ufffd"
_SURELY = 4
"""Characters of UTF-8 that came whole for each that did not, at the least, before a page is taken for UTF-8."""


def decoded(page: bytes, encoding: str | None = None, *, declared: str | None = None) -> str:
    """The text of a page: by the encoding given, its byte order mark, what its bytes are, or the declared charset.

    Bytes that are UTF-8 throughout are UTF-8, whatever the page declares: a legacy encoding that comes out as valid
    UTF-8 by accident is unheard of beyond a few characters. A byte or two that are broken make no page of UTF-8 another.

    Args:
        page: the bytes.
        encoding: what they are, for sure.
        declared: what a header says they are; by default what the page says itself.

    Raises:
        ArticleError: no such encoding.
    """
    if encoding is not None:
        return page.decode(named(encoding), "replace")
    for mark, marked in _BOMS:
        if page.startswith(mark):
            return page.decode(marked, "replace")
    declared = _known(declared) if declared else _declared(page)
    if declared is None or not page.isascii():  # ISO-2022-JP and the like are ASCII by their bytes
        text = page.decode("utf-8", "replace")
        broken = text.count(_BROKEN)
        whole = len(text) - len(text.encode("ascii", "ignore")) - broken
        if broken * _SURELY <= whole:
            return text
    try:
        return page.decode(declared or "cp1252")
    except UnicodeError:
        return page.decode("cp1252", "replace")


def named(encoding: str) -> str:
    """Python's name of an encoding that somebody names.

    Raises:
        ArticleError: there is none of this name.
    """
    try:
        "".encode(encoding)  # refuses also what is no encoding of text
    except (LookupError, ValueError):
        raise ArticleError(f"{encoding!r} is no encoding; name one like utf-8, windows-1252 or shift_jis") from None
    return encoding


def _declared(page: bytes) -> str | None:
    found = _DECLARED.search(page[:4_096])
    return _known(found[1].decode("ascii")) if found else None


def _known(label: str) -> str | None:
    try:
        name = codecs.lookup(named(label)).name
    except ArticleError:
        return None
    return _READ_AS.get(name, name)
