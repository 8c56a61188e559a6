"""The words of a statement that carry its content: how many of them the evidence holds."""

from __future__ import annotations

from nutgraf.checking.rules.claim import Claim, Finding
from nutgraf.checking.rules.names import carried_words

LEAST_CARRIED = 0.6
"""The share of a statement's content-word stems that its sentences must hold to carry it (the design's figure)."""
_LEAST = 0.25
"""A share below which the words are another story's, if they are many."""
_MANY = 8
"""Content words of a statement that prove something by their absence: a fair paraphrase of a sentence may share none of
its five words, but no one retells eight without a name, a number or a noun of the article's."""


def few_of_its_words(claim: Claim) -> Finding | None:
    """A statement made of words that its sentences don't hold."""
    carried = list(carried_words(claim))
    share = sum(carried) / len(carried) if carried else 1.0
    if share >= LEAST_CARRIED:
        return None
    return Finding("few_of_its_words", "open", f"only {share:.0%} of its content words stand in the cited sentences")


def another_story(claim: Claim) -> Finding | None:
    """Many words, and hardly one of them the article's."""
    wanted = claim.told.content
    if len(wanted) < _MANY or not claim.in_english:
        return None
    if sum(word.stem in claim.said.stems for word in wanted) >= _LEAST * len(wanted):
        return None
    stems = claim.whole.stems
    share = sum(word.stem in stems for word in wanted) / len(wanted)
    if share >= _LEAST:
        return None
    reason = f"only {share:.0%} of its content words stand in the article: say what the article says"
    return Finding("another_story", "refuted", reason)
