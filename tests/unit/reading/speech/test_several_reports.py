"""Sentences with more than one report: beside words in marks, between dashes, behind a relative, before another's clause."""

from __future__ import annotations

import pytest

import nutgraf

Told = list[tuple[str | None, str]]


def told(text: str) -> Told:
    """Who says what, in the order of the text."""
    return [
        (text[slice(*one.speaker)] if one.speaker else None, " / ".join(text[slice(*part)] for part in one.content))
        for one in nutgraf.read(nutgraf.Article.from_text(text, language="en")).attributions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ida Moe, who says the pier is unsafe, wrote that the council “has lost its nerve.”",
            [("Ida Moe", "the pier is unsafe"), ("Ida Moe", "has lost its nerve.")],
        ),
        (
            "The minister said the talks had failed and called them “a farce.”",
            [("The minister", "the talks had failed"), ("The minister", "a farce.")],
        ),
        (
            "She said that divers had found the wreck, to which Bo Lund replied: “Not yet.”",
            [("She", "divers had found the wreck"), ("Bo Lund", "Not yet.")],
        ),
        (
            "Aides say the vote could fail, hurting Lund and Moe, both of whom the mayor praised as “tireless.”",
            [("Aides", "the vote could fail, hurting Lund and Moe"), ("the mayor", "tireless.")],
        ),
        (
            "Officials said the bridge would close on Monday, and the mayor, who has called it “a disgrace,” wants it rebuilt.",
            [("Officials", "the bridge would close on Monday"), ("the mayor", "a disgrace,")],
        ),
        (
            "Ida Moe argued that the plan was unripe – “We need the figures,” she said – and left.",
            [("Ida Moe", "the plan was unripe"), ("she", "We need the figures,")],
        ),
    ],
)
def test_what_is_reported_beside_words_in_marks_is_told_to_where_their_clause_begins(text: str, expected: Told) -> None:
    assert told(text) == expected


def test_who_goes_on_behind_words_in_marks_did_not_say_them() -> None:
    text = "Bo Lund, who calls the mayor a “showman,” said he doubts that the pier will open."
    assert ("Bo Lund", "showman,") in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ida Moe – who earlier said she would sell the boats – said at a rally in Osk that the harbour should close.",
            [("Ida Moe", "she would sell the boats"), ("Ida Moe", "the harbour should close")],
        ),
        (
            "The judge -- who has been at odds with the mayor of the town over a row of trees for years -- said she regretted it.",
            [("The judge", "she regretted it")],
        ),
        (
            "Papers abroad, including the Osk Herald, warned that the sky was falling.",
            [("Papers", "the sky was falling")],
        ),
        (
            "Bo Lund is the farmer whose barn burned but who suggested that the town could wait.",
            [("the farmer", "the town could wait")],
        ),
        ("Lena is among those who say they will never go back.", [("those", "they will never go back")]),
        ("Firms that warn that it could rain left.", [("Firms", "it could rain")]),
        (
            "Two growers challenged the permit with the board, contending that the land was theirs.",
            [("Two growers", "the land was theirs")],
        ),
        ("Having announced that the pier was safe, the mayor left.", [("the mayor", "the pier was safe")]),
    ],
)
def test_a_speaker_is_found_past_what_stands_between(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ida Moe has called on the council to close the pier and has asked for boats.", "to close the pier"),
        ("Ida Moe says she does not name them, as was the case in May.", "she does not name them"),
        ("Ida Moe said the crews would go, as has the governor.", "the crews would go"),
        ("Ida Moe said the dam held, and when asked whether it was old, she smiled.", "the dam held"),
        ("Ida Moe said the dam would hold, according to the Osk Herald.", "the dam would hold"),
    ],
)
def test_content_ends_where_somebody_else_goes_on(text: str, content: str) -> None:
    assert content in dict(reversed(told(text))).values()


@pytest.mark.parametrize(
    "content",
    [
        "to stay and be heard",
        "to rest and have a look",
        "the pier was closed, as was the bridge",
        "the pier is safe, as was the old one",
        "the pier closed on Monday, as did the bridge",
        "the dam would hold, however old it was",
    ],
)
def test_what_only_looks_like_somebody_elses_stays(content: str) -> None:
    verb = "pledged" if content.startswith("to ") else "said"
    assert told(f"Ida Moe {verb} {content}.") == [("Ida Moe", content)]


@pytest.mark.parametrize(
    ("hearers", "heard"),
    [
        ("the Post and Courier on Saturday", "Post and Courier"),
        ("the Post and Courier newspaper of Osk on Saturday", "Post and Courier newspaper of Osk"),
        ("Bo Lund and his wife on Monday", "Bo Lund and his wife"),
    ],
)
def test_two_who_are_told_may_be_told_at_a_time(hearers: str, heard: str) -> None:
    text = f"Ida Moe told {hearers} that the pier was closed."
    (found,) = nutgraf.read(nutgraf.Article.from_text(text, language="en")).attributions
    assert [text[slice(*part)] for part in found.content] == ["the pier was closed"]
    assert found.addressee
    assert text[slice(*found.addressee)] == heard


def test_a_sum_may_stand_behind_a_gerund() -> None:
    assert told("A man reported losing $4,200 to a caller.") == [("A man", "losing $4,200 to a caller")]


def test_an_intention_is_told_with_what_is_intended() -> None:
    assert told("The Herald announced its intention to leave the town.") == [
        ("Herald", "its intention to leave the town")
    ]
    assert told("The intention to leave the town was old.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("300 said they would go.", [("300", "they would go")]),
        ("Another 300 said they would go.", [("300", "they would go")]),
        ("More than 1,200 said they would go.", [("1,200", "they would go")]),
        ("Ida Moe, who in 2019 said it would hold, left.", [("Ida Moe", "it would hold")]),
        ("The fund, worth $300 million, said it would help.", [("The fund", "it would help")]),
        ("Prices fell to 300 and the mayor said it was late.", [("the mayor", "it was late")]),
    ],
)
def test_a_number_may_stand_for_those_it_counts(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Crews were told the ship had been found.", [(None, "the ship had been found")]),
        ("Bo Lund was told he could leave.", [(None, "he could leave")]),
        ("Bo Lund was told a story.", []),
        ("Bo Lund was told the story of the ship.", []),
    ],
)
def test_who_is_told_a_clause_may_be_told_it_without_that(text: str, expected: Told) -> None:
    assert told(text) == expected


def test_a_quarter_says_when() -> None:
    assert told("The firm reported last quarter that sales were down.") == [("The firm", "sales were down")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chains like Acme Foods say they lack drivers.", [("Chains like Acme Foods", "they lack drivers")]),
        (
            "Airlines such as Norsk and BlueJet warned that fares would rise.",
            [("Airlines such as Norsk and BlueJet", "fares would rise")],
        ),
        ("It was late, just like Ann Lee said.", []),
        (
            "Ida Moe said the school had failed and that teachers had told her to “toughen up.”",
            [("Ida Moe", "the school had failed"), ("teachers", "toughen up.")],
        ),
        ("Ida Moe said that teachers were tired.", [("Ida Moe", "teachers were tired")]),
        ("The storm turned north, suggesting that the islands would be spared.", []),
        ("Bo Lund was told the truth only after his mother died.", []),
        ("Investors were assured their money was safe.", [(None, "their money was safe")]),
    ],
)
def test_who_stands_for_others_or_for_nobody(text: str, expected: Told) -> None:
    assert told(text) == expected
