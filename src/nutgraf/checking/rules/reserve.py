"""What a sentence holds back told as so: what is only possible or suspected, what is denied, by the words that govern it.

`deeds` goes by the verb that a statement shares with its sentences; here the words before a clause decide: "it is conceivable
that …", "there is no evidence that …", "is believed to be …", "was acquitted of …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.checking.rules.claim import Claim, Finding
from nutgraf.checking.rules.english import MAYBE, WILL, of_list
from nutgraf.checking.rules.words.wording import wording
from nutgraf.reading.verbs.tense import negations

_THAT = r"(?: that| whether| if| how| who| what| why| when| where)\b"
_UNSURE = r"(?:possible|conceivable|likely|unlikely|probable|plausible|unclear|unknown|uncertain|not (?:yet )?(?:clear|known|certain|sure))"
_HELD = re.compile(
    rf"\b(?:(?:possibly|perhaps|probably|presumably|apparently|supposedly|conceivably)\b|{_UNSURE}{_THAT}"
    r"|(?:is|are|was|were|been) (?:\w+ly )?(?:believed|thought|suspected|feared|assumed|presumed|rumou?red|likely) to\b"
    r"|(?:appear|seem)(?:s|ed)? to\b|(?:suspect|fear|speculate)(?:s|ed)? that\b)",
    re.IGNORECASE,
)
"""What is possible or suspected follows."""
_DENIED = re.compile(
    r"\b(?:no (?:truth|evidence|proof|sign|indication|record|suggestion) (?:in (?:\w+ ){1,3}that|that|of)\b|not guilty (?:to|of)\b"
    r"|(?:acquit(?:s|ted|ting)?|cleared|exonerat(?:e[sd]?|ing)) (?:[^.;:,]{1,60}? )?of\b"
    r"|dismiss(?:es|ed|ing)? (?:[^.;:,]{1,40}? )?(?:claims?|reports?|rumou?rs?|suggestions?|allegations?) (?:that|of)\b)",
    re.IGNORECASE,
)
"""What is denied, or not proved, follows."""
_NOT_GUILTY, _GUILTY = re.compile(r"\bnot guilty\b"), re.compile(r"(?<!not )\bguilty\b")
_STOPS = re.compile(r"[.;:!?]|,? (?:but|although|though|while|whereas|because|unless)\b|, (?:and|which|who|where)\b")
_OWN = MAYBE | of_list("hedges") | of_list("doubting")
"""Words with which a statement holds back itself."""
_MOST = 0.8
_FEWEST = 2
"""Content words of a statement that may be found again."""


def held_as_so(claim: Claim) -> Finding | None:
    """What its sentences tell only as possible, suspected or denied, in all the words of the statement, told without that."""
    stems = [word.stem for word in claim.told.words if word.content]
    if _NOT_GUILTY.search(claim.said.text) and "guilty" in claim.told.lows and "not" not in claim.told.lows:
        pleaded = _GUILTY.search(claim.said.text)
        return Finding(
            "negation_dropped",
            "open" if pleaded else "refuted",
            "the cited sentences say 'not guilty': tell it as they do",
        )
    if len(stems) < _FEWEST or not _OWN.isdisjoint(claim.told.lows):
        return None
    doubt: Finding | None = None
    for sentence in claim.sentences:
        known = sum(stem in sentence.stems for stem in stems)
        if known < _MOST * len(stems):
            continue
        governed = next(_governed(sentence.text, claim), None)
        if governed is None:
            return None  # a sentence that tells it plainly
        rule, how = governed
        whole = known == len(stems)
        reason = f"the cited sentences tell it only {how}: tell it as they do"
        doubt = Finding(rule, "refuted" if whole else "open", reason)
    return doubt


def _governed(sentence: str, claim: Claim) -> Iterator[tuple[str, str]]:
    """How the words of a statement are held back in a sentence that has them; nothing where they are not."""
    stems = frozenset(word.stem for word in claim.told.words if word.content)
    for rule, how, pattern in _GOVERNING:
        for found in pattern.finditer(sentence):
            stop = _STOPS.search(sentence, found.end())
            end = stop.start() if stop else len(sentence)
            scope = wording(sentence[found.end() : end])
            beyond = wording(sentence[: found.start()] + " . " + sentence[end:])
            held = [word.stem for word in scope.words if word.content]
            if not held or held[0] not in stems or beyond.stems.issuperset(stems.intersection(held)):
                continue
            if set(negations(claim.told.text)) <= set(negations(scope.text)):
                yield rule, how


_GOVERNING = (
    ("denied_as_fact", "as denied or not proved", _DENIED),
    ("maybe_as_certain", "as possible", _HELD),
)


def would_as_will(claim: Claim) -> Finding | None:
    """What would be if something else were, told as what will be: "would rise if", "will rise"."""
    if WILL.isdisjoint(claim.told.lows) or not _CONDITIONS.isdisjoint(claim.told.lows):
        return None
    stems = {word.stem for word in claim.told.words if word.content}
    holding = [sentence for sentence in claim.sentences if stems <= sentence.stems]
    hanging = all("would" in s.lows and "if" in s.lows and WILL.isdisjoint(s.lows) for s in holding)
    if not holding or not hanging or _SAYS.search(claim.said.text):
        return None
    reason = "it leaves out the condition on which the cited sentences tell it: keep the 'if'"
    return Finding("dropped_condition", "refuted" if len(stems) > 1 else "open", reason)


_CONDITIONS = of_list("conditions")
_SAYS = re.compile(r"\b(?:said|says|told|announced|promised) [^.;]{0,80}\bwould\b")
"""What somebody said would be may be told as what will be."""
