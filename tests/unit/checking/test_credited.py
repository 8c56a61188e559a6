"""Whom an answer names as the source of an event: one of several, a couple, a description, a body - and never another."""

from __future__ import annotations

from typing import Any

import pytest

import nutgraf
from nutgraf.asking.question import wire
from nutgraf.passes import built_in
from nutgraf.reading.window import runs
from nutgraf.results import Brief, Event, Provenance, Usage
from nutgraf.steps import Answered as Came
from nutgraf.steps import make_brief

Given = dict[str, Any]


def by(name: str | None, kind: str, content: str, cue: str, stance: str = "says", **about: str) -> Given:
    """A quote as an answer has it."""
    speaker = {"title": None, "organization": None, "name": name, "kind": kind, **about}
    return {"content": [content], "speaker": speaker, "cue": cue, "stance": stance}


def brief(
    article: str, quotes: list[Given], title: str, source: str | None, language: str = "en", **more: Any
) -> Brief:
    """The brief of an answer with these quotes and one event, which rests on all sentences."""
    reading = nutgraf.read(nutgraf.Article.from_text(article, language=language))
    item = {
        "evidence": [s.number for s in reading.sentences], "title": title, "status": "occurred", "participants": [], "place": None,
        "time": None, "quantities": [], "according_to": source, **more,
    }  # fmt: skip
    passes = (built_in("quotes"), built_in("events"))
    answer = wire.answer_class(tuple((one.name, one.item) for one in passes)).model_validate(
        {"quotes": quotes, "events": [item]}
    )
    (window,) = runs(reading, "article")
    came = [Came("quotes", window, answer.quotes), Came("events", window, answer.events)]
    return make_brief(passes, reading, came, Usage(), Provenance(model="m", host="h", prompts={}, version="0"))


def of(brief: Brief) -> tuple[str | None, str | None, str] | None:
    """Name, words and kind of the event's source."""
    source = brief.events[0].according_to
    return source and (source.name, source.mention and source.mention.text, source.kind)


def left_out(brief: Brief) -> list[str]:
    return [problem.detail for problem in brief.problems if problem.kind == "words_left_out"]


# ---------------------------------------------------------------------------------------------- several in one answer

FERRY = (
    "The ferry struck the quay, harbour master Ida Quill said. Two deckhands who were aboard said that the ferry struck the quay. "
    "Norva Lines admitted that the ferry had struck the quay. Bo Tamm, a nurse, saw it. The trust is silent."
)


@pytest.mark.parametrize(
    ("source", "delivered", "rest"),
    [
        ("Ida Quill; Norva Lines", ("Ida Quill; Norva Lines", "Ida Quill", "group"), False),
        ("Norva Lines; Ida Quill", ("Norva Lines; Ida Quill", "Norva Lines", "group"), False),
        ("the owner's agents; Bo Tamm", ("Bo Tamm", "Bo Tamm", "person"), True),
        ("Ida Quill and Bo Tamm", ("Ida Quill and Bo Tamm", "Ida Quill", "group"), False),
        ("Ida Quill, Bo Tamm and Norva Lines", ("Ida Quill, Bo Tamm and Norva Lines", "Ida Quill", "group"), False),
        ("Bo Tamm, Norva Lines", ("Bo Tamm, Norva Lines", "Bo Tamm", "group"), False),
        ("Kai Rist; Ida Quill", ("Ida Quill", "Ida Quill", "person"), True),
        ("Two deckhands who were aboard", ("Two deckhands who were aboard", "Two deckhands who were aboard", "group"), False),
        ("Ida Quill", ("Ida Quill", "Ida Quill", "person"), False),
        ("Ida Quill, harbour master; Bo Tamm", ("Ida Quill, harbour master; Bo Tamm", "Ida Quill", "group"), False),
        ("Bo Tamm, nurse", ("Bo Tamm", "Bo Tamm", "person"), False),
        ("Ida Quill, the trust", ("Ida Quill, the trust", "Ida Quill", "group"), False),
        ("Ida Quill, master of the harbour", ("Ida Quill", "Ida Quill", "person"), False),
        ("the deckhands and Ida Quill", ("the deckhands and Ida Quill", "deckhands", "group"), False),
        ("nurse Bo Tamm", ("Bo Tamm", "Bo Tamm", "person"), False),
    ],
)  # fmt: skip
def test_several_sources_in_one_answer_are_a_group_and_of_some_that_stand_nowhere_the_rest_is_told(
    source: str, delivered: tuple[str, str, str], *, rest: bool
) -> None:
    quotes = [
        by("Ida Quill", "person", "1: The ferry struck the quay", "said", title="harbour master"),
        by("Norva Lines", "organization", "3: the ferry had struck the quay", "admitted"),
    ]
    found = brief(FERRY, quotes, "The ferry struck the quay", source)
    assert of(found) == delivered
    assert found.events[0].according_to is not None
    assert found.events[0].according_to.basis == "model"
    assert len(left_out(found)) == rest


