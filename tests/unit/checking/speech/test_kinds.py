"""Direct, mixed and indirect; and when words that an answer calls no speech are speech after all."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from nutgraf.article import Article
from nutgraf.passes import built_in
from nutgraf.reading import read
from nutgraf.reading.window import runs
from nutgraf.results import Quote
from nutgraf.results.said import in_own_words
from nutgraf.telling.words import said


def item(content: str | list[str], name: str | None, cue: str | None, kind: str = "person") -> Any:
    speaker = SimpleNamespace(name=name, kind=kind)
    return SimpleNamespace(content=[content] if isinstance(content, str) else content, speaker=speaker, cue=cue)


def silent(*tags: str) -> Any:
    return SimpleNamespace(content=list(tags), speaker=None, cue=None)


def settle(text: str, *items: Any) -> Any:
    reading = read(text)
    (window,) = runs(reading, "article")
    return built_in("quotes").checked(reading, [(window, items)])


def quote_of(text: str, content: str, name: str, cue: str) -> Quote:
    (found,) = settle(text, item(content, name, cue)).items
    return found


# ----------------------------------------------------------------------------------------------------------- kinds


@pytest.mark.parametrize(
    ("text", "content", "cue", "kind"),
    [
        ("The harbour master, Oda Friis, said “the cranes will stand still until Monday”.", "m1", "said", "direct"),
        ("Oda Friis wrote on X. “Give it back, Ann.”", "m1", "wrote", "direct"),
        ("Oda Friis left a note. It said: “ok, enough of it.”", "m1", "said", "direct"),
        ("Oda Friis called it “a mess.”", "m1", "called", "mixed"),
        ("Oda Friis left a note. It said: “a very good deed of ours”.", "m1", "said", "mixed"),
        ("Oda Friis left a note. It said: “A very good deed of ours.”", "m1", "said", "direct"),
        ("Oda Friis argued, “because the crews are paid late, the strike will go on”.", "m1", "argued", "direct"),
        ("Oda Friis said “We’re tired of it. It has to stop.”", "m1", "said", "direct"),
        ("Oda Friis said “we’re tired of it all, and of him”.", "m1", "said", "direct"),
        ("Oda Friis said of the merger “The two crews fit well. They will sail as one.”", "m1", "said", "direct"),
        ("Oda Friis said of it “The cranes stand still. They will not move.”", "m1", "said", "direct"),
        ("Oda Friis said of it “the cranes stand still. They will not move.”", "m1", "said", "mixed"),
        ("Oda Friis said of it “The cranes stand still. They will not move”", "m1", "said", "mixed"),
        ("Oda Friis said of it “The cranes will stand still until Monday.”", "m1", "said", "mixed"),
        ("Oda Friis said that the merger meant “A new start. For all of us.”", "m1", "said", "mixed"),
        ("Oda Friis said of the merger “two crews that fit well”.", "m1", "said", "mixed"),
        ("Oda Friis said that “the cranes will stand still until Monday”.", "m1", "said", "mixed"),
        ("Oda Friis said the cranes “will stand still until Monday at least”.", "m1", "said", "mixed"),
        ("Oda Friis called the strike “a matter that will haunt us”.", "m1", "called", "mixed"),
        ("It was what Oda Friis called “the slowest strike we have ever had here”.", "m1", "called", "mixed"),
        ("Oda Friis said “the cranes we hired in May will stand still”.", "m1", "said", "direct"),
        ("Oda Friis said “the crew that we hired” was late.", "m1", "said", "mixed"),
        ("Oda Friis denied “the cranes will stand still until Monday”.", "m1", "denied", "mixed"),
        ("Oda Friis said the strike has a “very good reason” behind it.", "1: the strike … behind it", "said", "mixed"),
        ("Oda Friis said the strike has a very good reason.", "1: the strike … reason", "said", "indirect"),
    ],
)
def test_marks_and_clauses_tell_the_kind(text: str, content: str, cue: str, kind: str) -> None:
    assert quote_of(text, content, "Oda Friis", cue).kind == kind


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("die Schule will keine Lehrer mehr", "direct"),
        ("die Schule hat keine Lehrer mehr", "direct"),
        ("die Lehrer, die keine Schule mehr hat", "mixed"),
        ("eine Schule ohne Lehrer und Schüler", "mixed"),
    ],
)
def test_a_clause_is_told_by_the_verbs_of_its_language(words: str, kind: str) -> None:
    reading = read(Article.from_text(f"Die Stadt sagte am Montag, „{words}“ und werde schließen.", language="de"))
    (window,) = runs(reading, "article")
    told = item("m1", "Die Stadt", "sagte", "organization")
    (found,) = built_in("quotes").checked(reading, [(window, [told])]).items
    assert found.kind == kind


def test_reported_words_with_quoted_ones_among_them_are_not_shown_as_quoted() -> None:
    some = quote_of("Oda Friis said the strike has a “good reason”.", "1: the strike … reason", "Oda Friis", "said")
    every = quote_of("Oda Friis called the strike “a good deed”.", "m1", "Oda Friis", "called")
    assert (some.kind, every.kind) == ("mixed", "mixed")
    assert [in_own_words(some), in_own_words(every)] == [False, True]
    assert said(some) == "the strike has a “good reason”"
    assert said(every) == "“a good deed”"


# --------------------------------------------------------------------------------------------------- no speech, says it


@pytest.mark.parametrize(
    "text",
    [
        "“It is time to mend the roofs,” Halvard Sons writes on “The Leaking Roof Almanac” this week.",
        "“It is time to mend the roofs,” Halvard Sons says in “Ten Roofs That Fell”.",
        "“Roofs fall,” said Ann Halvard, whose “Roofs And How They Fall.” sold well.",
    ],
)
def test_a_title_beside_somebody_elses_cue_stays_no_speech(text: str) -> None:
    settled = settle(text, item("m1", "Halvard", "says" if "says" in text else "said"), silent("m2"))
    assert len(settled.items) == 1
    assert "called_no_speech" not in [problem.kind for problem in settled.problems]


def test_a_title_that_opens_a_sentence_stays_no_speech() -> None:
    settled = settle("“Who Broke The Lantern?” won the prize on Monday.", silent("m1"))
    assert (settled.items, settled.problems) == ([], [])


def test_a_cue_of_its_own_around_a_clause_proves_speech() -> None:
    settled = settle("The lamps went out. “We saw nobody on the stairs,” said Jo Marsh.", silent("m1"))
    assert [(q.text, q.speaker.name) for q in settled.items] == [("We saw nobody on the stairs,", "Jo Marsh")]
    (problem,) = settled.problems
    assert problem.kind == "called_no_speech"
    assert "by a cue of its own" in problem.detail


def test_a_title_that_no_answer_accounts_for_is_not_added_by_rule() -> None:
    text = "“It is time to mend the roofs,” Halvard Sons says. “The Leaking Roof Almanac” sold well."
    assert len(settle(text, item("m1", "Halvard Sons", "says")).items) == 1


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        ("Did you expect this?\n\nAda Lund: God, no. I rang my mother.", ["1"], "direct"),
        ("Did you expect this?\n\nAda Lund: God, no. I rang my mother.", ["2", "3"], "direct"),
        ("Is it sold?\n\nWe had three columns: “fine”, “bad” and “home”. My brother laughed.", ["2", "3"], "direct"),
        ("Lund was ill. He would wait until the buses ran.", ["2"], "indirect"),
        ("Would you say the same today?\n\nI would.", ["1"], "direct"),
        ("Has he told her? He smiled.", ["1"], "indirect"),
        ("Once I left the town for good. Rain fell.", ["1: I left the town for good"], "indirect"),
        ("I left the town for good. Rain fell.", ["1: I left the town"], "indirect"),
        ("I left the town for good. Rain fell.", ["1: I left the town for good"], "direct"),
    ],
)
def test_whole_sentences_of_an_interview_are_direct(text: str, content: list[str], kind: str) -> None:
    told = item(content, "Ada Lund", None)
    told.stance = "asks" if content == ["1"] else "says"
    (found,) = (
        quote for quote in settle(text, told).items if quote.content[0].start in (0, text.find(quote.content[0].text))
    )
    assert (found.kind, found.cue) == (kind, None)


def test_a_question_of_an_interview_is_not_cut_at_a_verb_of_speech() -> None:
    text = "Would you say the same today?\n\nI would."
    told = item("1", None, None, "unnamed")
    told.stance = "asks"
    assert [quote.text for quote in settle(text, told).items] == ["Would you say the same today?"]


def test_the_lines_of_a_transcript_are_the_speakers_own_words() -> None:
    text = (
        "Oda Friis spoke to us on Monday.\n\nQ: Would the crane have fallen?\n\nA: No. The mast is steel.\n\n"
        "Q: What will you do in May?\n\nA: Sleep.\n\nQ: Will fares rise?\n\nA: If they rise, the boats stay empty."
    )
    reading = read(text)
    said = [
        sentence.number
        for sentence in reading.sentences
        if "?" not in reading.article.text[sentence.start : sentence.end]
    ]
    items = [item(str(number), "Oda Friis", None) for number in said[1:]]
    assert {quote.kind for quote in settle(text, *items).items} == {"direct"}


@pytest.mark.parametrize(
    ("inner", "kind"),
    [
        ("What about the mast?", "direct"),
        ("Nobody asked us.", "direct"),
        ("The Long Mast", "mixed"),
        ("the long mast", "mixed"),
    ],
)
def test_a_whole_sentence_in_marks_within_speech_is_quoted(inner: str, kind: str) -> None:
    text = f"“‘{inner}’ is what we kept hearing,” Oda Friis said."
    found = settle(text, item(f"1: {inner}", "we", "hearing", "group")).items
    assert [quote.kind for quote in found if quote.text.strip(".?") == inner.strip(".?")] == [kind]
