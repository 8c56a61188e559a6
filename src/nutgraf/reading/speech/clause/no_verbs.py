"""Forms of verbs of speech that are no verbs where they stand: "the claim", "Quist's claim", "the lewd jokes", "a Basque judge"."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.speech.clause.reports import Report, tells_of_noun
from nutgraf.reading.speech.frames import Frame, is_verb
from nutgraf.reading.speech.phrase.noun_ends import is_count, is_one_of, owns
from nutgraf.reading.speech.phrase.noun_phrases import may_speak


def is_nominal(bits: int) -> bool:
    """Whether a form of the present is that of a noun, too: claims, states, a judge."""
    return bool(bits & (c.NOUN | c.PERSON) and bits & (c.BASE | c.THIRD) and not bits & c.PAST)


def may_be_verb(frame: Frame, at: int) -> bool:
    """Not a name in capitals, and no noun: "the claim", "Quist's claim"."""
    bits = frame.bits[at]
    if frame.is_capital(at) and at and frame.is_word(at - 1):
        return False
    before = frame.bits[at - 1] if at else 0
    if frame.text(at - 1) == "whose":
        return False
    if bits & c.SAY and is_count(frame, at - 1):
        return True  # "one in five say"
    if is_one_of(frame, at - 1) and not before & c.QUANTIFIER:
        return bool(bits & c.IRREGULAR or frame.of(at + 1, c.FUNCTION) or not frame.is_word(at + 1))
    if (before & c.DETERMINER and not before & (c.QUANTIFIER | c.DEMONSTRATIVE | c.PRONOUN)) or owns(frame, at - 1):
        return False
    if before & c.QUANTIFIER and frame.of(at - 2, c.ARTICLE) and not bits & c.PAST and frame.low[at - 1] == "most":
        return False  # "the most elaborate of them"
    nominal = bits & c.NOUN and is_nominal(bits)
    if nominal and at + 1 < len(frame) and frame.segment[at + 1] >= 0 and _calls(frame, at):
        return False  # "called the notes “a farce”"
    several = before & c.QUANTIFIER and bits & c.THIRD and not frame.low[at - 1].endswith(("one", "body", "another"))
    if nominal and (several or frame.text(at + 1) in {"who", "whose", "whom"}):
        return False  # "several protests have", "23 suspects who fled"
    small = frame.of(at - 1, c.OF_TITLE | c.ADJECTIVE) and not frame.is_capital(at - 1)
    if nominal and small and frame.of(at - 2, c.PREPOSITION):
        return False  # "for legal reasons"
    return not (
        nominal
        and before & c.FUNCTION
        and not before & (c.PRONOUN | c.QUANTIFIER | c.RELATIVE | c.DO | c.DID)
        and frame.low[at - 1] != "also"
    )


def _calls(frame: Frame, stop: int) -> bool:
    """Whether a verb before calls something what stands in marks."""
    return any(frame.of(at, c.MARKS) and frame.of(at, c.PAST | c.THIRD) for at in range(stop))


_HANGS = frozenset({"such", "where", "like", "across", "toward", "towards"})


def is_noun_behind(frame: Frame, found: Report) -> bool:
    """Whether a cue of the present is a noun behind what was taken for its subject: "the lewd [jokes] and", "Corn Belt [states] grew".

    A report goes on with what is reported; a noun goes on with what hangs on it, or with its own verb.
    """
    if not is_nominal(found.bits) or found.speaker is None or found.opener in {"that", "colon", "to"}:
        return False
    if found.right > found.at or frame.of(found.speaker.last, c.PRONOUN):
        return False
    apart = found.left and not frame.is_word(found.left - 1) and not frame.of(found.speaker.last, c.QUANTIFIER)
    if apart and may_speak(frame, found.speaker):
        return False  # "“Not yet,” Ann Lee jokes in a letter"
    if found.opener == "question" and found.bits & (c.ASKS | c.DOUBTS):
        return False
    if found.bits & c.SAYS and tells_of_noun(frame, found.left):
        return False  # "a truce that Lund hopes will hold"
    behind = found.at + 1
    some = found.bits & c.BODY and frame.of(found.speaker.last, c.QUANTIFIER)  # not "many fear cuts would follow"
    several = found.speaker.name is None and not some
    plain = (
        frame.is_word(behind) and not frame.is_capital(behind) and not frame.of(behind, c.FUNCTION | c.ADVERB | c.ING)
    )
    if found.bits & c.BASE and plain and not several:
        return True  # "most [state] parties", "NATO [state] leaders"
    if frame.of(behind, c.PREPOSITION | c.RELATIVE) or frame.text(behind) in _HANGS:
        stop = frame.clause_end(behind)
        return not frame.quotes_next(behind) or frame.any(c.CUE, behind, stop)
    if frame.of(behind, c.CONJUNCTION):
        return True
    return is_verb(frame, behind) and not frame.is_capital(behind) and not frame.of(behind, c.ADJECTIVE)