def test_what_is_left_out_of_several_sources_is_told_in_words() -> None:
    found = brief(FERRY, [], "The ferry struck the quay", "Ida Quill; Kai Rist")
    assert left_out(found) == [
        "according_to: of 'Ida Quill; Kai Rist', which stands nowhere in one piece, 'Ida Quill' is kept"
    ]


def test_of_sources_that_stand_nowhere_none_is_delivered() -> None:
    found = brief(FERRY, [], "The ferry hit the pier", "Ann Moe; Kai Rist")
    assert "according_to: 'Ann Moe; Kai Rist' is not in the article" in [p.detail for p in found.problems]


@pytest.mark.parametrize(("place", "kept"), [("Arn; Osk", "Arn"), ("Vell; Osk", "Osk"), ("Osk, Arn", "Osk")])
def test_of_places_in_one_answer_the_first_that_stands_there_is_it(place: str, kept: str) -> None:
    found = brief(
        "A loaf that costs two crowns in Arn fetched five in Osk.", [], "A loaf fetched more in Osk", None, place=place
    )
    (event,) = found.events
    assert event.place is not None
    assert event.place.text == kept
    assert len(left_out(found)) == 1


def test_places_that_stand_nowhere_are_none() -> None:
    found = brief("A loaf fetched five crowns in Osk.", [], "A loaf fetched five crowns", None, place="Vell; Dorn")
    assert found.events[0].place is None
    assert left_out(found) == []


# ----------------------------------------------------------------------------------------------- several under one name


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Tom and Ada Frisk", "group"),
        ("Ada Lund and Bo Tamm", "group"),
        ("The baker and Ada Lund", "group"),
        ("Ada Lund, Bo Tamm and Kai Rist", "group"),
        ("Ada Lund of Arn and Tom Tamm of Osk", "group"),
        ("Ada Lund and her husband", "group"),
        ("the baker and his wife", "group"),
        ("residents and Ada Lund", "group"),
        ("lawyers for Tom and Ada Frisk", "group"),
        ("residents and the baker", "group"),
        ("Osk Trust and the baker", "group"),
        ("Osk Trust and Ada Lund", "group"),
        ("Health and Safety Minister Ada Lund", "person"),
        ("the chef and author Ada Lund", "person"),
        ("chairman and chief executive Ada Lund", "person"),
        ("Chairman and Chief Executive Ada Lund", "person"),
        ("Vice and Deputy Mayor Ada Lund", "person"),
        ("Chairman and the club's owner Ada Lund", "person"),
        ("Ada Lund, an aide to Bo Tamm and Kai Rist,", "person"),
    ],
)
def test_several_people_under_one_name_are_a_group_and_one_of_two_offices_is_not(source: str, kind: str) -> None:
    words = source.strip(",")
    found = brief(f"On Monday {source} said that the bells rang at noon.", [], "The bells rang at noon", words)
    name, mention, delivered = of(found) or ("", "", "")
    assert (mention, delivered) == (words, kind)
    assert name == (words if kind == "group" else "Ada Lund")


