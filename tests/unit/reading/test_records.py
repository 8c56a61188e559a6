"""Every rule of every language yields what its record says, and nothing in its counter-examples."""

from __future__ import annotations

from collections import Counter

import pytest

import nutgraf
from nutgraf.article import Article
from nutgraf.reading.dates.scan import DateRule
from nutgraf.reading.languages.language import codes, language_of
from nutgraf.reading.parts import Attribution
from nutgraf.reading.speech.scan import SpeechRule

DATES = [(code, rule) for code in codes() if (dates := language_of(code).dates) for rule in dates.rules]
SPEECH = [(code, rule) for code in codes() if (speech := language_of(code).speech) for rule in speech.rules]
NAMES = [f"{code}: {rule.name}" for code, rule in SPEECH]
DATE_NAMES = [f"{code}: {rule.name}" for code, rule in DATES]
THURSDAY = "2026-03-12"
"""The day of publication of the examples of dates."""


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


def test_no_two_rules_have_one_name() -> None:
    assert [name for names in (NAMES, DATE_NAMES) for name, count in Counter(names).items() if count > 1] == []
