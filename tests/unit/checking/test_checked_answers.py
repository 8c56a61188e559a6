"""Answers as a lying model gives them, and what is left of them."""

from __future__ import annotations

import gc
import json
import re
import weakref
from dataclasses import replace
from typing import Any, Literal

import pytest

from nutgraf.article import Article
from nutgraf.asking.question import wire
from nutgraf.checking.items.finding import Finder
from nutgraf.passes import Pass, built_in
from nutgraf.reading import read
from nutgraf.reading.reading import Reading
from nutgraf.reading.window import Window, runs
from nutgraf.results import Cited, Event, Quote

TEXT = (
    "LVIV, Ukraine (Wire) — Ukraine will free 1,200 captives next week, Rustem Umerov, secretary of the security council, said Sunday.\n\n"
    "“We are working without pause,” Umerov told reporters. “Families are waiting.”\n\n"
    "The play “Long Winter” was cancelled on Friday. Nine people died in Kharkiv, officials said.\n\n"
    "“We want them home.”\n\n"
    "Share this story"
)
ARTICLE = Article.from_text(TEXT, published="2026-03-15")
READING = read(ARTICLE)
(WINDOW,) = runs(READING, "article")


def settle(
    name: str,
    items: list[dict[str, Any]],
    window: Window | None = None,
    asked: Pass | None = None,
    reading: Reading = READING,
) -> Any:
    asked, window = asked or built_in(name), window or runs(reading, "article")[0]
    answer = wire.answer_class(((name, asked.item),)).model_validate_json(json.dumps({name: items}))
    return asked.checked(reading, [(window, getattr(answer, name))])


def event(**changes: Any) -> dict[str, Any]:
    return {
        "evidence": [1],
        "title": "Ukraine will free 1,200 captives",
        "status": "planned",
        "participants": [],
        "place": None,
        "time": None,
        "quantities": [],
        **changes,
    }


def quote(content: list[str], name: str | None, kind: str = "person", **changes: Any) -> dict[str, Any]:
    return {"content": content, "speaker": {"name": name, "kind": kind}, "cue": None, "addressee": None, **changes}


def kinds(settled: Any) -> list[str]:
    return [p.kind for p in settled.problems]


def test_what_is_found_for_quotes_does_not_hold_the_reading() -> None:
    reading = read(ARTICLE)
    (window,) = runs(reading, "article")
    items = [quote(["m1"], "Rustem Umerov"), quote(["1"], "Umerov", cue="said")]
    answer = wire.answer_class((("quotes", Quote),)).model_validate({"quotes": items})
    assert built_in("quotes").checked(reading, [(window, answer.quotes)]).items
    kept = weakref.ref(reading)
    gc.disable()  # or it might come by at this moment
    try:
        del reading
        assert kept() is None
    finally:
        gc.enable()


def test_a_true_event_comes_back_with_spans() -> None:
    (found,) = settle(
        "events",
        [
            event(
                participants=[{"name": "Ukraine", "role": "actor"}],
                time="next week",
                quantities=[{"span": "1,200 captives", "role": "free"}],
            )
        ],
    ).items
    assert found.id == "e1"
    assert found.evidence[0].text.startswith("Ukraine will free")
    assert found.time.basis == "resolved"
    assert found.quantities[0].value == 1200
    assert found.quantities[0].role == "free"
    assert found.participants[0].mention.text == "Ukraine"


@pytest.mark.parametrize(
    ("words", "limit"), [("August 3", "at"), ("until August 3", "until"), ("late on July 2", "at"), ("July 2", "at")]
)
def test_a_limit_is_told_where_the_answer_has_its_word(words: str, limit: str) -> None:
    reading = read(
        Article.from_text(
            "The audit was put off to August 3. The port stays shut until August 3. It rained late on July 2.",
            published="2026-07-04",
        )
    )
    (found,) = settle(
        "events",
        [event(title="The port stays shut", evidence=[1, 2, 3], status="ongoing", time=words)],
        reading=reading,
    ).items
    assert found.time is not None
    assert (found.time.span.text, found.time.limit) == (words, limit)


