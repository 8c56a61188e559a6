"""The verb groups of a text by the rules of its language, each text read once for all that ask."""

from __future__ import annotations

from functools import lru_cache

from nutgraf.reading.languages.language import language_of, words_of
from nutgraf.reading.verbs.groups import Clause, Cue


@lru_cache(maxsize=512)
def clause_of(text: str, language: str) -> Clause:
    """The words of a clause, split once for all that ask; nobody changes them."""
    return Clause(text, words_of(language))


@lru_cache(maxsize=512)
def cues(text: str, language: str = "en") -> tuple[Cue, ...]:
    """The verb groups of a text that show tense or mood, and the joints between its clauses, in order.

    Args:
        text: a sentence or clause.
        language: the code of its language; of one without rules for verbs nothing is found.
    """
    rules = language_of(language).verbs
    return tuple(rules.each(text)) if rules else ()


@lru_cache(maxsize=1024)
def has_group(text: str, language: str = "en") -> bool:
    """Whether a text holds a verb group, which `cues` would find; looks no further than the first."""
    rules = language_of(language).verbs
    return rules is not None and any(not cue.link for cue in rules.each(text))
