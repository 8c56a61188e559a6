"""Sources beside a clause: "laut Polizei", "nach Angaben der Bahn", "dem Bericht zufolge", "so der Minister", "wie X mitteilte"."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.speech.clause.reports import Report, Sought
from nutgraf.reading.speech.frames import QUOTE, Frame
from nutgraf.reading.speech.known import Known, Phrase
from nutgraf.reading.speech.verb_second.content import Range
from nutgraf.reading.speech.verb_second.fields import any_finite, is_finite, is_foreseen, is_verb, whole_verb
from nutgraf.reading.speech.verb_second.phrases import is_noun, phrase_after
from nutgraf.reading.speech.verb_second.subjects import before, behind, first_subject, source_of_it, speaks

_OWN = frozenset({"eigenen", "eigener"})
_LONGEST = 10
_MARKS = frozenset('„“”»«"')
_COMPOUND = ("angaben", "informationen", "schätzungen", "kreisen")
_LONGEST_ALONE = 13
"""Letters of the longest of these without a word before it: whoever it is that says so stands in the word."""


def according_to(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "laut Polizei", "Laut einem Bericht der Zeitung"."""
    if frame.is_capital(at) and at and frame.is_word(at - 1):
        return None
    subject = phrase_after(frame, at + 1, len(frame), sought.known)
    if subject is None or (frame.of(subject.last, c.WORK) and subject.name is None and subject.last - at == 1):
        return None
    return _phrase(frame, sought, (at, at), subject, (at, subject.last))


