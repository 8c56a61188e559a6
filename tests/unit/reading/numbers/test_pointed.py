"""What words come to that a model points to as a quantity: all of them, with the words around them read as they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nutgraf
from nutgraf.article import Article
from nutgraf.reading.numbers.pointed import pointed
from nutgraf.results import Quantity


def told(marked: str, language: str = "en") -> Quantity | None:
    """Of a text the quantity of the words in angle brackets."""
    text = marked.replace("<", "").replace(">", "")
    place = marked.index("<"), marked.index(">") - 1
    reading = nutgraf.read(Article.from_text(text, language=language))
    return pointed(text, place, reading.quantities, language)


def says(marked: str, language: str = "en") -> str:
    """In a line."""
    found = told(marked, language)
    if found is None:
        return "nothing"
    value = "?" if found.value is None else f"{found.value:g}"
    high = f"to {found.high:g}" if found.high is not None else ""
    per, modifier = f"per {found.per}" if found.per else "", found.modifier if found.modifier != "exact" else ""
    return " ".join(part for part in (value, high, found.unit, per, found.kind, modifier) if part)


@pytest.mark.parametrize(
    ("marked", "line"),
    [
        ("Fines go <up to 500 dollars>.", "500 USD money at_most"),
        ("The ferry took <up to 40 people>.", "40 people count at_most"),
        ("The two firms cut their costs by <a third> last year.", "0.333333 ratio"),
        ("The tax will go up to <19%> from 17%.", "19 % percent"),
        ("He shot two of them and wounded <a third>.", "?"),
        ("Two of them fell by <a third> of their price.", "0.333333 ratio"),
        ("It drinks <roughly as much as 1,300 people>.", "1300 people count about"),
        ("The tender takes <90 working days>.", "90 working days count"),
        ("The fine was <180,000 bolivianos ($26,000)>.", "180000 bolivianos money"),
        ("They pumped <95,000 bpd>.", "95000 bpd measure"),
        ("It fetched <little more than €150,000>.", "150000 EUR money about"),
        # Another amount that says the same in other terms.
        ("The quay cost <£3 million ($4 million)>.", "3e+06 GBP money"),
        ("The quay cost <about £3m, or $4m,> in all.", "3e+06 GBP money about"),
        ("The quay is <60 metres (197 feet)> long.", "60 metres measure"),
        # A part of so many.
        ("The party won <27 of the 50 seats>.", "27 seats count"),
        ("She kept <four of the line's nine ships> in port.", "4 ships count"),
        # Several numbers, of which none is the one.
        ("Fares rose <from $2 to $3> there.", "? USD money"),
        ("It holds <500 and 900 songs>.", "? songs count"),
        ("It took <two hours and 15 minutes>.", "? duration"),
        ("Rowe won <6-3, 4-6, 7-5>.", "? score"),
        # A range and a score stay one.
        ("It needs <between 3 and 5 tonnes>.", "3 to 5 tonnes measure"),
        ("It won <4-2>.", "4 to 2 score"),
        # What the same amount in other terms parts from its rate.
        ("The quay costs <£3 million ($4 million) a year>.", "3e+06 GBP per year money"),
        ("The quay earns <40 crowns (2 euros) per boat>.", "40 crowns per boat money"),
        ("The quay earned <40 crowns (2 euros) a year earlier>.", "40 crowns money"),
        ("They slumped to <104 for four> at tea.", "104 to 4 score"),
        ("She took <four for 32> there.", "4 to 32 score"),
        ("He sold <104 cows for four pounds>.", "104 cows count"),
    ],
)
def test_of_two_numbers_none_is_told_for_the_other(marked: str, line: str) -> None:
    assert says(marked) == line


@pytest.mark.parametrize(
    ("marked", "line"),
    [
        ("Its <eight - cylinder> engine failed.", "8 cylinder count"),
        ("A <300-square-metre> hall burnt.", "300 square-metre measure"),
        ("A <two-cubic-yard> pit was dug.", "2 cubic-yard measure"),
        ("A <40-nautical-mile> zone is shut.", "40 nautical-mile measure"),
        ("It is a <90-man-hour> job.", "90 man-hour count"),
        ("It saw <90 square-rigged ships>.", "90 ships count"),
        ("A <three - year> deal was signed.", "3 year duration"),
        ("A <3 - day - old> calf died.", "3 days measure"),
        ("The Hornets <(9 - 3)> lost again.", "9 to 3 score"),
        ("It took <2 - 3 weeks>.", "2 to 3 weeks duration"),
    ],
)
def test_a_hyphen_between_spaces_is_a_hyphen(marked: str, line: str) -> None:
    assert says(marked) == line


@pytest.mark.parametrize(
    ("marked", "line"),
    [
        ("He was ill for <several weeks>.", "? weeks duration about"),
        ("She wrote <a letter or two>.", "1 to 2 letter count about"),
        ("They are the <1-4 favourites>.", "?"),
        ("She took <three of them in nine balls>.", "3 count"),
        ("They lost <once in 14 matches>.", "?"),
        ("She fed <many sheep>.", "? sheep count about"),
        ("It may take <a month or more>.", "1 month duration at_least"),
        ("It stood <less than a mile> off.", "1 mile measure at_most"),
        ("It rained for <an hour and a half>.", "1.5 hour duration"),
        ("He left for <a day or two>.", "1 to 2 day duration about"),
        ("It takes <another foot or two of gravel>.", "1 to 2 foot measure about"),
        ("It took <an additional week or two>.", "1 to 2 week duration about"),
        ("It rained for <another hour>.", "1 hour duration"),
        ("It took <an hour or 60 minutes>.", "1 hour duration"),
        ("The farm lost <its other two barns>.", "2 barns count"),
        ("She sold <the two oldest mules>.", "2 mules count"),
        ("She sold <the two> there.", "nothing"),
        ("He was ill for <a day and three> nights.", "? duration"),
        ("It took <an hour and 20 minutes>.", "? duration"),
        ("It fell by <almost half>.", "0.5 ratio about"),
        ("Ann Lee finished <1:03> behind.", "63 seconds duration"),
        ("The pit is <12m> wide.", "12 m measure"),
        ("The hill stands at <1,142m (3,747ft)>.", "1142 m measure"),
        ("It adds <an additional $11.3 million>.", "1.13e+07 USD money"),
        ("Lind made <74 from 46 balls>.", "74"),
        ("Lind cost <£1.8m> from Norvik.", "1.8e+06 GBP money"),
        ("It cost <between 900m and 1.2bn kroner>.", "? kroner money"),
        ("The town bought <3 new St. Bride boats>.", "3 boats count"),
        ("It charges <$7 per album>.", "7 USD per album money"),
        ("It came in <the third lane>.", "nothing"),
        ("She swam it in <4:35>.", "275 seconds duration"),
        ("She swam it in <4:75>.", "nothing"),
    ],
)
def test_what_is_no_number_to_reading_is_one_where_it_is_pointed_to(marked: str, line: str) -> None:
    assert says(marked) == line


@pytest.mark.parametrize(
    ("marked", "line"),
    [
        ("The price is <about a third> of the 3GS rate.", "0.3333 ratio about"),
        ("They caught <40> sheep there.", "40 count"),
        ("It lasted <12> to 14 days.", "12"),
        ("All but two of the <30 boats> sank.", "30 boats count"),
    ],
)
def test_fewer_words_than_reading_takes_stay_as_they_are(marked: str, line: str) -> None:
    found = told(marked)
    assert found is not None
    assert found.span.text == marked[marked.index("<") + 1 : marked.index(">")]
    value = f"{found.value:.4g}"
    assert " ".join(filter(None, (value, found.unit, found.kind, "about" if found.modifier == "about" else ""))) == line


@pytest.mark.parametrize(
    ("marked", "line"),
    [
        ("The yard in Durban cost <R4.5 million>.", "4.5e+06 ZAR money"),
        ("LAHORE: A yard in Punjab cost <Rs4 million>.", "4e+06 Rs money"),
        ("The yard in Durban costs about <R400 a month>.", "400 ZAR per month money about"),
        ("The yard in Durban lies on <the R614>.", "nothing"),
        ("The yard in Durban lies on <R61>.", "nothing"),
        ("The yard in Lund cost <R4.5 million>.", "4.5e+06 ZAR money"),
        ("The yard in Lagos cost <more than N40,000>.", "40000 NGN money at_least"),
        ("The dock in Leeds cost <# 3m>.", "3e+06 GBP money"),
        ("The dock cost <# 2.50 per ton>.", "2.5 per ton money"),
        ("It was track <# 3> of the record.", "3 count"),
    ],
)
def test_a_sign_that_is_money_where_its_country_is_told_of(marked: str, line: str) -> None:
    assert says(marked) == line


@pytest.mark.parametrize(
    ("marked", "line"),
    [
        ("Die Halle fasst <3 bis 4 Prozent> mehr.", "3 to 4 % percent"),
        ("Er senkte den Preis <von 19 auf 13 Euro>.", "? EUR money"),
        ("Die Liste hat <27 der 50 Sitze>.", "27 Sitze count"),
        ("Die Reederei verkauft <12 ihrer 40 Kähne>.", "12 Kähne count"),
        ("Die Reederei verkauft bis Jahresende <12 von 40 Kähnen>.", "12 Kähnen count"),
        ("Sie malte im Herbst <zwölf dieser 40 Bilder>.", "12 Bilder count"),
        ("Es dauert <ein oder zwei Tage>.", "1 to 2 Tage duration"),
        ("Es dauert <eine bis zwei Wochen>.", "1 to 2 Wochen duration"),
        ("Die Wölfe verloren mit <24:29>.", "24 to 29 score"),
    ],
)
def test_in_german(marked: str, line: str) -> None:
    assert says(marked, "de") == line


@given(
    st.lists(
        st.sampled_from(["40", "#", "a", "several", "to", "(", ")", "3:10", "m", "-", "hour", "of", "half", "£2"]),
        max_size=8,
    )
)
def test_whatever_is_pointed_to_is_the_span(words: list[str]) -> None:
    text = "It was " + " ".join(words) + " then."
    place = 7, len(text) - 6
    if place[0] < place[1]:
        found = pointed(text, place, nutgraf.read(Article.from_text(text, language="en")).quantities, "en")
        assert found is None or (found.span.start, found.span.end, found.span.text) == (*place, text[slice(*place)])


def test_numbers_that_all_stand_in_one_bracket_are_several() -> None:
    assert says("A crane fell on a tram <(3 dead, 7 hurt)> at noon.") == "? dead count"


def test_a_pronoun_is_no_land_whose_dollars_are_meant() -> None:
    paid = "The Ottawa yard in Canada paid <$3 million>."
    assert says(paid) == says(f"{paid} “Us next,” the harbourmaster said.") == "3e+06 $ money"


def test_a_german_noun_of_time_is_no_name() -> None:
    text = "Die Firma hat im vergangenen Jahr <120 der 940 Stellen> gestrichen."
    assert says(text, "de") == "120 Stellen count"
    assert says("Am <Tag 4> ging es los.", "de") != "4 count"


def test_a_scale_is_no_unit() -> None:
    assert says("Das Minus lag bei <mindestens 13 Millionen>.", "de") == "1.3e+07 at_least"
    assert says("Das Minus lag bei <mindestens 13 Millionen Euro>.", "de") == "1.3e+07 EUR money at_least"


@pytest.mark.parametrize(
    ("marked", "language", "line"),
    [
        ("Use <no more than 120 litres per person a day>.", "en", "120 litres per person a day measure at_most"),
        ("Use <80 litres per person per day>.", "en", "80 litres per person per day measure"),
        ("It costs <$2.40 per thousand litres>.", "en", "2.4 $ per thousand litres money"),
        ("It costs <$2.40 per litre> a year later.", "en", "2.4 $ per litre money"),
        ("It killed <40 per million>.", "en", "40 per million"),
        ("It ended level (<90 mins: 2-2>).", "en", "?"),
        ("Wolves come <twice as many> now.", "en", "nothing"),
        ("Es kamen <doppelt so viele>.", "de", "nothing"),
        ("Es kamen <viele Gäste>.", "de", "? Gäste count about"),
        ("Several came: <many hundred wolves>.", "en", "? wolves count about"),
    ],
)
def test_all_of_a_rate_is_told_and_none_of_what_is_compared(marked: str, language: str, line: str) -> None:
    assert says(marked, language) == line
