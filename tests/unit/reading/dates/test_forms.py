"""Forms of dates that news use every day, told from each other and counted from days all over the calendar."""

from __future__ import annotations

import datetime as dt
from itertools import product

import pytest

from nutgraf.reading.dates.find import find_times
from nutgraf.reading.languages.language import language_of
from nutgraf.reading.text.sentences import split_sentences

THURSDAY = dt.date(2026, 3, 12)
DAYS = [THURSDAY, dt.date(2024, 2, 29), dt.date(2025, 1, 1), dt.date(2025, 12, 31), dt.date(2026, 6, 14)]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
WOCHENTAGE = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]


def told(text: str, language: str = "en", published: dt.date = THURSDAY) -> list[str]:
    of = language_of(language)
    assert of.dates is not None
    found, _ = find_times(text, split_sentences(text, ((0, len(text)),), (), of.words), published, of.dates)
    limits = ("" if item.limit == "at" else f" {item.limit}" for item in found)
    return [f"{item.span.text} = {item.value}{limit}" for item, limit in zip(found, limits, strict=True) if item.span]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Rents rose in the second half of the 1970s.", ["1970s = 197"]),
        ("Rents rose in the past three and a half years.", ["past three and a half years = P3.5Y"]),
        ("Rents have risen since at least 2016.", ["2016 = 2016 since"]),
        ("Rents rose as recently as 2022.", ["2022 = 2022"]),
        ("The three-and-a-half-year siege ended.", ["three-and-a-half-year = P3.5Y"]),
        ("The lift works every other Friday.", ["every other Friday = XXXX-WXX-5"]),
        ("The dam broke on the second of June.", ["second of June = 2025-06-02"]),
        ("Rents rose in the April-June quarter.", ["April = 2025-04 since", "June = 2025-06 until"]),
        ("Rents rose in fiscal year 2021-22.", ["fiscal year 2021-22 = 2021/2022"]),
        ("Rents rose in H2 2021.", ["H2 2021 = 2021-H2"]),
        ("The tomb is from the third century BC.", []),
        ("The dam broke in the autumn of last year.", ["autumn of last year = 2025-FA"]),
        ("Votes will be counted in about three days.", ["in about three days = 2026-03-15"]),
        ("From 4 to 6 June 2024, it rained.", ["4 to 6 June 2024 = 2024-06-04/2024-06-06"]),
        ("It rained on June 4, 5 and 6.", ["June 4, 5 and 6 = 2025-06-04/2025-06-06"]),
        ("Mills shut on June 4 and July 6.", ["June 4 = 2025-06-04", "July 6 = 2025-07-06"]),
        ("He has sold six since the summer and plans to sell more.", ["summer = 2025-SU since"]),
        ("It shut at 4:30 p.m. (2130 GMT) on Monday.", ["4:30 p.m. = 2026-03-09T16:30", "Monday = 2026-03-09"]),
    ],
)
def test_an_english_form_of_a_date_is_read_whole(text: str, says: list[str]) -> None:
    assert told(text) == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Der Damm brach 1962.", ["1962 = 1962"]),
        ("1962 brach der Damm.", ["1962 = 1962"]),
        ("Der Damm wurde 1962 gebaut und 1987 erneuert.", ["1962 = 1962", "1987 = 1987"]),
        ("Die Liste nennt 1962 alte Boote.", []),
        ("Der Verein gewann 2019/20 den Pokal.", ["2019/20 = 2019/2020"]),
        (
            "Der Damm brach in der Nacht von Montag auf Dienstag.",
            ["Nacht von Montag auf Dienstag = 2026-03-09/2026-03-10"],
        ),
        ("Der Damm brach in der Nacht zum 2. Juni.", ["Nacht zum 2. Juni = 2025-06-01/2025-06-02"]),
        ("Der Damm brach in der vergangenen Nacht.", ["vergangenen Nacht = 2026-03-11TNI"]),
        ("Der Damm wird bis Ende des Jahres erneuert.", ["Ende des Jahres = 2026 until"]),
        ("Der Damm ist aus den achtziger Jahren.", ["achtziger Jahren = 198"]),
        ("Der Damm brach vor über drei Jahren.", ["vor über drei Jahren = 2023"]),
        ("Der Damm wird in rund drei Jahren fertig sein.", ["in rund drei Jahren = 2029"]),
        ("Sie leitete das Haus von 2011 bis 2017.", ["2011 bis 2017 = 2011/2017"]),
        ("Der Bericht von 1987 lag im Keller.", ["1987 = 1987"]),
        ("Der Damm ist seit einem Monat undicht.", ["einem Monat = P1M"]),
        ("Der Markt öffnet jeden Samstag und freitags.", ["jeden Samstag = XXXX-WXX-6", "freitags = XXXX-WXX-5"]),
        (
            "Am 2. Juni 2024 brach der Damm. Drei Tage später fiel er.",
            ["2. Juni 2024 = 2024-06-02", "Drei Tage später = 2024-06-05"],
        ),
        ("Er starb im Alter von 71 Jahren.", []),
        ("Die Stadt fiel im 3. Jahrhundert v. Chr.", []),
        ("Es regnete am 4. und 6. Juni.", ["6. Juni = 2025-06-06"]),
        ("Es regnete am Dienstag der vergangenen Woche.", ["Dienstag = 2026-03-03", "vergangenen Woche = 2026-W10"]),
        ("Im Geschäftsjahr 2023 stieg der Gewinn.", ["2023 = 2023"]),
    ],
)
def test_a_german_form_of_a_date_is_read_whole(text: str, says: list[str]) -> None:
    assert told(text, "de") == says


def _near(published: dt.date, weekday: int, *, ahead: bool) -> dt.date:
    step = (weekday - published.weekday()) % 7 if ahead else -((published.weekday() - weekday) % 7)
    return published + dt.timedelta(days=step)


def test_a_weekday_at_the_head_looks_where_its_verb_looks() -> None:
    for published, (number, name), ahead in product(DAYS, enumerate(WEEKDAYS), (True, False)):
        verb, day = "will break" if ahead else "broke", _near(published, number, ahead=ahead)
        for head in (f"{name} at 12:15 a.m.", f"In the early hours of {name}", f"On {name} and on Christmas Day"):
            (first, *_) = told(f"{head}, the dam {verb}.", "en", published)
            assert first.partition(" = ")[2].startswith(str(day)), (head, published)


def test_days_that_are_listed_before_a_week_are_of_that_week() -> None:
    for published, number in product(DAYS, range(6)):
        monday = published - dt.timedelta(days=published.weekday() + 7)
        days = [monday + dt.timedelta(days=number + step) for step in (0, 1)]
        for joint, language, names, week in (
            (" and ", "en", WEEKDAYS, "last week"),
            (" through ", "en", WEEKDAYS, "last week"),
            (" und ", "de", WOCHENTAGE, "vergangener Woche"),
        ):
            found = told(f"It rained {names[number]}{joint}{names[number + 1]} {week}.", language, published)
            assert [says.split(" = ")[1].split()[0] for says in found[:2]] == [str(day) for day in days], found


def test_months_that_are_listed_before_a_year_are_of_that_year() -> None:
    for published in DAYS:
        found = told("It rained between May and August last year.", "en", published)
        year = published.year - 1
        assert found == [f"May = {year}-05 since", f"August = {year}-08 until", f"last year = {year}"]
