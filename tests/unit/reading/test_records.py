"""Every rule of every language yields what its record says, and nothing in its counter-examples."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

import nutgraf
from nutgraf.article import Article
from nutgraf.reading.languages.language import codes, language_of
from nutgraf.reading.numbers.safe import rules_of
from nutgraf.reading.parts import Attribution
from nutgraf.reading.rules import Rule
from nutgraf.reading.speech.scan import SpeechRule

SPEECH = [(code, rule) for code in codes() if (speech := language_of(code).speech) for rule in speech.rules]
NUMBERS = [
    (code, room, rule)
    for code in codes()
    if (numbers := language_of(code).numbers)
    for room, rules in (("numbers", numbers.numbers), ("quantities", (*numbers.quantities, *numbers.rates)))
    for rule in rules
]
NUMBER_NAMES = [f"{code} {room}: {rule.name}" for code, room, rule in NUMBERS]
NAMES = [f"{code}: {rule.name}" for code, rule in SPEECH]


def told(text: str, found: Attribution) -> str:
    speaker, cue = (text[slice(*at)] if at else "-" for at in (found.speaker, found.cue))
    return f"{speaker} | {cue} | {' + '.join(text[slice(*at)] for at in found.content)}"


def found_by(rule: SpeechRule, code: str, text: str) -> list[str]:
    reading = nutgraf.read(Article.from_text(text, language=code))
    return [told(text, found) for found in reading.attributions if found.rule == rule.name]


@pytest.mark.parametrize(("code", "rule"), SPEECH, ids=NAMES)
def test_a_rule_of_speech_yields_what_its_examples_say(code: str, rule: SpeechRule) -> None:
    assert rule.examples
    assert {text: found_by(rule, code, text) for text in rule.examples} == {
        text: [said] for text, said in rule.examples.items()
    }


@pytest.mark.parametrize(("code", "rule"), SPEECH, ids=NAMES)
def test_a_rule_of_speech_yields_nothing_in_its_counter_examples(code: str, rule: SpeechRule) -> None:
    assert [said for text in rule.counter for said in found_by(rule, code, text)] == []


def counted(code: str, room: str, rule: Rule[Any], text: str) -> list[str]:
    """What a rule of numbers makes of a text, in the notation of its examples."""
    rules = rules_of(code)
    if room == "numbers":
        mentions = rules.frame(text).mentions
        return [f"{text[one.at : one.stop]} = {one.says}" for one in mentions if one.rule == rule.name]
    found = rules.found(text, lambda _: True)
    return [f"{text[one.start : one.end]} = {one.says}" for one in found if one.rule == rule.name]


@pytest.mark.parametrize(("code", "room", "rule"), NUMBERS, ids=NUMBER_NAMES)
def test_a_rule_of_numbers_yields_what_its_examples_say(code: str, room: str, rule: Rule[Any]) -> None:
    assert rule.examples
    assert {text: counted(code, room, rule, text)[:1] for text in rule.examples} == {
        text: [said] for text, said in rule.examples.items()
    }


@pytest.mark.parametrize(("code", "room", "rule"), NUMBERS, ids=NUMBER_NAMES)
def test_a_rule_of_numbers_yields_nothing_in_its_counter_examples(code: str, room: str, rule: Rule[Any]) -> None:
    assert {text: said for text in rule.counter if (said := counted(code, room, rule, text))} == {}


def test_no_two_rules_have_one_name() -> None:
    assert [name for name, count in Counter([*NAMES, *NUMBER_NAMES]).items() if count > 1] == []
