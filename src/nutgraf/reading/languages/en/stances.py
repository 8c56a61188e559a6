"""What an English cue does with what it reports: what is denied is not said.

A refusal to speak stands before what would be said, a denial before a question.
"""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.speech.stances import Stances

_SPEAK = (
    "say|comment|discuss|disclose|reveal|elaborate|specify|answer|respond|reply|name|identify|confirm|deny|explain|speculate"
    "|give|provide|talk|speak|tell|be drawn"
)
_NOT = r"(?:not|never|neither|nor|cannot|\w+n't)"
_SAYS = "stat|add|announc|confirm|insist|claim|alleg|assert|declar|argu|explain|acknowledg|conced|reveal|maintain|contend|point|admitt?"
_ENDING = r"(?:e?s?|ed|ing)"

STANCES = Stances(
    WORDS,
    (
        ("no_comment", rf"(?:declin|refus)(?:e|es|ed|ing) to (?:{_SPEAK}|rule out)|(?:no|without) comment"),
        ("no_comment", rf"{_NOT}\b.*\b(?:den(?:y|ies|ied|ying)|saying|{_SPEAK})"),
        ("doubts", rf"{_NOT}\b.*\b(?:think|accept|convinced|sure|certain|expect|believe)|unsure|uncertain"),
        (None, _NOT),
        (None, r"(?:reject|dismiss|deny|denied|disput|brand|brush|laugh)\w*\b.*\bas$"),
        ("denies", c.DENIES),
        ("denies", r"rul(?:e|es|ed|ing) out|rejection|dismissal"),
        ("orders", rf"(?:(?:ask|call|appeal|plead|press|push){_ENDING}|beg(?:s|ged|ging)?) (?:for|on|upon|to)"),
        (None, rf"(?:advis|warn){_ENDING} against"),
        ("doubts", c.DOUBTS),
        ("asks", c.ASKS),
        ("asks", r"want(?:s|ed)? to know"),
        ("doubts", rf"challeng{_ENDING}|doubtful|s[ck]eptical|s[ck]epticism"),
        ("says", c.SAY),
        (None, rf"(?:warn|advis|direct|remind|invit){_ENDING}"),
        ("orders", c.ORDERS),
        ("orders", rf"appeal{_ENDING}|forbids?|forbade|forbidding|instructions?"),
        ("says", "according to"),
        ("says", rf"(?:{_SAYS}){_ENDING}"),
    ),
)
