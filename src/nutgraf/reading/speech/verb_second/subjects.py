"""Who does what a verb tells: the noun phrase before it, behind it, or across an apposition or relative clause."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.speech.frames import Frame
from nutgraf.reading.speech.known import Known, Phrase
from nutgraf.reading.speech.verb_second.fields import any_finite, is_finite, is_joint
from nutgraf.reading.speech.verb_second.phrases import is_object, past_circumstances, phrase_after

_ADVERBIAL = ("lich", "isch", "weise", "seits", "dessen", "mals")
"""How an adverb ends that opens a sentence: "Ähnlich urteilt der Richter"."""
_INTERJECTED = frozenset({"denn", "aber", "doch", "da"})
_NOMINATIVE = frozenset({"die", "das", "ein", "eine"})
_BEFORE_SUBJECT = frozenset({"auch", "nur", "selbst", "sogar", "allein", "so"})


def behind(frame: Frame, verb: int, known: Known) -> Phrase | None:
    """The subject behind a verb: "sagte am Montag [der Minister]", "teilte [die Polizei] mit"."""
    stop = frame.clause_end(verb)
    ceiling = min(len(frame), stop + 3)  # an apposed name stands behind a comma
    at = past_circumstances(frame, verb + 1 + (frame.text(verb + 1) in _INTERJECTED), stop, known)
    if at >= stop or is_object(frame, at):
        return None
    found = phrase_after(frame, at, ceiling, known)
    if found is None or found.first >= stop:
        return None
    joint = found.last + 1
    other = phrase_after(frame, joint + 1, stop, known) if joint < stop and frame.of(joint, c.COUPLES) else None
    if other is None or not speaks(frame, other) or is_finite(frame, other.last + 1):
        return found  # "sagte Ann Lee und ging"
    return _both(frame, found, other)


def _both(frame: Frame, first: Phrase, second: Phrase) -> Phrase:
    return Phrase(first.start, frame.end[second.last], first.first, second.last)


def before(frame: Frame, first: int, verb: int, known: Known) -> Phrase | None:
    """The subject that opens the clause of a verb, if nothing but what belongs to it stands between."""
    while first < verb and (frame.of(first, c.JOINT) or frame.low[first] in _BEFORE_SUBJECT):
        first += 1
    if first >= verb or is_object(frame, first) or frame.low[first] == "als":
        return None  # "Als Grund nennt der Konzern"
    found = phrase_after(frame, first, verb, known)
    if found is None:
        return None
    at = found.last + 1
    while at < verb and frame.low[at] in {"und", "sowie", "oder"}:  # "Der Minister und die Bahn erklärten"
        other = phrase_after(frame, at + 1, verb, known)
        if other is None:
            return None
        found = _both(frame, found, other)
        at = other.last + 1
    at = past_circumstances(frame, at, verb, known)
    while at < verb and frame.low[at] in {"der", "einer"} and at > found.last + 1:
        whose = phrase_after(frame, at, verb, known)  # "Ann Lee vom Verband [der Imker] sagte": no object stands there
        if whose is None:
            break
        at = past_circumstances(frame, whose.last + 1, verb, known)
    if at == verb or (at == verb - 1 and "," in frame.low[found.first : found.last]):
        return found  # the second: "Der Vorsitzende, Karl Otto, sagte"
    return _across(frame, found, at, verb, known)


def _across(frame: Frame, found: Phrase, comma: int, verb: int, known: Known) -> Phrase | None:
    """A subject with an apposition or relative clause between commas: "Lena Ott, die Bürgermeisterin, sagte"."""
    if frame.low[comma] != "," or frame.low[verb - 1] != "," or comma == verb - 1:
        return None
    relative = frame.of(comma + 1, c.RELATIVE) and is_finite(frame, verb - 2)
    if not relative and any_finite(frame, comma + 1, verb - 1):
        return None
    if found.name is None:
        apposed = phrase_after(frame, comma + 1, verb - 1, known)
        if apposed is not None and apposed.name is not None and apposed.name.kind == "person":
            return apposed
    return found


def subject_of(frame: Frame, verb: int, known: Known, last_speaker: Phrase | None) -> tuple[Phrase | None, bool, bool]:
    """The subject of a finite verb; whether it stands behind the verb; and whether it is that of a verb before."""
    first = frame.clause_start(verb)
    if first == verb:
        start = _sentence_part(frame, verb)
        across = before(frame, start, verb, known) if start < verb - 1 and frame.low[verb - 1] == "," else None
        if across is not None and speaks(frame, across):
            return across, False, False
        found = behind(frame, verb, known)
        return (across, False, False) if found is None and across is not None else (found, True, False)
    behind_comma = first > 0 and frame.low[first - 1] == ","
    if behind_comma and frame.of(first, c.RELATIVE) and verb == frame.clause_end(verb) - 1:
        return _antecedent(frame, first, known), False, False
    if frame.of(first, c.SUBORDINATES | c.OPENS_CLAUSE) and verb >= frame.clause_end(verb) - 2:
        return phrase_after(frame, first + 1, verb, known), False, False
    if is_joint(frame, verb - 1):
        opening = last_speaker or before(frame, first, _first_finite(frame, first, verb), known)
        return opening, False, True
    found = None if frame.low[verb - 1].endswith(_ADVERBIAL) else before(frame, first, verb, known)
    if found is not None:
        doer = None if speaks(frame, found) else behind(frame, verb, known)
        if doer is not None and speaks(frame, doer) and _acts(frame, doer, found):
            return doer, True, False  # "Gerüchte wies er zurück"
        return found, False, False
    joint = next((at for at in range(verb - 1, first, -1) if is_joint(frame, at)), -1)
    if joint > first and any_finite(frame, first, joint):
        found = before(frame, joint + 1, verb, known)
        if found is not None:
            return found, False, False
    return behind(frame, verb, known), True, False


def _acts(frame: Frame, doer: Phrase, said: Phrase) -> bool:
    """Whether a phrase behind a verb is its subject, and what stands before it is said: a pronoun, "der Sprecher"; "die Sprecherin" where that is speech."""
    article = frame.low[doer.first]
    if article == "der" or frame.of(doer.first, c.PRONOUN):
        written = frame.of(doer.last, c.DOCUMENT) and not frame.low[doer.last].endswith(
            "e"
        )  # "der Bericht", not "der Studie"
        return article != "der" or written or frame.of(doer.last, c.PERSON | c.TITLE)
    return frame.of(said.last, c.SPEECH) and (doer.name is not None or article in _NOMINATIVE)


def speaks(frame: Frame, phrase: Phrase) -> bool:
    """Whether a phrase is about somebody, or a body or document, that may say something."""
    spoken = c.PERSON | c.TITLE | c.BODY | c.DOCUMENT | c.PRONOUN
    return phrase.name is not None or frame.any(spoken, phrase.first, phrase.last + 1)


def _first_finite(frame: Frame, first: int, stop: int) -> int:
    return next((at for at in range(first, stop) if is_finite(frame, at)), stop)


def _sentence_part(frame: Frame, verb: int) -> int:
    """Where the sentence, or the part of it behind a quotation or semicolon, begins."""
    return next((at + 1 for at in range(verb - 1, -1, -1) if frame.segment[at] >= 0 or frame.low[at] in {";", ":"}), 0)


def _antecedent(frame: Frame, relative: int, known: Known) -> Phrase | None:
    """Whom a relative pronoun stands for: "Lena Ott, die … sagte"."""
    for first in range(frame.clause_start(max(relative - 2, 0)), relative - 1):
        found = phrase_after(frame, first, relative - 1, known)
        if found is not None and found.last == relative - 2:
            return found
    return None


def source_of_it(frame: Frame, first: int, end: int, known: Known) -> Phrase | None:
    """Behind "hieß es": "aus dem Ministerium", "von der Polizei", "bei der Bahn", "in einer Mitteilung"."""
    if frame.text(first) in {"aus", "von", "vom", "bei", "beim", "seitens", "vonseiten"}:
        return phrase_after(frame, first + 1, end, known)
    if frame.text(first) in {"in", "im"}:
        found = phrase_after(frame, first + 1, end, known)
        written = found is not None and frame.any(c.DOCUMENT | c.WRITTEN, found.first, found.last + 1)
        return found if written else None
    return None


def first_subject(frame: Frame, known: Known) -> Phrase | None:
    """The subject of a sentence: of its first finite verb."""
    verb = _first_finite(frame, 0, len(frame))
    if verb >= len(frame):
        return None
    return subject_of(frame, verb, known, None)[0]
