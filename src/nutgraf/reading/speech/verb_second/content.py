"""What is reported: the clause behind a verb of speech, the one before it, and where each ends."""

from __future__ import annotations

import re
from typing import NamedTuple

from nutgraf.reading.languages import classes as c
from nutgraf.reading.speech.clause.reports import Opener
from nutgraf.reading.speech.frames import QUOTE, Frame
from nutgraf.reading.speech.known import Known, Phrase
from nutgraf.reading.speech.verb_second.fields import (
    FINITE,
    any_finite,
    any_subjunctive,
    is_finite,
    is_foreseen,
    is_subjunctive,
    is_verb,
)
from nutgraf.reading.speech.verb_second.phrases import is_noun, phrase_after

Range = tuple[int, int]
_JOINED_TO = re.compile(
    r"(?:ab|an|auf|aus|bei|durch|ein|fest|fort|frei|her|heraus|hervor|hin|hinaus|hinzu|kennen|los|mit|nach|nieder|statt|teil|um|unter|vor|voran|vorbei|weg|weiter|wieder|zu|zurück|zusammen|bereit|bekannt|sicher|still|weiter|fern)+zu\w+n"
)
_QUESTIONS = frozenset("ob warum weshalb wieso wann wie wer wem wen wohin woher".split())
_WITH_TO = frozenset({"um", "ohne", "anstatt", "statt"})


class Content(NamedTuple):
    """What follows a verb of speech: what opens it, the token it begins at, and its range where it stands outside marks."""

    opener: Opener
    first: int
    told: Range | None = None


def content_behind(frame: Frame, at: int, bits: int, known: Known, speaker: Phrase | None) -> Content:
    """What is reported behind the clause of a verb that ends with token `at`: a comma, a colon, a quotation or the end."""
    if at >= len(frame):
        return Content("none", at)
    low = frame.low[at]
    if frame.segment[at] >= 0:
        return Content("none", at)
    if low == ":":
        first = at + 1
        spoken = first < len(frame) and frame.segment[first] < 0 and bits & c.CUE
        spoken = spoken and (bits & c.SAYS or any_subjunctive(frame, first, len(frame)))
        return Content("colon", first, (first, _stop(frame, first)) if spoken and first < len(frame) - 1 else None)
    if low != ",":
        return Content("none", at)
    at = _past_apposition(frame, at, speaker, known)
    first = at + 1
    if first >= len(frame) or frame.low[at] != "," or frame.segment[first] >= 0:
        return Content("comma", first)
    return _clause(frame, first, bits)


def _past_apposition(frame: Frame, comma: int, speaker: Phrase | None, known: Known) -> int:
    """Behind what describes the speaker between commas: "sagte Lena Ott, die Bürgermeisterin von Kattmar, die Brücke …"."""
    end = frame.clause_end(comma)
    if speaker is None or speaker.last >= comma + 1:
        return frame.clause_end(speaker.last) if speaker is not None else comma
    if speaker.last != comma - 1 or end >= len(frame) or frame.low[end] not in {",", "."}:
        return comma
    if _fronted(frame, comma + 1, end):
        return comma
    if _is_relative(frame, comma + 1, end) or (
        phrase_after(frame, comma + 1, end, known) is not None and not any_finite(frame, comma + 1, end)
    ):
        return end
    return comma


def _is_relative(frame: Frame, first: int, end: int) -> bool:
    """Whether a clause hangs on a relative pronoun, its verb last: "die seit Mai regiert"; not "die seien nicht zu halten"."""
    hangs = frame.of(first, c.RELATIVE) and is_finite(frame, end - 1) and not _opens_phrase(frame, first)
    return hangs and not _points(frame, first, end)


def _fronted(frame: Frame, first: int, end: int) -> bool:
    """Whether a phrase with its relative clause stands before its verb: "alle Menschen, die dort wohnten, seien gerettet"."""
    after = frame.clause_end(end + 1)
    hangs = after < len(frame) - 1 and frame.low[end] == frame.low[after] == "," and _is_relative(frame, end + 1, after)
    return hangs and is_subjunctive(frame, after + 1) and not any_finite(frame, first, end)


