"""Verbs that report: "X sagte, …", "…, teilte X mit", "X hat erklärt, dass", any verb beside a quotation, a colon."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.parts import Offsets
from nutgraf.reading.speech.clause.reports import Opener, Report, Sought, kind_of
from nutgraf.reading.speech.frames import QUOTE, Frame
from nutgraf.reading.speech.known import Known, Phrase
from nutgraf.reading.speech.stances import by_classes
from nutgraf.reading.speech.verb_second.content import Content, Range, around, content_before, content_behind
from nutgraf.reading.speech.verb_second.fields import (
    any_finite,
    is_finite,
    is_verb,
    part_of,
    whole_verb,
)
from nutgraf.reading.speech.verb_second.phrases import is_object, past_circumstances, phrase_after
from nutgraf.reading.speech.verb_second.subjects import behind, first_subject, source_of_it, speaks, subject_of
from nutgraf.reading.text.among_nouns import HOLDS, SHOWS

_BE_SAID = c.DID | c.WILL
"""Auxiliaries of the passive."""


def finite(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "X sagte, …", "…, sagte X", "am Montag teilte X mit, dass", "X, der … sagte"."""
    if not is_verb(frame, at):
        return None
    bits = whole_verb(frame, at, sought.words)
    if not bits & c.CUE or (bits & c.PARTICIPLE and _has_auxiliary(frame, at)):
        return None
    if bits & c.PLURAL and not bits & c.PAST and frame.text(at - 1) == "zu":
        return None
    if frame.of(at, c.SUBJUNCTIVE) and not frame.of(at, c.PAST) and _is_reported(frame, at, sought):
        return None  # "Er gehe davon aus, dass der Damm hält, [sagte Ann Lee]"
    if bits & c.MARKS and bits & c.SPEAKS and frame.low[at + 1 : at + 2] == ("mit",):
        return None  # "sprach mit dem „Boten“"
    return _report(frame, at, bits, sought, subject_of(frame, at, sought.known, sought.last_speaker), cue=at)


def _is_reported(frame: Frame, verb: int, sought: Sought) -> bool:
    """Whether a verb of speech closes the sentence behind this one, with its subject behind it: what stands before is said."""
    for at in range(len(frame) - 1, verb + 1, -1):
        if (
            is_verb(frame, at)
            and frame.clause_start(at) == at
            and whole_verb(frame, at, sought.words) & (c.SAYS | c.TELLS)
        ):
            return frame.low[at - 1] == "," and not frame.of(at, c.SUBJUNCTIVE)
    return False


