"""Who somebody is by words that tell something new of them: "the 34-year-old", "die frühere Lehrerin"."""

from __future__ import annotations

import pytest

import nutgraf
from nutgraf.article import Article


def speaker_of_last(text: str, language: str) -> tuple[str | None, str]:
    speaker = nutgraf.read(Article.from_text(text, language=language)).quotes[-1].speaker
    assert speaker is not None
    assert speaker.mention is not None
    return speaker.name, speaker.mention.text


@pytest.mark.parametrize(
    "who",
    [
        "the 34-year-old",
        "the 34-year-old baker",
        "the former keeper",
        "the retired diver",
        "the veteran",
        "the mother-of-two",
        "the Osk-born singer",
        "the ex-diver",
        "the Dane",
        "the Uruguayan",
    ],
)
@pytest.mark.parametrize("before", ["Ida Moss swam the strait.", "Ida Moss said it was cold. She was tired, she said."])
def test_words_that_tell_something_new_mean_who_was_spoken_of(who: str, before: str) -> None:
    assert speaker_of_last(f"{before} “I would do it again,” {who} said.", "en") == ("Ida Moss", who)
    assert speaker_of_last(f"{before} “I would do it again,” said {who} on Monday.", "en") == ("Ida Moss", who)


@pytest.mark.parametrize("who", ["the governor", "the judge", "the man", "the French", "the coach"])
def test_an_office_of_the_scene_may_be_anybodys(who: str) -> None:
    assert speaker_of_last(f"Ida Moss swam the strait. “It was late,” {who} said.", "en")[0] is None


@pytest.mark.parametrize("noun", ["memorandum", "mayor", "museum director"])
def test_a_form_of_address_is_no_office_cut_short(noun: str) -> None:
    assert speaker_of_last(f"Mr Otto came. The {noun} said it was late.", "en")[0] is None


def test_an_office_cut_short_is_whoever_has_it() -> None:
    assert speaker_of_last("Supt Ida Moss came. The superintendent said it was late.", "en")[0] == "Ida Moss"


def test_what_a_word_tells_of_man_or_woman_holds() -> None:
    text = "Ida Moss met Karl Otto. “It was late,” the retired actress said."
    assert speaker_of_last(text, "en")[0] == "Ida Moss"
    assert speaker_of_last("A woman called the police. “It was late,” the 34-year-old said.", "en")[0] is None


@pytest.mark.parametrize(
    "who",
    [
        "die SPD-Politikerin",
        "die parteilose Politikerin",
        "die CDU-Frau",
        "die frühere Lehrerin",
        "die gebürtige Kölnerin",
        "die gelernte Köchin",
        "die zweifache Mutter",
        "die 48-jährige Juristin",
        "die 48 Jahre alte Juristin",
        "die Kommunalpolitikerin",
    ],
)
def test_german_epithets_mean_who_was_spoken_of(who: str) -> None:
    before = "Bürgermeisterin Anna Lohmann hat den Plan verteidigt."
    assert speaker_of_last(f"{before} „Das bleibt so“, sagte {who}.", "de")[0] == "Anna Lohmann"
    he = who.replace("die", "der", 1).replace("Frau", "Mann")
    he = "der CDU-Politiker" if he.endswith(("in", "Mutter")) else he
    assert speaker_of_last(f"{before} „Das bleibt so“, sagte {he}.", "de")[0] is None


def test_german_offices_of_the_scene_may_be_anybodys() -> None:
    before = "Bürgermeisterin Anna Lohmann hat den Plan verteidigt."
    for who in ("die Ministerin", "die Richterin", "die zuständige Ministerin", "die neue Trainerin"):
        assert speaker_of_last(f"{before} „Das bleibt so“, sagte {who}.", "de")[0] is None


@pytest.mark.parametrize(
    ("before", "company"),
    [
        ("Kessel Foods shut its mill.", "Kessel Foods"),
        ("The agency fined Kessel Foods in May.", "Kessel Foods"),
        ("Zentra denied it on Monday.", "Zentra"),
        ("Kessel Foods sued Norvik Paper.", None),
        ("A mill was shut.", None),
    ],
)
@pytest.mark.parametrize("noun", ["company", "firm", "insurer"])
def test_a_company_is_the_one_that_was_named(before: str, company: str | None, noun: str) -> None:
    name, mention = speaker_of_last(f"{before} “We will pay,” the {noun} said in an email.", "en")
    assert (name, mention) == (company, f"the {noun}")


@pytest.mark.parametrize("code", ["GMT", "BR14", "EST"])
def test_a_zone_or_a_number_of_a_signal_says_nothing(code: str) -> None:
    assert speaker_of_last(f"It failed at 10 {code}. In a note it said that this was “a pity”.", "en")[0] is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Every day at ten, Zenna Quill puts on her coat. It rains. “It may not come,” she says.", "Zenna Quill"),
        ("Her agent called it a rumour, but Ida Moss was less sure. She said it was late.", "Ida Moss"),
        ("A driver said it was a rumour, but Ida Moss was less sure. She said it was late.", None),
    ],
)
def test_she_is_the_one_of_whom_it_is_told(text: str, name: str | None) -> None:
    assert speaker_of_last(text, "en")[0] == name


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Es riecht nach Meer, behauptet Rosa Timm. Die Chemikerin steht vor einem Schrank.", "Rosa Timm"),
        ("Ministerin Rosa Timm kam. Eva Brandt ging. Die Ministerin war müde.", "Rosa Timm"),
        ("Rosa Timm kam. Eva Brandt ging. Die Chemikerin war müde.", None),
        ("Rosa Timm kam. Eine Chemikerin war müde.", None),
    ],
)
def test_a_german_description_is_whoever_has_the_office_or_the_only_one(before: str, name: str | None) -> None:
    assert speaker_of_last(f"{before} „Das ist Salz“, sagt sie.", "de")[0] == name
