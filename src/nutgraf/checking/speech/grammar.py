"""The closed classes of English that tell a clause from a phrase."""

from __future__ import annotations

from nutgraf.checking.rules.english import of_list
from nutgraf.reading.parts import Offsets
from nutgraf.reading.verbs.found import cues

RELATIVES = frozenset({"which", "who", "whose"})
SUBORDINATORS = of_list("subordinators")
PREPOSITIONS = of_list("prepositions")
DETERMINERS = of_list("determiners")
_ADVERBS = of_list("adverbs")
_NO_ADVERBS = of_list("no-adverbs")
_OPENS_ASIDE = SUBORDINATORS | PREPOSITIONS - {"on", "about", "of", "over", "regarding", "whether", "that", "if"}


def is_adverb(low: str) -> bool:
    """An adverb: of the list, or in -ly."""
    return low in _ADVERBS or (low.endswith("ly") and len(low) > 4 and low not in _NO_ADVERBS)


def verbs(text: str, language: str = "en") -> list[Offsets]:
    """Where the finite verbs and verb groups of a text stand that show their tense by their form."""
    return [(cue.start, cue.end) for cue in cues(text, language) if cue.kind not in ("break", "if")]


def is_aside(words: str) -> bool:
    """Whether what is left beside a refusal to comment is no subject of it: "while the inquiry went on"."""
    return not _OPENS_ASIDE.isdisjoint(words.lower().split()[:1])
