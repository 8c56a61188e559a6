"""Verbs, names and numbers of a statement that stand in another sentence than the one that has most of it."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.article import Span
from nutgraf.checking.rules.names import names_told, stands
from nutgraf.checking.rules.stems import stem
from nutgraf.checking.rules.weigh import Finding, weigh
from nutgraf.checking.rules.words.families import deed
from nutgraf.checking.rules.words.figures import Figure, figures_of
from nutgraf.checking.rules.words.wording import Wording, wording
from nutgraf.claims.doubts.core import Core, doubt
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS


def verb_of_none(core: Core) -> Finding | None:
    """A verb that the sentence does not have: "criticised the referee" of one who refused to speak of him."""
    known = {deed(word.low) for word in core.said.words if word.stem}
    for word in core.verbs:
        if deed(word) not in known:
            return doubt("verb_of_none", f"the sentence that has most of it does not say {word!r}")
    return None


def beside_it(core: Core) -> Finding | None:
    """A name or time word from another sentence, and nothing in the sentence that means it."""
    weighed = weigh(core.words, (core.sentence,), core.reading)
    found = next((one for one in weighed.findings if one.rule in _FROM_ELSEWHERE), None)
    if found is None:
        return _named_as_owner(core)
    return doubt(found.rule, found.reason.replace("the cited sentences do ", "the sentence that has most of it does "))


def _named_as_owner(core: Core) -> Finding | None:
    """A name told of itself where the sentence has only "his" or "its" for it: "His brother was jailed" tells of the brother."""
    if _POSSESSIVES.isdisjoint(core.said.lows) or not _PRONOUNS.isdisjoint(core.said.lows):
        return None
    for at, word in names_told(core.told):
        owns = core.told.text.find(word.raw + "'s") >= 0 or core.told.text.find(word.raw + "’s") >= 0
        if word.low in core.names and not owns and not stands(core.told, at, core.said):
            return doubt("name_from_elsewhere", f"the sentence that has most of it does not name {word.raw!r}")
    return None


_POSSESSIVES = WORDS.any_of(c.POSSESSIVE)
_PRONOUNS = WORDS.any_of(c.PRONOUN, c.OBJECT) - _POSSESSIVES
_FROM_ELSEWHERE = frozenset({"name_from_elsewhere", "time_from_elsewhere"})


def number_beside_it(core: Core) -> Finding | None:
    """A number of another sentence, where this one has another of its kind, or none that counts the same."""
    said, told = figures_of(core.said), figures_of(core.told)
    for figure in told:
        if figure.value in (None, 1) or any(figure.equals(one) for one in said):
            continue
        noun = figure.noun(core.told)
        others = [one for one in said if one.value != 1 and not any(one.equals(mine) for mine in told)]
        rival = next((one for one in others if _alike(figure, noun, one, core.said)), None)
        if rival:
            reason = f"the sentence that has most of it gives {rival.words!r}, not {figure.words!r}"
            return doubt("number_beside_it", reason)
        if noun and not _counts(figure, noun, core.evidence):
            return doubt("number_beside_it", f"no sentence counts {figure.words} {noun}")
    return None


def _alike(figure: Figure, noun: str, other: Figure, said: Wording) -> bool:
    """Whether two numbers are of one kind: the same unit, or the same thing counted."""
    if figure.unit or other.unit:
        return figure.unit == other.unit
    return bool(noun) and stem(noun) == stem(other.noun(said) or "-")


def _counts(figure: Figure, noun: str, evidence: Sequence[Span]) -> bool:
    for span in evidence:
        said = wording(span.text)
        if any(figure.equals(one) and stem(one.noun(said) or "-") == stem(noun) for one in figures_of(said)):
            return True
    return False
