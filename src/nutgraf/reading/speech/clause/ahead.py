"""The subject that stands ahead of a verb, whatever stands between: an adverbial, an apposition, "who", "and"."""

from __future__ import annotations

from bisect import bisect_left

from nutgraf.reading.languages import classes as c
from nutgraf.reading.speech.clause.reports import Sought, clause_start, nobody
from nutgraf.reading.speech.clause.subjects import apposed, described, introduced
from nutgraf.reading.speech.frames import QUOTE, TIMES, Frame, is_verb, is_year
from nutgraf.reading.speech.known import Known, Phrase
from nutgraf.reading.speech.phrase.adverbials import before_adverbial
from nutgraf.reading.speech.phrase.couples import couple_before
from nutgraf.reading.speech.phrase.first_subject import first_subject
from nutgraf.reading.speech.phrase.noun_ends import SPEAKING
from nutgraf.reading.speech.phrase.noun_phrases import may_speak, phrase_before

_LONGEST_CIRCUMSTANCE = 10
_LONGEST_APPOSITION = 10


def subject_ahead(frame: Frame, at: int, end: int, floor: int, sought: Sought) -> Phrase | None:
    """The subject of the verb `at` whose helpers begin behind token `end`; None for nobody, too."""
    if end < floor:
        return None
    return ends_at(frame, at, past_adverbials(frame, end, floor, sought.known), floor, sought)


def past_adverbials(frame: Frame, end: int, floor: int, known: Known) -> int:
    """The last token of the subject, or the comma or "who" behind it, before adverbials that end with token `end`."""
    return before_adverbial(frame, _past_circumstance(frame, end, floor), floor, known)


def ends_at(frame: Frame, at: int, end: int, floor: int, sought: Sought) -> Phrase | None:
    """The subject of the verb `at` that ends with token `end`, or with the comma, "who" or "and" there."""
    known = sought.known
    if frame.of(end, c.RELATIVE) and frame.end[end] not in known.by_end:
        subject = _antecedent(frame, end, floor, sought)
    elif frame.low[end] == "that":
        subject = phrase_before(frame, end - 1, floor, known)  # "a sign that read", "the union that called"
        speaks = subject is not None and frame.any(SPEAKING | c.WRITTEN, subject.first, subject.last + 1)
        shown = frame.of(at, c.SAYS) and _content_shows(frame, at)  # "mugs that said: “…”", "firms that warn that"
        subject = subject if speaks or shown else None
    elif frame.low[end] == "," and (opening := _before_examples(frame, end, floor)):
        return ends_at(frame, at, past_adverbials(frame, opening - 1, floor, known), floor, sought)
    elif frame.low[end] == ",":
        subject = apposed(frame, end, _before_fragments(frame, end, floor, sought), known)
    elif frame.of(end, c.JOINT):
        subject = sought.last_speaker or first_subject(frame, end, known, floor=floor)
    else:
        subject = phrase_before(frame, end, floor, known, loose=_content_shows(frame, at))
        subject = described(frame, end, floor, known) or subject or _dated(frame, at, end, floor, known)
        subject = couple_before(frame, subject, floor, known) if subject else None
        subject = _exemplified(frame, subject, floor, known) if subject else None
        if subject is not None and (frame.text(at + 1) != "," or frame.text(at + 2) == QUOTE):
            subject = introduced(frame, subject, floor, known) or subject
    return None if subject is None or nobody(frame, subject, floor) else subject


def _exemplified(frame: Frame, example: Phrase, floor: int, known: Known) -> Phrase:
    """Those for whom somebody stands: "[Chains like Bexley Foods] say", "[Airlines such as Norsk and BlueJet] warn"; else the phrase itself."""
    before = example.first - 1
    before -= frame.low[before] == "as" and frame.text(before - 1) == "such"
    if before <= floor or frame.low[before] not in {"like", "such"}:
        return example
    several = phrase_before(frame, before - 1, floor, known)
    if several is None or several.name is not None or not frame.low[several.last].endswith("s"):
        return example
    return Phrase(several.start, example.end, several.first, example.last)


def _dated(frame: Frame, at: int, end: int, floor: int, known: Known) -> Phrase | None:
    """The subject of which a participle tells when: "A report [released on Tuesday] found", "A man [arrested last week] said"."""
    times = [when for when in range(end + 1, at) if frame.of(when, TIMES) or is_year(frame, when)]
    if not times or not frame.of(end, c.PAST) or frame.of(end, c.AUXILIARY):
        return None
    found = phrase_before(frame, end - 1, floor, known)
    if found is None or found.name is not None or not frame.any(SPEAKING | c.WRITTEN, found.first, found.last + 1):
        return None
    return Phrase(found.start, frame.end[times[-1]], found.first, times[-1])


