"""German expressions of time: their words and rules."""

from __future__ import annotations

import re

from nutgraf.reading.dates.anywhere import FIGURES
from nutgraf.reading.dates.calendar import Lean
from nutgraf.reading.dates.language import Ahead
from nutgraf.reading.dates.patterns import Around
from nutgraf.reading.dates.scan import DateRules
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.de.dates.counted import COUNTED
from nutgraf.reading.languages.de.dates.named import NAMED
from nutgraf.reading.languages.de.dates.words import DATE_WORDS, IN
from nutgraf.reading.languages.de.vocabulary import WORDS
from nutgraf.reading.verbs import tense
from nutgraf.reading.verbs.found import cues

_DESCRIBES = re.compile(r"\s([a-zäöüß]+?)e[nmrs]?\s")
"""A participle with the ending of an adjective behind a day: "für September geplante"."""


def _lean(sentence: str, start: int, end: int) -> Lean | None:
    behind = _DESCRIBES.match(sentence, end)
    if behind and WORDS[behind[1]] & c.PLANNED:
        return "future"  # whatever the verb says of what becomes of it
    return tense.lean(cues(sentence, "de"), start, end)


DATES = DateRules(
    (*FIGURES, *NAMED, *COUNTED),
    words=DATE_WORDS,
    table=WORDS,
    cues=lambda sentence: cues(sentence, "de"),
    ahead=Ahead(
        lean=_lean,
        always=r"ab~(?:dem~|kommendem~)?|spätestens~(?:am~|bis~)?",
        unless_past=r"bis~(?:zum~|spätestens~|mindestens~|voraussichtlich~)?(?:ende~|anfang~|mitte~)?",
        back=r"seit~(?:dem~|ende~|anfang~|mitte~)?",
        planned=r"(?:für|auf)~(?:den~|kommenden~)?",
        called_off=r"~(?:abgesagt|verschoben|gestrichen)(?!\w)",
    ),
    opening=r"(?:anfang|mitte|ende|früh~(?:am|im)|spät~(?:am|im))~(?:der~|des~)?",
    joint=r",?(?:~)?(?:(?:um|gegen|ab|bis|vor|nach|am|kurz~nach|kurz~vor|in~der)~)?",
    listed=r",~|,?~(?:und|oder|bis)~(?:im~|am~|zum~)?|(?:~)?<:dash>(?:~)?",
    limits=r"<limit>~(?:(?:dem|zum|am|ende|anfang|mitte|der|den)~)?",
    ranges=(
        (r"vo[nm]~", r"~bis~(?:zum~)?"),
        (r"zwischen~(?:dem~)?", r"~und~(?:dem~)?"),
        ("", r"~bis~(?:zum~)?|(?:~)?<:dash>(?:~)?"),
    ),
    owned=r"~(?:(?:in~)?(?:des|der)~)?",
    begins=r"vo[nm]~",
    begun=r"~an(?!\w)",
    within=IN,
    end_of=r"ende(?:~(?:der|des))?(?!\w)",
    start_of=r"anfang(?:~(?:der|des))?(?!\w)",
    no_range=r"(?:verschoben|verlegt|vertagt)~(?:\S+~){0,9}?",
    around=Around(
        aside=r"(?:(?:wohl|vermutlich|wahrscheinlich|bereits|schon|erst|noch|nur|auch|wieder|kurz|direkt|unmittelbar|gleich|zuletzt|erstmals|mindestens|voraussichtlich|vorerst|zunächst)~){,3}",
        lead=r"(?:(?:am|im|in|an|zum|zur|beim|für|während|über|auf)~)?(?:(?:der|dem|den|die|das|des|einer?|einem)~)?(?:(?:frühen|späten)~)?",
        moment=r"<:partname>s?(?!\w)~(?:des|der|am|vom|von|auf)~(?:den~)?",
        about=r"(?:gegen|etwa|ungefähr|um)~",
        long=r"(?:(?:für|in|über|während|nach|seit)~)?(?:(?:der|dem|den|die)~)?",
        trail=r",?~(?:(?P<latest>spätestens)|(?P<earliest>frühestens)|<:zone>)|~lang|~an",
    ),
)
"""The German rules."""
