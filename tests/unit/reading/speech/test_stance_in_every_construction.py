"""What is denied, doubted or left open, in every construction: nobody is made to say it."""

from __future__ import annotations

import pytest

import nutgraf
from nutgraf.article import Article

SPEAKERS = {
    "Ann Lee": "Ann Lee",
    "residents": "Residents",
    "Bo Lund, a farmer,": "Bo Lund",
    "Ida Moe, who led it,": "Ida Moe",
}
STANCES = {
    "denied that {what}": "denies",
    "has flatly denied {what}": "denies",
    "denied any suggestion that {what}": "denies",
    "rejected the accusation that {what}": "denies",
    "dismissed as idle talk rumours that {what}": "denies",
    "denied selling the boats": "denies",
    "denied having sold the boats": "denies",
    "denied being at the quay": "denies",
    "closed the office, denying selling the boats": "denies",
    "doubted that {what}": "doubts",
    "questioned claims that {what}": "doubts",
    "expressed doubt that {what}": "doubts",
    "asked whether {what}": "asks",
    "confirmed that {what}": "says",
    "refused to say whether {what}": "no_comment",
    "had repeatedly declined to say why {what}": "no_comment",
    "declined to comment on whether {what}": "no_comment",
    "could not say whether {what}": "no_comment",
    "would not confirm that {what}": "no_comment",
    "declined to confirm reports that {what}": "no_comment",
    "neither confirmed nor denied that {what}": "no_comment",
    "would neither confirm nor deny that {what}": "no_comment",
    "did not deny claims that {what}": "no_comment",
}
NONE = [
    "declined to comment on the report",
    "had never said that {what}",
    "had plans to announce that {what}",
    "made no claim that {what}",
    "stopped short of saying that {what}",
    "denied the charges",
    "denied wrongdoing in the case",
    "did not reveal that {what}",
    "tried to sell the boats",
    "asked to leave the quay",
]
WHAT = "the boats were sold"


def read(who: str, told: str) -> list[tuple[str, str | None, str]]:
    text = f"{who[0].upper()}{who[1:]} {told.format(what=WHAT)}; the council disagreed."
    return [
        (quote.content[0].text, quote.speaker and (quote.speaker.name or quote.speaker.mention.text), quote.stance)
        for quote in nutgraf.read(Article.from_text(text, language="en")).quotes
    ]


@pytest.mark.parametrize("told", STANCES)
def test_each_construction_has_its_stance(told: str) -> None:
    assert [
        found
        for who in SPEAKERS
        if len(found := read(who, told)) != 1 or found[0][1:] != (SPEAKERS[who], STANCES[told])
    ] == []
    [(content, *_)] = read("Ann Lee", told)
    assert content.split()[-1] in {"sold", "boats", "quay"}


@pytest.mark.parametrize("told", NONE)
def test_what_tells_nothing_has_none(told: str) -> None:
    assert [found for who in SPEAKERS if (found := read(who, told))] == []
