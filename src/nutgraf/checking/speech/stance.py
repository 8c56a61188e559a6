"""What a speaker does with the content, by the words of the cue: what is denied is not said."""

from __future__ import annotations

import re
from functools import lru_cache

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words
from nutgraf.results.said import Stance

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_SPEAK = (
    "say|comment|discuss|disclose|reveal|elaborate|specify|answer|respond|reply|name|identify|confirm|deny|explain|speculate"
    "|give|provide|talk|speak|tell|be drawn"
)
_NOT = r"(?:not|never|neither|nor|cannot|\w+n't)"


def _forms(verbs: str) -> str:
    """The inflected forms of regular verbs: ask, asks, asked, asking; deny, denies, denied, denying."""
    found: list[str] = []
    for verb in verbs.split():
        stem = verb.rstrip("e") if verb.endswith("e") else verb
        if verb.endswith("y") and verb[-2] not in "aeo":
            found += [rf"{verb[:-1]}(?:y|ies|ied|ying)"]
        else:
            found += [rf"{stem}(?:e?s?|ed|ing)"]
    return "|".join(found)


_PATTERNS: tuple[tuple[Stance | None, str], ...] = (
    ("no_comment", rf"(?:declin|refus)(?:e|es|ed|ing) to (?:{_SPEAK}|rule out)|(?:no|without) comment"),
    ("no_comment", rf"{_NOT}\b.*\b(?:{_forms('deny')}|saying|{_SPEAK})"),
    ("doubts", rf"{_NOT}\b.*\b(?:think|accept|convinced|sure|certain|expect|believe)|unsure|uncertain"),
    (None, rf"{_NOT}"),
    ("denies", _forms("deny refute reject dismiss dispute repudiate contradict disclaim disavow rebut")),
    (
        "denies",
        r"rul(?:e|es|ed|ing) out|denials?|rejection|dismissal|bestreite[nt]|bestritt(?:en)?|dementier(?:t|te|en)",
    ),
    ("orders", rf"(?:{_forms('ask call appeal plead press beg push')}) (?:for|on|upon|to)"),
    ("orders", rf"(?:{_forms('advise warn')}) against"),
    ("asks", rf"{_forms('ask inquire enquire wonder')}|inquiry|wanted to know|want to know|fragt(?:e|en)?"),
    ("doubts", rf"{_forms('doubt question challenge')}|doubtful|s[ck]eptical|s[ck]epticism|bezweifel(?:t|te|n)"),
    ("orders", _forms("order urge demand request appeal plead beg implore beseech instruct command exhort forbid")),
    ("orders", r"pleas?|pled|begged|begging|forbade|forbidding|instructions?|forder(?:t|te|n)|appellier(?:t|te|en)"),
    ("says", r"sa(?:y|ys|id|ying)|tells?|told|telling|according to|sagt(?:e|en)?|laut"),
    (
        "says",
        _forms(
            "state add announce confirm insist claim allege assert declare argue explain acknowledge concede reveal"
        ),
    ),
    ("says", _forms("maintain contend point admit") + "|admitted|admitting"),
)
_RULES: tuple[tuple[Stance | None, re.Pattern[str]], ...] = tuple(
    (stance, re.compile(rf"\b(?:{pattern})\b")) for stance, pattern in _PATTERNS
)


@lru_cache(maxsize=1024)
def stance_of(cue: str) -> Stance | None:
    """The stance that the words of a cue settle, or None where they leave it open ("spoke of", "did not agree").

    The first rule that fits decides: a refusal to speak before what would be said, a denial before a question.
    """
    words = " ".join(_WORD.findall(cue.lower().replace("’", "'")))
    return next((stance for stance, pattern in _RULES if pattern.search(words)), None)


_BY_CLASS: tuple[tuple[int, Stance], ...] = (
    (c.DENIES, "denies"),
    (c.ORDERS, "orders"),
    (c.DOUBTS, "doubts"),
    (c.ASKS, "asks"),
)


def stance_by(known: Words, cue: str) -> Stance | None:
    """The stance of a cue by the classes of a language's verbs; None where they leave it open, or a word turns its sense."""
    lows = [word.lower() for word in _WORD.findall(cue)]
    if any(known[low] & c.NEGATION for low in lows):
        return None
    parted = (known.get(f"{one} {other}", 0) for one in lows for other in lows if one != other)
    bits = [found for found in (*parted, *(known[low] for low in lows)) if found & c.CUE and not found & c.PARTED]
    return next((stance for bit, stance in _BY_CLASS if any(found & bit for found in bits)), None)


def settled(cue: str, answered: Stance | None, content: str, *, direct: bool = False) -> Stance:
    """The stance of a quote: the cue's words where they settle it, else the model's.

    Who "said" may as well have asked or urged; who "asked somebody to …" has urged. In `direct` speech the words are
    the speaker's own: "“I took nothing,” she denied" says it.
    """
    by_cue = stance_of(cue)
    if direct and "denies" in (by_cue, answered):
        return "says"
    if by_cue == "asks" and (answered == "orders" or (answered is None and content[:3].lower() == "to ")):
        return "orders"
    if by_cue == "says" and answered not in ("denies", "doubts"):
        return answered or "says"
    return by_cue or answered or "says"
