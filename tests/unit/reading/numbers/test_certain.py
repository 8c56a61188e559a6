"""What the words of a quantity leave open is told by none of its fields."""

from __future__ import annotations

import pytest

import nutgraf
from nutgraf.article import Article
from nutgraf.reading.numbers.pointed import pointed
from nutgraf.results import Quantity


def told(marked: str, language: str = "en") -> Quantity | None:
    text = marked.replace("<", "").replace(">", "")
    reading = nutgraf.read(Article.from_text(text, language=language))
    return pointed(text, (marked.index("<"), marked.index(">") - 1), reading.quantities, language)


@pytest.mark.parametrize(
    ("marked", "value", "kind"),
    [
        ("The pier took <310 million>, he said.", 310_000_000, None),
        ("The Whigs had 51 per cent to the Tories' <41.8>.", 41.8, None),
        ("She was <77>.", 77, None),
        ("They were <34 to 91>, she said.", 34, None),
        ("It passed by <61 to 38>.", None, None),
        ("The vote to sell: <at least 40> of them agreed.", 40, "count"),
        ("It sank with <40 of them> aboard.", 40, "count"),
        ("It sank with <40 sheep> aboard.", 40, "count"),
        ("Two fell and <a third> was hurt.", None, None),
        ("<Four yard workers> fell.", 4, None),
        ("It is <four yards> long.", 4, "measure"),
        ("The <4-6> favourite lost.", None, None),
        ("He put his chances at no better than <50-50>.", None, None),
        ("A late shot beat them <7-6>.", 7, "score"),
        ("Prices peaked near <4 per cent>.", 4, "percent"),
        ("It was put off for a <third time>.", None, None),
        ("It was the first rise in <six quarters>.", None, None),
        ("It was <a third> smaller.", 1 / 3, "ratio"),
        ("Sales fell by <a third>.", 1 / 3, "ratio"),
        ("He ate <three quarters> of it.", 0.75, "ratio"),
        ("It hurt <one-tenth of 1 percent> of them.", None, None),
        ("He has <a $12,500 line of credit>.", 12_500, "money"),
        ("He went <0-for-6> that night.", 0, "count"),
        ("He hit nine fours and <a six> into the tent.", None, None),
        ("The mill, built at <3 tons 11 cwt>, fell.", None, "measure"),
    ],
)
def test_a_bare_number_is_no_certain_count(marked: str, value: float | None, kind: str | None) -> None:
    found = told(marked)
    assert found is not None
    assert (found.value, found.kind) == (value, kind)


def test_ages_are_no_certain_lengths_of_time() -> None:
    found = told("Zwei Frauen im Alter von <24 und 41 Jahren> siegten.", "de")
    assert found is not None
    assert (found.value, found.kind) == (None, None)


@pytest.mark.parametrize(
    ("marked", "language", "modifier"),
    [
        ("He waited <20 minutes, maybe longer>.", "en", None),
        ("He waited <as long as 11 seconds>.", "en", "at_most"),
        ("He must pay <within 30 days>.", "en", "at_most"),
        ("He must pay within <30 days>.", "en", "at_most"),
        ("He talked for nine hours <over four days>.", "en", None),
        ("It seats <over 400 guests>.", "en", "at_least"),
        ("Der Hof liegt <gut 30 Kilometer> weit.", "de", "at_least"),
        ("Die Fahrt dauert <über 40 Minuten>.", "de", None),
        ("Der Saal fasst <über 400 Gäste>.", "de", "at_least"),
        ("Er blieb <nicht einmal drei Wochen>.", "de", "at_most"),
        ("Sie brauchte <keine 40 Minuten>.", "de", "at_most"),
        ("Es kamen kaum <70 Gäste>.", "de", "at_most"),
        ("He owns <two or three goats>.", "en", "exact"),
        ("He has <several goats>.", "en", "about"),
        ("It rose <from 81% to 88%>.", "en", None),
        ("They are in talks over <60 of the ferries>.", "en", None),
        ("The farm would end up under <20 metres of water>.", "en", None),
        ("Nobody would pay more than <$6 in a day>.", "en", None),
        ("No guest pays <more than $6>.", "en", None),
        ("The club is liable for <up to about $6m>.", "en", "at_most"),
        ("The club owns <at least some 40 boats>.", "en", "at_least"),
        ("They are in talks over <about 60 ferries>.", "en", "about"),
        ("Fishing is banned within <a 9-mile radius>.", "en", None),
        ("Fishing is banned within a <9-mile radius>.", "en", None),
        ("It fell by half over <a three-year period>.", "en", None),
        ("He got <at least a 9-year term>.", "en", "at_least"),
        ("She has <no more than 22 goats>.", "en", "at_most"),
        ("She has no pen for <more than 22 goats>.", "en", None),
        ("Everybody got out without harm in <under two minutes>.", "en", "at_most"),
        # What somebody denies is told as it is; a negation governs its own clause.
        ("The yard denied that <at least 12 welders> had quit.", "en", "at_least"),
        ("The yard denies <more than 12 welders> quit.", "en", "at_least"),
        ("Nobody that came paid <more than $6>.", "en", None),
        # Words of doubt.
        ("He shot <maybe 30 or 40 geese>.", "en", "about"),
        ("She owns perhaps <a dozen goats>.", "en", "about"),
        ("It took <possibly three weeks>.", "en", "about"),
        ("It cost <probably $3 million>.", "en", "about"),
        ("It drew <an estimated 400 guests>.", "en", "about"),
        ("It drew <perhaps as many as 400 guests>.", "en", "at_most"),
        ("It drew <perhaps more than 400 guests>.", "en", "at_least"),
        ("Es kamen <vielleicht 40 Gäste>.", "de", "about"),
        ("Der Hof wird möglicherweise <40 Kühe> verkaufen.", "de", "exact"),
        # A bound stands before a sign that no table knows.
        ("It fetched <about ¤400> there.", "en", "about"),
        ("It fetched <up to EC$400>.", "en", "at_most"),
    ],
)
def test_a_modifier_is_told_where_the_words_tell_one(marked: str, language: str, modifier: str | None) -> None:
    found = told(marked, language)
    assert found is not None
    assert found.modifier == modifier


