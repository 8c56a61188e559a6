"""What a speaker does with the content, by the words of the cue: what is denied is not said."""

from __future__ import annotations

import re

from nutgraf.results.said import Stance

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NOT = r"(?:not|never|neither|nor|cannot|\w+n't)"
_SILENT = r"(?:declin|refus)(?:e|es|ed|ing)"
_SPEAKING = (
    r"(?:say|comment|discuss|disclose|reveal|elaborate|specify|answer|respond|reply|name|identify|confirm|deny|explain|"
    r"speculate|give|provide|talk|speak|tell|rule out|be drawn)"
)
_RULES: tuple[tuple[re.Pattern[str], Stance | None], ...] = tuple(
    (re.compile(rf"\b(?:{pattern})\b"), stance)
    for pattern, stance in (
        (rf"{_SILENT} to {_SPEAKING}|no comment|without comment", "no_comment"),
        (rf"{_NOT}\b.*\b(?:den(?:y|ies|ied|ying)|rul(?:e|es|ed|ing) out|reject|dispute|confirm|say|saying|comment|discuss|"
         r"disclose|reveal|elaborate|specify|answer|respond|reply|tell)", "no_comment"),
        (rf"{_NOT}\b.*\b(?:believ\w*|think|thinking|accept|convinced|sure|certain|expect)|unsure|uncertain", "doubts"),
        (rf"{_NOT}\b", None),
        (r"den(?:y|ies|ied|ying|ials?)|refut(?:e|es|ed|ing|ation)|rebut\w*|reject(?:s|ed|ing|ion)?|dismiss(?:es|ed|ing|al)?|"
         r"rul(?:e|es|ed|ing) out|disput(?:e|es|ed|ing)|repudiat\w+|disavow\w*|contradict\w*|disclaim\w*|"
         r"bestreitet|bestritt|bestritten|dementiert\w*", "denies"),
        (r"(?:ask|call|appeal|plead|press|beg|push)(?:s|ed|ing)? (?:for|on|upon|to)|asked for", "orders"),
        (r"ask(?:s|ed|ing)?|inquir(?:e|es|ed|ing|y)|enquir(?:e|es|ed|ing|y)|wonder(?:s|ed|ing)?|wanted to know|fragt\w*", "asks"),
        (r"doubt(?:s|ed|ing|ful)?|question(?:s|ed|ing)?|s[ck]eptical|s[ck]epticism|challeng(?:e|es|ed|ing)|bezweifel\w+", "doubts"),
        (r"order(?:s|ed|ing)?|urg(?:e|es|ed|ing)|demand(?:s|ed|ing)?|request(?:s|ed|ing)?|appeal(?:s|ed|ing)?|plea(?:s|ds|ded|ding)?|"
         r"plead|pled|beg|begs|begged|begging|implor(?:e|es|ed|ing)|beseech\w*|instruct(?:s|ed|ing|ions?)?|command(?:s|ed|ing)?|"
         r"exhort\w*|advis(?:e|es|ed|ing) against|warn(?:s|ed|ing)? against|forb(?:id|ids|ade|idding)|fordert\w*|appellier\w+", "orders"),
        (r"sa(?:y|ys|id|ying)|tells?|told|telling|stat(?:e|es|ed|ing)|add(?:s|ed|ing)?|announc\w+|confirm\w*|insist\w*|claim\w*|"
         r"alleg\w+|assert\w*|declar\w+|argu(?:e|es|ed|ing)|explain\w*|according to|acknowledg\w+|admit\w*|conced\w+|reveal\w*|"
         r"maintain\w*|contend\w*|point(?:s|ed|ing)? out|sagt\w*|laut", "says"),
    )
)  # fmt: skip


def stance_of(cue: str) -> Stance | None:
    """The stance that the words of a cue settle, or None where they leave it open ("spoke of", "did not agree").

    The first rule that fits decides: a refusal to speak before what would be said, a denial before a question.
    """
    words = " ".join(_WORD.findall(cue.lower().replace("’", "'")))
    return next((stance for pattern, stance in _RULES if pattern.search(words)), None)


def settled(cue: str, answered: Stance | None, content: str, *, direct: bool = False) -> Stance:
    """The stance of a quote: the cue's words where they settle it, else the model's.

    Who "said" may as well have asked or urged; who "asked somebody to …" has urged. In `direct` speech the words are
    the speaker's own: "“I took nothing,” she denied" says it.
    """
    by_cue = stance_of(cue)
    if direct and "denies" in (by_cue, answered):
        return "says"
    if by_cue == "asks" and answered is None and content[:3].lower() == "to ":
        return "orders"
    if by_cue == "asks" and answered == "orders":
        return "orders"
    if by_cue == "says" and answered not in ("denies", "doubts"):
        return answered or "says"
    return by_cue or answered or "says"
