"""The nouns a user holds: plain, frozen, comparable values; every collection is a tuple.

Types and two markers say how a field travels to and from the model (`asking/question/wire.py` reads them):
a field typed `Span`, or a `str` marked `Words`, is *words of the article*, which the model names and code
locates; a field marked `Filled` is computed by the library and never shown to the model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.article import Article, Span
from nutgraf.lazily import lazily
from nutgraf.usage import Usage

if TYPE_CHECKING:
    from nutgraf.results.brief import Brief, Outcome, Problem, Provenance
    from nutgraf.results.checked import Evidence, Fact, Quotation, Report, Statement
    from nutgraf.results.evaluated import Evaluation, Figure, Rates, Ratio, Slip
    from nutgraf.results.fields import Carried as Carried
    from nutgraf.results.fields import Dated as Dated
    from nutgraf.results.fields import Filled as Filled
    from nutgraf.results.fields import Words as Words
    from nutgraf.results.happened import Cited, Event, Participant, Point, Quantity, TimeRef
    from nutgraf.results.revised import FieldChange, ItemChange, Revision, SentenceChange
    from nutgraf.results.said import Quote, Speaker, Verdict
    from nutgraf.results.story import (
        Account,
        Addition,
        Conflict,
        Correction,
        EventRef,
        Happening,
        Recurrence,
        Source,
        Story,
        Telling,
    )

__all__ = [
    "Account",
    "Addition",
    "Article",
    "Brief",
    "Cited",
    "Conflict",
    "Correction",
    "Evaluation",
    "Event",
    "EventRef",
    "Evidence",
    "Fact",
    "FieldChange",
    "Figure",
    "Happening",
    "ItemChange",
    "Outcome",
    "Participant",
    "Point",
    "Problem",
    "Provenance",
    "Quantity",
    "Quotation",
    "Quote",
    "Rates",
    "Ratio",
    "Recurrence",
    "Report",
    "Revision",
    "SentenceChange",
    "Slip",
    "Source",
    "Span",
    "Speaker",
    "Statement",
    "Story",
    "Telling",
    "TimeRef",
    "Usage",
    "Verdict",
]
_MODULES = {
    "brief": "Brief Outcome Problem Provenance",
    "checked": "Evidence Fact Quotation Report Statement",
    "evaluated": "Evaluation Figure Rates Ratio Slip",
    "fields": "Carried Dated Filled Words",
    "happened": "Cited Event Participant Point Quantity TimeRef",
    "revised": "FieldChange ItemChange Revision SentenceChange",
    "said": "Quote Speaker Verdict",
    "story": "Account Addition Conflict Correction EventRef Happening Recurrence Source Story Telling",
}
__getattr__ = lazily(__name__, {name: module for module, names in _MODULES.items() for name in names.split()})


def __dir__() -> list[str]:
    return __all__