@pytest.mark.parametrize(
    "marked",
    [
        "The shares closed at <401p>.",
        "The map measures <46cm by 38cm>.",
        "It won <one of its previous 13>.",
        "She lost <a day's pay>.",
        "It is the <second-highest of five marks>.",
        "It was a <seventh win in three years>.",
        "The flood killed <a farmer and two mules>.",
    ],
)
def test_another_number_is_not_told_for_the_one_meant(marked: str) -> None:
    assert told(marked) is None


def test_both_ends_of_a_range_have_one_unit() -> None:
    found = told("Shares rose <3.8 per cent> to 401p.")
    assert found is not None
    assert (found.value, found.high, found.unit) == (3.8, None, "%")
    assert told("Shares rose 3.8 per cent to <401p>.") is None


@pytest.mark.parametrize(
    ("marked", "unit", "kind"),
    [
        ("The storm hit <almost 300 shops and offices>.", None, "count"),
        ("The storm hit <300 shops>.", "shops", "count"),
        ("A ferry carrying <168> docks in Oslo.", None, "count"),
        ("The fire left <seven> dead.", None, "count"),
        ("The pier rose by <38 per cent> by 2035.", "%", "percent"),
        ("The rate was <5.9 per 1,000 births>.", None, None),
        ("The river carried <95,000 cusecs>.", "cusecs", "measure"),
        ("The lake holds <22 gigalitres>.", "gigalitres", "measure"),
        ("They paid <2.6m crowns>.", "crowns", "money"),
        ("It was <2.3 times as high>.", "times", None),
        ("It sank <four times>.", "times", "count"),
    ],
)
def test_the_unit_is_what_is_counted(marked: str, unit: str | None, kind: str | None) -> None:
    found = told(marked)
    assert found is not None
    assert (found.unit, found.kind) == (unit, kind)


@pytest.mark.parametrize(
    ("marked", "language", "per"),
    [
        ("The levy is <9 crowns per kilowatt hour>.", "en", "kilowatt hour"),
        ("The levy is <9 crowns per kilowatt-hour of power>.", "en", "kilowatt-hour"),
        ("Rents are <$90 per square metre> there.", "en", "square metre"),
        ("It pays <$900 per full-time worker> a time.", "en", "full-time worker"),
        ("It pays <$900 per student last year>.", "en", "student"),
        ("It pays <$900 per newly hired night shift worker>.", "en", None),
        ("The boat made <60 km per hour>.", "en", "hour"),
        ("Der Strom kostet <9 Cent pro Kilowattstunde>.", "de", "Kilowattstunde"),
        ("Coal is <$9 a sack>.", "en", "sack"),
        # A share is a value of its own.
        ("It hit <three in every four farms>.", "en", None),
        ("It hit <48 out of every 10,000 farms>.", "en", "10,000"),
        ("He drank <half a pint>.", "en", None),
    ],
)
def test_a_rate_is_counted_by_the_whole_unit(marked: str, language: str, per: str | None) -> None:
    found = told(marked, language)
    assert found is not None
    assert found.per == per


@pytest.mark.parametrize(
    ("marked", "unit"),
    [
        ("It will fly <12 Corvair 240s>.", "Corvair 240s"),
        ("It will fly <nine of the quieter Corvair 240s>.", "Corvair 240s"),
        ("It will fly <12 240s>.", None),
        ("It will fly <12 new Corvair 240 Liners>.", "Liners"),
    ],
)
def test_a_unit_begins_with_no_digit(marked: str, unit: str | None) -> None:
    found = told(marked)
    assert found is not None
    assert (found.value, found.unit) == (9 if "nine" in marked else 12, unit)


