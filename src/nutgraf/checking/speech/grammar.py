"""The closed classes that a clause is cut by: English function words, and the few of German that open a reported clause."""

from __future__ import annotations

from nutgraf.checking.rules.english import of_list
from nutgraf.reading.parts import Offsets
from nutgraf.reading.verbs.groups import cues, has_group


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


THAT = _words("that dass daß")
"""Open a reported clause and are no part of it."""
QUESTIONS = of_list("questions")
"""Open a reported question and belong to it."""
CONJUNCTIONS = of_list("conjunctions")
CONTRASTS = of_list("contrasts")
RELATIVES = _words("which who whose")
SUBORDINATORS = of_list("subordinators")
"""A clause that one of these opens at the head of a sentence ends at its comma: the main clause is the reporter's."""
PREPOSITIONS = of_list("prepositions")
STRIPPED = of_list("stripped")
"""Between a cue and its object these carry nothing: "complained of faulty sirens"; "against" and "to" do."""
DETERMINERS = of_list("determiners")
PRONOUNS = of_list("pronouns")
SUBJECT_PRONOUNS = of_list("subject-pronouns")
AUXILIARIES = of_list("auxiliaries")
COPULAS = of_list("copulas")
ADVERBS = of_list("adverbs")
LATER = of_list("later")
"""Adverbs that tell when or how it was said, where the content follows without "that"."""
_NO_ADVERBS = of_list("no-adverbs")
ADDRESSED = of_list("addressed")
"""Last words of cues that are followed by those who are spoken to: "told reporters", "called on both sides"."""


def is_adverb(low: str) -> bool:
    """An adverb: of the list, or in -ly."""
    return low in ADVERBS or (low.endswith("ly") and len(low) > 4 and low not in _NO_ADVERBS)


def verbs(text: str) -> list[Offsets]:
    """Where the finite verbs and verb groups of a text stand that show their tense by their form."""
    return [(cue.start, cue.end) for cue in cues(text) if cue.kind not in ("break", "if")]


def has_verb(text: str) -> bool:
    """Whether a text holds a finite verb that shows its tense by its form."""
    return has_group(text)


def is_aside(words: str) -> bool:
    """Whether what is left beside a refusal to comment is no subject of it: "while the inquiry went on"."""
    return not _OPENS_ASIDE.isdisjoint(words.lower().split()[:1])


_OPENS_ASIDE = SUBORDINATORS | PREPOSITIONS - {"on", "about", "of", "over", "regarding", "whether", "that", "if"}