def _opens_phrase(frame: Frame, at: int) -> bool:
    """Whether an article with its noun stands there, and not a relative pronoun."""
    at += 1
    while at < len(frame) and frame.is_word(at) and not is_noun(frame, at):
        if frame.of(at, c.FUNCTION | c.ADVERB) or is_finite(frame, at):
            return False
        at += 1
    return at < len(frame) and is_noun(frame, at)


def _clause(frame: Frame, first: int, bits: int) -> Content:
    """The clause that begins at a token, if it is what somebody says."""
    low, stop = frame.low[first], _stop(frame, first)
    if frame.of(first, c.THAT):
        return Content("that", first + 1, (first + 1, stop))
    end = frame.clause_end(first)
    if frame.of(first, c.OPENS_CLAUSE) and low != "da":
        cited = any(frame.of(at, c.CUE) and is_verb(frame, at) and frame.of(at, FINITE) for at in range(end - 2, end))
        if _leads(frame, end):
            return Content("comma", first, (first, stop))
        relative = low in {"was", "wie", "wo"} and (cited or not bits & (c.ASKS | c.SAY | c.TELLS))
        return Content("none", first) if relative else Content("question", first, (first, stop))
    if low in _WITH_TO or (frame.of(first, c.CONJUNCTION | c.JOINT) and not frame.of(first, c.ADVERB)):
        return Content("none", first)
    if _infinitive(frame, first, end):
        return Content("to", first, (first, stop)) if bits & c.CUE else Content("none", first)
    by_day = frame.any(c.PREPOSITION, first, first + 2) and any_subjunctive(
        frame, first, end - 1
    )  # "bis zum Sommer solle er enden"
    if frame.of(first, c.SUBORDINATES) and not by_day:
        opens = (
            end < len(frame) - 1 and frame.low[end] == "," and bits & c.SAYS and any_subjunctive(frame, first, stop + 1)
        )
        return Content("comma", first, (first, stop)) if opens else Content("none", first)
    if frame.of(first, c.RELATIVE) and not _opens_phrase(frame, first) and not _points(frame, first, end):
        return Content("none", first)
    if frame.of(first, c.PREPOSITION) and frame.of(first + 1, c.RELATIVE) and _hangs(frame, first + 1, end):
        return Content("none", first)  # "…, über den der Rat im Mai abstimmt"
    said = bits & c.SAYS or (bits & c.CUE and any_subjunctive(frame, first, stop + 1))
    if not said or not any_finite(frame, first, stop + 1):
        return Content("none", first)
    if is_finite(frame, first) and not is_subjunctive(frame, first + 1) and not _leads(frame, end):
        return Content("none", first)  # neither "entschieden sei nichts" nor "sollte es regnen, falle es aus"
    if frame.of(first, c.RELATIVE) and is_finite(frame, end - 1) and not any_finite(frame, first, end - 1):
        # "…, die Brücke sperrte": a subject and its verb, or a relative clause; told by the mood alone.
        return Content("comma", first, (first, stop)) if is_subjunctive(frame, end - 1) else Content("none", first)
    return Content("comma", first, (first, stop))


def _points(frame: Frame, first: int, end: int) -> bool:
    """Whether an article stands for what was told and its verb behind it, as in no relative clause: "das sei Unsinn", "das stimme"."""
    second = first + 1
    return second < end and is_finite(frame, second) and (second < end - 1 or is_subjunctive(frame, second))


def _leads(frame: Frame, end: int) -> bool:
    """Whether a clause that ends there stands before the verb of what is told: "was dort geschehe, sei ein Skandal"."""
    return end + 1 < len(frame) and frame.low[end] == "," and is_subjunctive(frame, end + 1)


def _hangs(frame: Frame, relative: int, end: int) -> bool:
    """Whether the one finite verb of a clause stands last, as in one that hangs on a relative pronoun."""
    last = is_finite(frame, end - 1) or frame.of(end - 1, c.AUXILIARY | c.VERB)
    return last and not any_finite(frame, relative, end - 1)


def _infinitive(frame: Frame, first: int, end: int) -> bool:
    """Whether a clause ends with an infinitive with "zu" and has no finite verb: "das Wasser abzukochen"."""
    if any(frame.of(at, c.SUBJUNCTIVE) and is_subjunctive(frame, at) for at in range(first, end)):
        return False
    for at in range(first, end):
        if (
            frame.low[at] == "zu"
            and at + 1 < end
            and frame.low[at + 1].endswith("n")
            and not is_noun(frame, at + 1)
            and at + 2 >= end - 1
        ):
            return not frame.of(at + 1, c.DETERMINER)
        if at >= end - 2 and not is_noun(frame, at) and _JOINED_TO.fullmatch(frame.low[at]):
            return True
    return False


