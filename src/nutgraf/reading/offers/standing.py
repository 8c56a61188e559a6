"""Whether a clause can stand alone: its subject is named or described in it, and it tells something that happens."""

from __future__ import annotations

import re
from functools import cache

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.language import language_of, words_of
from nutgraf.reading.languages.tables import lists_of
from nutgraf.reading.offers.status import verb_of
from nutgraf.reading.verbs.found import clause_of
from nutgraf.reading.verbs.groups import Clause, Cue, past_adverbs
from nutgraf.results import Speaker

_SOURCING = re.compile(
    r"\bon (?:the )?condition (?:of anonymity|that)\b|\b(?:asked|requested|wished|wanted|preferred|agreed)\b[^,;]{0,20}"
    r"\b(?:not to be (?:named|identified|quoted)|anonymity|to remain anonymous)\b"
    r"|(?:\bnot|n['’]t) (?:authori[sz]ed|allowed|permitted|at liberty) to (?:speak|discuss|comment|talk|give|disclose)\b"
    r"|\b(?:did|does|do|has|have|had)(?: not|n['’]t)(?: immediately| yet)? (?:respond|reply|repl\w+|answer\w*|return\w*|responded)\b"
    r"|\b(?:could|can)(?: not|n['’]t|not)(?: immediately)? be reached\b|\bcontributed to this (?:report|story|article)\b",
    re.IGNORECASE,
)
"""How a paper came to know, and who would not tell it: of the report, not of what it reports."""
_STATES = frozenset("is are was were has have had been be ist sind hat haben".split())
"""Alone they tell what somebody or something is or has: a definition, a description."""
_IN_MARKS = re.compile(r'["“«„][^"”»“]*["”»“]?')
_REACHED = re.compile(r"[\w.+-]@[\w-]|https?://|\bwww\.")


def has_subject(text: str, language: str) -> bool:
    """Whether a clause says whom it is about: no "he", "its", "this is" that only another sentence explains."""
    clause = clause_of(text, language)
    at = subject_at(clause)
    if at is None:
        return False
    verb = verb_of(text, language)
    first = verb.start if verb else len(text)
    stop = next((n for n, start in enumerate(clause.starts) if start >= first), len(clause))
    if at and _means_somebody(clause, at) and _names_its_own(clause, at):
        return True  # "If Ann Lee loses, she will appeal"
    if stop <= at and not any(char.isdigit() for char in text[:first]):
        return False  # "Has shelved the plan"; of "109 finished" the number is the subject
    if _is_open(clause, at, stop):
        return False
    behind = _is_second(language) and verb is not None  # "Am Montag trat er zurück"
    return not (behind and clause.of(stop + 1, c.PRONOUN) and not clause.of(stop + 1, c.RELATIVE))


def _is_second(language: str) -> bool:
    rules = language_of(language).verbs
    return rules is not None and rules.second


def _is_open(clause: Clause, at: int, stop: int) -> bool:
    """Whether the words from the subject to the verb mean somebody or something that only another sentence names."""
    if at >= len(clause) or _means_somebody(clause, at) or clause.low[-2:] == ["done", "so"]:
        return True
    if clause.of(len(clause) - 1, c.DEMONSTRATIVE) or _lacks_noun(clause, stop):
        return True  # "He laughed when he was told that"
    if clause.of(at, c.RELATIVE) and not clause.of(at, c.ARTICLE):
        return True
    if stop - 1 > at and _means_somebody(clause, stop - 1):
        return True  # "At noon it was clear"
    if clause.of(at, c.DEMONSTRATIVE | c.QUANTIFIER) and past_adverbs(clause, at + 1)[0] >= stop:
        return True  # "That was all", "This soon led to …", "Some were hurt"
    if clause.of(at, c.ING | c.NEGATION):
        return True  # "Giving her drops"
    asked = (clause.of(n, c.OPENS_CLAUSE) and not clause.of(n, c.RELATIVE) for n in range(at, stop))
    meant = (
        clause.of(n, c.OBJECT) and not clause.of(n, c.RELATIVE | c.POSSESSIVE) for n in range(at, min(stop, at + 4))
    )
    return any(asked) or any(meant)  # "determine whether they would", "two of them died"


def _lacks_noun(clause: Clause, stop: int) -> bool:
    """Whether the noun of a subject stands in another sentence: "Last year's was higher", "The other 57 were sold"."""
    return stop > 0 and (clause.text(stop - 1).endswith("'s") or clause.of(stop - 1, c.ADDS))


def _means_somebody(clause: Clause, at: int) -> bool:
    return (clause.of(at, c.PRONOUN | c.OBJECT) and not clause.of(at, c.RELATIVE)) or clause.of(at, c.POSSESSIVE)


