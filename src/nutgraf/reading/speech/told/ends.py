"""Where what is reported ends: at the reporter's comment, at what the speaker did next, at the verb of the main clause."""

from __future__ import annotations

from itertools import pairwise

from nutgraf.reading.languages import classes as c
from nutgraf.reading.speech.clause.reports import Report, points
from nutgraf.reading.speech.frames import BE, DASHES, Frame, has_verb, is_verb, skip_helpers
from nutgraf.reading.speech.phrase.noun_ends import OF_BOUNDS, is_count
from nutgraf.reading.speech.told.hanging import hangs, may_end
from nutgraf.reading.speech.told.second_verbs import before_second_verb, shifts
from nutgraf.reading.verbs.found import cues, has_group

_CONTRASTS = frozenset({"while", "whereas", "though", "although"})
_REACTIONS = frozenset({"prompting", "sparking", "drawing", "provoking", "eliciting"})
"""What was said does so, and not what it is about: "said the mine would stay shut, prompting a walkout"."""
_LONGEST = 5
"""Tokens of a noun phrase that comments, up to its noun."""
_DIVIDES = c.CONJUNCTION | c.THAT | c.OPENS_CLAUSE | c.RELATIVE
_AHEAD = c.WILL | c.MAYBE | c.PLANNED
_LEADS = frozenset({"as", "with", "to"})
_INVERTED = (BE, c.HAVE | c.HAD)


def stop_of(frame: Frame, report: Report, following: Report | None) -> int:
    """The last token of what is reported behind a cue."""
    stop = len(frame) - 1 if report.stop is None else report.stop - 1
    if following:
        stop = min(stop, (joint_before(frame, following) or following.left) - 1)
    first = report.content
    if ";" in frame.low[first:stop]:
        stop = next((at - 1 for at in range(first, stop) if frame.low[at] == ";" and not _goes_on(frame, at)), stop)
    stop = before_second_verb(frame, report, stop)
    subordinate = "," in frame.low[first + 1 : stop] and hangs(frame, report)
    relative = frame.of(report.left - 1, c.RELATIVE | c.THAT)
    for at in range(first + 1, stop):
        if frame.low[at] == "but" and _falls_silent(frame, at):
            return at - 1
        if relative and frame.of(at, c.JOINT) and frame.of(at + 1, c.RELATIVE):
            return at - 1  # "who they say had left and who came back"
        if frame.low[at] == "compared" and frame.low[at + 1] in {"with", "to"} and _counts(frame, report):
            return at - 1  # "60 percent said they would stay, compared with half of the divers"
        dash = frame.low[at] in DASHES
        if not dash and frame.low[at] != ",":
            continue
        if (subordinate and not dash and may_end(frame, report, at, stop)) or _turns_away(frame, report, at, stop):
            return at - 1
    return stop


def _goes_on(frame: Frame, semicolon: int) -> bool:
    """Whether a further verb without a subject follows a semicolon: "said they had met twice; spoke of it; and left"."""
    at = semicolon + 1 + frame.of(semicolon + 1, c.CONJUNCTION)
    return frame.of(at, c.VERB) and frame.of(at, c.PAST) and not frame.is_capital(at)


def divides(frame: Frame, report: Report, outer: Report) -> bool:
    """Whether a joint opens the clause of a report behind a comma or dash, or sets it against another: "…, and Lee said", "half said … and half said"."""
    joint = joint_before(frame, report)
    if not joint:
        return False
    apart = frame.low[joint - 1] == "," or frame.low[joint - 1] in DASHES
    return apart or (frame.low[report.at] == frame.low[outer.at] and not report.carried and _counts(frame, report))


def joint_before(frame: Frame, report: Report) -> int:
    """The "and" or "while" that opens the clause of a report, past what says how exact its number is: "and [more than] half said"; 0 where none does."""
    at = report.left - 1
    while at > 0 and (frame.of(at, c.BOUND | c.ADVERB) or frame.low[at] in OF_BOUNDS):
        at -= 1
    return at if at > 0 and frame.of(at, c.CONJUNCTION) else 0


