"""Who denies what: of a statement, of somebody's very words, of what a word points back to; and who only stands beside it."""

from __future__ import annotations

import pytest

import nutgraf
from nutgraf.article import Span
from nutgraf.checking.items.claims import Claims
from nutgraf.checking.items.disputed import disputing, is_anothers, rejected, tells_denial_of
from nutgraf.results import Quote, Speaker
from nutgraf.results.said import Stance

Said = tuple[str | None, str, str, Stance]
"""Who, by which word, what, with what stance."""


def told(article: str, *said: Said) -> Claims:
    reading = nutgraf.read(article)

    def span(words: str) -> Span:
        at = article.index(words)
        return reading.span(at, at + len(words))

    def quote(number: int, name: str | None, cue: str, content: str, stance: Stance) -> Quote:
        speaker = Speaker(name=name, mention=None, kind="person", basis="model") if name else None
        return Quote(
            id=f"q{number}", kind="indirect", content=(span(content),), speaker=speaker, cue=span(cue), stance=stance
        )

    return Claims(reading, [quote(number, *one) for number, one in enumerate(said, 1)])


@pytest.mark.parametrize(
    ("denied", "text", "disputed"),
    [
        ("the guards had fled the fort", "The guards fled the fort", True),
        ("the guards had fled the fort", "Ahl denied that the guards fled the fort", False),
        ("the guards had fled the fort", "The guards fled the fort, which Ahl denied", True),
        ("the guards had fled the fort", "The guards fled the fort, Ahl admitted", False),
        ("the guards had fled the fort", "The guards fled the fort, Ahl himself freely admitted", False),
        ("the guards had fled the fort", "The guards fled the fort, Ahl's men and she admitted", True),
        ("the guards had fled the fort", "Guards fled the fort by boat at night", True),
        ("the guards had fled the fort", "Guards fled Osk by boat at night in May", False),
        ("the guards had fled the fort", "The fort is old", False),
        ("warnings about the dam were lost, which was built in 1974", "The dam was built in 1974", False),
        ("the mayor, who left in May, took bribes", "The mayor took bribes", True),
        ("the mayor, who left in May, took bribes", "The mayor left in May", False),
        ("the mayor took bribes, who left in May, and lied", "The mayor left in May", False),
        ("any default on the bond that falls due in May", "The bond falls due in May", False),
        ("any default on the bond that falls due in May", "Osk defaults on the bond", True),
        ("he was distracted by reports that the mill was sold", "The mill was sold", False),
        ("he had told her that the mill was sold", "The mill was sold", True),
        ("a sale of the mill", "The sale of the mill is near", True),
        ("any default on the bond of Osk that falls in May", "The bond of Osk has fallen", False),
        ("the mayor, who left in May, took bribes, and lied", "The mayor took bribes and lied", True),
    ],
)  # fmt: skip
def test_a_denial_disputes_what_it_tells_and_not_what_it_names_in_passing(
    denied: str, text: str, *, disputed: bool
) -> None:
    claims = told(f"Ahl denied {denied}.", ("Ahl", "denied", denied, "denies"))
    assert disputing(text, claims) == (("q1",) if disputed else ())


@pytest.mark.parametrize(
    ("text", "asserting", "disputed"),
    [
        ("Guards fled the fort, Ahl admitted", (), ("q3",)),
        ("Guards fled the fort", (), ("q2", "q3")),
        ("A word was spoken", ("q1",), ("q2", "q3")),
        ("Word spread that guards had fled the fort", (), ()),
        ("Ada Beth Tamm's guards fled the fort", (), ("q3",)),
    ],
)
def test_of_several_denials_each_is_weighed_by_itself(
    text: str, asserting: tuple[str, ...], disputed: tuple[str, ...]
) -> None:
    article = "Kai reported that guards fled the fort. Ahl denied that. Ada Beth Tamm rejected that."
    content = "guards fled the fort"
    claims = told(
        article,
        ("Kai", "reported", content, "says"),
        ("Ahl", "denied", content, "denies"),
        ("Ada Beth Tamm", "rejected", content, "denies"),
    )
    assert disputing(text, claims, asserting) == disputed


def test_what_nobody_denies_is_not_disputed_and_a_denial_needs_no_name() -> None:
    article = "Ahl said the fort fell. It was denied that guards fled."
    assert disputing("The fort fell", told(article, ("Ahl", "said", "the fort fell", "says"))) == ()
    assert disputing("Guards fled", told(article, (None, "denied", "guards fled", "denies"))) == ("q1",)


POST = "The Post reported that the mill was sold. "


@pytest.mark.parametrize(
    ("between", "denial", "pointed"),
    [
        ("", "Ahl dismissed that.", True),
        ("", "Ahl dismissed this, and left.", True),
        ("", "Ahl dismissed the claim.", True),
        ("", "Ahl dismissed all of that.", True),
        ("", "Ahl dismissed that very old claim.", False),
        ("", "Ahl dismissed that report as a fantasy of the press.", True),
        ("", "Ahl dismissed the offer.", False),
        ("", "Ahl dismissed claim report.", False),
        ("", "Ahl dismissed.", False),
        ("Rain fell. ", "Ahl dismissed that.", False),
        ("Tamm said the mill was old. ", "Ahl dismissed that.", False),
    ],
)
def test_a_word_that_points_back_denies_what_was_said_last(between: str, denial: str, *, pointed: bool) -> None:
    article = POST + between + denial
    said: list[Said] = [("The Post", "reported", "the mill was sold", "says")]
    said += [("Tamm", "said", "the mill was old", "says")] if "Tamm" in between else []
    claims = told(article, *said, ("Ahl", "dismissed", denial.removeprefix("Ahl ").split()[-1].strip("."), "denies"))
    assert disputing("A paper made a claim", claims, ("q1",)) == ((f"q{len(said) + 1}",) if pointed else ())


