"""The rarer ways in which the news attributes, names and counts."""

from __future__ import annotations

import pytest

from nutgraf.reading.languages.en.vocabulary import WORDS as ENGLISH
from nutgraf.reading.names.find import find_names
from nutgraf.reading.numbers.find import find_quantities
from nutgraf.reading.speech.attribution import attribute
from nutgraf.reading.text.quotemarks import pair_marks
from nutgraf.reading.text.sentences import split_sentences


def told(text: str) -> list[tuple[str | None, str | None, str]]:
    body = ((0, len(text)),)
    segments = pair_marks(text, body, ENGLISH)
    sentences = split_sentences(text, body, segments, ENGLISH)
    found = attribute(text, sentences, segments, find_names(text, sentences)).attributions
    return [
        (
            a.speaker and text[slice(*a.speaker)],
            a.cue and text[slice(*a.cue)],
            " … ".join(text[start:end] for start, end in a.content),
        )
        for a in found
    ]


@pytest.mark.parametrize(
    ("text", "who", "cue", "content"),
    [
        ('Umerov came first. He went on to say: "We will rebuild it."', "He", "say", "We will rebuild it."),
        ("Mr. Umerov of Kyiv went on to say that talks would resume.", "Umerov", "say", "talks would resume"),
        ('The plan was praised by Umerov as "a good start".', "Umerov", "praised", "a good start"),
        ('Ana Duarte was quoted as saying "we will rebuild".', "Ana Duarte", "saying", "we will rebuild"),
        ("Umerov said, that talks would resume.", "Umerov", "said", "talks would resume"),
        ("Umerov told them that talks would resume.", "Umerov", "told", "talks would resume"),
        ('Umerov told him: "Talks will resume."', "Umerov", "told", "Talks will resume."),
        ("According to Ana Duarte of the union, the plan failed.", "Ana Duarte", "According to", "the plan failed"),
        ("According to Ana Duarte, the mayor, the plan failed.", "Ana Duarte", "According to", "the plan failed"),
        (
            "According to Ana Duarte, the mayor, John Smith, resigned.",
            "Ana Duarte",
            "According to",
            "the mayor, John Smith, resigned",
        ),
        ("Umerov said on March 3 2024 that talks would resume.", "Umerov", "said", "talks would resume"),
        ("Talks would resume (in May), Umerov said.", "Umerov", "said", "Talks would resume (in May)"),
        ("In Paris, police said that talks would resume.", "police", "said", "talks would resume"),
        ("İstanbul said that talks would resume.", "İstanbul", "said", "talks would resume"),
        (
            "Talks would resume, Japan's foreign minister said.",
            "Japan's foreign minister",
            "said",
            "Talks would resume",
        ),
        ('"We will rebuild it."\n\n— Ana Duarte, mayor', "Ana Duarte", None, "We will rebuild it."),
    ],
)
def test_who_says_what(text: str, who: str, cue: str | None, content: str) -> None:
    assert told(text) == [(who, cue, content)]


def test_a_quotation_introduced_by_a_clause_leaves_the_clause_to_its_own_report() -> None:
    assert told('Umerov said talks had failed and added, "We will rebuild it."') == [
        ("Umerov", "said", "talks had failed"),
        ("Umerov", "added", "We will rebuild it."),
    ]


@pytest.mark.parametrize(
    "text", ["In May, Umerov said.", "On Monday, according to Umerov.", "According to", "The plan failed, according to"]
)
def test_where_nothing_is_said_nothing_is_reported(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "span", "value", "unit", "kind"),
    [
        ("It ran 2½ miles.", "2½ miles", 2.5, "miles", "measure"),
        ("About ½ of them left.", "½", 0.5, None, "ratio"),
        ("It costs 5½ euros.", "5½ euros", 5.5, "EUR", "money"),
        ("It costs 20 EUR now.", "20 EUR", 20, "EUR", "money"),
        ("It costs twenty-five CHF.", "twenty-five CHF", 25, "CHF", "money"),
        ("It costs A$5.", "A$5", 5, "AUD", "money"),
        ("It cost fifty pounds.", "fifty pounds", 50, "GBP", "money"),
        ("It sold 10 pounds of rice.", "10 pounds", 10, "pounds", "measure"),
        ("It weighs a 10-pound bag.", "10-pound", 10, "pound", "measure"),
        ("It came to a hundred and a half.", "a hundred and a half", 100.5, None, "count"),
        ("She spoke on Friday. 40 people came.", "40 people", 40, "people", "count"),
        ("They met Lena Ott. 12 sailors were hurt.", "12 sailors", 12, "sailors", "count"),
        ("He has two a day.", "two a day", 2, None, "count"),
        ("It cost one euro.", "one euro", 1, "EUR", "money"),
    ],
)
def test_how_much(text: str, span: str, value: float, unit: str | None, kind: str) -> None:
    (found,) = find_quantities(text, ())
    assert (found.span.text, found.value, found.unit, found.kind) == (span, value, unit, kind)


def test_no_more_than_is_a_limit_above_and_more_than_one_below() -> None:
    assert [q.modifier for q in find_quantities("It won no more than 20 votes.", ())] == ["at_most"]
    assert [q.modifier for q in find_quantities("It won more than 20 votes.", ())] == ["at_least"]


@pytest.mark.parametrize("text", ["1. Open the door.", "1) Open the door.", "One of them fell."])
def test_a_number_of_a_list_or_a_pronoun_counts_nothing(text: str) -> None:
    assert find_quantities(text, ()) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A pro-Kremlin party won.", ["Kremlin"]),
        ("Ambassador to South Korea Ana Duarte left.", ["South Korea", "Ana Duarte"]),
        ("Ambassador to France Ana Duarte left.", ["France", "Ana Duarte"]),
        ("He met Israeli Bob Ray.", ["Bob Ray"]),
    ],
)
def test_a_name_ends_where_the_next_begins(text: str, names: list[str]) -> None:
    assert [name.text for name in find_names(text, split_sentences(text, ((0, len(text)),), (), ENGLISH))] == names