def _counts(frame: Frame, report: Report) -> bool:
    """Whether some of those asked speak: "half", "40 percent of the divers", "some"."""
    first = report.speaker.first if report.speaker else report.left
    if report.speaker and frame.any(c.PERCENT, first, report.speaker.last + 1):
        return True
    return is_count(frame, first + frame.of(first, c.INDEFINITE)) or frame.of(first, c.QUANTIFIER)


def _turns_away(frame: Frame, report: Report, comma: int, stop: int) -> bool:
    """Whether the reporter goes on behind a comma or dash: with a comment, ", but the players …", ", while the firm denies …", ", as the log shows"."""
    if comments(frame, report, comma, stop, report.content):
        return True
    following = frame.text(comma + 1)
    if following == "according" and frame.text(comma + 2) == "to":
        return True
    if following in {"and", "but"} and frame.of(comma + 2 + (frame.text(comma + 2) in {"when", "if"}), c.ASKS):
        return True  # "said it was late, and when asked whether"
    if following == "as" and any(
        frame.of(comma + 2, verb) and not frame.any(verb, report.content, comma) for verb in _INVERTED
    ):
        return True  # "says he does not, as was the case in May"; not "it was shut, as was the pier"
    if frame.low[comma] in DASHES and following in _CONTRASTS | {"but"} and has_verb(frame, comma + 3, stop + 1):
        # "– but she is not sure", "– though it is unclear"
        return frame.of(comma + 2, c.PRONOUN) or _begins_subject(frame, comma + 2)
    if following in _CONTRASTS:
        own = frame.of(comma + 2, c.ING) and frame.of(comma + 2, c.CUE)  # ", while stressing that it was old"
        aside = frame.text(comma + 3) == ","  # "a rare, although brief, visit"
        return own or (not aside and _begins_subject(frame, comma + 2) and _speaks(frame, comma + 3, stop))
    if following in {"and", "but"} and shifts(frame, report, comma + 2, stop):
        return True  # "said it would hold, and the crews now hope so"
    if following in {"but", "yet"}:
        on = frame.text(comma + 2) == "that" and not points(frame, comma + 2)
        return not on and _has_subject(frame, comma + 2, stop)
    even = following == "even"
    earlier = even and frame.any(c.HAD, comma, stop)  # "that he had lied, even as he had sworn"
    return frame.text(comma + 1 + even) == "as" and not earlier and _bears_out(frame, comma + 1 + even, stop)


def _speaks(frame: Frame, first: int, stop: int) -> bool:
    """Whether a verb of speech or thought stands there: "critics deny it", "others see it as lost"; not "will likely see rain"."""
    tells = c.PUTS | c.THINKS | c.SAYS | c.DENIES | c.DOUBTS
    return any(frame.of(at, tells) and not frame.of(at - 1, _AHEAD) for at in range(first, stop))


def _bears_out(frame: Frame, at: int, stop: int) -> bool:
    """Whether a clause with "as" ends a sentence: "as the log shows"; not "as well as", "as a way to mend it"."""
    adverbial = frame.of(at + 1, c.ADVERB) or frame.text(at + 1) in {"well", "if", "though"}
    noun = frame.of(at + 1, c.INDEFINITE) and not has_verb(frame, at + 2, stop + 1)
    return not adverbial and not noun and _ends_with(frame, at, stop)