@pytest.mark.parametrize(("words", "value"), [("Friday", "2026-07-03"), ("Friday night", "2026-07-03TNI")])
def test_a_day_alone_is_not_the_night_of_another_sentence(words: str, value: str) -> None:
    reading = read(Article.from_text("Moe sat up on Friday night. Osk lost the match.", published="2026-07-04"))
    (found,) = settle(
        "events", [event(title="Osk lost the match", evidence=[2], status="occurred", time=words)], reading=reading
    ).items
    assert found.time is not None
    assert (found.time.span.text, found.time.value) == (words, value)


def test_an_amount_and_a_body_are_delivered_in_the_words_of_the_answer() -> None:
    article = Article.from_text(
        "Vela Inc. has cut its fare by $200 to $399. The cabin holds up to 90 bags or 40 bicycles."
    )
    reading = read(article)
    draft = event(
        evidence=[1, 2],
        title="Vela Inc. has cut its fare by $200 to $399",
        status="occurred",
        participants=[{"name": "Vela Inc.", "role": "actor"}],
        quantities=[{"span": words, "role": None} for words in ("$200", "$399", "90 bags", "40 bicycles")],
    )
    (found,) = settle("events", [draft], reading=reading).items
    assert [(one.span.text, one.value, one.high, one.unit) for one in found.quantities] == [
        ("$200", 200, None, "USD"),
        ("$399", 399, None, "USD"),
        ("90 bags", 90, None, "bags"),
        ("40 bicycles", 40, None, "bicycles"),
    ]
    assert [(one.name, one.mention.text) for one in found.participants] == [("Vela Inc.", "Vela Inc.")]


def test_a_reference_out_of_range_drops_the_event() -> None:
    settled = settle("events", [event(evidence=[99])])
    assert settled.items == []
    assert kinds(settled) == ["reference_out_of_range", "no_evidence"]


def test_an_invented_place_and_time_are_cleared_and_reported() -> None:
    settled = settle("events", [event(place="northern Japan", time="on Thursday")])
    assert settled.items[0].place is None
    assert settled.items[0].time is None
    assert kinds(settled) == ["not_in_article", "time_not_in_article"]


def test_an_invented_participant_is_cleared() -> None:
    settled = settle("events", [event(participants=[{"name": "The Central Bank", "role": "actor"}])])
    assert settled.items[0].participants == ()


def test_a_title_that_lies_gives_way_to_the_articles_own_words() -> None:
    settled = settle("events", [event(title="Ukraine will free 1,300 captives")])
    assert settled.items[0].title in TEXT
    assert settled.problems[0].resolution == "replaced"


def test_a_status_that_the_wording_contradicts_is_replaced() -> None:
    settled = settle("events", [event(status="occurred")])
    assert settled.items[0].status == "planned"
    assert kinds(settled) == ["wording_contradicts"]


def test_an_event_that_is_the_saying_itself_is_kept_whole() -> None:
    title = "Nine people died in Kharkiv, officials said"
    settled = settle("events", [event(evidence=[5], title=title, status="occurred")])
    assert settled.items[0].title == title
    assert kinds(settled) == []


def test_a_speakers_we_is_no_event_of_the_articles_own() -> None:
    settled = settle("events", [event(evidence=[2], title="We are working without pause", status="ongoing")])
    assert [e.title for e in settled.items] == ["“We are working without pause,” Umerov told reporters."]
    assert "'We' is the speaker's word" in settled.problems[0].detail


def test_what_is_denied_is_no_fact() -> None:
    reading = read("Kari Holm denied that the port had closed on Friday.")
    settled = settle("events", [event(title="The port had closed on Friday", status="occurred")], reading=reading)
    assert [e.title for e in settled.items] == ["Kari Holm denied that the port had closed on Friday."]
    assert [f.fields for f in settled.failures] == [("title", "evidence")]


