"""A careful reader's answers to articles in languages that no rule of wording knows: delivered on the proof of their words."""

from __future__ import annotations

import json
from typing import Any

import pytest

from nutgraf.article import Article
from nutgraf.asking.question import wire
from nutgraf.passes import built_in
from nutgraf.reading import read
from nutgraf.reading.window import runs


def settled(text: str, language: str, name: str, items: list[dict[str, Any]]) -> Any:
    reading = read(Article.from_text(text, published="2026-03-12", language=language))
    (window,) = runs(reading, "article")
    asked = built_in(name)
    answer = wire.answer_class(((name, asked.item),)).model_validate_json(json.dumps({name: items}))
    return asked.checked(reading, [(window, getattr(answer, name))])


def quote(content: str, name: str, cue: str | None, **more: Any) -> dict[str, Any]:
    speaker = {"name": name, "kind": "person", "title": None, "organization": None} | more
    return {
        "content": [content],
        "speaker": speaker,
        "cue": cue,
        "addressee": None,
        "stance": more.pop("stance", "says"),
    }


def event(title: str, evidence: int = 1, **more: Any) -> dict[str, Any]:
    return {
        "evidence": [evidence], "title": title, "status": "occurred", "participants": [], "place": None, "time": None, "quantities": [],
        "according_to": None,
    } | more  # fmt: skip


NAMED = [
    pytest.param(
        "pl", "Sąd odrzucił w piątek skargę Adama Wilka. „Czekamy dalej”, powiedziała żona Wilka.",
        "Adam Wilk przegrał: sąd odrzucił skargę.", "Adam Wilk", id="polish",
    ),
    pytest.param(
        "ru", "Суд отклонил жалобу Бориса Волкова. «Ждём дальше», — сказала жена Волкова.",
        "Борис Волков проиграл: суд отклонил жалобу.", "Борис Волков", id="russian",
    ),
    pytest.param("cs", "Soud zamítl stížnost Karla Nováka.", "Karel Novák prohrál, soud zamítl stížnost.", "Novák", id="czech"),
    pytest.param("de", "Das Gericht wies die Klage der Freien Fischer ab.", "Die Freien Fischer verloren.", "Freie Fischer", id="german"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "title", "name"), NAMED)
def test_names_are_the_article_s_in_whatever_form(language: str, text: str, title: str, name: str) -> None:
    found = settled(text, language, "events", [event(title, participants=[{"name": name, "role": "actor"}])])
    assert [problem.detail for problem in found.problems] == []
    assert [one.title for one in found.items] == [title]
    assert [part.name for part in found.items[0].participants] == [name]
    assert found.items[0].participants[0].mention is not None


def test_a_name_that_nothing_in_the_article_resembles_is_refused() -> None:
    found = settled(NAMED[0].values[1], "pl", "events", [event("W piątek Zenon Grabiec przegrał.")])  # type: ignore[arg-type]
    assert [problem.kind for problem in found.problems] == ["invented_name"]
    assert "Grabiec" not in found.items[0].title


def test_prefixes_written_as_one_word_hide_no_cue() -> None:
    text = "وقال المدير حسن رشيد: «سنفتح الميناء غدا». ونفت الشركة وجود تأخير."
    found = settled(
        text,
        "ar",
        "quotes",
        [quote("m1", "حسن رشيد", "قال"), quote("2: وجود تأخير", "الشركة", "نفت", kind="organization")],
    )
    assert [problem.detail for problem in found.problems] == []
    assert [one.cue.text for one in found.items] == ["وقال", "ونفت"]


def test_figures_stand_beside_characters_without_spaces() -> None:
    text = "港务局预计4月9日重开码头,花费300万元。“我们已经准备好了。”局长赵海说。"
    told = event(
        "码头将于4月9日重开", time="4月9日", quantities=[{"span": "300万元", "role": "花费"}], status="planned"
    )
    found = settled(text, "zh", "events", [told])
    assert [problem.detail for problem in found.problems] == []
    assert found.items[0].time.span.text == "4月9日"
    (said,) = settled(text, "zh", "quotes", [quote("m1", "赵海", "说")]).items
    assert said.kind == "direct"


HARBOUR = (
    "Der Hafen bleibt bis Mai zu, teilte eine Sprecherin des Amts mit. Wirt Jens Kolb räumte am Montag in der Zeitung ein, er habe sich "
    "geirrt. Das Bündnis der Fischer bot an, 12 der 40 Boote zu verkaufen. Das Amt bestritt, Geld verloren zu haben. Der Plan sei "
    "„gut, aber teuer“, sagte Kolb."
)


def test_german_speakers_are_named_in_the_nominative_and_cues_are_whole() -> None:
    found = settled(
        HARBOUR,
        "de",
        "quotes",
        [
            quote("1: Der Hafen bleibt bis Mai zu", "Sprecherin des Amtes", "teilte mit"),
            quote("2", "Jens Kolb", "räumte ein"),
            quote("5: Der Plan sei", "Jens Kolb", "sagte") | {"content": ["5: Der Plan sei", "m1"]},
        ],
    )
    assert [problem.detail for problem in found.problems] == []
    assert [one.speaker.name for one in found.items] == ["Sprecherin des Amtes", "Jens Kolb", "Jens Kolb"]
    assert found.items[1].cue.text == "räumte am Montag in der Zeitung ein"
    assert [span.text for one in found.items[1:] for span in one.content] == [
        "er habe sich geirrt",
        "Der Plan sei „gut, aber teuer“",
    ]


def test_german_events_that_are_speech_need_no_source_and_part_of_so_many_is_the_part() -> None:
    boats = event(
        "Die Fischer bieten 12 der 40 Boote an.", 3, quantities=[{"span": "12 der 40 Boote", "role": "angeboten"}]
    )
    found = settled(HARBOUR, "de", "events", [boats, event("Das Amt bestreitet, Geld verloren zu haben.", 4)])
    assert [problem.detail for problem in found.problems] == []
    assert [(one.quantities[0].value, one.quantities[0].unit) for one in found.items[:1]] == [(12, "Boote")]
    assert [one.according_to for one in found.items] == [None, None]
