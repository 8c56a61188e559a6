"""Whether what somebody said bears out what an event or point tells, or only tells of the same things.

Who is named as a source in the cited sentences may have said several things there. A quote is named for a statement where nothing
speaks against it: its polarity, its figures, its verbs. Where that is in doubt none is named: a quote shown as proof that
proves something else misleads, one that is left out does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nutgraf.article import Span
from nutgraf.checking.items.claims import Claim, Claims, deeds_of
from nutgraf.checking.rules.stems import content_stems, stem_set
from nutgraf.checking.speech.stance import holds_no, stances_in
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.language import Language
from nutgraf.reading.languages.tables import words_in_list
from nutgraf.reading.numbers.find import numbers_in
from nutgraf.reading.parts import less
from nutgraf.reading.verbs.found import has_group
from nutgraf.results import Speaker

_CLAUSES = re.compile(
    r"[;:—–]|,? (?:but|and|with|although|though|while|whereas|because|aber|und|obwohl|während|weil|doch) |, "
)
_MOST = 0.7
"""More than this share of what somebody said in the words of a statement: it tells just that."""


def bears_out(claim: Claim, text: str, evidence: Sequence[Span], claims: Claims) -> bool:
    """Whether nothing speaks against naming a claim for what a text tells."""
    language, words = claims.reading.spoken_in, claims.words_of(claim)
    said = claims.said(claim)
    told = _nearest(text, said)
    if (_calls_false(words, language) and not _calls_false(told, language)) or _is_turned(text, words, language):
        return False
    if claim.stance == "says" and claim.speaker and _is_dismissed(text, claim.speaker, language):
        return False
    figures, theirs, wrong = (_figures(one, language) for one in (told, words, _put_right(text)))
    figures -= wrong
    if theirs and theirs <= wrong and (_numbers(text, language) - wrong).isdisjoint(_numbers(words, language)):
        return False
    if figures and theirs and figures.isdisjoint(theirs):
        return False
    if not language.worded or len(stem_set(text) & said) > _MOST * len(said):
        return True
    return not _is_told_elsewhere(claim, deeds_of(told) - said, evidence, claims)


def _is_dismissed(text: str, speaker: Speaker, language: Language) -> bool:
    """Whether a text tells what somebody else denies: "Lund dismissed reports of a sale" is not what the reports say."""
    end = next((end for end, stance in stances_in(text, language) if stance == "denies"), 0)
    last = (speaker.name or "").lower().split()[-1:]
    return bool(end and last) and last[0] not in _WORD.findall(text[:end].lower())


def _put_right(text: str) -> str:
    """What a text says a figure is not: "20 metres" of "four metres, not 20 metres"."""
    return " ".join(match[1] for match in _NOT.finditer(text))


_NOT = re.compile(r"(?:, not|\brather than|\binstead of|, nicht|\bstatt) ([^,;.]*)")


def _figures(text: str, language: Language) -> set[float]:
    """The numbers that a text has in figures, its years aside."""
    found = numbers_in(text, language.code)
    values = (one.value for one in found if any(map(str.isdigit, text[one.start : one.end])))
    return {value for value in values if value is not None and not (value in _YEARS and value % 1 == 0)}


def _numbers(text: str, language: Language) -> set[float]:
    """Those in words too."""
    return {one.value for one in numbers_in(text, language.code) if one.value is not None}


_YEARS = range(1900, 2100)


def _is_turned(text: str, words: str, language: Language) -> bool:
    """Whether one of two denies what the other tells: "none came, though one was promised", "one would come within a week"."""
    told, said = _is_negative(text, language), _is_negative(words, language)
    if told == said:
        return False
    denying, other = (text, words) if told else (words, text)
    if told and not has_group(words, language.code):
        return True  # "announced a visit": "did not take place" is no part of it
    return _is_negative(_nearest(denying, stem_set(other)), language)


def _is_negative(text: str, language: Language) -> bool:
    """Whether a text holds a "no"; who denies something only says so."""
    return holds_no(text, language, but=c.CUE)


def _nearest(text: str, wanted: frozenset[str]) -> str:
    """The clause of a text that shares most words with others; the first of several."""
    clauses = [clause for clause in _CLAUSES.split(text) if clause]
    return max(clauses, key=lambda clause: len(wanted.intersection(content_stems(clause))), default=text)


def _calls_false(words: str, language: Language) -> bool:
    """Whether somebody says of something that it is not so: "reports that a bus had been swept away were false"."""
    return not words_in_list(language.code, "untrue").isdisjoint(_WORD.findall(words.lower()))


_WORD = re.compile(r"[^\W\d_]+")


def _is_told_elsewhere(claim: Claim, deeds: frozenset[str], evidence: Sequence[Span], claims: Claims) -> bool:
    """Whether the cited sentences have one of these verbs, those of speech aside, outside a claim that has none of them."""
    near = [one for span in evidence for one in claims.standing_in(span)] if deeds else []
    deeds = deeds.difference(*map(claims.cue_of, near))
    if not deeds:
        return False
    apart = (*claim.content, *((claim.cue,) if claim.cue else ()))
    rest = (part for span in evidence for part in less((span.start, span.end), apart))
    return not deeds.isdisjoint(
        stem for low, high in rest for stem in content_stems(claims.reading.article.text[low:high])
    )