def comments(frame: Frame, report: Report, comma: int, stop: int, first: int) -> bool:
    """Whether what follows a comma or dash is about the clause told from `first` on, or about its speaker.

    ", which angered …", ", prompting …", ", citing …", ", without giving …", ", but did not say why", ", a claim that nobody believed".
    """
    following = frame.text(comma + 1)
    if following == "which" or following in _REACTIONS:
        whole = report.opener == "to" or frame.low[first].endswith("ing") or has_verb(frame, first + 1, comma)
        return whole and (following != "which" or "," not in frame.low[comma + 1 : stop])
    if following in {"citing", "quoting"}:
        return bool(report.bits & c.TELLS)
    if following == "without":
        return frame.of(comma + 2, c.ING) and frame.of(comma + 2, c.ISSUES | c.DISCLOSES | c.SAY)
    if following in {"but", "though", "although"}:
        return _falls_silent(frame, comma + 1)
    return comments_on(frame, comma + 1) or leaves_scene(frame, report, comma)


def _falls_silent(frame: Frame, but: int) -> bool:
    """What is said of the speaker: "but gave no details", "though she would not say why", "but declined to comment"."""
    but += frame.of(but + 1, c.PRONOUN)
    if frame.of(but + 1, c.ISSUES) and frame.text(but + 2) == "no":
        return True
    negated = frame.low[but + 1][-3:] in {"n't", "n’t"}
    silent = negated or (
        frame.of(but + 1, c.NEGATION | c.AUXILIARY) and frame.low[but + 2 : but + 3] in {("not",), ("to",)}
    )
    return silent and frame.of(but + 3 - negated, c.SAY | c.DISCLOSES)


def _ends_with(frame: Frame, first: int, stop: int) -> bool:
    """Whether what begins with a token goes on to the end without a comma, and has a verb."""
    return "," not in frame.low[first:stop] and frame.any(c.VERB | c.AUXILIARY, first + 2, stop + 1)


def _has_subject(frame: Frame, first: int, stop: int) -> bool:
    """Whether a clause with a subject of its own begins: "the players wore new boots"."""
    return _begins_subject(frame, first) and has_verb(frame, first + 1, stop + 1)


def _begins_subject(frame: Frame, first: int) -> bool:
    """Whether a determiner, a name or a plain noun stands there: "the players", "satellite images"."""
    plain = (
        frame.is_word(first) and not frame.of(first, c.FUNCTION | c.ADVERB | c.ADJECTIVE) and not is_verb(frame, first)
    )
    return frame.of(first, c.DETERMINER) or plain


def comments_on(frame: Frame, first: int) -> bool:
    """Whether a noun for what was said begins here, with a clause that judges it: "a promise he could not keep", "a charge the army denies".

    A noun of speech with nothing but a preposition behind it may be part of what is reported: "a promise of work".
    """
    if frame.text(first) == "something":
        return _judged(frame, first + 1)
    if frame.of(first, c.SPEECH) and frame.of(first, c.PLURAL) and not frame.is_capital(first + 1):
        return _judged(frame, first + 1)  # "claims that nobody believed"
    if not frame.of(first, c.INDEFINITE):
        return False
    for at in range(first + 1, min(len(frame) - 1, first + _LONGEST)):
        if frame.of(at, c.SPEECH | c.COMMENTS):
            return _judged(frame, at + 1)
        if not frame.is_word(at) or frame.of(at, c.FUNCTION):
            return False
    return False


def _judged(frame: Frame, first: int) -> bool:
    """Whether a clause about a noun begins behind it: "that nobody believed", "he could not keep", "disputed by"."""
    opens = c.PRONOUN | c.RELATIVE | c.DETERMINER | c.OPENS_CLAUSE | c.NOBODY
    named = frame.is_word(first) and frame.is_capital(first)
    return frame.of(first, opens) or named or (frame.of(first, c.PAST) and frame.text(first + 1) == "by")


def tells_of_speaker(frame: Frame, first: int, stop: int) -> bool:
    """Whether what stands behind "X said," tells how or where X said it: "smiling at them", "in a letter to staff", "on condition of anonymity"."""
    if frame.of(first, c.ING):
        return frame.of(first, c.ACTS | c.SPEAKS)
    scene = frame.of(first, c.CIRCUMSTANCE) and frame.any(c.SPEAKS | c.DOCUMENT | c.WRITTEN, first + 1, first + 4)
    return scene and not has_verb(frame, first, stop + 1)


