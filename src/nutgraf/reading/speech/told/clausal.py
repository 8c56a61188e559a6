"""Whether a clause stands behind a cue, and not an object ("denied the charges") or a place ("said in Kyiv")."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.speech.clause.edges import is_infinitive
from nutgraf.reading.speech.clause.reports import Report, tells_of_noun
from nutgraf.reading.speech.frames import TIMES, Frame, has_verb, is_verb

NO_CLAUSE = c.PREPOSITION | c.CIRCUMSTANCE | c.BARE_OBJECT
_SUBJECTS = c.PRONOUN | c.ARTICLE | c.POSSESSIVE
_BEFORE = c.PREPOSITION | c.CONJUNCTION | c.ADVERB | c.QUANTIFIER | c.POSTPOSITION


def tells_clause(frame: Frame, report: Report, stop: int) -> bool:
    """Whether a clause follows, and not an object ("denied the charges") or a place ("said in Kyiv")."""
    first, last = report.content, min(stop + 1, report.content + 30)
    if report.opener == "none" and report.bits & c.SAYS and _lacks_subject(frame, report):
        return True  # "a step that he said helped", "the divers they think were best"
    if report.bits & c.NOUN and frame.of(first, c.AUXILIARY):
        return False  # "Their individual claims were upheld"
    if report.opener in {"that", "question"}:
        return True
    if report.bits & c.SAY and report.bits & c.ADDRESSES and report.addressee is None and report.opener == "none":
        return False  # "told jokes all evening"
    if report.opener == "to":
        return frame.word[first : stop + 1].count(True) > 1
    if report.bits & c.GERUND and _is_gerund(frame, first, bare=bool(report.bits & c.DENIES)):
        return True  # "denied ordering it"
    if first >= last or (
        frame.of(first, NO_CLAUSE) and not (_counts(frame, first) and _plain_clause(frame, first, last))
    ):
        return False
    if report.opener == "none" and report.bits & (c.SAYS | c.TELLS) and _plans(frame, first):
        return True  # "announced plans to merge"
    if report.bits & c.NOUN and frame.low[first] == "that":
        return False  # "the inland states that have grown"
    alone = frame.of(first, c.OBJECT) and not (frame.is_word(first + 1) or frame.of(first + 1, c.CURRENCY))
    if alone or frame.low[first].endswith(("self", "selves")):
        return False  # "a week after he said them, …", "found themselves alone"
    if report.kind != "say" and report.opener != "colon":
        plain = report.bits & c.PLAIN and report.opener == "none"
        return bool(plain) and _plain_clause(frame, first, last, alone=True, made=bool(report.bits & c.OBJECTS))
    pronoun = frame.of(first, c.PRONOUN)
    if report.bits & c.OBJECTS and report.opener == "none" and not pronoun and not _plain_clause(frame, first, last):
        return False  # "adds support for it"
    # not "said nothing", "saying goodbye to"
    plainest = report.bits & (c.SAY | c.ING) == c.SAY and not frame.low[first].endswith("ing")
    return (
        pronoun
        or frame.any(c.AUXILIARY, first, last)
        or any(_acts(frame, at) for at in range(first + 1, last))
        or (plainest and report.opener != "comma" and last - first > 4)
    )


def _plans(frame: Frame, first: int) -> bool:
    """Whether somebody's own plan stands there with what is planned: "her plan to close the mill", "plans Tuesday to merge"; not "a plan to merge"."""
    noun = first + frame.of(first, c.POSSESSIVE)
    noun += not frame.each(noun, c.PLANS | c.NOUN) and not frame.of(noun, c.FUNCTION)
    return frame.each(noun, c.PLANS | c.NOUN) and is_infinitive(frame, noun + 1 + frame.of(noun + 1, TIMES))


def _lacks_subject(frame: Frame, report: Report) -> bool:
    """Whether a verb stands there whose subject is what the report describes: "a step that he said [helped] the town"."""
    first = report.content
    if report.right > report.at or not is_verb(frame, first) or frame.is_capital(first):
        return False
    main = frame.text(report.left - 1) == "what" and not frame.is_word(report.left - 2)  # "What he thinks is a secret"
    return not main and tells_of_noun(frame, report.left) and has_verb(frame, 0, report.left)


