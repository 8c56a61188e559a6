"""Quantities with what they count, every number mentioned, and when two numbers are the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.reading.numbers.find import find_quantities, lengths_in, numbers_in
from nutgraf.reading.numbers.format import SAFE, NumberFormat
from scaling import assert_linear


def one(text: str):
    (found,) = find_quantities(text, ())
    return found


@pytest.mark.parametrize(
    ("text", "span", "value", "unit", "kind"),
    [
        ("Russia launched 176 drones at night.", "176 drones", 176, "drones", "count"),
        ("It announced a 2-billion-crown loan.", "2-billion-crown", 2e9, "crown", "money"),
        ("They freed twenty-three prisoners.", "twenty-three prisoners", 23, "prisoners", "count"),
        ("They freed two dozen officers.", "two dozen officers", 24, "officers", "count"),
        ("They freed 1,200 captives.", "1,200 captives", 1200, "captives", "count"),
        ("It is home to half a million people.", "half a million people", 500_000, "people", "count"),
        ("It is home to 5m people.", "5m people", 5_000_000, "people", "count"),
        ("It won two large orders from Asia.", "two large orders", 2, "orders", "count"),
        ("It lost three of the ships.", "three of the ships", 3, "ships", "count"),
        ("The blast killed one British soldier.", "one British soldier", 1, "soldier", "count"),
        ("It is worth US$180 million.", "US$180 million", 180e6, "USD", "money"),
        ("It is worth 300 Swiss francs.", "300 Swiss francs", 300, "CHF", "money"),
        ("It is worth 3 million Swiss francs.", "3 million Swiss francs", 3e6, "CHF", "money"),
        ("It is worth 300 francs.", "300 francs", 300, "francs", "money"),
        ("It is worth $1.3bn now.", "$1.3bn", 1.3e9, "USD", "money"),
        ("It is worth €5m.", "€5m", 5e6, "EUR", "money"),
        ("It is worth £20.", "£20", 20, "GBP", "money"),
        ("It is worth CNY¥1.2 billion.", "CNY¥1.2 billion", 1.2e9, "CNY", "money"),
        ("It is worth 9.9 billion yuan.", "9.9 billion yuan", 9.9e9, "CNY", "money"),
        ("It is worth 300 Canadian dollars.", "300 Canadian dollars", 300, "CAD", "money"),
        ("It grew 80 % at once.", "80 %", 80, "%", "percent"),
        ("It grew twelve percent.", "twelve percent", 12, "%", "percent"),
        ("It grew 2 percentage points.", "2 percentage points", 2, "percentage points", "percent"),
        ("It is 5km away.", "5km", 5, "km", "measure"),
        ("A 3.1-mile run.", "3.1-mile", 3.1, "mile", "measure"),
        ("A 27-year-old man fell.", "27-year-old", 27, "years", "measure"),
        ("Bob Ray, 49, fell.", "49", 49, "years", "measure"),
    ],
)
def test_a_number_comes_with_what_it_counts(text, span, value, unit, kind):
    found = one(text)
    assert (found.span.text, found.unit, found.kind, found.role) == (span, unit, kind, None)
    assert found.value == pytest.approx(value)
    assert text[found.span.start : found.span.end] == span


@pytest.mark.parametrize(
    ("words", "modifier"),
    [
        ("", "exact"), ("about ", "about"), ("Some ", "about"), ("nearly ", "about"), ("an estimated ", "about"),
        ("at least ", "at_least"), ("more than ", "at_least"), ("over ", "at_least"), ("no fewer than ", "at_least"),
        ("up to ", "at_most"), ("at most ", "at_most"), ("fewer than ", "at_most"), ("no more than ", "at_most"),
    ],
)  # fmt: skip
def test_the_words_before_a_number_say_how_exact_it_is(words, modifier):
    found = one(f"They saw {words}40 tanks there.")
    assert (found.modifier, found.span.text) == (modifier, "40 tanks")


@pytest.mark.parametrize("words", ["dozens", "hundreds", "tens of thousands", "several hundred"])
def test_untold_numbers_have_no_value(words):
    found = one(f"They saw {words} of people there." if words[-1] == "s" else f"They saw {words} people there.")
    assert (found.value, found.unit, found.modifier) == (None, "people", "about")


@pytest.mark.parametrize(
    ("text", "span", "low", "high", "unit"),
    [
        ("Gains of 15-20% are required.", "15-20%", 15, 20, "%"),
        ("They fed between 2 and 3 million people.", "2 and 3 million people", 2e6, 3e6, "people"),
        ("It will cost $12-20 million.", "$12-20 million", 12e6, 20e6, "USD"),
        ("It will cost between €1.5bn and €2bn.", "€1.5bn and €2bn", 1.5e9, 2e9, "EUR"),
        ("Two or three boats sank.", "Two or three boats", 2, 3, "boats"),
        ("Waves ranged from 3 to 5 metres.", "3 to 5 metres", 3, 5, "metres"),
        ("It will cost between four and five million euros.", "four and five million euros", 4e6, 5e6, "EUR"),
        ("Ten to twelve thousand people came.", "Ten to twelve thousand people", 1e4, 1.2e4, "people"),
    ],
)
def test_a_range_is_one_quantity_with_both_ends(text, span, low, high, unit):
    found = one(text)
    assert (found.span.text, found.value, found.high, found.unit) == (span, low, high, unit)


@pytest.mark.parametrize(
    "text",
    [
        "The third man took the 5th seat.",
        "A Boeing 737 and an A380 landed.",
        "He lives at No. 10, by 10 Downing Street.",
        "Article 5 and section 230 and Route 66.",
        "Call 555-0143 or 202-555-0143 at 10:30.",
        "It beat COVID-19.",
        "No one came; one of them slept; the one who fell.",
        "See note [2] at www.example.org/2024/05 for v10.4.2.",
        "It was after the 9/11 attacks, open 24/7.",
        "It happened in 2018.",
    ],
)
def test_numbers_that_name_or_order_are_no_quantities(text):
    assert find_quantities(text, ()) == ()


def test_a_number_inside_a_date_counts_nothing():
    text = "On March 14 people came."
    assert find_quantities(text, [(3, 11)]) == ()


def test_a_type_number_stays_a_name_through_the_article():
    text = "A Boeing 737 crashed. The pilots of the 737 were safe. All 12 passengers walked away from their 737 jet."
    assert [q.span.text for q in find_quantities(text, ())] == ["12 passengers"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 2018 the third A380 beat it 3-1", [2018, 3, 380, 3, 1]),
        ("one person; no one; one of them", [1]),
        ("twelve hundred, two and a half million, ½", [1200, 2.5e6, 0.5]),
        ("a man and an apple", []),
        ("dozens of men", [None]),
        ("one hundred and five", [105]),
        ("five and six", [5, 6]),
    ],
)
def test_every_number_is_listed(text, found):
    assert [number.value for number in numbers_in(text)] == found


_PIECES = st.sampled_from(
    "one two a an half dozen hundred million and third 1 2,000 3.5 % $ € of people - – km the 5m 10:30 ½ hundreds".split(
        " "
    )
)


@given(st.lists(_PIECES, max_size=20).map(" ".join) | st.text(max_size=60))
def test_numbers_and_quantities_are_slices_in_order(text):
    for found in (numbers_in(text), tuple(q.span for q in find_quantities(text, ()))):
        end = 0
        for item in found:
            assert end <= item.start < item.end <= len(text)
            end = item.end
    assert all(text[q.span.start : q.span.end] == q.span.text for q in find_quantities(text, ()))


@given(st.integers(0, 10**9))
def test_a_written_integer_reads_as_itself(number):
    assert [found.value for found in numbers_in(f"{number:,}")] == [number]


@pytest.mark.parametrize("unit", ['a"', " ", "(", "a", "9", "1 ", "1,", "one ", "two-", "half a ", "1-", "$"])
def test_hostile_text_takes_linear_time(unit):
    assert_linear(lambda text: (find_quantities(text, ()), numbers_in(text)), unit, 4_000)


@pytest.mark.parametrize(
    "words", ["a score of jets", "two dozen eggs", "a dozen", "a couple of points", "half a dozen", "5"]
)
def test_a_value_is_a_float_however_it_is_written(words):
    assert [type(number.value) for number in numbers_in(words)] == [float]


FORMATS = (NumberFormat(decimal=".", group=","), NumberFormat(decimal=",", group="."))


@given(st.decimals(0, 10**9, places=3, allow_nan=False), st.sampled_from(FORMATS))
def test_a_written_decimal_reads_as_itself_in_each_format(number, form):
    marks = str.maketrans({",": form.group, ".": form.decimal})
    written = f"{number:,}".translate(marks)
    match = form.pattern.match(written)
    assert match is not None
    assert match[0] == written
    assert form.value(written) == number


@given(st.integers(0, 10**12), st.sampled_from("\u00a0\u202f\u2009"))
def test_spaces_that_do_not_break_part_groups_everywhere(number, space):
    written = f"{number:,}".replace(",", space)
    for form in (*FORMATS, SAFE):
        assert form.pattern.fullmatch(written)
        assert form.value(written) == number


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Los precios subieron 2,5 % en mayo.", [("2,5 %", 2.5, "%")]),
        ("Cuesta 1.200.000 € hoy.", [("1.200.000 €", 1_200_000, "EUR")]),
        ("Corrieron 42 km ayer.", [("42 km", 42, "km")]),
        ("Vinieron 12 mujeres en 2018.", []),
    ],
)
def test_in_a_language_of_which_nothing_is_known_signs_tell_quantities(text, found):
    quantities = find_quantities(text, (), None)
    assert [(q.span.text, q.value, q.unit) for q in quantities] == found


def test_what_languages_write_differently_has_no_value_where_none_is_known():
    assert [number.value for number in numbers_in("1.200", None)] == [None]
    assert [number.value for number in numbers_in("1.200", "en")] == [1.2]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("$16.6 billion", 16_600_000_000.0),
        ("1.1 million", 1_100_000.0),
        ("0.07 percent", 0.07),
        ("2.675bn", 2_675_000_000.0),
    ],
)
def test_values_are_exactly_what_is_written(text, value):
    assert [number.value for number in numbers_in(text)] == [value]


def test_a_length_of_time_is_a_quantity_where_one_asks_for_it():
    (found,) = lengths_in("The debate lasted 95 minutes.")
    assert (found.value, found.unit, found.kind) == (95, "minutes", "duration")


@pytest.mark.parametrize(
    ("text", "unit", "kind"),
    [
        ("They seized 40 pounds of rice.", "pounds", "measure"),
        ("A 300-pound bear fled.", "pound", "measure"),
        ("The bear gained 30 pounds.", "pounds", "measure"),
        ("They spent 40 pounds.", "GBP", "money"),
        ("They got 5 million pounds of aid.", "GBP", "money"),
    ],
)
def test_pounds_weigh_or_pay(text, unit, kind):
    assert (one(text).unit, one(text).kind) == (unit, kind)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pupils aged 20 to 30 came.", ("20 to 30", 20, 30, "years")),
        ("Pupils aged 5-7 came.", ("5-7", 5, 7, "years")),
        ("They live on 20-30.", ("20-30", 20, 30, None)),
        ("It fell to minus 5 degrees.", ("minus 5 degrees", -5, None, "degrees")),
    ],
)
def test_a_word_before_a_number_tells_what_it_means(text, found):
    quantity = one(text)
    assert (quantity.span.text, quantity.value, quantity.high, quantity.unit) == found


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It holds 160GB or 40,000 songs.", [160, 40_000]),
        ("The index was up 200 to 9,500.", [200, 9_500]),
        ("The 737-800 landed.", []),
        ("A call to 555-0143 is free.", []),
        ("They won 27 in the 50 seats.", [27, 50]),
        ("The shares rose 9 per cent to 212p.", [9]),
        ("Children under the age of one in 34 towns were seen.", [34]),
        ("Only one hundred came.", [100]),
        ("It was one.", []),
    ],
)
def test_two_numbers_are_one_quantity_only_where_they_are_ends_of_one_range(text, values):
    assert [quantity.value for quantity in find_quantities(text, ()) if quantity.high is None] == values