def leaves_scene(frame: Frame, report: Report, comma: int) -> bool:
    """Whether a comma and "then" tell what the speaker did next: "said the door was open, then walked off".

    The verb is one for what somebody does, and what is reported is about something else.
    """
    then = comma + 1 + (frame.text(comma + 1) == "and")
    if frame.text(then) != "then" or not (frame.of(then + 1, c.ACTS) and frame.of(then + 1, c.PAST)):
        return False
    first = report.content
    verb = next((at for at in range(first + 1, comma) if frame.of(at, c.AUXILIARY | c.PAST)), comma)
    somebody = c.PRONOUN | c.PERSON | c.TITLE | c.QUANTIFIER
    return not any(
        (frame.of(at, somebody) and frame.low[at] != "it") or (frame.is_word(at) and frame.is_capital(at))
        for at in range(first, verb)
    )


def less_reporters(text: str, frame: Frame, own: Report, part: tuple[int, int], *, clausal: bool) -> tuple[int, int]:
    """What is reported without what the reporter goes on with: behind a comma, or with the verb of the main clause."""
    first, last = part
    loose = not clausal or own.opener in {"to", "none"} or bool(own.bits & c.NOUN)
    for comma in range(first + 1, last):
        if frame.low[comma] == "," and _leaves(text, frame, comma, last, clausal=clausal, loose=loose):
            last = comma - 1
            break
    return less_main_clause(text, frame, own, (first, last))


def less_main_clause(text: str, frame: Frame, own: Report, part: tuple[int, int]) -> tuple[int, int]:
    """What is reported within the subject of a sentence, without its verb: "The union's claim that it was safe | surprised us"."""
    first, last = part
    noun = own.rule in {"", "noun of speech"} and own.bits & c.NOUN and own.left <= 1
    noun = noun and not has_verb(frame, own.left, own.at)  # not "Ann Lee gave assurances that"
    hangs = noun or (own.left == 0 and frame.of(skip_helpers(frame, own.at - 1, 0)[0], c.RELATIVE | c.THAT))
    return (first, _before_main_verb(text, frame, first, last)) if hangs and first > own.at else part


def _leaves(text: str, frame: Frame, comma: int, last: int, *, clausal: bool, loose: bool) -> bool:
    """Whether what follows a comma is the reporter's: "…, which angered them", "…, and the army sent trucks"."""
    following = frame.low[comma + 1]
    if frame.of(comma + 1, c.RELATIVE):
        return not clausal
    subject = comma + 3 <= last and frame.is_word(comma + 2) and not opens_no_subject(frame, comma + 2)
    own_clause = subject and has_group(text[frame.start[comma + 3] : frame.end[last]])
    return own_clause and (following == "but" or (loose and following in {"and", "so", "while", "whereas"}))


def opens_no_subject(frame: Frame, at: int) -> bool:
    """Whether a small word stands there that opens no subject."""
    return frame.of(at, c.THAT | c.ADVERB) or (frame.of(at, c.FUNCTION) and not frame.of(at, c.DETERMINER))


def _before_main_verb(text: str, frame: Frame, first: int, last: int) -> int:
    """Before the second verb in a row: "the lift had been broken for a year | went unanswered"."""
    start = frame.start[first]
    for one, other in pairwise(
        cue for cue in cues(text[start : frame.end[last]], "en") if cue.kind not in {"break", "if"}
    ):
        low, high = frame.at(start + one.end - 1) + 1, frame.at(start + other.start)
        divided = frame.any(_DIVIDES, low, high) or not _LEADS.isdisjoint(frame.low[low:high])
        if not divided and all(frame.word[low:high]) and frame.low[high] != "to":
            return high - 1
    return last