def _is_gerund(frame: Frame, at: int, *, bare: bool) -> bool:
    """Whether a verb in -ing has its object or a phrase behind it: "taking the money"; not "planning permission", "wrongdoing in".

    `bare`: a plain plural is an object, too: who denies "taking bribes", but who reports "falling sales" reports no deed.
    """
    own = frame.low[at] in {"having", "being"}
    signed = frame.of(at + 1, c.CURRENCY) and not frame.is_word(at + 1)
    counted = signed or frame.text(at + 1)[:1].isdigit()
    if not (frame.is_word(at + 1) or counted) or not (own or (frame.of(at, c.ING) and not frame.of(at, c.FUNCTION))):
        return False
    if frame.of(at + 1, c.PREPOSITION) or (bare and frame.low[at + 1].endswith("s")):
        return own or (frame.of(at, c.VERB) and not frame.of(at, c.OF_TITLE))
    return own or frame.of(at + 1, c.FUNCTION) or frame.is_capital(at + 1) or counted


def _counts(frame: Frame, first: int) -> bool:
    """Not "said little" or "said in Kyiv" but "more than 400 …", "at least 40 …", "about half …", "no one …"."""
    number = first + 1 + frame.of(first + 1, c.INDEFINITE)
    counted = frame.of(number, c.CARDINAL | c.FRACTION | c.UNTOLD) or frame.text(number)[:1].isdigit()
    return (
        frame.of(first, c.BARE_OBJECT)
        or (frame.low[first], frame.text(first + 1)) == ("at", "least")
        or (frame.of(first, c.BOUND) and counted)
    )


def _plain_clause(frame: Frame, first: int, stop: int, *, alone: bool = False, made: bool = False) -> bool:
    """A subject and its verb, with nothing between that opens another clause; `alone`: nor another subject ("recalled the day he left").

    `made`: the verb before it may find or make an object so.
    """
    goes_on = 0  # where a subject does: "a plan [to save the mill] would", "old [and new rowers] might"
    for at in range(first, stop):
        if alone and at > first and frame.of(at, _SUBJECTS) and frame.is_word(at - 1) and not frame.of(at - 1, _BEFORE):
            return False
        if at > first and ((alone and frame.of(at, c.SUBORDINATES)) or (made and _is_made(frame, at))):
            return False  # "declared an emergency after it rained", "found the door locked"
        if frame.of(at, c.AUXILIARY) or (at > first and not goes_on and _acts(frame, at)):
            own = goes_on and _has_own_subject(frame, goes_on, at)
            return at > first and not own and not (alone and frame.of(at - 1, c.PREPOSITION))
        if not alone and at > first and (is_infinitive(frame, at) or frame.of(at, c.COUPLES)):
            goes_on = at
        elif (frame.of(at, c.DIVIDES) and not (at == first and frame.of(at, c.THAT))) or frame.low[at] in {
            ",",
            ";",
            ":",
        }:
            return False
    return False


def _is_made(frame: Frame, at: int) -> bool:
    """Whether a past form with nothing of its own behind it may tell what somebody finds or makes of an object: "[locked]", "[locked] on Monday"."""
    told = frame.of(at - 1, c.PRONOUN) and not frame.of(at - 1, c.OBJECT)  # "implied she waited"
    past = frame.of(at, c.PAST) and not frame.of(at, c.AUXILIARY | c.IRREGULAR) and not told
    return past and (not frame.is_word(at + 1) or frame.of(at + 1, c.PREPOSITION))


def _acts(frame: Frame, at: int) -> bool:
    """Whether a finite verb stands there, in the present of several ("more firms keep away") or before "to" ("Lund needs [to win]", "Lund runs [a mill]"), too."""
    if is_verb(frame, at):
        return not _of_name(frame, at)
    several = frame.low[at - 1].endswith("s") and not frame.of(at - 1, c.FUNCTION | c.VERB)
    if several and frame.of(at, c.BASE) and frame.of(at, c.VERB) and not frame.of(at, c.NOUN | c.NO_VERB | c.ADJECTIVE):
        return True
    named = frame.is_capital(at - 1) and frame.low[at].endswith("s") and not frame.is_capital(at)
    return named and (frame.text(at + 1) == "to" or (frame.of(at, c.THIRD) and frame.of(at + 1, c.DETERMINER)))


def _has_own_subject(frame: Frame, joint: int, verb: int) -> bool:
    """Whether a verb is of a clause of its own: "a plan to tell her [they were] safe", "the charges and [the court has] freed him", "and [was]"."""
    if not frame.of(joint, c.COUPLES):
        return frame.of(verb - 1, c.PRONOUN)
    told = range(joint + 1, verb)
    return frame.any(c.PRONOUN | c.DETERMINER, joint + 1, verb) or all(frame.of(at, c.ADVERB) for at in told)


def _of_name(frame: Frame, at: int) -> bool:
    """Whether a past form stands in a name or tells one: "wrote “Gone by Noon”", "wrote a novel titled “Salt”"."""
    tells = frame.of(at, c.ENTITLES | c.NAMES) or frame.low[at] == "called"
    return frame.is_capital(at) or (tells and at + 1 < len(frame) and not frame.raw[at + 1][0].islower())
