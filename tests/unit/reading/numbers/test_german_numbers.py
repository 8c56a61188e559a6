"""German forms of numbers, in sentences as news have them."""

from __future__ import annotations

import pytest

from lines_read import amounts


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Sie zählten dreieinhalb Millionen Rinder.", ["dreieinhalb Millionen Rinder = 3500000 Rinder count"]),
        ("Mehr als die Hälfte der Rinder lebt.", ["Hälfte = 0.5 ratio at_least"]),
        ("Sie zählten ca. 60 Rinder.", ["60 Rinder = 60 Rinder count about"]),
        ("Sie zählten beinahe 60 Rinder.", ["60 Rinder = 60 Rinder count about"]),
        ("Sie zählten drei bis vier Dutzend Rinder.", ["drei bis vier Dutzend Rinder = 36 to 48 Rinder count"]),
        ("Es kostet 15 Euro pro Person.", ["15 Euro pro Person = 15 EUR per Person money"]),
        ("Der Zins stieg um 50 Basispunkte.", ["50 Basispunkte = 50 basis points percent"]),
        ("Es fiel auf 15 Grad unter null.", ["15 Grad unter null = -15 Grad measure"]),
        ("Genau 60 Rinder sanken.", ["60 Rinder = 60 Rinder count"]),
        ("Sie verlor 2019 hundert Rinder.", ["hundert Rinder = 100 Rinder count"]),
        ("Der Zaun ist 1,5 m hoch.", ["1,5 m = 1.5 m measure"]),
        ("Der Verein verlor 1:4.", ["1:4 = 1 to 4 score"]),
        ("Das Spiel beginnt um 19:30.", []),
        ("Sie las § 12.", []),
        ("Er starb im Alter von 71 Jahren.", ["71 Jahren = 71 Jahren measure"]),
        ("Es dauerte vier bis fünf Stunden.", ["vier bis fünf Stunden = 4 to 5 Stunden duration"]),
    ],
)
def test_a_german_form_of_a_number_is_read_whole(text: str, says: list[str]) -> None:
    assert amounts(text, "de") == says
