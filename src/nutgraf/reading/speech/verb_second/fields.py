"""The clauses of a sentence: where they begin and end, which words are verbs, and the part of a verb that stands apart."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words
from nutgraf.reading.speech.frames import Frame
from nutgraf.reading.tokens import Tokens

_OPENS_PHRASE = c.DETERMINER | c.PREPOSITION | c.CARDINAL
_TAKES_INFINITIVE = c.DUTY | c.MAYBE | c.WILL
FINITE = c.PAST | c.THIRD | c.SUBJUNCTIVE
_GUESSED = ("te", "ten", "tet", "iert", "ieren")
"""What an unknown verb ends with, beyond doubt enough: "versandete", "kollabiert"."""


def is_verb(frame: Frame, at: int) -> bool:
    """A word that the table has as a verb, and that is written small: "Angaben" is no verb for all that "angaben" is."""
    return frame.of(at, c.VERB | c.AUXILIARY | c.PARTED) and not frame.is_capital(at)


def is_finite(frame: Frame, at: int) -> bool:
    """Whether a finite verb stands there, known or by its ending."""
    if not frame.is_word(at) or frame.is_capital(at):
        return False
    bits = frame.bits[at]
    if bits & (c.AUXILIARY | c.VERB | c.PARTED):
        if describes(frame, at) or (bits & c.BASE and frame.of(at + 1, _TAKES_INFINITIVE)):
            return False
        return bool(bits & (FINITE | c.AUXILIARY)) and not bits & c.POSSESSIVE
    if bits & c.FUNCTION or bits & c.ADVERB:
        return False
    within = frame.is_word(at - 1) and not frame.of(at - 1, c.DETERMINER | c.PREPOSITION)
    if not within or frame.low[at].startswith("ge"):
        return within and frame.low[at].endswith(_GUESSED)
    second = _after_subject(frame, at, "t") and frame.is_word(at + 1) and not _verb_before(frame, at)
    return second or frame.low[at].endswith(_GUESSED) or _after_subject(frame, at, "e")


def describes(tokens: Tokens, at: int) -> bool:
    """Whether a participle stands before its noun, and no past: "nach dem vermissten Bergsteiger"."""
    between = tokens.text(at).endswith(("te", "ten")) and tokens.is_capital(at + 1) and not tokens.of(at, c.AUXILIARY)
    return between and tokens.of(at - 1, _OPENS_PHRASE) and not tokens.of(at - 1, c.PRONOUN)


def _verb_before(frame: Frame, at: int) -> bool:
    """Whether the table knows a verb in the clause before this token."""
    first = frame.clause_start(at)
    return any(bits & (c.VERB | c.AUXILIARY) and bits & (FINITE | c.AUXILIARY) for bits in frame.bits[first:at])


def _after_subject(frame: Frame, at: int, ending: str) -> bool:
    """Whether an unknown word with this ending stands where only a verb can: "er übernehme", "der Preis verfalle"."""
    low = frame.low[at]
    if not low.endswith(ending) or frame.bits[at] & (c.FUNCTION | c.ADVERB) or not frame.is_word(at - 1):
        return False
    if frame.low[at - 1] in {"er", "sie", "es", "man"}:
        return True
    noun = frame.is_capital(at - 1) and at > 1 and not frame.of(at - 1, c.PERIOD | c.MONTH | c.WEEKDAY)
    return noun and not (at + 1 < len(frame) and frame.is_word(at + 1) and frame.is_capital(at + 1))


def is_subjunctive(frame: Frame, at: int) -> bool:
    """Whether a verb stands there in the mood of what somebody else says: "sei", "habe", "komme"."""
    if frame.is_capital(at):
        return False
    return frame.of(at, c.SUBJUNCTIVE) or (frame.is_word(at) and not frame.bits[at] and _after_subject(frame, at, "e"))


def any_finite(frame: Frame, first: int, stop: int) -> bool:
    """Whether a finite verb stands among these tokens."""
    return any(is_finite(frame, at) for at in range(first, stop))


def any_subjunctive(frame: Frame, first: int, stop: int) -> bool:
    """Whether a subjunctive stands among these tokens."""
    return any(is_subjunctive(frame, at) for at in range(first, stop))


def whole_verb(frame: Frame, at: int, words: Words) -> int:
    """The classes of the verb with a finite form here: of the verb with its part at the end of the clause, where one stands there."""
    bits = frame.bits[at]
    if not bits & c.PARTED:
        return bits
    part = part_of(frame, at, words)
    return words[f"{frame.low[at]} {frame.low[part]}"] if part > at else bits if bits & c.CUE else 0


def part_of(frame: Frame, at: int, words: Words) -> int:
    """The token of the part that stands apart from a finite verb: "vor" of "warf ihm Betrug vor"; the verb's own where it has none."""
    if not frame.bits[at] & c.PARTED:
        return at
    end = frame.clause_end(at)
    if end < len(frame) and frame.segment[end] >= 0:
        end = frame.clause_end(end)  # "wirft ihm „Faulheit“ vor"
    parts = (*(n - 1 for n in range(at + 2, end) if is_joint(frame, n)), end - 1)
    return next((after for after in parts if words.get(f"{frame.low[at]} {frame.low[after]}", 0)), at)


def is_joint(tokens: Tokens, at: int) -> bool:
    """And, but: what goes on behind it may have the subject of what stands before."""
    return tokens.of(at, c.JOINT | c.CONJUNCTION)


def is_foreseen(frame: Frame, first: int, end: int) -> bool:
    """Whether a clause with "wie" likens what is told to what was thought or planned before: "wie von den Gegnern befürchtet", "wie angekündigt".

    It tells no source: what it stands in goes on behind it.
    """
    had, participle = frame.of(end - 1, c.HAD), frame.of(end - 1, c.PARTICIPLE)
    alone = participle and (end - first == _ALONE or not _BY.isdisjoint(frame.low[first:end]))
    ahead = c.THINKS if had else c.THINKS | c.PLANS | c.ORDERS
    return (had or alone) and frame.any(ahead, max(first, end - 2), end)


_ALONE = 2
_BY = frozenset({"von", "vom"})
