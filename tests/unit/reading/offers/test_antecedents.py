"""Laws of lines that are read alone: whom "the club" and "they" mean must be told by the line, or be the one of the article."""

from __future__ import annotations

import pytest

from nutgraf.article import Article
from nutgraf.reading import Reading, read
from nutgraf.reading.offers.antecedents import leaves_open
from nutgraf.reading.offers.clauses import events_offered, told_in
from nutgraf.reading.offers.offered import leads

CLUBS = (
    "Fans saw Arvik beat Norvald 2-1. The Arvik coach, Mary Holm, hailed Norvald coach Ann Lee and Arvik coach Jo Ek."
)
BANKS = "Osk Bank sold its branches to Hafen Credit Union in May."
PEOPLE = "Ann Lee, 41, met Mary Holm, 50, in Osk on Monday."


def reading_of(*sentences: str) -> Reading:
    return read(Article.from_text("\n\n".join(sentences), published="2026-03-04"))


def last_is_open(*sentences: str) -> bool:
    reading = reading_of(*sentences)
    (offer,) = events_offered(reading, reading.sentences[-1].number)
    return leaves_open(reading, offer.start, offer.end, told_in(reading, offer))


@pytest.mark.parametrize(
    "sentences",
    [
        (CLUBS, "The club will sell its captain in June."),
        (CLUBS, "The club will sell its captain in June, she said."),
        (CLUBS, "The club on Monday sold its captain."),
        (CLUBS, "This club will sell its captain in June."),
        (CLUBS, "Fans left. In June, the club will sell its captain."),
        (BANKS, "The company will close two offices in June."),
        (PEOPLE, "The man was arrested on Friday."),
        (PEOPLE, "Bo Ek, 33, joined the talks.", "The two women will travel to Arvik in May."),
        ("Finance Minister Ann Lee met Health Minister Bo Ek.", "The minister resigned on Friday."),
        ("A guard fell from the roof. A guard was hurt at the gate.", "The guard was flown to Arvik."),
        ("Holm's team led at noon; Lee's team had stopped in Osk.", "The team will leave the race on Friday."),
        (PEOPLE, "If they fail, the treaty will lapse in June."),
        (PEOPLE, "When she leaves, the bridges will be closed."),
    ],
)
def test_a_subject_with_two_antecedents_is_open(sentences: tuple[str, ...]) -> None:
    assert last_is_open(*sentences)


@pytest.mark.parametrize(
    "sentences",
    [
        ("A club in Osk has a new owner.", CLUBS, "The club will sell its captain in June."),
        ("Osk Bank sold its branches in May.", "The company will close two offices in June."),
        (CLUBS, "The club will sell its captain in June, said Arvik coach Mary Holm, 50."),
        (CLUBS, "After Norvald lost, the club sold its captain."),
        (CLUBS, "The club of Kari Holm will sell its captain in June."),
        (CLUBS, "The jury will watch the pictures on Monday."),
        (CLUBS, "The players will strike in June."),
        (CLUBS, "Club members will vote in June."),
        (BANKS, "The bank regulator fined them. The Danish company will close two offices in June."),
        ("Norway and Chad signed a treaty on Monday.", "The two countries will trade fish from June."),
        ("Finance Minister Ann Lee met the lawyer Bo Ek.", "The minister resigned on Friday."),
        ("A guard fell from the roof and a cook was hurt.", "The guard was flown to Arvik."),
        ("Osk Bank sued the Arvik Credit Authority.", "The authority will appeal in June."),
        (PEOPLE, "Before they vote, shareholders will meet in Osk in May."),
        (PEOPLE, "If it rains, the match will be played in June."),
        (PEOPLE, "When she left, Kari Holm closed the office in Osk."),
        (PEOPLE, "If its pumps fail, the ship could sink."),
        (PEOPLE, "Ann Lee will travel to Arvik in May."),
    ],
)
def test_a_subject_with_one_antecedent_or_its_own_name_is_not(sentences: tuple[str, ...]) -> None:
    assert not last_is_open(*sentences)


def test_points_that_can_be_read_alone_lead() -> None:
    reading = reading_of(CLUBS, "The club will sell its captain in June.", "A crowd of 9,000 watched the match.")
    assert leads(reading, 2) == [(1, 2), (4,)]


def test_where_too_few_can_the_others_are_led_with_too_in_the_order_of_the_article() -> None:
    reading = reading_of(CLUBS, "The club will sell its captain in June.", "A crowd of 9,000 watched the match.")
    assert leads(reading, 3) == [(1, 2), (3,), (4,)]


def test_an_open_sentence_is_left_out_of_a_paragraph_that_has_another() -> None:
    reading = reading_of(CLUBS, "A crowd of 9,000 watched the match. The club will sell its captain in June.")
    assert leads(reading, 3) == [(1, 2), (3,)]


def test_clauses_are_not_offered_apart_where_one_explains_the_other() -> None:
    told = "Norvald lost its captain in May, but the club will sign a goalkeeper in June."
    reading = reading_of(CLUBS, told)
    assert [offer.text for offer in events_offered(reading, 3)] == [told.rstrip(".")]