def test_a_couple_is_known_as_its_quotes_know_it() -> None:
    quotes = [by("Tom and Ada Frisk", "group", "1: the bells rang at noon", "said")]
    found = brief(
        "Tom and Ada Frisk said the bells rang at noon.", quotes, "The bells rang at noon", "Tom and Ada Frisk"
    )
    assert of(found) == ("Tom and Ada Frisk", "Tom and Ada Frisk", "group")
    assert found.events[0].asserted_by == ("q1",)


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("Anna Ott und Jan Moor", "Anna Ott und Jan Moor", "group"),
        ("Anna Ott; die Werft", "Anna Ott; die Werft", "group"),
        ("Sprecherin Anna Ott", "Anna Ott", "person"),
    ],
)
def test_the_same_in_german(source: str, name: str, kind: str) -> None:
    article = (
        "Anna Ott und Jan Moor sagten, das Boot sei leck. Die Werft sagte, das Boot sei leck. Anna Ott ist Sprecherin."
    )
    found = of(brief(article, [], "Das Boot ist leck", source, language="de"))
    assert found is not None
    assert (found[0], found[2]) == (name, kind)


# -------------------------------------------------------------------------------------------------- whom, not of whom


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("a spokesman for Transport Minister Ada Lund", "unnamed"),
        ("an aide to former mayor Ada Lund", "unnamed"),
        ("a spokesman for the minister, Bo Lind", "unnamed"),
        ("friends of President Ada Lund", "group"),
        ("the office of Ada Lund", "organization"),
        ("Ada Lund's lawyer", "unnamed"),
        ("a letter signed by Ada Lund", "document"),
        ("figures released in Osk on Monday", "document"),
        ("residents evacuated from Osk", "group"),
        ("a report seen by Ada Lund", "document"),
        ("the union which owns the Ada Lund House", "organization"),
        ("the firm which hired Ada Lund", "organization"),
        ("the council that fired mayor Ada Lund", "organization"),
        ("the man who married Ada Lund", "unnamed"),
        ("a Greater Osk Council nurse", "unnamed"),
    ],
)
def test_a_name_within_a_description_is_not_the_source(source: str, kind: str) -> None:
    article = f"The dam leaks, {source} said. Ada Lund lives in Osk. Greater Osk Council met."
    found = brief(article, [], "The dam leaks", source)
    assert of(found) == (source, source, kind)
    assert found.events[0].according_to is not None
    assert found.events[0].according_to.basis == "model"


@pytest.mark.parametrize(
    "source",
    [
        "Transport Minister Ada Lund",
        "Secretary of State Ada Lund",
        "Minister for Fisheries Ada Lund",
        "Undersecretary for Fisheries Mrs. Ada Lund",
        "Dr Ada Lund",
        "Ada Lund, head of the dam board",
    ],
)
def test_a_person_behind_their_office_is_the_source(source: str) -> None:
    found = of(brief(f"The dam leaks, {source}, said.", [], "The dam leaks", source))
    assert found is not None
    assert (found[0], found[2]) == ("Ada Lund", "person")


@pytest.mark.parametrize(
    ("said", "mention"),
    [
        ("His campaign said that the count was false.", "His campaign"),
        ("The campaign said that the count was false.", "The campaign"),
        ("A campaign is nothing, but his said that the count was false.", "A campaign"),
    ],
)
def test_a_source_made_up_of_words_that_stand_apart_is_meant_by_what_it_is_not_by_whose(
    said: str, mention: str
) -> None:
    article = f"Tamm lost. {said}"
    found = brief(article, [], "The count was false", "Tamm's campaign")
    assert (of(found) or ())[:2] == ("Tamm's campaign", mention)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("the opposition's leader", ("the opposition's leader", "Its leader", "unnamed")),
        ("the harbour's leader", None),
    ],
)
def test_a_description_may_take_words_of_the_sentences_shortly_before(source: str, found: Given | None) -> None:
    article = (
        "A harbour was built. Rain fell. Boats left. The opposition is angry. Its leader said that the count was false."
    )
    told = nutgraf.read(article)
    made = brief(article, [], "The count was false", source, evidence=[len(told.sentences)])
    assert of(made) == (found or ("Its leader", "Its leader", "unnamed"))