@pytest.mark.parametrize(
    ("marked", "language", "kind"),
    [
        ("She won by <half a length>.", "en", None),
        ("They agreed a <quarter-point> cut.", "en", None),
        ("Sie siegte mit <einer halben Länge>.", "de", None),
        ("She lost <half the farm>.", "en", "ratio"),
        ("She lost <half of the farm>.", "en", "ratio"),
        ("It fell by <a third>.", "en", "ratio"),
        ("About <four cases in ten> were late.", "en", "ratio"),
        ("They lost <two ships in four ports>.", "en", "count"),
        ("It took <half a day>.", "en", "duration"),
    ],
)
def test_a_part_is_a_share_only_of_a_whole(marked: str, language: str, kind: str | None) -> None:
    found = told(marked, language)
    assert found is not None
    assert found.kind == kind


def test_of_several_scores_none_is_told_for_the_others() -> None:
    found = told("Rowe won <4-6 7-6(7) 6-3>.")
    assert found is not None
    assert (found.value, found.high, found.kind) == (None, None, "score")


def test_a_vote_has_two_sides() -> None:
    found = told("Der Antrag wurde mit <46 zu 41 Stimmen> abgelehnt.", "de")
    assert found is not None
    assert (found.value, found.high, found.kind) == (46, 41, "score")


@pytest.mark.parametrize(
    ("marked", "unit"),
    [
        ("Fires near Brisbane cost <$3 million>.", "$"),
        ("Fires near Brisbane cost <US$3 million>.", "USD"),
        ("Fires in Canada and in Ohio cost <$3 million>.", "USD"),
        ("Fires in Canada cost <$3 million>, or 2 million U.S. dollars.", "USD"),
        ("Fires cost <$3 million>.", "USD"),
        ("Fires in Canada cost <3 million dollars>.", "dollars"),
        ("Fires in Canada cost <3 million US dollars>.", "USD"),
        ("A mule in Khartoum costs <90,000 pounds>.", "pounds"),
        ("A mule in Khartoum costs a Briton <90,000 pounds>.", "GBP"),
        ("A mule in Khartoum costs <90,000 Sudanese pounds>.", "SDG"),
        ("A mule in Khartoum carries <200 pounds of hay>.", "pounds"),
        ("A mule costs <90,000 pounds>.", "GBP"),
        ("A mule in Lahore costs <Rs 90,000>.", "Rs"),
        ("A mule in Lahore costs <90,000 rupees>.", "rupees"),
        ("A mule in Lahore costs <90,000 Indian rupees>.", "INR"),
        ("A mule in Rabat costs <Dh9,000>.", "Dh"),
        ("A mule costs <9,000 pesos>.", "pesos"),
        ("A mule costs <9,000 francs>.", "francs"),
        ("A mule costs <9,000 shillings>.", "shillings"),
        ("The stopbanks, NZ officials said, cost <$9m>.", "$"),
        ("At US$3400 a tonne it pays <$9> a kilo.", "$"),
        ("At <US$3400> a tonne it pays $9 a kilo.", "USD"),
    ],
)
def test_bare_money_may_be_another_countrys(marked: str, unit: str) -> None:
    found = told(marked)
    assert found is not None
    assert found.unit == unit


@pytest.mark.parametrize("marked", ["<a boy and two girls> drowned.", "It was her <third title in six years>."])
def test_a_number_beside_another_is_not_taken_for_both(marked: str) -> None:
    found = told(marked)
    assert found is None or found.value is None


def test_dollars_of_an_article_spelled_otherwise_than_in_the_united_states_are_only_dollars() -> None:
    found = told("The weir, 12 kilometres up the river, cost <$62 million>, the shire said.")
    assert found is not None
    assert found.unit == "$"
    bought = told("The firm paid <$62 million> for the mill in Ohio, 12 kilometers away, in the United States.")
    assert bought is not None
    assert bought.unit == "USD"


