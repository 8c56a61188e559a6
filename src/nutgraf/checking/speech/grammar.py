"""The closed classes that a clause is cut by: English function words, and the few of German that open a reported clause."""

from __future__ import annotations

from nutgraf.reading.parts import Offsets
from nutgraf.reading.verbs.groups import cues


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


THAT = _words("that dass daß")
"""Open a reported clause and are no part of it."""
QUESTIONS = _words("whether if how why what who where when which ob")
"""Open a reported question and belong to it."""
CONJUNCTIONS = _words("and but or nor yet so while whereas although though und aber")
CONTRASTS = _words("but yet while whereas although though aber")
RELATIVES = _words("which who whose")
SUBORDINATORS = _words("when after as while although though because since if before once with until whenever")
"""A clause that one of these opens at the head of a sentence ends at its comma: the main clause is the reporter's."""
PREPOSITIONS = _words(
    "in on at of for to by from with about during after before through via over under against near amid among within "
    "outside inside without as into since until between ahead following despite"
)
STRIPPED = _words("of about on over regarding concerning")
"""Between a cue and its object these carry nothing: "complained of faulty sirens"; "against" and "to" do."""
DETERMINERS = _words(
    "the a an this that these those his her its their our my your some any no every each all both many most several few "
    "more less one two three four five six seven eight nine ten"
)
PRONOUNS = _words("he she they it we i you him them us me himself herself themselves itself")
SUBJECT_PRONOUNS = _words("he she they it we i you this that these those there")
AUXILIARIES = _words(
    "is are was were be been being am has have had do does did will would shall should can could may might must ought "
    "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't "
    "shouldn't mustn't never not"
)
COPULAS = _words("is was are were remains remained be has been")
ADVERBS = _words(
    "also again aloud then now later earlier still today yesterday tonight tomorrow once twice only even there here "
    "however meanwhile too instead simply often always never soon already just late early week month year last this"
)
LATER = _words("also again aloud today yesterday tonight later earlier")
"""Adverbs that tell when or how it was said, where the content follows without "that"."""
_NO_ADVERBS = _words("family assembly italy july supply reply ally rally bully")
ADDRESSED = _words(
    "told tell tells telling informed assured reassured reminded advised notified warned urged asked ordered begged "
    "implored instructed invited encouraged pressed commanded forbade on upon to"
)
"""Last words of cues that are followed by those who are spoken to: "told reporters", "called on both sides"."""


def is_adverb(low: str) -> bool:
    """An adverb: of the list, or in -ly."""
    return low in ADVERBS or (low.endswith("ly") and len(low) > 4 and low not in _NO_ADVERBS)


def verbs(text: str) -> list[Offsets]:
    """Where the finite verbs and verb groups of a text stand that show their tense by their form."""
    return [(cue.start, cue.end) for cue in cues(text) if cue.kind not in ("break", "if")]


def has_verb(text: str) -> bool:
    """Whether a text holds a finite verb that shows its tense by its form."""
    return any(cue.kind not in ("break", "if") for cue in cues(text))