@pytest.mark.parametrize(
    ("article", "source", "name"),
    [
        ("Ada Moe runs the mill. The dam leaks, said Moe junior.", "Moe junior", "Moe junior"),
        ("Ada Moe and Bo Moe run the mill. The dam leaks, Moe said.", "Moe", "Moe"),
        ("Ada Moe runs the mill. The dam leaks, Moe said.", "Moe", "Ada Moe"),
        ("Bo Moe Sr left. The dam leaks, Bo Moe said.", "Bo Moe", "Bo Moe"),
    ],
)
def test_a_surname_of_several_or_of_a_younger_one_is_none_of_them(article: str, source: str, name: str) -> None:
    assert (of(brief(article, [], "The dam leaks", source)) or ())[:1] == (name,)


@pytest.mark.parametrize(
    ("known", "source", "name"),
    [
        ("Ada Lund is president of the dockers' union.", "the union", "the union"),
        ("Ada Lund is president of the union of dockers.", "the union of dockers", "the union of dockers"),
        ("Ada Lund, the Swiss president, met Bo Moe.", "the French president", "the French president"),
        ("Ada Lund, the Swiss president, met Bo Moe.", "the Swiss president", "Ada Lund"),
        ("Ada Lund, the Swiss president, met Bo Moe.", "the president", "Ada Lund"),
        ("Minister Ada Lund met Bo Moe.", "the Minister", "Ada Lund"),
    ],
)
def test_a_description_means_a_person_whom_it_fits_and_no_body_of_theirs(known: str, source: str, name: str) -> None:
    assert (of(brief(f"{known} The dam leaks, {source} said.", [], "The dam leaks", source)) or ())[:1] == (name,)


def test_what_somebody_measured_is_not_somebody() -> None:
    article = "Soil tests by co-author Bo Tamm, a chemist in Osk, show that the well is bad. “It is bad,” Bo Tamm says."
    quotes = [by("Bo Tamm", "person", "m1", "says", title="chemist")]
    found = of(brief(article, quotes, "The well is bad", "soil tests by Bo Tamm"))
    assert found is not None
    assert (found[0], found[1]) == ("soil tests by Bo Tamm", "Soil tests")


# -------------------------------------------------------------------------------------------------------------- kinds


def test_a_kind_that_the_quotes_of_an_answer_give_holds() -> None:
    article = "Blue Candle claimed the raid. It left no trace."
    quotes = [by("Blue Candle", "group", "1: the raid", "claimed")]
    assert of(brief(article, quotes, "Blue Candle raided the bank", "Blue Candle")) == (
        "Blue Candle",
        "Blue Candle",
        "group",
    )


@pytest.mark.parametrize(
    ("article", "source", "kind"),
    [
        ("A band calling itself Blue Candle said that it had raided the bank.", "Blue Candle", "organization"),
        ("A group known as Blue Candle said that it had raided the bank.", "Blue Candle", "organization"),
        ("A man calling himself Blue Candle said that he had raided the bank.", "Blue Candle", "person"),
        ("Observers from the Osk Union said that the vote was fair.", "Observers from the Osk Union", "group"),
        ("Eleven of 16 voters in Osk said that the vote was fair.", "Eleven of 16 voters in Osk", "group"),
        ("A lawsuit filed Tuesday by three owners said that the dam leaked.", "A lawsuit filed Tuesday by three owners", "document"),
    ],
)  # fmt: skip
def test_no_kind_is_invented_for_a_source(article: str, source: str, kind: str) -> None:
    assert (of(brief(article, [], "It happened in Osk", source)) or ())[2:] == (kind,)


