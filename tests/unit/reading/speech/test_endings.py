"""How a sentence goes on behind what is reported, for every construction: what is the reporter's is not said by the speaker."""

from __future__ import annotations

import pytest

import nutgraf
from nutgraf.article import Article

SPEAKERS = {
    "Ann Lee": "Ann Lee",
    "the ferry company": "ferry company",
    "Bo Lund, a farmer,": "Bo Lund",
    "the union's leader, Ida Moe,": "Ida Moe",
}
CONSTRUCTIONS = [
    "{who} said that {what}",
    "{who} has warned {what}",
    "{who} said on Monday in a letter to staff that {what}",
    "{who} is arguing that {what}",
    "{who} has been telling customers that {what}",
    "{who} pointed out that {what}",
    "{who} accepted that {what}",
    "{who} went on to say that {what}",
    "{who} made the claim that {what}",
    "{who} closed the office, saying that {what}",
    "The council closed the office, with {who} saying that {what}",
    "{who} asked whether {what}",
    "{who} wanted to know why {what}",
    "As {who} put it, {what}",
    "According to {who}, {what}",
    "{what}, {who} said",
    "{what}, as {who} put it",
    "{who} urged the council to {act}",
    "{who} is asking the council not to {act}",
    "{who} promised to {act}",
    "{who} vowed not to {act}",
    "{who} has threatened on Monday to {act}",
]
WHAT, ACT = "nobody had checked the brakes", "repair the brakes by May"
ENDINGS = [
    "",
    ", which angered shopkeepers",
    "; the council disagreed",
    " – a claim Gus Abel denies",
    " – which Gus Abel denied",
    ", a claim the council denies",
    ", something the council denies",
    ", prompting an outcry",
    ", without giving details",
    ", but declined to give details",
]


def said(text: str) -> list[tuple[str, str | None]]:
    return [
        (quote.content[0].text, quote.speaker and (quote.speaker.name or quote.speaker.mention.text))
        for quote in nutgraf.read(Article.from_text(text, language="en")).quotes
    ]


@pytest.mark.parametrize("construction", CONSTRUCTIONS)
def test_what_is_reported_ends_where_the_reporter_goes_on(construction: str) -> None:
    faults = []
    for who, speaker in SPEAKERS.items():
        for ending in ENDINGS:
            text = construction.format(who=who, what=WHAT, act=ACT) + ending + "."
            text = text[0].upper() + text[1:]
            found = said(text)
            content, by = found[0] if len(found) == 1 else ("", None)
            if not (content.lower().endswith((WHAT, ACT.lower())) and by and by.lower().endswith(speaker.lower())):
                faults.append((text, found))
    assert faults == []


@pytest.mark.parametrize("construction", CONSTRUCTIONS[:15])
@pytest.mark.parametrize(
    "inside", [" because there was no money", " if nobody paid for it", " until the council acted"]
)
def test_what_hangs_on_the_reported_clause_belongs_to_it(construction: str, inside: str) -> None:
    [(content, _)] = said(construction.format(who="Ann Lee", what=WHAT) + inside + ".")
    assert content.endswith(WHAT + inside)
