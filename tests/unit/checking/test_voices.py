"""Who a source is: by what words, of which kind, and when two of them are one."""

from __future__ import annotations

import pytest

import nutgraf
from nutgraf.article import Article
from nutgraf.checking.items.voices import is_named_in, kind_of, known_as, same, speaks_at, voice, with_name
from nutgraf.reading.languages.language import language_of
from nutgraf.results import Span, Speaker
from nutgraf.results.said import SpeakerKind

TEXT = (
    "Kari Lund, 41, spoke first for the Osk Bank. A nurse from Bergen said no, and Three Rivers Coach Lines agreed. "
    "The O.B.C. and the Nordhavn Ltd. declined. Lund left with Mary-Ann Roe."
)
READING = nutgraf.read(Article.from_text(TEXT, language="en"))


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(text=words, start=start, end=start + len(words))


def of(words: str) -> Speaker:
    place = span(words)
    return voice(READING, (place.start, place.end))


def who(name: str | None, kind: SpeakerKind = "person", **more: object) -> Speaker:
    return Speaker.model_validate({"name": name, "kind": kind, **more})


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("Kari Lund", "Kari Lund", "person"),
        ("Lund", "Kari Lund", "person"),
        ("Osk Bank", "Osk Bank", "organization"),
        ("the Osk Bank", "the Osk Bank", "organization"),
        ("A nurse from Bergen", "A nurse from Bergen", "unnamed"),
        ("Three Rivers Coach Lines", "Three Rivers Coach Lines", "organization"),
        ("O.B.C", "O.B.C", "organization"),
    ],
)
def test_words_of_the_article_give_a_voice_with_its_name_and_kind(words: str, name: str, kind: str) -> None:
    found = of(words)
    assert (found.name, found.kind, found.title, found.basis) == (name, kind, None, "model")
    assert found.mention == span(words)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("a recent study", "document"),
        ("a study by the harbour board", "document"),
        ("witnesses", "group"),
        ("two nurses from Bergen", "group"),
        ("people", "group"),
        ("the fisheries ministry", "organization"),
        ("the Nordhavn", "organization"),
        ("a nurse", "unnamed"),
        ("the boss", "unnamed"),
        ("figures released in Oslo", "document"),
        ("a poll published Thursday by the board", "document"),
        ("residents driven from the valley", "group"),
        ("a court ordered review", "document"),
        ("Observers from the Osk Union", "group"),
        ("Wholesalers at the quay", "group"),
        ("Eleven of 16 nurses", "group"),
        ("One of the friends of Mr Ash", "unnamed"),
        ("Dr. Eva Brinks", "organization"),
        ("of", "unnamed"),
        ("", "unnamed"),
    ],
)
def test_the_head_of_a_description_tells_its_kind(words: str, kind: str) -> None:
    assert kind_of(words, READING.spoken_in) == kind


def test_who_has_no_name_is_called_as_the_article_calls_them_unless_by_a_pronoun() -> None:
    assert with_name(who(None, mention=span("A nurse from Bergen")), READING.spoken_in) == who(
        "A nurse from Bergen", "unnamed", mention=span("A nurse from Bergen")
    )
    he = who(None, mention=Span(text="He", start=0, end=2))
    assert with_name(he, READING.spoken_in) is he
    assert with_name(who("Kari Lund"), READING.spoken_in).kind == "person"
    nobody = who(None)
    assert with_name(nobody, READING.spoken_in) is nobody


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (who("Kari Lund"), who("Kari Lund"), True),
        (who("Kari Lund"), who("Lund"), True),
        (who("Kari Lund"), who("Kari B. Lund"), True),
        (who("Kari Lund"), who("Ole Lund"), False),
        (who("Kari Lund"), who("Kari Moe"), False),
        (who("Osk Bank Corporation", "organization"), who("OBC", "organization"), True),
        (who("Nordhavn Inc", "organization"), who("Nordhavn", "organization"), True),
        (who("Nordhavn", "organization"), who("Nordhavn Ltd", "organization"), True),
        (who("Nordhavn Inc", "person"), who("Nordhavn", "organization"), False),
        (who("Nordhavn Works", "organization"), who("Nordhavn", "organization"), False),
        (who("Nordhavn Foods", "organization"), who("Nordhavn Lines", "organization"), False),
        (who("Nordhavn Kvell", "organization"), who("Nordhavn Brosk", "organization"), False),
        (who("Lund", "unnamed"), who("Kari Lund"), True),
        (who("Kari Lund"), who("Lund", "unnamed"), True),
        (who("Kari", "unnamed"), who("Kari Lund"), False),
        (who("Kari Lund"), who("Kreisrat Dr. Kari Lund", "unnamed"), True),
        (who("Kreisrat Dr. Kari Lund", "unnamed"), who("Kari Lund"), True),
        (who("Osk Bank", "organization"), who("The Osk Bank", "organization"), True),
        (who("Osk Bank", "organization"), who("Bank", "organization"), False),
        (who(None), who(None), False),
        (who("…", "unnamed"), who("…", "unnamed"), False),
    ],
)
def test_two_voices_are_one_by_their_words(one: Speaker, other: Speaker, alike: bool) -> None:
    assert same(one, other) is alike
    assert same(other, one) is alike


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("A nurse", "A nurse from Bergen", True),
        ("nurse from Bergen", "A nurse from Bergen", True),
        ("A nurse", "Three Rivers Coach Lines", False),
        ("the Osk Bank", "first for the Osk Bank", False),
        ("Three Rivers", "Three Rivers Coach", True),
        ("Roe", "Mary-Ann Roe", True),
        ("Ann Roe", "Mary-Ann Roe", False),
    ],
)
def test_two_voices_are_one_at_one_place(one: str, other: str, alike: bool) -> None:
    short, long = (Speaker(name=None, mention=span(words), kind="unnamed") for words in (one, other))
    assert same(short, long) is alike


