"""What an English cue does with what it reports: what is denied is not said.

A refusal to speak stands before what would be said, a denial before a question.
"""

from __future__ import annotations

from nutgraf.reading.speech.stances import Stances

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


STANCES = Stances(
    (
        ("no_comment", rf"(?:declin|refus)(?:e|es|ed|ing) to (?:{_SPEAK}|rule out)|(?:no|without) comment"),
        ("no_comment", rf"{_NOT}\b.*\b(?:{_forms('deny')}|saying|{_SPEAK})"),
        ("doubts", rf"{_NOT}\b.*\b(?:think|accept|convinced|sure|certain|expect|believe)|unsure|uncertain"),
        (None, rf"{_NOT}"),
        ("denies", _forms("deny refute reject dismiss dispute repudiate contradict disclaim disavow rebut")),
        (
            "denies",
            r"rul(?:e|es|ed|ing) out|denials?|rejection|dismissal",
        ),
        ("orders", rf"(?:{_forms('ask call appeal plead press beg push')}) (?:for|on|upon|to)"),
        ("orders", rf"(?:{_forms('advise warn')}) against"),
        ("asks", rf"{_forms('ask inquire enquire wonder')}|inquiry|wanted to know|want to know"),
        ("doubts", rf"{_forms('doubt question challenge')}|doubtful|s[ck]eptical|s[ck]epticism"),
        ("orders", _forms("order urge demand request appeal beg implore beseech instruct command exhort forbid")),
        ("orders", r"pleas?|pled|begged|begging|forbade|forbidding|instructions?"),
        ("says", r"sa(?:y|ys|id|ying)|tells?|told|telling|according to"),
        (
            "says",
            _forms(
                "state add announce confirm insist claim allege assert declare argue explain acknowledge concede reveal"
            ),
        ),
        ("says", _forms("maintain contend point admit") + "|admitted|admitting"),
    )
)