def by_the_word_of(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "nach Angaben der Polizei", "nach Ansicht von Ann Lee", "nach den Worten des Ministers"."""
    noun = at + 1
    while (
        frame.of(noun, c.DETERMINER)
        or frame.text(noun) in _OWN
        or (frame.is_word(noun) and not is_noun(frame, noun) and noun < at + 3)
    ):
        noun += 1
    if not frame.of(noun, c.VIEW) or not is_noun(frame, noun):
        return None
    if frame.any(c.POSSESSIVE, at + 1, noun):
        return _phrase(frame, sought, (at, noun), None, (at, noun))
    link = noun + 1
    if any(frame.text(n) in _OWN for n in range(at + 1, noun)):
        owner = _owner(frame, noun, sought.known)
        return _phrase(frame, sought, (at, noun), owner, (at, noun)) if owner else None
    if frame.text(link) in {"von", "vom", "aus", "beim"} or frame.of(link, c.ARTICLE | c.DETERMINER):
        first = link + (frame.low[link] in {"von", "vom", "aus", "beim"})
        subject = phrase_after(frame, first, len(frame), sought.known)
    elif frame.any(c.FUNCTION, noun + 1, noun + 2) or not frame.is_word(link):
        subject = None
    else:
        subject = phrase_after(frame, link, len(frame), sought.known) if is_noun(frame, link) else None
    if subject is None and frame.low[noun].endswith(_COMPOUND) and len(frame.low[noun]) > _LONGEST_ALONE:
        subject = Phrase(frame.start[noun], frame.end[noun], noun, noun)  # "nach Polizeiangaben"
        return _phrase(frame, sought, (at, at), subject, (at, noun))
    return _phrase(frame, sought, (at, noun), subject, (at, subject.last)) if subject else None


def _owner(frame: Frame, noun: int, known: Known) -> Phrase | None:
    """Whose "eigene Angaben" they are: the subject of the clause."""
    verb = next((n for n in range(len(frame)) if is_finite(frame, n)), -1)
    if verb < 0:
        return None
    if noun < verb:
        return phrase_after(frame, verb + 1, len(frame), known)
    return before(frame, 0, verb, known)


def postposed(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "einem Bericht zufolge", "Angaben der Polizei zufolge"."""
    for first in range(max(0, at - _LONGEST), at):
        if (
            not frame.is_word(first)
            or any(not frame.is_word(n) and frame.low[n] not in _MARKS for n in range(first, at))
            or is_finite(frame, first)
        ):
            continue
        found = phrase_after(frame, first, at, sought.known)
        if found is None or found.last != at - 1:
            continue
        noun = next((n for n in range(first, found.last) if frame.of(n, c.VIEW | c.SPEECH) and is_noun(frame, n)), -1)
        if noun >= 0 and found.name is None and frame.of(noun + 1, c.ARTICLE | c.PREPOSITION):
            whose = phrase_after(frame, noun + 1 + frame.of(noun + 1, c.PREPOSITION), at, sought.known)
            found = whose._replace(first=first) if whose is not None else found
        elif frame.of(found.last, c.VIEW) and found.name is None and len(frame.low[found.last]) <= _LONGEST_ALONE:
            return None
        return _phrase(frame, sought, (at, at), found, (first, at))
    return None


def so(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "…, so der Minister", "…“, so Ann Lee weiter"."""
    if at == 0 or not (frame.low[at - 1] == "," or frame.segment[at - 1] >= 0):
        return None
    subject = phrase_after(frame, at + 1, len(frame), sought.known)
    if subject is None or is_finite(frame, at + 1):
        return None
    end = frame.clause_end(subject.last)
    if any_finite(frame, subject.last + 1, end):
        return None
    if frame.of(at + 1, c.POSSESSIVE) and frame.of(subject.last, c.SPEECH | c.VIEW):
        verb = next(
            (n for n in range(at) if is_finite(frame, n)), at
        )  # "hat der Rat abgesagt, weil, so seine Begründung, …"
        doers = behind(frame, verb, sought.known), first_subject(frame, sought.known)
        subject = next((doer for doer in doers if doer is not None and speaks(frame, doer)), subject)
    return _phrase(frame, sought, (at, at), subject, (at, end - 1))


def as_told(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "wie die Polizei mitteilte", "wie von der Polizei mitgeteilt" between commas, before or behind what it tells."""
    if at and frame.low[at - 1] != "," and frame.segment[at - 1] < 0:
        return None
    end = frame.clause_end(at)
    verb = next(
        (n for n in range(end - 1, at, -1) if is_verb(frame, n) and whole_verb(frame, n, sought.words) & c.CUE), -1
    )
    if verb < 0 or verb < end - 2 or frame.bits[verb] & c.MARKS or is_foreseen(frame, at, end):
        return None
    first = at + 1
    if frame.low[first] == "es":  # "wie es in einer Mitteilung heißt", "wie es der Minister ausdrückte"
        whose = source_of_it(frame, first + 1, verb, sought.known) or phrase_after(frame, first + 1, verb, sought.known)
        return _phrase(frame, sought, (verb, verb), whose, (at, end - 1))
    subject = phrase_after(frame, first, verb, sought.known)
    if subject is None:
        by = next((n for n in range(first, verb) if frame.low[n] in {"von", "vom"}), verb)
        subject = phrase_after(frame, by + 1, verb, sought.known)
    told = subject is not None or frame.of(end - 1, c.AUXILIARY)
    told = told or any(is_noun(frame, n) or frame.of(n, c.ARTICLE) for n in range(first, verb))
    return _phrase(frame, sought, (verb, verb), subject, (at, end - 1)) if told else None


def _phrase(
    frame: Frame, sought: Sought, cue: tuple[int, int], subject: Phrase | None, clause: tuple[int, int]
) -> Report | None:
    """A report whose content is the rest of the sentence around it."""
    left, right = clause
    if subject is None and frame.low[cue[0]] != "wie" and not frame.of(cue[0], c.CUE):
        return None
    return Report(
        "phrase",
        cue[0],
        (frame.start[cue[0]], frame.end[cue[1]]),
        subject,
        left,
        right,
        min(right + 1 + (frame.text(right + 1) == ","), len(frame)),
        "comma" if frame.text(right + 1) == "," else "none",
        bits=c.SAYS,
        told=_around(frame, left, right, sought),
    )


def _around(frame: Frame, left: int, right: int, sought: Sought) -> tuple[Range, ...]:
    floor = next((n + 1 for n in range(left - 1, -1, -1) if frame.low[n] in {";", ":"}), 0)
    found = sought.found
    if found and found[-1].told and found[-1].right < left:
        last = found[-1]
        floor = max(floor, last.left if last.told[-1][0] > last.right else last.content)
    stop = next((n - 1 for n in range(right + 1, len(frame)) if frame.low[n] == ";"), len(frame) - 1)
    ahead = _words(frame, floor, left - 1)
    behind = _words(frame, right + 1, stop)
    if ahead and behind and frame.text(left - 1) == ",":
        if frame.text(right + 1) == "," and frame.text(right + 2) in {"und", "aber"}:
            behind = None  # "…, wie die Polizei mitteilte, und der Damm hält"
        elif is_finite(frame, right + 1 + (frame.text(right + 1) == "aber")):
            ahead = None  # "Es regnet, laut Feuerwehr hält der Damm"
    parts = tuple(part for part in (ahead, behind) if part and QUOTE not in frame.low[part[0] : part[1] + 1])
    return parts if any(last > first for first, last in parts) else ()


def _words(frame: Frame, first: int, last: int) -> Range | None:
    while first <= last and not frame.is_word(first) and frame.segment[first] < 0:
        first += 1
    while last >= first and not frame.is_word(last) and frame.segment[last] < 0:
        last -= 1
    return (first, last) if first <= last else None
