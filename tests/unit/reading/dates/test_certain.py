"""A time that somebody points to has a value where the words fix it for certain, and else none."""

from __future__ import annotations

import pytest

from marked_times import told


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("On Tuesday the bell rang <at 9 pm>.", "2026-03-10T21:00"),
        ("On Tuesday he rose and spoke <at 9 pm>.", "2026-03-10T21:00"),
        ("The bell rang <at 9 pm> in the old hall on Tuesday.", "2026-03-10T21:00"),
        ("Giving evidence on Tuesday, Holm said he had left <at 2.51pm> and had gone home.", None),
        ("Holm told the panel on Tuesday that <at 2.51pm> the bell rang.", None),
        ("Holm said on Tuesday the bell rang <at 9 pm>.", None),
        ("The lake was to pass the mark <before 9pm> and could peak on Wednesday.", None),
    ],
)
def test_a_time_of_day_gets_the_day_of_its_own_verb(marked: str, value: str | None) -> None:
    assert told(marked).value == value


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("The mill burned on January 11 last year. It was put out <16 days later>.", "2025-01-27"),
        ("The mill burned on January 11 last year.\n\nIt was put out <16 days later>.", None),
        ("It burned on March 3 and was lit on March 5. It was put out <the next day>.", None),
        ("Holm told the panel on Tuesday that it was put out <two days later>.", None),
        ("Giving evidence on Tuesday, Holm said he knew. He rang <that evening>.", None),
        ("He fell ill on Friday, a nurse said. He died <two days later>.", "2026-03-08"),
        ("A burn <in the previous five years> would have helped.", "P5Y"),
        ("Holm paid him <that October>.", None),
        ("They march <on Saturday week>.", None),
        ("It closes <between 10pm and 8am from Monday, March 9>.", None),
        ("It must pass <before the summer recess>.", None),
        ("It opened <in the spring of 2024>.", "2024-SP"),
        ("Lund struck <with 14 minutes left>.", None),
        ("The moss grew <between 3,650 and 3,900 years ago>.", None),
        ("Holm paid him <the following Monday>.", None),
        ("Holm paid him <before Monday>.", "2026-03-09"),
        ("The gap opens <in the fiscal year that begins July 1>.", None),
        ("The inn was sold <in the days before the fire on Feb. 4>.", "2026-02-04"),
    ],
)
def test_what_counts_from_the_storys_own_time_needs_its_day(marked: str, value: str | None) -> None:
    assert told(marked).value == value


def test_the_previous_years_are_not_those_before_publication() -> None:
    assert told("A burn <in the previous five years> would have helped.").start is None
    assert told("It grew <over the past five years>.").start is not None


@pytest.mark.parametrize(
    ("marked", "language"),
    [
        ("Rain fell <in the 24 hours ending 8.30 a.m. on Tuesday>.", "en"),
        ("She spent <much of the three-week trial> asleep.", "en"),
        ("It took <the best part of nine hours>.", "en"),
        ("It overspent <in the 2022-23 school year>.", "en"),
        ("The street flooded <in 1979 and again in 2011>.", "en"),
        ("He will be out <six weeks, maybe eight>.", "en"),
        ("It leaked <on fewer than 30 days, often after storms>.", "en"),
        ("It may fall <within a decade>.", "en"),
        ("It was seen <for at least three weeks>.", "en"),
        ("Die Strecke war <von 0.20 Uhr bis kurz nach 7 Uhr> zu.", "de"),
        ("Sie wurde <vor nicht einmal drei Wochen> geprüft.", "de"),
        ("Die Wehr kam <neun Minuten später>.", "de"),
        ("Das Land zahlt <von 2027 an fünf Jahre lang> mehr.", "de"),
    ],
)
def test_words_that_say_more_than_the_time_in_them_have_no_value(marked: str, language: str) -> None:
    found = told(marked, language)
    limit = "by" if marked.endswith("<within a decade>.") else "at"
    assert (found.value, found.start, found.end, found.basis, found.limit) == (None, None, None, "unknown", limit)


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("He talked <for four years>.", "P4Y"),
        ("She talked <over four days>.", "P4D"),
        ("It was sold <in May 2018, just 15 months before the fire>.", "2018-05"),
        ("It was made <in a single afternoon in March 1964>.", "1964-03"),
        ("He led it <in 2014-16>.", "2014/2016"),
        ("They knew <as early as June 30, 2025, five weeks before the sale>.", "2025-06-30"),
    ],
)
def test_words_that_say_as_much_keep_it(marked: str, value: str) -> None:
    assert told(marked).value == value


def test_of_a_language_of_which_only_the_calendar_is_known() -> None:
    assert told("Il mulino bruciò <martedì 3 maggio 2025>.", "it").value == "2025-05-03"


def test_a_night_between_two_days_has_both() -> None:
    found = told("<In der Nacht auf Dienstag> brannte die Mühle.", "de")
    assert (found.value, str(found.start), str(found.end)) == ("2026-03-09/2026-03-10", "2026-03-09", "2026-03-10")


@pytest.mark.parametrize(
    ("marked", "language", "precision"),
    [
        ("It came ashore <about 2am on Monday>.", "en", "day"),
        ("It came ashore <at 2am on Monday>.", "en", "exact"),
        ("<Gegen 2.30 Uhr am Dienstag> fiel das Dach.", "de", "day"),
    ],
)
def test_a_time_told_roughly_is_not_exact(marked: str, language: str, precision: str) -> None:
    assert told(marked, language).precision == precision


@pytest.mark.parametrize(
    ("marked", "language", "limit"),
    [
        ("<By late evening> it was gone.", "en", "by"),
        ("It was full <by mid-morning>.", "en", "by"),
        ("It was told <by Friday's paper>.", "en", "at"),
        ("They will move <as early as Monday>.", "en", "at"),
        ("Sie können <frühestens am Donnerstag> hinein.", "de", "since"),
        ("It stays shut <until Monday>.", "en", "until"),
        ("He did not learn until <Monday>.", "en", "at"),
        ("It is the largest since <2009>, when it rained.", "en", "at"),
        ("It broke <before dawn Tuesday>.", "en", "at"),
        ("It broke <before the vote on Tuesday>.", "en", "before"),
        ("It stood at 7 <by 0915 GMT>.", "en", "by"),
        ("They left <shortly after dusk>.", "en", "after"),
        ("They must leave <within nine weeks>.", "en", "by"),
        ("They knew <as early as June 30>.", "en", "at"),
    ],
)
def test_a_limit_is_read_inside_the_words(marked: str, language: str, limit: str) -> None:
    assert told(marked, language).limit == limit