@pytest.mark.parametrize(
    ("article", "said", "pointed"),
    [
        ("The Post reported that the mill will be sold. Ahl dismissed that.", ("The Post", "reported", "the mill will be sold", "says"), False),
        ("Ahl said that the mill was sold. Ahl dismissed this.", ("Ahl", "said", "the mill was sold", "says"), False),
        ("Tamm doubted that the mill was sold. Ahl dismissed this.", ("Tamm", "doubted", "the mill was sold", "doubts"), False),
        ("Ahl dismissed this. Tamm said that the mill was sold.", ("Tamm", "said", "the mill was sold", "says"), False),
        ("Tamm said that the mill was sold. Ahl dismissed this.", ("Tamm", "said", "the mill was sold", "says"), True),
        ("Tamm said that the mill was sold. Ahl dismissed this.", (None, "said", "the mill was sold", "says"), True),
    ],
)  # fmt: skip
def test_nobody_points_back_to_what_is_to_come_to_a_doubt_or_to_themselves(
    article: str, said: Said, *, pointed: bool
) -> None:
    claims = told(article, said, ("Ahl", "dismissed", "dismissed", "denies"))
    assert disputing("A paper made a claim", claims, ("q1",)) == (("q2",) if pointed else ())


def test_of_two_claims_before_it_a_denial_points_to_the_last() -> None:
    article = "The Post reported that the mill was sold, and Tamm said the sea was calm. Ahl dismissed that."
    claims = told(
        article,
        ("The Post", "reported", "the mill was sold", "says"),
        ("Tamm", "said", "the sea was calm", "says"),
        ("Ahl", "dismissed", "dismissed", "denies"),
    )
    assert [disputing("A claim was made", claims, (one,)) for one in ("q1", "q2")] == [(), ("q3",)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The owner rejected a report that the mill was sold.", {"q1"}),
        ("A report that the mill was sold came out.", set()),
        ("The mill was sold, and the owner rejected that.", set()),
        ("The owner rejected a report on the mill.", set()),
    ],
)
def test_behind_a_verb_of_denial_a_text_tells_what_is_rejected(text: str, found: set[str]) -> None:
    article = "The Post reported that the mill was sold. Ahl rejected that. Tamm said the sea was calm."
    says: Said = ("The Post", "reported", "the mill was sold", "says")
    other: Said = ("Tamm", "said", "the sea was calm", "says")
    denial: Said = ("Ahl", "rejected", "the mill was sold", "denies")
    assert rejected(text, told(article, says, denial, other)) == found
    assert rejected(text, told(article, says, other)) == set()


@pytest.mark.parametrize(
    ("stance", "content", "text", "denial"),
    [
        ("says", "the mill was sold", "The owner denied that the mill was sold", True),
        ("says", "the mill was sold", "The mill was sold", False),
        ("denies", "the mill was sold", "The owner denied that the mill was sold", False),
        ("says", "the owner denied the sale", "The owner denied the sale", False),
    ],
)
def test_who_claims_something_does_not_tell_its_denial(
    stance: Stance, content: str, text: str, *, denial: bool
) -> None:
    claims = told(f"Tamm said {content}.", ("Tamm", "said", content, stance))
    assert tells_denial_of(claims.all[0], text, claims) is denial


def test_of_two_who_deny_neither_is_another() -> None:
    article = "Ada Lund, the owner, denied that the mill was sold. Kai denied that the sea was calm."
    claims = told(
        article, ("Ada Lund", "denied", "the mill was sold", "denies"), ("Kai", "denied", "the sea was calm", "denies")
    )
    both = [claims.reading.sentence_span(1), claims.reading.sentence_span(2)]
    assert [is_anothers(source, both, claims) for source in ("the owner", "Kai", "the Post")] == [False, False, True]


@pytest.mark.parametrize(
    ("source", "others"),
    [
        ("Ada Lund", False), ("Lund", False), ("the owner", False), ("the Post", True), ("the", False), ("Tamm", True),
    ],
)  # fmt: skip
def test_a_source_is_anothers_where_it_is_none_of_those_who_deny(source: str, *, others: bool) -> None:
    article = "Ada Lund, the owner, denied that the mill was sold. Tamm left."
    claims = told(article, ("Ada Lund", "denied", "the mill was sold", "denies"))
    assert is_anothers(source, [claims.reading.sentence_span(1)], claims) is others


@pytest.mark.parametrize(
    ("source", "others"),
    [("the fans", True), ("Tamm", False), ("the club", False), ("the press", False), ("the", False)],
)
def test_whose_claims_a_verb_denies_is_not_who_denies_them(source: str, *, others: bool) -> None:
    claims = told("On Monday Tamm met the club and denied the claims by fans. Fans wept.")
    assert is_anothers(source, [claims.reading.sentence_span(1)], claims) is others
    assert not is_anothers(source, [claims.reading.sentence_span(2)], claims)
