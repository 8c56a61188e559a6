"""The bytes of a web page, and the text they are."""

from __future__ import annotations

import codecs
import re

_DECLARED = re.compile(rb"(?:charset|encoding)\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decoded(page: bytes) -> str:
    """The text of a page, by its byte order mark, the declared charset, UTF-8 or Windows-1252."""
    for mark, encoding in _BOMS:
        if page.startswith(mark):
            return page.decode(encoding, "replace")
    declared = _DECLARED.search(page[:4_096])
    for encoding in ([declared[1].decode("ascii")] if declared else []) + ["utf-8"]:
        # Browsers read these labels as Windows-1252, which holds curly quotation marks where Latin-1 has none.
        known = "cp1252" if encoding.lower() in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"} else encoding
        try:
            return page.decode(known)
        except (LookupError, UnicodeError):
            continue
    return page.decode("cp1252", "replace")