@pytest.mark.parametrize(
    ("marked", "value", "unit"),
    [
        ("Shares closed down at <A$3.41>, their lowest.", 3.41, "AUD"),
        ("It booked <C$286 million> in costs.", 286_000_000, "CAD"),
        ("A mule costs <GH¢380>.", 380, "GHS"),
        ("A mule costs <Dh1.2 million>.", 1_200_000, "AED"),
        ("A mule costs <KSh90,000>.", 90_000, "KES"),
        ("A mule costs <9,000 zł>.", 9_000, "PLN"),
        ("A mule costs <9,000 CFA francs>.", 9_000, "CFA francs"),
        ("A mule costs <14 fils>.", 14, "fils"),
        ("A mule costs <EC$400>.", 400, "EC$"),
        ("A <$300 million> yard burnt.", 300_000_000, "USD"),
        ("A <£3 million> yard burnt.", 3_000_000, "GBP"),
        ("<More than 200 cats, dogs and old birds> came.", 200, None),
        ("<40 sheep, all of them> came.", 40, "sheep"),
    ],
)
def test_a_sign_is_read_whole_and_a_number_of_several_things_has_no_unit(
    marked: str, value: float, unit: str | None
) -> None:
    found = told(marked)
    assert found is not None
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize(
    ("marked", "value", "unit", "kind"),
    [
        ("The dose was <three times the norm>.", 3, "times", None),
        ("The dose was <four times as strong> there.", 4, "times", None),
        ("It costs <five times what> it did.", 5, "times", None),
        ("The dose was <between three and five times the permitted norm>.", 3, "times", None),
        ("He rang <three times this week>.", 3, "times", "count"),
        ("Wolves are <50 times likelier> to starve.", 50, "times", None),
        ("It was priced at <nine times earnings>.", 9, "times", None),
        ("A levy would lift it to <nearly four times>.", 4, "times", None),
        ("The dose was put back <three times>.", 3, "times", "count"),
        ("He rang <three times> on Monday.", 3, "times", "count"),
        ("He rang <three times the other day>.", 3, "times", "count"),
        ("She leads by <half a point>.", 0.5, "points", None),
        ("The rate rose by <half a point> to 4.5%.", 0.5, "points", "percent"),
        ("The Whigs, on 24 percent, are down <five points>.", 5, "points", None),
        ("The Whigs are down <five points>.", 5, "points", "count"),
        ("She pays <a seven-figure sum>.", None, None, None),
        ("The safe has <a six-digit code>.", None, None, None),
        ("He is <5-foot-10> and thin.", None, None, "measure"),
        ("He is <4ft 6in> tall.", None, None, "measure"),
        ("He is <6'2> and thin.", None, None, None),
        ("It takes <six months to a year>.", None, "months", "duration"),
        ("It takes <a year to 18 months>.", None, None, "duration"),
        ("It split <52-48 percent> for the Whigs.", None, "%", "percent"),
        ("It cost <40 million marins ($5 million)>.", 40_000_000, "marins", "money"),
        ("It cost <40 million marins> ($5 million) in all.", 40_000_000, "marins", "money"),
        ("It bought <40 goats> ($5 million) in all.", 40, "goats", "count"),
        ("It cost <40 million zlotys>.", 40_000_000, "PLN", "money"),
        ("It cost <40 million gourdes>.", 40_000_000, "gourdes", "money"),
        ("It held <50 micrograms of soot per litre>.", 50, "micrograms", "measure"),
        ("It covers <40 sq. miles>.", 40, "sq. miles", "measure"),
    ],
)
def test_what_looks_like_a_count_may_be_none(
    marked: str, value: float | None, unit: str | None, kind: str | None
) -> None:
    found = told(marked)
    assert found is not None
    assert (found.value, found.unit, found.kind) == (value, unit, kind)


@pytest.mark.parametrize(
    ("marked", "modifier"),
    [
        ("It cost <somewhere in the neighborhood of $40>.", "about"),
        ("It cost <in the neighbourhood of 40 euros>.", "about"),
        ("It cost <just shy of $40>.", "about"),
        ("It took <the better part of a year>.", "about"),
        ("It cost <north of $40>.", None),
        ("It lies north of <40 mills>.", None),
        ("It ran at <80 mph or a little over>.", None),
        ("It sold <80 or slightly more>.", None),
        ("It sold <80 or more>.", "at_least"),
        ("It needs <a minimum 12 votes>.", "at_least"),
        ("It could not go <beyond 5.5%>.", None),
        ("It could not go beyond <5.5%>.", None),
        ("It never rose <above $40>.", None),
        ("It rose <above $40>.", "at_least"),
        ("It cost <no more than $40>.", "at_most"),
    ],
)
def test_how_exact_a_number_is_stands_beside_it_or_is_left_open(marked: str, modifier: str | None) -> None:
    found = told(marked)
    assert found is not None
    assert found.modifier == modifier


def test_a_unit_that_holds_its_base_has_no_other() -> None:
    found = told("Er fuhr <40 Kilometer pro Stunde> schnell.", "de")
    assert found is not None
    assert (found.value, found.unit, found.per) == (40, "Kilometer pro Stunde", None)


def test_a_time_of_day_is_no_part_of_a_range_behind_it() -> None:
    found = told("Normal sind zu dieser Jahreszeit <1,60 bis 1,90 Meter>. Um 3.15 Uhr waren es 7,42 Meter.", "de")
    assert found is not None
    assert (found.value, found.high) == (1.6, 1.9)
