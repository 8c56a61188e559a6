"""Every rule of every language yields what its record says, and nothing in its counter-examples."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

import nutgraf
from nutgraf.article import Article
from nutgraf.reading.dates.scan import DateRule
from nutgraf.reading.languages.en.names import NAMES as NAMES_OF_ENGLISH
from nutgraf.reading.languages.language import codes, language_of
from nutgraf.reading.names.find import OpeningRule
from nutgraf.reading.names.kinds import KindRule
from nutgraf.reading.numbers.safe import rules_of
from nutgraf.reading.parts import Attribution, Name
from nutgraf.reading.rules import Rule
from nutgraf.reading.speech.scan import SpeechRule
from nutgraf.reading.verbs.found import cues
from nutgraf.reading.verbs.groups import VerbRule

DATES = [(code, rule) for code in codes() if (dates := language_of(code).dates) for rule in dates.rules]
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
DATE_NAMES = [f"{code}: {rule.name}" for code, rule in DATES]
THURSDAY = "2026-03-12"
"""The day of publication of the examples of dates."""
VERBS = [(code, rule) for code in codes() if (verbs := language_of(code).verbs) for rule in verbs.rules]
VERB_NAMES = [f"{code}: {rule.name}" for code, rule in VERBS]


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


def dated_by(rule: DateRule, code: str, text: str) -> str:
    reading = nutgraf.read(Article.from_text(text, language=code, published=THURSDAY))
    found = zip(reading.times, reading.time_rules, strict=True)
    return " + ".join(
        f"{time.span.text} = {time.value or '-'}" for time, by in found if time.span and rule.name in by.split(", ")
    )


@pytest.mark.parametrize(("code", "rule"), DATES, ids=DATE_NAMES)
def test_a_rule_of_dates_yields_what_its_examples_say(code: str, rule: DateRule) -> None:
    assert rule.examples
    assert {text: dated_by(rule, code, text) for text in rule.examples} == dict(rule.examples)


@pytest.mark.parametrize(("code", "rule"), DATES, ids=DATE_NAMES)
def test_a_rule_of_dates_yields_nothing_in_its_counter_examples(code: str, rule: DateRule) -> None:
    assert rule.counter
    assert {text: dated_by(rule, code, text) for text in rule.counter} == dict.fromkeys(rule.counter, "")


def verbs_by(rule: VerbRule, code: str, text: str) -> str:
    return " + ".join(f"{text[cue.start : cue.end]} | {cue.kind}" for cue in cues(text, code) if cue.rule == rule.name)


@pytest.mark.parametrize(("code", "rule"), VERBS, ids=VERB_NAMES)
def test_a_rule_of_verbs_yields_what_its_examples_say_and_nothing_elsewhere(code: str, rule: VerbRule) -> None:
    assert rule.examples
    assert {text: verbs_by(rule, code, text) for text in rule.examples} == dict(rule.examples)
    assert [verbs_by(rule, code, text) for text in rule.counter] == [""] * len(rule.counter)


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


def names_in(text: str) -> list[Name]:
    return list(nutgraf.read(Article.from_text(text, language="en")).names)


@pytest.mark.parametrize("rule", NAMES_OF_ENGLISH.kinds, ids=[rule.name for rule in NAMES_OF_ENGLISH.kinds])
def test_a_rule_of_names_tells_the_kind_that_its_examples_say(rule: KindRule) -> None:
    assert {
        text: [f"{name.full} | {name.kind}" for name in names_in(text) if name.rule == rule.name]
        for text in rule.examples
    } == {text: [said] for text, said in rule.examples.items()}
    assert [name for text in rule.counter for name in names_in(text) if name.rule == rule.name] == []


@pytest.mark.parametrize("rule", NAMES_OF_ENGLISH.openings, ids=[rule.name for rule in NAMES_OF_ENGLISH.openings])
def test_a_word_that_opens_a_sentence_is_a_name_as_the_examples_say(rule: OpeningRule) -> None:
    assert {
        text: " + ".join(f"{name.full} | {name.kind}" for name in names_in(text)) for text in rule.examples
    } == rule.examples
    assert [names_in(text) for text in rule.counter] == [[] for _ in rule.counter]


def test_no_two_rules_of_a_room_have_one_name() -> None:
    for names in (NAMES, DATE_NAMES, VERB_NAMES, NUMBER_NAMES):
        assert [name for name, count in Counter(names).items() if count > 1] == []