@pytest.mark.parametrize(
    ("sentence", "title", "status"),
    [
        ("Lind said he would appeal within two weeks.", "he would appeal within two weeks", "planned"),
        ("Lind said he could appeal within two weeks.", "he could appeal within two weeks", "hypothetical"),
        ("Divers were still searching the lake on Friday.", "Divers were still searching the lake", "ongoing"),
        ("A new search is under way in the north.", "A new search is under way", "ongoing"),
        (
            "The army will send men on Tuesday, and many had asked for them.",
            "The army will send men on Tuesday",
            "planned",
        ),
    ],
)
def test_the_wording_of_the_title_and_of_reported_speech_has_the_word(sentence: str, title: str, status: str) -> None:
    reading = read(Article.from_text(f"The lake froze.\n\n{sentence}", published="2026-03-15"))
    settled = settle("events", [event(evidence=[2], title=title, status="occurred")], reading=reading)
    assert [(e.title, e.status) for e in settled.items] == [(title, status)]


def test_the_same_event_told_twice_counts_once() -> None:
    assert len(settle("events", [event(), event(title="Ukraine will free captives")]).items) == 1


def test_every_quoted_segment_is_kept_even_if_the_model_is_silent() -> None:
    settled = settle("quotes", [])
    said = {span.text for q in settled.items for span in q.content}
    assert {"We are working without pause,", "Families are waiting.", "We want them home."} <= said
    assert "Long Winter" not in said
    assert "left_out" in kinds(settled)


def test_the_models_speaker_is_taken_where_the_words_are_silent() -> None:
    home = next(s.id for s in READING.segments if "home" in TEXT[s.start : s.end])
    settled = settle("quotes", [quote([home], "Rustem Umerov")])
    found = next(q for q in settled.items if q.content[0].text == "We want them home.")
    assert found.speaker.name == "Rustem Umerov"
    assert found.speaker.basis == "model"


def test_an_invented_speaker_gives_way_to_the_rule() -> None:
    settled = settle("quotes", [quote(["m1", "m2"], "Vladimir Putin")])
    found = settled.items[0]
    assert found.speaker.name == "Rustem Umerov"
    assert found.speaker.basis == "rule"
    assert "speaker_not_in_article" in kinds(settled)


def test_a_speaker_that_the_words_beside_the_quote_contradict_gives_way() -> None:
    settled = settle("quotes", [quote(["m1", "m2"], "Ukraine", "organization")])
    assert settled.items[0].speaker.name == "Rustem Umerov"
    assert "speaker_contradicts_words" in kinds(settled)


def test_two_quotes_can_not_claim_one_segment() -> None:
    settled = settle("quotes", [quote(["m1", "m2"], "Rustem Umerov"), quote(["m1"], "Rustem Umerov")])
    assert "claimed_twice" in kinds(settled)
    assert sum(span.text.startswith("We are working") for q in settled.items for span in q.content) == 1


def test_speech_called_no_speech_is_kept_where_the_words_report_it() -> None:
    settled = settle("quotes", [{"content": ["m1", "m2"], "speaker": None, "cue": None, "addressee": None}])
    assert any(q.content[0].text.startswith("We are working") for q in settled.items)
    assert "called_no_speech" in kinds(settled)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The band left. “We will never sing again.”", "We will never sing again."),
        ("The road known as “the old river way home” was closed.", None),
        ("She called her record “Long Winter Night Songs.” It sold.", None),
    ],
)
def test_a_whole_sentence_inside_marks_is_speech_whatever_the_model_says(text: str, kept: str | None) -> None:
    reading = read(Article.from_text(text))
    settled = settle("quotes", [{"content": ["m1"], "speaker": None, "cue": None, "addressee": None}], reading=reading)
    assert [span.text for q in settled.items for span in q.content] == ([kept] if kept else [])