def perfect(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "X hat erklärt, dass …", "X habe ihm gesagt, …"."""
    if not frame.bits[at] & c.PARTICIPLE or not is_verb(frame, at) or not frame.bits[at] & c.CUE:
        return None
    if at != frame.clause_end(at) - 1:
        return None
    first = frame.clause_start(at)
    have = next(
        (n for n in range(at - 1, first - 1, -1) if frame.of(n, c.HAVE | c.HAD) and not frame.is_capital(n)), -1
    )
    if have < 0 or any(frame.of(n, _BE_SAID) and is_finite(frame, n) for n in range(first, at)):
        return None
    found = _report(
        frame, have, frame.bits[at], sought, subject_of(frame, have, sought.known, sought.last_speaker), cue=at
    )
    reported = frame.of(have, c.SUBJUNCTIVE) and found is not None and found.opener in {"comma", "none"}
    return None if reported else found  # "Das Land habe Geld zugesagt, es sei aber …" is all somebody else's


def with_modal(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "wollte nicht ausschließen, dass …", "Ausschließen wollte X nicht, dass …", "„…“, soll X gesagt haben"."""
    first, end = frame.clause_start(at), frame.clause_end(at)
    asked = c.DUTY | c.MAYBE | c.WILL
    modal = next((n for n in range(first, end) if frame.of(n, asked) and not frame.is_capital(n)), -1)
    fronted = at == modal - 1 == first
    last = at == end - 1 - (frame.low[end - 1] == "haben") and not frame.is_capital(at)
    quoted = modal == first > 0 and frame.segment[first - 1 - (frame.low[first - 1] == ",")] >= 0
    if modal < 0 or not (fronted or last) or not (quoted or (frame.of(modal, c.DUTY) and _negated(frame, modal, end))):
        return None
    if frame.of(modal, c.SUBJUNCTIVE) and _is_reported(frame, at, sought):
        return None
    found = subject_of(frame, modal, sought.known, sought.last_speaker)
    if fronted:
        found = behind(frame, modal, sought.known), True, False
    anybody = found[0] is not None and frame.low[found[0].first] == "man"
    return None if anybody else _report(frame, modal, frame.bits[at], sought, found, cue=at)


def _negated(frame: Frame, at: int, end: int) -> tuple[int, ...]:
    return tuple(
        n for n in range(at + 1, min(end, len(frame))) if frame.of(n, c.NEGATION) and not frame.of(n, c.DETERMINER)
    )


def cited(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "„…“, wird X zitiert", "die Zeitung zitierte X mit den Worten: „…“": who is cited speaks."""
    if not is_verb(frame, at):
        return None
    floor = next((n + 1 for n in range(at - 1, -1, -1) if frame.low[n] in {";", ":"}), 0)
    passive = next((n for n in range(at - 1, floor - 1, -1) if frame.of(n, _BE_SAID) and is_finite(frame, n)), -1)
    verb = passive if passive >= 0 else at
    subject, inverted, _ = subject_of(frame, verb, sought.known, None)
    whom = subject if passive >= 0 else _cited(frame, verb, sought.known, subject, inverted=inverted)
    cue = frame.start[at], frame.end[at]
    if whom is None:
        return Report("quote", at, cue, None, at, at, at + 1, bits=c.MARKS | c.CUE)
    found = _report(frame, verb, c.SAYS | c.CUE, sought, (whom, inverted, False), cue=at)
    return found._replace(addressee=None) if found else None


def _cited(frame: Frame, verb: int, known: Known, subject: Phrase | None, *, inverted: bool) -> Phrase | None:
    """Whom a body of the press cites, or what: behind the verb, or before it where the body stands behind."""
    press = subject is not None and frame.any(c.BODY | c.WORK, subject.first, subject.last)
    if press and subject is not None and subject.name is not None and subject.name.kind == "person":
        return subject  # "zitiert die Zeitung Ann Lee"
    first = frame.clause_start(verb)
    if first < verb and is_object(
        frame, first
    ):  # "Den Kapitän zitierte die Zeitung", "Ann Lee, den die Zeitung zitiert"
        return phrase_after(frame, first, verb, known) if inverted else subject
    at = verb + 1
    if frame.text(at) == "ihn" or (frame.text(at) == "sie" and inverted):
        return Phrase(frame.start[at], frame.end[at], at, at)
    if inverted and subject is not None:
        at = subject.last + 1 + (frame.text(subject.last + 1) in {"“", "«", "”", "»"})
    at = past_circumstances(frame, at, len(frame), known) if frame.text(at) != "aus" else at + 1
    return phrase_after(frame, at, frame.clause_end(verb), known)


def _has_auxiliary(frame: Frame, at: int) -> bool:
    """Whether a participle, and not a finite form, stands there: "hat bestätigt", "wurde kritisiert"."""
    first = frame.clause_start(at)
    return at == frame.clause_end(at) - 1 and any(
        frame.of(n, c.AUXILIARY) and not frame.is_capital(n) for n in range(first, at)
    )


def _report(
    frame: Frame, at: int, bits: int, sought: Sought, found: tuple[Phrase | None, bool, bool], *, cue: int
) -> Report | None:
    subject, inverted, carried = found
    words = sought.words
    end = frame.clause_end(max(at, cue))
    if subject is not None and subject.last >= end:
        end = frame.clause_end(subject.last)
    anonymous = frame.text(at + 1) == "es"
    if anonymous and (whose := phrase_after(frame, at + 2, end, sought.known)) is not None and speaks(frame, whose):
        subject, anonymous = whose, False  # "so sagt es Ann Lee"
    if subject is None and not anonymous:
        return None
    if subject is not None and (
        frame.of(subject.first, c.NOBODY)
        or frame.low[subject.first].startswith("kein")
        or frame.text(subject.first) == "wer"
    ):
        return None
    if anonymous and subject is not None and subject.first == at + 1:
        first, known = frame.clause_start(at), sought.known
        subject = source_of_it(frame, at + 2, end, known) or source_of_it(frame, first, at, known)
    first = frame.clause_start(at)
    negated = _negated(frame, at, end)
    content = content_behind(frame, end, bits, sought.known, subject if inverted else None)
    inverts = first == at and at > 0
    ahead = content_before(frame, at, _floor(frame, at, sought)) if inverts and inverted else None
    asked = content.opener == "question" or (ahead is not None and frame.of(ahead[0], c.OPENS_CLAUSE))
    if negated and not asked and not (bits & c.DENIES and (ahead or content.opener == "that")):
        return None  # but "schloss nicht aus, dass"
    halves = None
    if inverts and inverted and subject is not None and bits & c.SAYS:
        halves = around(frame, at, _floor(frame, at, sought), end)
    announced = content.opener == "colon" and bool(content.told or bits & c.DENIES)
    told = halves or _ranges(frame, ahead, content, bits)
    left = at if inverts else min(first, at)
    if carried:
        left = at - 1
    last = at if subject is None or subject.first < at else max(at, subject.last)
    return Report(
        kind_of(bits),
        at,
        (
            frame.start[min(cue, *negated)] if negated else frame.start[cue],
            frame.end[max(part_of(frame, cue, words), *negated, cue)],
        ),
        subject,
        left,
        last,
        max(content.first, last + 1),
        content.opener,
        # "wies den Vorwurf zurück": what is denied hears nothing
        _hearer(frame, at, end, subject, sought.known) if bits & (c.SAYS | c.TELLS) and not bits & c.DENIES else None,
        carried=carried,
        bits=bits,
        stance="no_comment" if negated and asked else "says" if negated or announced else by_classes(bits),
        told=told,
    )


def _floor(frame: Frame, at: int, sought: Sought) -> int:
    """Where what a report closes begins at the earliest."""
    floor = next((n + 1 for n in range(at - 1, -1, -1) if frame.low[n] == ";"), 0)
    before = sought.found[-1] if sought.found else None
    return floor if before is None or not before.told else max(floor, before.content)


def _ranges(frame: Frame, ahead: Range | None, content: Content, bits: int) -> tuple[Range, ...]:
    """What is reported outside marks: before the clause, behind it, or on both sides."""
    if not bits & (c.SAYS | c.TELLS) and not (content.told and content.opener in {"to", "that", "colon"}):
        return ()
    behind = content.told
    if behind is not None and (QUOTE in frame.low[behind[0] : behind[1] + 1] or behind[0] > behind[1]):
        behind = None
    if ahead is not None and content.opener in {"none", "comma"} and not (behind and any_finite(frame, *behind)):
        behind = None
    return tuple(part for part in (ahead, behind) if part)


def _hearer(frame: Frame, at: int, end: int, subject: Phrase | None, known: Known) -> Offsets | None:
    """To whom it was said, behind the subject or the verb: "sagte Ann Lee [der Zeitung]"."""
    first = max(at, subject.last if subject is not None else at) + 1
    if first >= end or frame.low[first] not in {"der", "dem", "den"}:
        return None
    found = phrase_after(frame, first, end, known)
    return found.offsets if found is not None else None


def beside(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Any verb right behind a quotation: “…”, schimpfte X; asked at the comma, since the verb may be in no list."""
    at += frame.low[at] == ","
    if at >= len(frame):
        return None
    last = at - 1 - (frame.text(at - 1) == ",")
    if last < 0 or frame.segment[last] < 0 or not frame.is_word(at) or frame.is_capital(at):
        return None
    bits = frame.bits[at]
    if bits & (c.FUNCTION | c.ADVERB | c.CUE) or not (bits & c.VERB or frame.low[at].endswith(("te", "ten", "t"))):
        return None
    if frame.text(at - 1) != "," and frame.segment[last] not in sought.closed:
        return None
    subject, inverted, _ = subject_of(frame, at, sought.known, None)
    if subject is None or not inverted:
        return None
    named = subject.name is not None or frame.any(
        c.PERSON | c.TITLE | c.BODY | c.PRONOUN, subject.first, subject.last + 1
    )
    return _report(frame, at, c.MARKS | c.CUE, sought, (subject, True, False), cue=at) if named else None


def shows_itself(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "zeigte sich „enttäuscht“", "gab sich nach dem Spiel „ratlos“"."""
    end = frame.clause_end(at)
    if frame.text(at - 1) not in SHOWS or end >= len(frame) or frame.segment[end] < 0:
        return None
    subject, inverted, carried = subject_of(frame, at - 1, sought.known, sought.last_speaker)
    found = _report(frame, at - 1, c.MARKS | c.CUE, sought, (subject, inverted, carried), cue=at - 1)
    return found._replace(cue=(frame.start[at - 1], frame.end[at])) if found else None


def holds_for(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "hält das für „Unsinn“", asked at "für"."""
    quoted = at + 1 + frame.of(at + 1, c.INDEFINITE)
    if quoted >= len(frame) or frame.segment[quoted] < 0:
        return None
    verb = next((n for n in range(at - 1, frame.clause_start(at) - 1, -1) if frame.low[n] in HOLDS), -1)
    if verb < 0 or "sich" in frame.low[verb:at]:
        return None
    subject, inverted, carried = subject_of(frame, verb, sought.known, sought.last_speaker)
    found = _report(frame, verb, c.MARKS | c.CUE, sought, (subject, inverted, carried), cue=verb)
    return found._replace(content=quoted, right=verb, kind="quote") if found else None


def colon(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "X zuckte mit den Schultern: “…”": the subject of the clause speaks."""
    if at + 1 >= len(frame) or frame.segment[at + 1] < 0 or (sought.found and sought.found[-1].content >= at):
        return None
    if any_finite(frame, 0, at):
        subject = first_subject(frame, sought.known)
    else:
        first = past_circumstances(frame, 0, at, sought.known)  # "Dazu der Landrat: “…”"
        subject = phrase_after(frame, first, at, sought.known)
        if subject is not None and frame.of(subject.first, c.POSSESSIVE) and not speaks(frame, subject):
            subject = Phrase(frame.start[subject.first], frame.end[subject.first], first, first)  # "Sein Fazit: “…”"
        elif subject is not None and not speaks(frame, subject):
            subject = None  # "Ganz einfach: “…”", "Kurz darauf die Antwort: “…”"
    if subject is None or subject.last >= at:
        return None
    opener: Opener = "colon"
    cue = frame.start[at], frame.end[at]
    return Report("quote", at, cue, subject, subject.first, at, at + 1, opener)


FINITE_CUES = (c.CUE | c.PAST, c.CUE | c.THIRD, c.CUE | c.SUBJUNCTIVE, c.PARTED)
