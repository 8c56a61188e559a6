"""An article in another language is told as such, and what needs no language still works."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nutgraf
from nutgraf.passes import built_in
from nutgraf.reading.languages.detect import reads_as_english
from nutgraf.results import Provenance, Usage
from nutgraf.steps import make_brief

EXAMPLES = Path(__file__).parents[4] / "examples" / "articles"

GERMAN = (
    "Die Bürgermeisterin Katrin Oelschläger sagte am Dienstag, die Brücke werde im Mai geschlossen. „Wir haben keine Wahl“, "
    "sagte sie im Rathaus. „Der Fluss wartet nicht auf uns.“ Die Arbeiten sollen zwölf Millionen Euro kosten und bis Herbst dauern."
)
OTHERS = {
    "de": GERMAN,
    "nl": "De burgemeester zei dinsdag dat de brug in mei dicht gaat. Het werk is nodig, zei zij, en het kost twaalf miljoen euro. "
    "Over de rivier is er dan geen weg meer, en wie naar de stad wil, moet met het veer of over de oude dijk.",
    "fr": "La maire a déclaré mardi que le pont serait fermé en mai. Les travaux doivent coûter douze millions d’euros et durer "
    "jusqu’à l’automne, selon la mairie, qui promet un bac gratuit à ceux qui travaillent sur l’autre rive du fleuve.",
    "es": "La alcaldesa dijo el martes que el puente se cerrará en mayo. Las obras costarán doce millones de euros y durarán hasta "
    "el otoño, según el ayuntamiento, que promete un transbordador gratuito a quienes trabajan en la otra orilla del río.",
    "zh": "市长周二说：“桥将在五月关闭。”工程将耗资一千二百万，持续到秋天。",
    "ja": "市長は火曜日、「橋は五月に閉鎖される」と述べた。工事は秋まで続く見通しだ。",
    "ar": "قال رئيس البلدية يوم الثلاثاء: «سيُغلق الجسر في مايو». وتستمر الأعمال حتى الخريف.",
    "ru": "Мэр Архангельска заявила во вторник, что мост закроют в мае. Работы обойдутся в двенадцать миллионов и продлятся до осени, "
    "сообщили в мэрии, где обещают бесплатный паром всем, кто работает на другом берегу реки, пока мост не откроют снова.",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_other_languages_are_told_from_english(text: str) -> None:
    assert not reads_as_english(text)


def test_english_news_is_english() -> None:
    for name in ("lake-accord", "hillside-collapse", "turbine-takeover", "shield-final", "fireworks-verdict"):
        assert reads_as_english(nutgraf.Article.from_file(EXAMPLES / f"{name}.json").text)
    assert reads_as_english(
        "TORNADO HITS TULSA\n\nA tornado hit the city of Tulsa on Friday, and it was said that 12 were hurt."
    )


def test_few_lines_full_of_names_are_english() -> None:
    text = (
        "Ida Moe checks into Kari Lund House, hires lawyer Jon Ek again\n\nActress Ida Moe checked into Kari Lund House late Thursday "
        "after hiring the former lawyer Jon Ek for help at the house.\n\nIda Moe entered Norvik's Kari Lund House clinic late Thursday, dodging arrest "
        "after whirlwind confusion surrounding actress Moe's whereabouts, sources told Norvik Radio News."
    )
    assert reads_as_english(text)
    assert not reads_as_english("Nagsara ang pabrika at nawalan ng trabaho ang mga tao sa bayan. " * 4)


@given(st.text(st.characters(max_codepoint=0x24F), max_size=40))
def test_a_text_too_short_to_tell_counts_as_english(text: str) -> None:
    assert reads_as_english(" ".join(text.split()[:20]))


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        (GERMAN, ["die Brücke werde im Mai geschlossen", "Wir haben keine Wahl", "Der Fluss wartet nicht auf uns."]),
        (OTHERS["fr"] + " « Nous n’avons pas le choix », a dit la maire.", ["Nous n’avons pas le choix"]),
    ],
)
def test_the_brief_of_an_article_in_another_language_says_which_rules_are_off(text: str, spoken: list[str]) -> None:
    made_by = Provenance(model="m", host="", prompts={}, version="")
    brief, english = (
        make_brief((built_in("quotes"),), nutgraf.read(told), [], Usage(), made_by)
        for told in (text, "The bridge closed. “We had no choice,” the mayor said.")
    )
    (problem,) = [p for p in brief.problems if p.kind == "not_english"]
    assert (problem.step, problem.resolution) == ("reading", "unresolved")
    assert "dates" in problem.detail
    assert brief.complete
    assert [span.text for quote in brief.quotes for span in quote.content] == spoken
    assert not [p for p in english.problems if p.kind == "not_english"]