@pytest.mark.parametrize(
    ("name", "taken"), [("Ann Lee", True), ("Leeds", False), ("Bob Ray", False)], ids=["before", "a place", "behind"]
)
def test_a_small_model_can_not_take_a_place_or_a_name_behind_for_the_speaker(name: str, taken: bool) -> None:
    text = "Ann Lee waited in Leeds. She held a sign: “We want them all home.” Bob Ray went to York."
    reading = read(Article.from_text(text))
    window = Window(numbers=(1, 2, 3), tags=("m1",), focus="who says m1?", points=True)
    answer = wire.answer_class((("quotes", Quote),)).model_validate({"quotes": [quote(["m1"], name)]})
    told = replace(next(a for a in reading.attributions if a.segments), speaker=None, cue=None)
    silent = replace(reading)
    vars(silent)["attributions"] = (told,)
    (found,) = built_in("quotes").checked(silent, [(window, answer.quotes)]).items
    assert (found.speaker.name if found.speaker else None) == (name if taken else None)


def test_a_byline_and_a_crossheading_are_not_asked_about() -> None:
    reading = read(
        Article.from_text("Bridge opens in Arn\n\nFriday, May 1, 2026\n\nThe mayor opened a bridge on Friday.")
    )
    shown = {number for window in built_in("events").windows(reading, "sentence") for number in window.numbers}
    said = [reading.sentence_span(number).text for number in sorted(shown)]
    assert said == ["The mayor opened a bridge on Friday."]


def test_a_tag_that_does_not_exist_is_refused() -> None:
    settled = settle("quotes", [quote(["m77"], "Rustem Umerov")])
    assert "reference_out_of_range" in kinds(settled)


def test_a_summary_point_is_carried_or_replaced() -> None:
    settled = settle(
        "summary",
        [
            {"evidence": [1], "text": "Ukraine will free 1,200 captives next week."},
            {"evidence": [5], "text": "Ten people died in Kharkiv on Monday."},
        ],
    )
    assert settled.items[0].text == "Ukraine will free 1,200 captives next week."
    assert "Nine people died in Kharkiv" in settled.items[1].text


def test_what_leaks_from_a_worked_example_is_named() -> None:
    leaked = event(title="The airline will open a second hub in Lyon", place="Lyon")
    settled = settle("events", [leaked])
    assert settled.items[0].place is None
    assert "Lyon" not in settled.items[0].title
    assert kinds(settled) == ["example_leaked", "example_leaked"]


def test_a_speaker_out_of_a_worked_example_is_named() -> None:
    lent = built_in("quotes").task.prompt.lent
    name = next(iter(re.findall(r"[A-Z]\w+ [A-Z]\w+", lent)))
    settled = settle("quotes", [quote(["m1", "m2"], name)])
    assert name not in {q.speaker.name for q in settled.items if q.speaker}
    assert "example_leaked" in kinds(settled)


class Raid(Event):
    weapon: Literal["drone", "missile"] | None = None


class Loud(Quote):
    loud: bool = False


class Figure(Cited):
    value: float
    of_what: str


def test_a_users_own_event_comes_back_as_that_class() -> None:
    settled = settle("events", [event(weapon="drone")], asked=built_in("events", event=Raid))
    assert type(settled.items[0]) is Raid
    assert settled.items[0].weapon == "drone"


def test_a_users_own_quote_comes_back_as_that_class_by_model_and_by_rule() -> None:
    settled = settle(
        "quotes", [{**quote(["m1", "m2"], "Rustem Umerov"), "loud": True}], asked=built_in("quotes", quote=Loud)
    )
    assert {type(q) for q in settled.items} == {Loud}
    assert [q.loud for q in settled.items if q.content[0].text.startswith("We are")] == [True]


