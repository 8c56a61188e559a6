"""Verbs that tell how something was said, in every order beside a quotation and in every kind of marks."""

from __future__ import annotations

import pytest

import nutgraf
from nutgraf.article import Article

SPEAKERS = {"Ann Lee": "Ann Lee", "the mayor": "mayor", "Bo Lund, a farmer,": "Bo Lund", "two nurses": "two nurses"}
VERBS = ["fumed", "beamed", "marvelled", "ventured"]
ORDERS = [
    "“We lost it,” {who} {verb}{when}.",
    "“We lost it,” {verb} {last}.",
    "“We lost it!” {who} {verb}{when}.",
    "“We lost it?” {verb} {last}{when}.",
    "{Who} {verb}{when}: “We lost it.”",
    "{Who} {verb}{when}, “We lost it.”",
    "{Who} spoke of “a bad year” and {verb}{when}: “We lost it.”",
    "“We lost it,” {who} {verb}{when}, “and it is too late.”",
    "“We lost it,” {who} {verb}{when}. “It is too late.”",
    "“We lost it,” {who} {verb}{when}, adding: “It is too late.”",
]
MARKS = ["“”", '""', "‘’"]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("marks", MARKS)
def test_the_speaker_beside_any_verb(order: str, marks: str) -> None:
    faults = []
    for who, speaker in SPEAKERS.items():
        for verb, when in zip(VERBS, ["", " on Monday", " after the vote", " with a smile"], strict=True):
            text = order.format(who=who, Who=who[0].upper() + who[1:], last=who.rstrip(","), verb=verb, when=when)
            text = text.replace("“", marks[0]).replace("”", marks[1])
            quotes = nutgraf.read(Article.from_text(text, language="en")).quotes
            by = {q.speaker and (q.speaker.name or q.speaker.mention.text.lower().removeprefix("the ")) for q in quotes}
            if by != {speaker}:
                faults.append((text, by))
    assert faults == []