def test_an_official_of_a_body_is_not_that_body() -> None:
    article = "A senior harbour board official said that the quay would close. The harbour board said that it had met."
    quotes = [
        by(None, "unnamed", "1: the quay would close", "said", title="senior harbour board official", organization="harbour board"),
        by("harbour board", "organization", "2: it had met", "said"),
    ]  # fmt: skip
    source = "A senior harbour board official"
    assert of(brief(article, quotes, "The quay was to close", source)) == (source, source, "unnamed")


# ------------------------------------------------------------------------------------------------------- who denies it


def events_of(article: str, quotes: list[Given], title: str, source: str | None = None) -> Event:
    return brief(article, quotes, title, source).events[0]


RAID = "The Osk Post reported that the fund had sold the old mill to its owner. Fund chief Ada Lund dismissed that."


def test_who_denies_the_very_words_that_a_quote_claims_disputes_what_it_asserts() -> None:
    quotes = [
        by("The Osk Post", "organization", "1: the fund had sold … its owner", "reported"),
        by("Ada Lund", "person", "1: the fund had sold … its owner", "dismissed", "denies"),
    ]
    told = events_of(RAID, quotes, "A newspaper claimed that the Lund fund sold a mill", "The Osk Post")
    assert told.asserted_by == ("q1",)
    assert told.disputed_by == ("q2",)


def test_a_denial_that_an_event_tells_beside_what_is_denied_disputes_it_and_is_no_admission() -> None:
    article = "The harbour board denied press reports that the ferry had sailed in spite of a storm warning."
    quotes = [
        by("press reports", "document", "1: the ferry had sailed … storm warning", "reports"),
        by("The harbour board", "organization", "1: the ferry had sailed … storm warning", "denied", "denies"),
    ]
    title = "Reports said the ferry ignored a storm warning, which the harbour board denied"
    assert events_of(article, quotes, title, "press reports").disputed_by == ("q2",)
    own = "The harbour board denied that the ferry sailed in spite of a storm warning"
    assert events_of(article, quotes, own).disputed_by == ()
    admitted = "The ferry sailed in spite of a storm warning, the harbour board admitted"
    assert events_of(article, quotes, admitted).disputed_by == ()


def test_who_denies_what_reports_did_to_him_does_not_deny_the_reports() -> None:
    article = "Two players met the Osk club. Bo Lund denied that his side had been distracted by reports that two players met the Osk club."
    quotes = [by("Bo Lund", "person", "2: his side had … Osk club", "denied", "denies")]
    assert events_of(article, quotes, "Two players met the Osk club").disputed_by == ()
    quotes.append(by("reports", "unnamed", "2: two players met the Osk club", "reports"))
    assert events_of(article, quotes, "Two players met the Osk club, reports say", "reports").disputed_by == ()


def test_whose_title_stands_for_a_denial_does_not_dispute_it() -> None:
    article = "Prime minister Ada Lund ruled out an early vote."
    quotes = [by("Ada Lund", "person", "1: an early vote", "ruled out", "denies", title="Prime minister")]
    assert events_of(article, quotes, "The prime minister rules out an early vote").disputed_by == ()


def test_who_denies_a_part_does_not_dispute_another() -> None:
    article = (
        "The Osk Post reported that the mill was sold and that the dam leaks. The owner denied that the dam leaks."
    )
    quotes = [
        by("The Osk Post", "organization", "1: the mill was sold", "reported"),
        by("The owner", "unnamed", "2: the dam leaks", "denied", "denies"),
    ]
    assert events_of(article, quotes, "The mill was sold", "The Osk Post").disputed_by == ()


def test_who_denies_what_people_tell_does_not_deny_that_they_tell_it() -> None:
    article = "Word that guards had fled the fort spread fast. The army dismissed that."
    quotes = [by("The army", "organization", "1: guards had fled the fort", "dismissed", "denies")]
    assert events_of(article, quotes, "Word spread that guards had fled the fort").disputed_by == ()
    assert events_of(article, quotes, "Guards fled the fort, people said").disputed_by == ("q1",)
    assert events_of(article, quotes, "People said that guards had fled the fort").disputed_by == ("q1",)
    assert events_of(article, quotes, "It emerged that guards had fled the fort").disputed_by == ("q1",)