def test_a_users_own_item_is_held_to_the_default_rules_by_type() -> None:
    asked = Pass(name="figures", prompt="events/v1", item=Figure)
    settled = settle(
        "figures",
        [
            {"evidence": [1], "value": 1200, "of_what": "captives"},
            {"evidence": [1], "value": 1300, "of_what": "captives"},
            {"evidence": [1], "value": 1200, "of_what": "captives in Odesa"},
        ],
        asked=asked,
    )
    assert [(f.value, f.of_what) for f in settled.items] == [(1200, "captives")]
    assert kinds(settled) == ["number_not_in_article", "not_carried"]


def test_a_users_own_rule_drops_and_reports() -> None:
    def no_captives(item: Figure, _reading: Any) -> str | None:
        return "captives are left out" if item.of_what == "captives" else None

    asked = Pass(name="figures", prompt="events/v1", item=Figure, rules=(no_captives,))
    settled = settle("figures", [{"evidence": [1], "value": 1200, "of_what": "captives"}], asked=asked)
    assert settled.items == []
    assert kinds(settled) == ["no_captives"]


@pytest.mark.parametrize("name", ["quotes", "events", "summary"])
def test_boilerplate_is_never_shown(name: str) -> None:
    assert "Share this" not in WINDOW.render(READING)
    assert built_in(name).windows(READING, "article") == (WINDOW,)


# ------------------------------------------------------------------------- what the article has is not taken away


@pytest.mark.parametrize(
    ("role", "delivered"),
    [
        ("Fatalities", "fatalities"),
        ("Death toll", "death toll"),
        ("captives of Ukraine", "captives of Ukraine"),
        ("Ukraine's captives", "Ukraine's captives"),
        ("Lima", None),
        ("NATO", None),
        ("captives of Norvik", None),
        ("captives in 3 camps", None),
        # A number with its unit stands where that stands beside it, without a hyphen or in words.
        ("9-people toll", "9-people toll"),
        ("1,200-captive deal", "1,200-captive deal"),
        ("9-month wait", None),
        ("9-1 vote", None),
    ],
)
def test_a_role_is_cleared_for_a_name_or_number_and_not_for_its_first_letter(role: str, delivered: str | None) -> None:
    settled = settle("events", [event(quantities=[{"span": "1,200 captives", "role": role}])])
    assert settled.items[0].quantities[0].role == delivered
    assert kinds(settled) == ([] if delivered else ["role_not_in_article"])


def test_a_number_of_the_users_own_stands_anywhere_in_the_article() -> None:
    asked = Pass(name="figures", prompt="events/v1", item=Figure)
    (found,) = settle("figures", [{"evidence": [1], "value": 9, "of_what": "captives"}], asked=asked).items
    assert found.value == 9


def test_a_number_of_the_users_own_may_count_in_billions() -> None:
    reading = read("Norvik paid $2.1 billion for 1,200 barges, the firm said on Monday.")
    assert {2.1, 2.1e9, 1200} <= Finder(reading, runs(reading, "article")[0]).numbers
    assert 1.2 not in Finder(reading, runs(reading, "article")[0]).numbers


def test_somebody_may_take_part_in_two_roles() -> None:
    given = [{"name": "Ukraine", "role": role} for role in ("actor", "recipient", "actor")]
    (found,) = settle("events", [event(participants=given)]).items
    assert [(one.name, one.role) for one in found.participants] == [("Ukraine", "actor"), ("Ukraine", "recipient")]


def test_of_a_place_in_two_parts_what_is_left_out_is_told() -> None:
    settled = settle(
        "events",
        [event(evidence=[5], title="Nine people died in Kharkiv", status="occurred", place="Kharkiv, Ukraine")],
    )
    assert settled.items[0].place.text in {"Kharkiv", "Ukraine"}
    assert [(p.kind, p.item, p.resolution) for p in settled.problems] == [
        ("words_left_out", "'Nine people died in Kharkiv'", "field_cleared")
    ]
    assert settled.failures == []