def _stop(frame: Frame, first: int) -> int:
    """The last token of what is reported: of the sentence, or before the reporter goes on."""
    stop = len(frame) - 1
    while stop > first and not frame.is_word(stop) and frame.segment[stop] < 0:
        stop -= 1
    opened = frame.of(first, c.OPENS_CLAUSE)
    closed = opened or any_subjunctive(frame, first, min(stop + 1, first + 25))
    for at in range(first + 1, stop):
        if frame.low[at] == ";":
            return at - 1
        if frame.low[at] == "," and _cites(frame, at):
            return at - 1
        if frame.of(at, c.JOINT) and at + 1 <= stop and _goes_on(frame, at + 1, closed=closed):
            return at - 1 - (frame.low[at - 1] == ",")
    return stop


def _goes_on(frame: Frame, verb: int, *, closed: bool) -> bool:
    """Whether the speaker goes on to do something: "…, und verließ den Saal", "… und forderte, dass".

    `closed`: by its mood, or because its verb stands last, what is reported can have no such clause.
    """
    if not is_finite(frame, verb) or is_subjunctive(frame, verb) or not frame.of(verb, FINITE):
        return False
    if verb >= frame.clause_end(verb) - 1:
        return False  # at the end of a clause: part of what is reported behind "dass"
    return closed or frame.of(verb, c.SAYS | c.MARKS)


def _cites(frame: Frame, comma: int) -> bool:
    """Whether a clause behind a comma tells the source, or says again who speaks: ", sagte er", ", wie die Bahn mitteilte"."""
    first = comma + 1
    end = frame.clause_end(first)
    if frame.low[first] == "wie":
        return not is_foreseen(frame, first, end) and any(
            frame.of(at, c.CUE) and is_verb(frame, at) for at in range(max(first, end - 2), end)
        )
    if frame.low[first] in {"hieß", "hiess"}:
        return True
    if frame.low[first] == "so":
        return is_noun(frame, min(first + 1, len(frame) - 1)) or frame.of(first + 1, c.ARTICLE)
    return frame.of(first, c.CUE) and is_verb(frame, first) and frame.of(first, c.PAST | c.THIRD)


def around(frame: Frame, left: int, floor: int, right: int) -> tuple[Range, Range] | None:
    """The halves of a clause that a report stands within: "Die Ursache, sagte sie, sei unklar"."""
    verb = right + 1
    if left < floor + 2 or frame.low[left - 1] != "," or frame.text(right) != "," or QUOTE in frame.low[floor:left]:
        return None
    if verb >= len(frame) or any_finite(frame, floor, left - 1) or frame.is_capital(verb):
        return None
    if not (is_finite(frame, verb) or (not frame.bits[verb] and frame.low[verb].endswith(("e", "en")))):
        return None  # "stünden" stands in no list
    return (floor, left - 2), (verb, _stop(frame, verb))


def content_before(frame: Frame, left: int, floor: int) -> Range | None:
    """The clause that a report closes: "CLAUSE, sagte sie"."""
    comma = left - 1
    if comma < floor + 1 or frame.low[comma] != ",":
        return None
    first = floor
    while first < comma and not frame.is_word(first):
        first += 1
    if QUOTE in frame.low[first:comma] or comma - first < 2:
        return None
    if frame.of(first, c.THAT):
        return first + 1, comma - 1
    opens = frame.of(first, c.SUBORDINATES | c.OPENS_CLAUSE) and frame.low[first] not in _QUESTIONS
    if opens and "," not in frame.low[first:comma] and is_finite(frame, comma - 1):
        return None  # "Als die Polizei kam, sagte er"
    fronted = frame.of(first, c.PREPOSITION) and not any_finite(frame, first, frame.clause_end(first))
    if fronted and frame.clause_end(first) < comma:
        return None  # "Auf die Frage, ob …, antwortete sie"
    told = frame.of(first, c.OPENS_CLAUSE) or any_finite(frame, first, comma) or comma - first > 3
    return (first, comma - 1) if told else None