def test_one_of_several_at_a_place_is_not_all_of_them() -> None:
    both = Speaker(name=None, mention=span("Kari Lund, 41"), kind="group")
    assert not same(who("Kari Lund", mention=span("Kari Lund")), both)
    body = who("Delta", "organization", mention=Span(text="Delta", start=0, end=5))
    for owned in ("Delta's report", "Delta’s report", "Delta' report", "Delta’ report", "Delta-Nord"):
        assert not same(body, who(None, "document", mention=Span(text=owned, start=0, end=len(owned))))
    assert same(body, who(None, "document", mention=Span(text="Delta in Osk", start=0, end=12)))


def test_a_source_is_known_as_the_quotes_know_it_by_the_nearest() -> None:
    source = who(
        "Lund", mention=span("Lund left").model_copy(update={"text": "Lund", "end": span("Lund left").start + 4})
    )
    near = who("Kari Lund", title="chair", mention=span("Kari Lund"))
    unnamed = Speaker(name=None, mention=source.mention, kind="person", title="boss")
    found = known_as(source, [unnamed, who("Bo Ek"), near], READING.spoken_in)
    assert (found.name, found.title, found.mention) == ("Kari Lund", "chair", source.mention)
    assert known_as(source, [who("Bo Ek")], READING.spoken_in) is source
    by_these_words = who("Lund", title="boss", mention=span("Kari Lund"))
    assert known_as(source, [near, by_these_words], READING.spoken_in).title == "boss"
    far = who("Kari Lund", title="chair", mention=span("said no"))
    farther = who("Kari Lund", title="boss", mention=span("Kari Lund"))
    assert known_as(source, [farther, far], READING.spoken_in).title == "chair"
    assert (
        known_as(who("Nordhavn", "organization"), [who("Nordhavn Inc", "organization")], READING.spoken_in).name
        == "Nordhavn"
    )


@pytest.mark.parametrize(
    ("cue", "speaks"),
    [(span("spoke"), False), (span("said no"), True), (span("agreed"), False), (span("from"), False), (None, False)],
)
def test_a_source_speaks_where_it_stands_beside_the_cue(cue: Span | None, speaks: bool) -> None:
    assert speaks_at(who(None, mention=span("A nurse from Bergen")), cue) is speaks
    assert not speaks_at(who("Kari Lund"), cue)


def test_between_a_source_and_its_cue_two_characters_may_stand_on_either_side() -> None:
    at = Span(text="said", start=10, end=14)
    for start, end, speaks in (
        (4, 9, True),
        (4, 8, True),
        (4, 7, False),
        (15, 20, True),
        (16, 20, True),
        (17, 20, False),
    ):
        assert speaks_at(who("Lund", mention=Span(text="x" * (end - start), start=start, end=end)), at) is speaks


@pytest.mark.parametrize(
    ("speaker", "text", "named"),
    [
        (who("Kari Lund"), "Lund left, says the paper", True),
        (who("Kari Lund"), "Kari left", False),
        (who("Kari Lund", title="harbour master"), "the harbour master left", True),
        (who("Kari Lund", title="harbour master"), "the master left", False),
        (who("Kari Lund", organization="Osk Bank"), "Osk Bank left", True),
        (who("Osk Bank", "organization"), "the Osk Bank left", True),
        (who("Osk Bank", "organization"), "the Bank left", False),
        (who("Osk Bank", "organization"), "Osk Bank", True),
        (who("a study by the board", "document"), "the study says so", True),
        (who("a nurse from Bergen", "unnamed"), "a nurse left", True),
        (who("two nurses", "group"), "the nurses left", True),
        (who("two nurses", "group"), "the two left", False),
        (who(None), "a nurse left", False),
        (who("Kari Lund"), "…", False),
    ],
)
def test_a_text_names_a_speaker(speaker: Speaker, text: str, named: bool) -> None:
    assert is_named_in(speaker, text, READING.spoken_in) is named


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Eine Studie der Werft", "document"),
        ("Ein Sprecher des Hafenamts", "unnamed"),
        ("Das Hafenamt", "organization"),
        ("Hafenamts", "organization"),
    ],
)
def test_the_head_of_a_description_is_sought_in_the_words_of_its_language(words: str, kind: str) -> None:
    assert kind_of(words, language_of("de")) == kind


def test_a_source_described_in_few_words_keeps_them() -> None:
    source = who("A nurse", "unnamed", mention=span("A nurse"))
    quoted = who("A nurse from Bergen", "unnamed", mention=span("A nurse from Bergen"))
    assert known_as(source, [quoted], READING.spoken_in).name == "A nurse"


@pytest.mark.parametrize("called", ["the bank", "The bank", "bank"])
def test_a_body_called_by_its_noun_has_the_name_that_its_quotes_have(called: str) -> None:
    bank = who("Osk Bank", "organization", mention=span("Osk Bank"))
    found = known_as(who(called, "organization", mention=span("Osk Bank")), [bank], READING.spoken_in)
    assert found.name == "Osk Bank"
    both = known_as(bank, [who("the bank", "organization", mention=span("Osk Bank"))], READING.spoken_in)
    assert both.name == "Osk Bank"