def _before_fragments(frame: Frame, comma: int, floor: int, sought: Sought) -> int:
    """Where a clause begins in whose relative clause words are quoted: "[Ann Lee, who called it “a sham” in May,] said"; else `floor`."""
    first = clause_start(frame, comma, sought.closed) if floor else 0
    opening = first_subject(frame, comma, sought.known, floor=first) if first < floor else None
    told = opening is not None and frame.low[opening.last + 1] == "," and frame.of(opening.last + 2, c.RELATIVE)
    return first if told else floor


def _before_examples(frame: Frame, comma: int, floor: int) -> int:
    """The comma before some of those that a subject names: "Papers abroad[,] including the Star, warned"; 0 where none are."""
    first = next(
        (at for at in range(comma - 1, max(floor, comma - _LONGEST_APPOSITION), -1) if frame.low[at] == ","), 0
    )
    return first if first and frame.low[first + 1] == "including" else 0


def _content_shows(frame: Frame, at: int) -> bool:
    """Whether what follows tells by itself that the verb reports: "that", or a quotation behind a comma or colon."""
    following = frame.text(at + 1)
    return following == "that" or (following in {",", ":"} and frame.text(at + 2) == QUOTE)


def _past_circumstance(frame: Frame, last: int, floor: int) -> int:
    """The relative pronoun before a circumstance that ends there: "who during the campaign", "who, after one look,"; else `last`."""
    apart = frame.low[last] == ","
    for at in range(last - apart, max(floor, last - _LONGEST_CIRCUMSTANCE), -1):
        if not frame.is_word(at) or is_verb(frame, at):
            return last
        opens = at - 1 - (apart and frame.text(at - 1) == ",")
        opens -= frame.of(opens, c.HAVE | c.HAD)  # "who had in the run-up to the vote promised"
        if frame.of(at, c.PREPOSITION | c.CIRCUMSTANCE) and frame.of(opens, c.RELATIVE):
            return opens
    return last


def _antecedent(frame: Frame, who: int, floor: int, sought: Sought) -> Phrase | None:
    """Whom "who" or "which" stands for: "Gus Abel, who in 2019 said", "Dov Arendt, now retired, who wrote"."""
    end = who - 1 if frame.is_word(who - 1) else who - 2
    if end < floor:
        return None
    if frame.low[end] == "those":
        return Phrase(frame.start[end], frame.end[end], end, end)
    if frame.of(end, c.JOINT):  # "Lund, whose shop burned but who said"
        earlier = next((at for at in range(end - 1, floor, -1) if frame.of(at, c.RELATIVE)), None)
        return _antecedent(frame, earlier, floor, sought) if earlier else None
    found = phrase_before(frame, end, floor, sought.known)
    if found is not None and found.name is None and frame.low[who] == "who":
        found = _somebody_in(frame, found, sought.known)
    named = sought.known.by_end.get(frame.end[end])
    if (
        found is not None
        and found.name is None
        and named is not None
        and named.kind == "person"
        and not may_speak(frame, found)
    ):
        first = bisect_left(frame.start, named.start)  # "a setback for Ann Lee, who had called"
        return Phrase(named.start, named.end, first, end, named)
    if (found is None or found.name is None) and frame.text(who - 1) == ",":
        comma = next((at for at in range(end, max(floor, end - _LONGEST_APPOSITION), -1) if frame.low[at] == ","), -1)
        named = sought.known.by_end.get(frame.end[comma - 1]) if comma > floor else None
        if named is not None and named.start >= frame.start[floor]:
            # "the testimony of Lena Ott, her driver, who said": the name and not what it hangs on
            first = bisect_left(frame.start, named.start)
            found = Phrase(named.start, named.end, first, comma - 1, named)
    return found


def _somebody_in(frame: Frame, told: Phrase, known: Known) -> Phrase:
    """Who stands within a phrase for a thing, as "who" stands for nobody else: "the letter of [a retired skipper] who", "a lecture from [the mayor], who"."""
    some = c.PERSON | c.BODY | c.TITLE | c.QUANTIFIER | c.CARDINAL
    ties = [at for at in range(told.first + 1, told.last) if frame.of(at, c.PREPOSITION)]
    for at, stop in zip([told.first - 1, *ties], [*ties, told.last + 1], strict=True):
        if frame.any(some, at + 1, stop):
            counts = at >= told.first and frame.low[at] == "of" and frame.low[stop - 1].endswith("s")
            return told if at < told.first or counts else phrase_before(frame, told.last, at + 1, known) or told
    return told
