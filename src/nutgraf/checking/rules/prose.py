"""What a statement shows as a whole: loops, a sentence cut off, a speaker's "we", a leaked example, words and quotations not the article's."""

from __future__ import annotations

import re
from functools import lru_cache

from nutgraf.checking.place.grounding import Index, locate
from nutgraf.checking.rules.claim import Claim, Finding
from nutgraf.checking.rules.english import BE, of_list
from nutgraf.checking.rules.names import carried_words
from nutgraf.checking.rules.stems import content_stems, share_carried
from nutgraf.checking.rules.words.wording import folded
from nutgraf.reading.languages.language import words_of
from nutgraf.reading.text.quotemarks import pair_marks


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


def leaked_example(text: str, examples: str) -> str | None:
    """A worked example's name, place or story given as if this article said it."""
    if examples and content_stems(text) and share_carried(text, examples) >= LEAST_CARRIED:
        return "its words stand in a worked example"
    return None


SCARE = 4
"""Words in marks below which they may be the writer's own distance, and no quotation at all."""
_SHOWN = 60
_OPENING = re.compile(r"""["“„«»‹›「『‘]|(?<!\w)['’]""")


def altered_quotation(claim: Claim) -> Finding | None:
    """Words in marks that the article has otherwise, or not at all; what it has, it may have without marks."""
    if not _OPENING.search(claim.text):
        return None
    for segment in pair_marks(claim.text, [(0, len(claim.text))], words_of("en")):
        words = claim.text[segment.start : segment.end]
        found = locate(words, _index(claim.whole.text))
        if found.ok or locate(folded(words), _index(claim.whole.text)).ok or not any(char.isalnum() for char in words):
            continue
        shown = repr(words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…")
        if found.verdict == "altered":
            changes = "; ".join(found.differences[:3])
            reason = f"the article has {shown} otherwise ({changes}): quote it to the letter, or drop the marks"
            return Finding("altered_quotation", "refuted", reason)
        reason = f"the article has no words {shown}: quote what stands there, or drop the marks"
        return Finding("altered_quotation", "refuted" if len(words.split()) >= SCARE else "open", reason)
    return None


_index = lru_cache(maxsize=16)(Index)
