"""Where a mention may stand: in the sentence of the words or the cue, as its subject; not wherever the name stands nearest."""

from __future__ import annotations

import re

from nutgraf.article import Span
from nutgraf.checking.speech.names import is_pronoun, sentence_numbers
from nutgraf.checking.speech.references import Told
from nutgraf.reading.languages import classes as c
from nutgraf.reading.parts import Offsets, overlap, text_before
from nutgraf.reading.reading import Reading

BE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b", re.IGNORECASE)


def stands_here(reading: Reading, seen: Span | None, beside: Told) -> Span | None:
    """What is seen, where it stands beside the words said; else the subject of their sentence, where that names nobody else."""
    cue = beside.cue or (beside.ruled.cue if beside.ruled else None)
    numbers = sentence_numbers(reading, [*([cue] if cue else []), *beside.content])
    mine = {sentence.paragraph for number in numbers if (sentence := reading.sentence(number))}
    at = reading.sentence_at(seen.start) if seen else None
    ruled = beside.ruled.speaker if beside.ruled and beside.ruled.sure else None
    if seen is None or at is None:
        return seen
    if at.number in numbers and not _is_before(reading, seen, ruled, cue) and not _is_behind(reading, seen, cue):
        return seen
    own = reading.sentence_at(cue[0]) if cue else None
    if cue is None or own is None:  # the words go on: who speaks stands before them
        return seen if at.paragraph in mine and at.number < min(numbers) else None
    if beside.nested:
        return None
    subject = ruled if ruled and own.start <= ruled[0] < own.end else reading.attributed.subject_in(own.number)
    if subject is None or beside.holds(subject) or (subject != ruled and not _governs(reading, subject, cue)):
        return None
    if any(known.kind != "place" or known.end == subject[1] for known in reading.names_over(*subject)):
        return None  # somebody else, or somebody of theirs
    if overlap(subject, cue):  # "[His] reply was"
        subject = subject[0], min(cue[0] - 1, subject[1])
        if subject[1] <= subject[0]:
            return None  # "Neither would reveal": the cue has its subject within it
    return reading.span(*subject) if _is_of(reading, subject) else None


def _is_before(reading: Reading, seen: Span, ruled: Offsets | None, cue: Offsets | None) -> bool:
    """Whether a cue's own subject stands between it and what is seen, which is then that of another verb."""
    if ruled is None or cue is None or not seen.end <= ruled[0] < ruled[1] <= cue[0]:
        return False
    return is_pronoun(seen.text, reading.spoken_in.words) or _opens_clause(reading, ruled)


def _opens_clause(reading: Reading, subject: Offsets) -> bool:
    """Whether a subject has a clause of its own within the sentence: "Osk Foods sold what [the maker of jams] had called dear"."""
    before = text_before(reading.article.text, subject[0], _LONGEST_DETERMINER).lower().split()[-1:]
    return bool(before) and bool(reading.spoken_in.words[before[0]] & (c.THAT | c.OPENS_CLAUSE | c.RELATIVE))


def _is_behind(reading: Reading, seen: Span, cue: Offsets | None) -> bool:
    """Whether a pronoun is the subject of another verb behind the cue: "it refused to comment on what [it] called"."""
    return cue is not None and seen.start > cue[1] + 1 and is_pronoun(seen.text, reading.spoken_in.words)


def _governs(reading: Reading, subject: Offsets, cue: Offsets) -> bool:
    """Whether a cue behind a subject may be its verb: not "she was told", nor the claims of "he denied claims that"."""
    text, known = reading.article.text, reading.spoken_in.words
    if cue[0] < subject[0]:
        return False
    low = text[slice(*cue)].split()[0].lower()
    between = text[subject[1] : cue[0]].lower().split()
    if known[low] & c.PAST and BE.search(text, subject[1], cue[0]):
        return False
    acts = any(known[word] & c.VERB and known[word] & c.PAST for word in between)
    joined = any(known[word] & c.CONJUNCTION for word in between[-_JOINED:]) or low.endswith("ing")
    return joined or not acts


_JOINED = 3
"""Words between a joint and the verb that it joins: "and has now [promised]"."""


_LONGEST_DETERMINER = 40
"""Characters before a subject among which its determiner is sought, so that a longer word is not cut to one."""


def _is_of(reading: Reading, place: Offsets) -> bool:
    """Whether a subject may stand for a name told before: a pronoun, or "the company", "the smaller party's leader"."""
    words, known = reading.article.text[slice(*place)].split(), reading.spoken_in.words
    before = text_before(reading.article.text, place[0], _LONGEST_DETERMINER).rsplit(maxsplit=1)[-1:]
    bits = [known[word.lower()] for word in (*before, words[0])]
    opens = any(bit & (c.DEFINITE | c.POSSESSIVE | c.ARTICLE) and not bit & c.INDEFINITE for bit in bits)
    return opens or is_pronoun(" ".join(words), known)
