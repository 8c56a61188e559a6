"""Words that a statement puts in quotation marks: they must stand in the article as they are quoted."""

from __future__ import annotations

import re
from functools import lru_cache

from nutgraf.checking.place.grounding import Index, locate
from nutgraf.checking.rules.claim import Claim, Finding
from nutgraf.checking.rules.words.wording import folded
from nutgraf.reading.languages.language import table_of
from nutgraf.reading.text.quotemarks import pair_marks

SCARE = 4
"""Words in marks below which they may be the writer's own distance, and no quotation at all."""
_SHOWN = 60
_OPENING = re.compile(r"""["“„«»‹›「『‘]|(?<!\w)['’]""")


def altered_quotation(claim: Claim) -> Finding | None:
    """Words in marks that the article has otherwise, or not at all; what it has, it may have without marks."""
    if not _OPENING.search(claim.text):
        return None
    for segment in pair_marks(claim.text, [(0, len(claim.text))], table_of("en")):
        words = claim.text[segment.start : segment.end]
        found = locate(words, _index(claim.whole.text))
        if found.ok or locate(folded(words), _index(claim.whole.text)).ok or not any(char.isalnum() for char in words):
            continue
        shown = repr(words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…")
        if found.verdict == "altered":
            changes = "; ".join(found.differences[:3])
            reason = f"the article has {shown} otherwise ({changes}): quote it to the letter, or drop the marks"
            return Finding("altered_quotation", "refuted", reason)
        reason = f"the article has no words {shown}: quote what stands there, or drop the marks"
        return Finding("altered_quotation", "refuted" if len(words.split()) >= SCARE else "open", reason)
    return None


_index = lru_cache(maxsize=16)(Index)