def subject_at(clause: Clause) -> int | None:
    """The word at which the subject may begin: behind an adverbial at the head and its comma; None for a question."""
    if not clause.low or (clause.of(0, c.OPENS_CLAUSE) and not clause.of(0, c.SUBORDINATES | c.DEMONSTRATIVE)):
        return None
    if not clause.of(0, c.ADVERBIAL | c.PREPOSITION | c.SUBORDINATES | c.ADVERB):
        return 0
    return next((at + 1 for at, word in enumerate(clause.low) if word == ","), 0)


def _names_its_own(clause: Clause, at: int) -> bool:
    """Whether the clause at the head has a subject that explains the pronoun behind it."""
    return clause.of(0, c.SUBORDINATES) and at > 3 and not _means_somebody(clause, 1)


def happens(text: str, language: str) -> bool:
    """Whether a clause tells of something that happens and not of what somebody or something is."""
    verb = verb_of(text, language)
    if verb is None:
        return True
    words = text[verb.start : verb.end].lower().split()
    states = all(w in _STATES or w.endswith("ly") or words_of(language)[w] & c.ADVERB for w in words)
    if _is_second(language) and verb.kind != "present":
        return True  # the participle stands at the end: "hat den Bau gestoppt"
    return not (states or (verb.kind == "present" and verb.saying))


def is_told(text: str, language: str) -> bool:
    """Whether a clause tells the story: no question, no contact, no word on sources, no "declined to comment"."""
    verb = verb_of(text, language)
    if text.rstrip().endswith("?") or _REACHED.search(text) or _speaks_itself(text, language):
        return False
    sourcing = _SOURCING.search(text)
    if sourcing and not re.search(r"\bwh(?:o|ich)\b", text[: sourcing.start()]):
        return False
    return verb is None or not (_is_speech(text, verb.end, language) or _is_reported(text, verb, language))


def _is_reported(text: str, verb: Cue, language: str) -> bool:
    """Whether the verb's own form says that somebody else is speaking: "die Reparatur werde teuer"."""
    if verb.kind not in ("present", "past"):
        return False
    clause = clause_of(text, language)
    return any(start == verb.start and clause.of(n, c.SUBJUNCTIVE) for n, start in enumerate(clause.starts))


def _speaks_itself(text: str, language: str) -> bool:
    """Whether a "we" or "you" stands outside marks: somebody speaks whom the sentence does not name."""
    persons = _persons(language)
    own = _IN_MARKS.sub(" ", text).replace("’", "'").split()
    words = ((before, word.strip(",.;:!?()")) for before, word in zip(["", *own], own, strict=False))
    return any(
        word.lower() in persons and word != "US" and not (word == "I" and before[:1].isupper())
        for before, word in words
    )


@cache
def _persons(language: str) -> frozenset[str]:
    lists = lists_of(language)
    return frozenset(f"{lists.get('first-persons', '')} {lists.get('spoken-to', '')}".split())


def says_itself(words: str, language: str) -> bool:
    """Whether these words name the one who writes: "We reported earlier that …" is the paper's own."""
    return words.lower().replace("’", "'") in lists_of(language).get("first-persons", "").split()


def denies(text: str, language: str) -> bool:
    """Whether the main verb of a sentence answers somebody: it rejects, denies, disputes."""
    verb = verb_of(text, language)
    clause = clause_of(text, language)
    return verb is not None and any(
        verb.start <= begins < verb.end and clause.of(n, c.DENIES) for n, begins in enumerate(clause.starts)
    )


def _is_speech(text: str, end: int, language: str) -> bool:
    """Whether the main verb, which ends there, only says something of which no clause tells the content: "rejected that"."""
    clause = clause_of(text, language)
    last = max((n for n, begins in enumerate(clause.starts) if begins < end), default=0)
    if clause.of(last, c.DENIES | c.DOUBTS | c.SAY) or clause.each(last, c.MARKS | c.SPEAKS):
        return True
    return clause.of(last, c.NEGATION) and any(clause.of(n, c.DISCLOSES) for n in (last + 1, last + 2))


def means_the_speaker(content: str, speaker: Speaker | None, language: str) -> bool:
    """Whether the pronoun that opens a reported clause may be the one who says it: "Ferrando said she would retire"."""
    clause = clause_of(content, language)
    if speaker is None or speaker.mention is None or not clause.low:
        return False
    if not clause.of(0, c.PRONOUN | c.POSSESSIVE):
        return False
    words = speaker.mention.text.lower()
    if clause.text(0) in {"they", "their"}:
        return words.endswith("s") or " and " in words or speaker.kind in ("group", "organization")
    if clause.text(0) in {"it", "its"}:
        return speaker.kind != "person" and not words.endswith("s")
    return speaker.kind in ("person", "unnamed") and not words.endswith("s")
