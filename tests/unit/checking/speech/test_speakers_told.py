"""What is told of a speaker whom the article does not bear out, in which words, and who stands in the place."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from nutgraf.passes import built_in
from nutgraf.reading import read
from nutgraf.reading.window import runs

CAPTAIN = "“The pumps held,” said Ida Moe, the port captain of Osk. Bo Lind left."
NAMELESS = "The pumps held, he said. Ida Moe left with Bo Lind."
MAYOR = "Mayor Ida Moe came. “The pumps held,” she said."


def settle(text: str, content: str, name: str | None, kind: str = "person", cue: str = "said", **about: str) -> Any:
    reading = read(text)
    (window,) = runs(reading, "article")
    speaker = SimpleNamespace(name=name, kind=kind, **about)
    asked = SimpleNamespace(content=[content], speaker=speaker, cue=cue, stance=None)
    return built_in("quotes").checked(reading, [(window, [asked])])


@pytest.mark.parametrize(
    ("text", "content", "name", "about", "speaker"),
    [
        (CAPTAIN, "m1", "Ida Moe", {}, ("Ida Moe", None, None, "Ida Moe", "model")),
        (CAPTAIN, "m1", "Moe", {}, ("Ida Moe", None, None, "Ida Moe", "model")),
        (CAPTAIN, "m1", "she", {}, ("Ida Moe", "port captain of Osk", None, "Ida Moe", "rule")),
        (
            CAPTAIN,
            "m1",
            "Ida Moe",
            {"title": "captain", "organization": "Osk"},
            ("Ida Moe", "captain", "Osk", "Ida Moe", "model"),
        ),
        (NAMELESS, "1: The pumps held", "Bo Lind", {}, ("Bo Lind", None, None, "he", "model")),
        (NAMELESS, "1: The pumps held", "he", {}, (None, None, None, "he", "rule")),
        (MAYOR, "m1", "Mayor Ida Moe", {}, ("Ida Moe", "Mayor", None, "she", "model")),
        (MAYOR, "m1", "Ida Moe", {"title": "Mayor"}, ("Ida Moe", "Mayor", None, "she", "model")),
        (MAYOR, "m1", "  Moe ", {}, ("Ida Moe", None, None, "she", "model")),
    ],
)
def test_who_is_borne_out_stands_without_a_word(
    text: str, content: str, name: str, about: dict[str, str], speaker: tuple[Any, ...]
) -> None:
    settled = settle(text, content, name, **about)
    (found,) = (quote.speaker for quote in settled.items)
    assert settled.problems == []
    assert (found.name, found.title, found.organization, found.mention.text, found.basis) == speaker


@pytest.mark.parametrize(
    ("text", "content", "name", "about", "told", "stands"),
    [
        (
            CAPTAIN,
            "m1",
            "Carl Dal",
            {},
            [("speaker_not_in_article", "'Carl Dal' is not named in the article", "replaced")],
            ("Ida Moe", "port captain of Osk", None),
        ),
        (
            CAPTAIN,
            "m1",
            "Bo Lind",
            {},
            [("speaker_contradicts_words", "the words beside it name 'Ida Moe', not 'Bo Lind'", "replaced")],
            ("Ida Moe", "port captain of Osk", None),
        ),
        (
            CAPTAIN,
            "m1",
            None,
            {"title": "captain"},
            [("speaker_contradicts_words", "the answer names nobody; the words beside it name 'Ida Moe'", "replaced")],
            ("Ida Moe", "port captain of Osk", None),
        ),
        (
            CAPTAIN,
            "m1",
            "Ida Moe",
            {"title": "admiral", "organization": "Osk Harbour"},
            [
                ("not_in_article", "title: 'admiral' does not stand beside the speaker", "field_cleared"),
                ("not_in_article", "organization: 'Osk Harbour' does not stand in the article", "field_cleared"),
            ],
            ("Ida Moe", None, None),
        ),
        (
            NAMELESS,
            "1: The pumps held",
            "Carl Dal",
            {},
            [("speaker_not_in_article", "'Carl Dal' is not named in the article", "replaced")],
            (None, None, None),
        ),
        (
            NAMELESS,
            "1: The pumps held",
            None,
            {"title": "admiral", "organization": "Vik Water Union"},
            [
                ("not_in_article", "title: 'admiral' is not in the article", "field_cleared"),
                ("not_in_article", "organization: 'Vik Water Union' is not in the article", "field_cleared"),
            ],
            (None, None, None),
        ),
    ],
)
def test_who_is_not_is_told_and_what_the_article_has_stands(
    text: str,
    content: str,
    name: str | None,
    about: dict[str, str],
    told: list[tuple[str, str, str]],
    stands: tuple[str | None, ...],
) -> None:
    settled = settle(text, content, name, **about)
    (found,) = (quote.speaker for quote in settled.items)
    assert [(p.kind, p.detail, p.resolution) for p in settled.problems] == told
    assert [p.item for p in settled.problems] == [content] * len(told)
    assert (found.name, found.title, found.organization) == stands
    assert settled.failures == []


def test_a_name_that_stands_nowhere_is_shown_by_its_first_sixty_letters() -> None:
    (problem,) = settle(CAPTAIN, "m1", "Carl " + "Dal" * 40).problems
    assert problem.detail == f"{('Carl ' + 'Dal' * 40)[:60]!r} is not named in the article"


@pytest.mark.parametrize(
    ("content", "cue", "told"),
    [
        ("m1", "shouted", ("cue_not_in_article", "cue: 'shouted' does not stand beside the quotation", "replaced")),
        (
            "2: The pumps sank",
            "said",
            (
                "words_not_in_sentence",
                "'The pumps sank' does not stand in the sentence: what it reports stands in its place",
                "replaced",
            ),
        ),
    ],
)
def test_a_cue_and_words_that_stand_nowhere_give_way_to_the_articles(
    content: str, cue: str, told: tuple[str, str, str]
) -> None:
    settled = settle(MAYOR, content, "Ida Moe", cue=cue)
    assert [(p.kind, p.detail, p.resolution) for p in settled.problems] == [told]
    assert [(quote.text, quote.speaker.name) for quote in settled.items] == [("The pumps held,", "Ida Moe")]


@pytest.mark.parametrize("content", ["m9", "7"])
def test_a_number_that_the_article_does_not_have_is_asked_for_again(content: str) -> None:
    settled = settle(MAYOR, content, "Ida Moe")
    (failure,) = settled.failures
    assert (failure.kind, failure.reason) == ("reference_out_of_range", f"there is no {content} in the article")
    assert (failure.numbers, failure.fields) == ((1, 2), ("content",))
    assert [(p.kind, p.resolution) for p in settled.problems] == [
        ("reference_out_of_range", "dropped"),
        ("left_out", "replaced"),
    ]


OFFICER = (
    "“The pumps held,” said Ida Moe, the county’s health officer. Bo Lind, a violinist, left. His lawyer spoke. A delivery driver "
    "said it was late. The judge told Lind to go."
)
GUIDES = (
    "“We fell,” Ada Lund said. Two local guides, Ada Lund and Ole Dahl, slipped. A judge spoke. She met her doctor. The officer told "
    "Ole Dahl to go. The inspector of works spoke."
)
SPLIT = (
    "“It sinks,” Ada Lund, Bo Lind and Ole Dahl said. Analysts were split. Ada Lund at Fjord Bank sold, while Bo Lind bought. "
    "Rain fell. Ole Dahl left."
)
WARDENS = (
    "“It rots,” Ada Lund, Ole Dahl, Bo Lind and Ida Moe said. A letter came from a group of former wardens. One of them, Ada Lund, "
    "wept. It went to several heads of works, among them Ole Dahl. Two chemists dived. Bo Lind was one of them, and a diver. "
    "Sheriffs met Ida Moe."
)


@pytest.mark.parametrize(
    ("text", "name", "given", "title"),
    [
        (OFFICER, "Ida Moe", "health officer", "health officer"),
        (OFFICER, "Ida Moe", "county's health officer", "county’s health officer"),
        (OFFICER, "Ida Moe", "Health Officer", "health officer"),
        (OFFICER, "Ida Moe", "officer, county", "officer, county"),
        (OFFICER, "Ida Moe", "delivery driver", "delivery driver"),
        (OFFICER, "Ida Moe", "violinist", None),
        (OFFICER, "Ida Moe", "lawyer", "lawyer"),
        (OFFICER, "Ida Moe", "judge", "judge"),
        (OFFICER, "Ida Moe", "composer", None),
        (OFFICER + " The port chief was booked by Bo Lind.", "Ida Moe", "port chief", "port chief"),
        (OFFICER + " Port chief Bo Lind left. The port chief was late.", "Ida Moe", "port chief", None),
        (OFFICER + " Bo Lind, a port chief, left. The port chief was late.", "Ida Moe", "port chief", None),
        (OFFICER + " Bo Lind, port chief, left. The port chief was late.", "Ida Moe", "port chief", None),
        (OFFICER + " Ida Moe, a port chief, left. The port chief was late.", "Ida Moe", "port chief", "port chief"),
        (OFFICER, "Ida Moe", "officer; the county's health officer", "officer; the county’s health officer"),
        (OFFICER, "Ida Moe", "health officer; county, the", "health officer; county, the"),
        (OFFICER, "Ida Moe", "delivery driver and health officer", "delivery driver and health officer"),
        (OFFICER, "Ida Moe", "health officer and composer", None),
        (OFFICER + " The former world No 2 led.", "Ida Moe", "former world No 2", "former world No 2"),
        (OFFICER + " A former Osk hunk, Bo Lind, led.", "Ida Moe", "former Osk hunk", None),
        (OFFICER + " Bo Lind paid a former clerk to burn it.", "Ida Moe", "former clerk", "former clerk"),
        (OFFICER + " The chemist argued it was hot. “Not even Bo Lind can.”", "Ida Moe", "chemist", "chemist"),
        (GUIDES, "Ada Lund", "local guide", "local guide"),
        (GUIDES, "Ada Lund", "guide", "guide"),
        (GUIDES, "Ada Lund", "judge", "judge"),
        (GUIDES, "Ada Lund", "inspector of works", "inspector of works"),
        (
            GUIDES + " The minister for fish and farms left.",
            "Ada Lund",
            "minister for fish and farms",
            "minister for fish and farms",
        ),
        (GUIDES, "Ada Lund", "doctor", "doctor"),
        (GUIDES, "Ada Lund", "officer", "officer"),
        (WARDENS, "Ada Lund", "former warden", "former warden"),
        (WARDENS, "Ole Dahl", "head of works", "head of works"),
        (WARDENS, "Bo Lind", "diver; chemist", "diver; chemist"),
        (WARDENS, "Ada Lund", "head of works", None),
        (WARDENS, "Ida Moe", "warden of works", None),
        (SPLIT, "Ada Lund", "analyst", "analyst"),
        (SPLIT, "Ada Lund", "an analyst", "an analyst"),
        (SPLIT, "Bo Lind", "analyst", "analyst"),
        (SPLIT, "Ole Dahl", "analyst", None),
    ],
)
def test_a_title_stands_beside_the_speaker_or_is_an_office_that_nobody_else_has(
    text: str, name: str, given: str, title: str | None
) -> None:
    settled = settle(text, "m1", name, title=given)
    (found,) = (quote.speaker for quote in settled.items if quote.speaker.name == name and quote.text in text[:20])
    assert found.title == title
    told = [problem.detail for problem in settled.problems if problem.detail.startswith("title")]
    assert told == ([] if title else [f"title: {given!r} does not stand beside the speaker"])


def test_a_title_that_is_itself_the_subject_stands_beside_the_speaker() -> None:
    text = "Vera Moe lost her hip. Ida Moe drove. “He saw Ida Moe asleep,” the retired ferry cook said."
    settled = settle(text, "m1", "Vera Moe", title="retired ferry cook")
    assert [quote.speaker.title for quote in settled.items] == ["retired ferry cook"]


def test_one_of_several_without_a_name_has_their_title() -> None:
    text = "Brokers are divided. One in Osk said “it is steep”."
    settled = settle(text, "m1", None, title="broker")
    assert [(quote.speaker.title, quote.speaker.name) for quote in settled.items] == [("broker", None)]
    assert not settled.problems


@pytest.mark.parametrize(
    ("given", "title", "missing"),
    [
        ("health officer; composer", "health officer", ["composer"]),
        ("composer; officer, violinist", "officer", ["composer", "violinist"]),
        ("officer, composer", "officer", ["composer"]),
        ("composer, county", None, ["composer, county"]),  # no office: it may be the end of one
        ("composer; judge", "judge", ["composer"]),
    ],
)
def test_of_a_title_in_parts_those_that_stand_are_kept_and_the_rest_told(
    given: str, title: str | None, missing: list[str]
) -> None:
    settled = settle(OFFICER, "m1", "Ida Moe", title=given)
    assert settled.items[0].speaker.title == title
    told = [problem.detail for problem in settled.problems if problem.detail.startswith("title")]
    assert told == [f"title: {words!r} does not stand beside the speaker" for words in missing]


@pytest.mark.parametrize(
    ("text", "given", "stands"),
    [
        ("“Go,” said Anna Keller. Jonas Keller left.", "Jonas Keller", "Anna Keller"),
        ("“Go,” said Anna Maria Keller. Jonas Peter Keller left.", "Jonas Peter Keller", "Anna Maria Keller"),
        ("“Go,” said Keller. Jonas Keller left.", "Jonas Keller", "Jonas Keller"),
        ("“Go,” said A. Keller. Anna Keller left.", "Anna Keller", "Anna Keller"),
        ("“Go,” said Lindt. Bo Lind left.", "Bo Lind", "Bo Lind"),
        ("“Go,” said Mariners captain Bo Lind.", "Bo Lind", "Bo Lind"),
    ],
)
def test_one_of_the_same_surname_contradicts_only_where_the_article_has_both(
    text: str, given: str, stands: str
) -> None:
    settled = settle(text, "m1", given)
    assert [quote.speaker.name for quote in settled.items] == [stands]
    assert [problem.kind for problem in settled.problems] == ["speaker_contradicts_words"] * (given != stands)


@pytest.mark.parametrize(
    ("text", "given", "mention"),
    [
        (
            "The fire came, the Arvonia Department of Woods and Fire said. “Go,” Arv Fire said.",
            "Arvonia Department of Woods and Fire",
            "Arv Fire",
        ),
        ("The Federal Reserve met. “Go,” the Fed said.", "Federal Reserve", "Fed"),
        (
            "The Guild of Osk Pilots, known as the Anchors, met. “Go,” the Anchors said.",
            "Guild of Osk Pilots",
            "Anchors",
        ),
        ("The Guild of Osk Pilots, or the Anchors, met. “Go,” the Anchors said.", "Guild of Osk Pilots", "Anchors"),
        ("The Guild of Osk Pilots (the Anchors) met. “Go,” the Anchors said.", "Guild of Osk Pilots", "Anchors"),
        ("Delta Mining Holding, which trades as Delmin, met. “Go,” Delmin said.", "Delta Mining Holding", "Delmin"),
        ("Delmin, as Holding Nord Mining is known, met. “Go,” Delmin said.", "Holding Nord Mining", "Delmin"),
        ("The Guild of Osk Pilots, the Anchors and Delta met. “Go,” the Anchors said.", "Guild of Osk Pilots", None),
        ("The Guild of Osk Pilots met. “Go,” Guilford Steel said.", "Guild of Osk Pilots", None),
        ("The Deltan Reserve met. “Go,” the Delt said.", "Deltan Reserve", None),
    ],
)
def test_another_name_of_the_same_body_is_no_contradiction(text: str, given: str, mention: str | None) -> None:
    settled = settle(text, "m1", given, "organization")
    (quote,) = (quote for quote in settled.items if quote.text == "Go,")
    contradicted = [problem.kind for problem in settled.problems if problem.kind == "speaker_contradicts_words"]
    assert contradicted == ([] if mention else ["speaker_contradicts_words"])
    assert (quote.speaker.name == given) is (mention is not None)
    assert mention is None or quote.speaker.mention.text == mention


def test_who_is_known_by_a_body_alone_is_meant_where_it_stands() -> None:
    text = "The pumps held, someone at the Delta Water Board said."
    (found,) = settle(text, "1: The pumps held", None, "unnamed", organization="Delta Water Board").items
    assert (found.speaker.name, found.speaker.organization) == (None, "Delta Water Board")
    assert found.speaker.mention.text == "someone at the Delta Water Board"


@pytest.mark.parametrize(
    ("text", "content", "cue", "stance"),
    [
        (
            "Ida Moe met Bo Lind. Neither would reveal what it was.",
            "2: what it was",
            "Neither would reveal",
            "no_comment",
        ),
        ("Nobody but Ida Moe came. None would say why.", "2: why", "None would say", "no_comment"),
    ],
)
def test_a_cue_that_holds_its_subject_leaves_nothing_for_a_mention(
    text: str, content: str, cue: str, stance: str
) -> None:
    speaker = SimpleNamespace(name="Ida Moe", kind="person")
    asked = SimpleNamespace(content=[content], speaker=speaker, cue=cue, stance=stance)
    reading = read(text)
    (window,) = runs(reading, "article")
    settled = built_in("quotes").checked(reading, [(window, [asked])])
    assert [(quote.speaker.name, quote.cue.text) for quote in settled.items] == [("Ida Moe", cue)]
    assert not [problem for problem in settled.problems if problem.kind == "not_checked"]
