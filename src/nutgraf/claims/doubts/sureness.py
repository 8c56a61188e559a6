"""How sure, of how many, and whether at all: what is negated, alleged, kept silent or true of some told otherwise."""

from __future__ import annotations

import re

from nutgraf.checking.rules.force.told import told_at
from nutgraf.checking.rules.stems import stem
from nutgraf.checking.rules.weigh import Finding
from nutgraf.checking.rules.words.wording import wording
from nutgraf.claims.doubts.core import Core, doubt
from nutgraf.reading.verbs.tense import negations


def not_said_so(core: Core) -> Finding | None:
    """A verb that the sentence negates wherever it has it, told without."""
    if negations(core.words):
        return None
    for at, word in enumerate(core.told.words):
        if not word.content or told_at(core.told, at).manner in ("not", "denied"):
            continue
        manners = [told_at(core.said, place).manner for place in core.said.places.get(word.stem, ())]
        if manners and all(manner in ("not", "denied") for manner in manners):
            return doubt("negated_there", f"the sentence negates {word.raw!r}")
    return None


def only_alleged(core: Core) -> Finding | None:
    """What is feared, alleged or possible there told without it."""
    there = _HEDGES.search(core.sentence.text)
    if there is None or _HEDGES.search(core.words):
        return None
    wanted = {stem(word) for word in core.verbs or core.all_verbs}
    behind = {word.stem for word in wording(_TURN.split(core.sentence.text[there.end() :])[0]).words}
    if not wanted & behind:
        return None
    return doubt("only_alleged", f"the sentence says it with {there[0]!r}: keep how sure it is")


_HEDGES = re.compile(
    r"\b(?:(?:alleg|accus|suspect|claim|rumou?r|fear|believ|deny|denie|denial)\w*|charged with|reportedly|reported|said to|thought to"
    r"|(?-i:may)|might|could)\b",
    re.IGNORECASE,
)
_TURN = re.compile(r"\b(?:but|however|although|though)\b|;")
"""Where a sentence turns from what is only alleged."""


def not_told_at_all(core: Core) -> Finding | None:
    """What somebody would not say told as said by them."""
    if not _SAID.search(core.words) or negations(core.words):
        return None
    wanted = {word.stem for word in core.told.content}
    for span in core.evidence:
        silent = _SILENT.search(span.text)
        if silent and len(wanted & wording(span.text).stems) >= _SHARED:
            return doubt("not_told_at_all", f"the article says that they {silent[0]!r}")
    return None


_SAID = re.compile(r"\b(?:said|says|told|tells|named|names|disclosed|revealed|explained|commented)\b")
_SILENT = re.compile(
    r"\b(?:(?:did|do|does|would|could|will|has|have|had)(?: not|n['’]t)(?: yet)? (?:say|said|tell|told|name|disclose|reveal|explain|comment)"
    r"|(?:declin|refus)(?:e|es|ed|ing) to (?:say|tell|name|disclose|reveal|explain|comment))\b"
)
_SHARED = 2


def of_all(core: Core) -> Finding | None:
    """All, only or most told of what the sentence says of some."""
    known = core.said.lows.union(*(wording(span.text).lows for span in core.evidence))
    for low in core.told.in_order:
        if low in _ALL and known.isdisjoint({low, *_ALL[low].split()}):
            return doubt("of_all", f"the evidence does not say {low!r}")
    return None


_ALL = {
    "all": "every each everyone entire whole both",
    "every": "all each everyone",
    "everyone": "all every everybody",
    "everybody": "all every everyone",
    "always": "every all",
    "only": "single sole just alone solely but except",
    "none": "no not nobody neither",
    "never": "not no n't",
    "nobody": "no none",
    "most": "majority largely mostly half",
    "both": "two all each",
}
"""Words that say how much of it, each with those that say the same."""
