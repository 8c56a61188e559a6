"""What a middling model's prose shows: loops, a sentence cut off, a speaker's "we", a leaked example. It is marked, not replaced."""

from __future__ import annotations

import re

from nutgraf.checking.rules.claim import Claim, Finding
from nutgraf.checking.rules.content import LEAST_CARRIED
from nutgraf.checking.rules.english import BE, of_list
from nutgraf.checking.rules.stems import content_stems, share_carried


def empty(claim: Claim) -> Finding | None:
    """A statement that says nothing."""
    return None if any(c.isalnum() for c in claim.text) else Finding("empty", "refuted", "it says nothing")


_FIRST_PERSON = re.compile(
    r"\b(?:I|I['’](?:m|ve|ll|d)|[Ww]e(?:['’](?:re|ve|ll|d))?|[Mm]y|[Oo]ur|[Mm]yself|[Oo]urselves)\b"
)
_FIRST_PERSONS = of_list("first-persons")
_IN_MARKS = re.compile(r'["“«„][^"”»“]*["”»“]?|(?<!\w)[\'‘][^\'’]*[\'’](?!\w)')


def first_person(claim: Claim) -> Finding | None:
    """A speaker's "we" or "I" told as if the article itself said it; inside quotation marks it is the speaker's."""
    if _FIRST_PERSONS.isdisjoint(claim.told.lows) or not claim.in_english:
        return None
    for found in _FIRST_PERSON.finditer(own := _IN_MARKS.sub(" ", claim.text)):
        if found.group()[0].isupper() and _is_in_a_name(own, found, claim):
            continue
        reason = f"{found.group()!r} is the speaker's word, not the article's: say who speaks, and put it in the third person"
        return Finding("first_person", "refuted", reason)
    return None


def _is_in_a_name(text: str, found: re.Match[str], claim: Claim) -> bool:
    """Whether a capital is that of a name: "World War I", "Save Our Streets", "Our Future, a charity"."""
    before, behind = text[: found.start()].split()[-1:], text[found.end() :].split()[:1]
    if before and (before[0][0].isupper() or _stands_so(f"{before[0]} {found.group()}", claim)):
        return True
    name = " ".join((found.group(), *behind)).rstrip(",.;:")
    return bool(behind) and behind[0][0].isupper() and any(name in span.text for span in claim.evidence)


def _stands_so(words: str, claim: Claim) -> bool:
    return any(re.search(rf"\b{re.escape(words)}\b", _IN_MARKS.sub(" ", span.text)) for span in claim.evidence)


def runs_on(claim: Claim) -> Finding | None:
    """A loop: the same words over and over, and not the unit of a list ("12 of the 20 seats … five of the 20 seats")."""
    words = claim.text.lower().split()
    if len(words) - len(set(words)) < _LOOP:
        return None
    runs = [tuple(words[at : at + _LOOP]) for at in range(len(words) - _LOOP + 1)]
    return Finding("runs_on", "open", "it repeats itself") if len(runs) - len(set(runs)) >= 2 else None


_LOOP = 4
"""Words of a run that is said again."""
_UNFINISHED = of_list("unfinished")


def cut_off(claim: Claim) -> Finding | None:
    """A statement that stops in the middle, so that its sense is anybody's guess."""
    if not claim.in_english:
        return None
    before, last = ["", "", *claim.text.split()][-2:]
    ends = last == "over" and before.lower() in BE  # "the strike is over"
    unfinished = last.endswith(",") or (last in _UNFINISHED and not ends and not _ends_so(claim))
    return Finding("cut_off", "open", "it stops in the middle") if unfinished else None


def _ends_so(claim: Claim) -> bool:
    return any(span.text.rstrip(".").endswith(claim.text) for span in claim.evidence)


def leaked_example(text: str, examples: str) -> str | None:
    """A worked example's name, place or story given as if this article said it."""
    if examples and content_stems(text) and share_carried(text, examples) >= LEAST_CARRIED:
        return "its words stand in a worked example"
    return None
