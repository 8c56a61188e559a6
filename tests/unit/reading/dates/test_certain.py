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
        ("They march <on Saturday week>.", "2026-03-21"),
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
        ("The sale opens <at noon on Monday and goes on to April 9>.", "en"),
        ("The sale opens <on Monday, and perhaps Tuesday>.", "en"),
        ("The ferries come <between next autumn and 2033>.", "en"),
        ("They met <as recently as April>.", "en"),
        ("They met <around the third weekend of May>.", "en"),
        ("They will move <as early as Monday>.", "en"),
        ("They talked <into Monday evening>.", "en"),
        ("It ran <for almost nine hours>.", "en"),
        ("It lay <six weeks apart>.", "en"),
        ("She fell <about 40 minutes into her walk>.", "en"),
        ("Lund struck <on 26 minutes>.", "en"),
        ("It opens <in the 2025 season>.", "en"),
        ("Lund slept <on his last night patrol>.", "en"),
        ("Lund slept after <his last night> on the ward.", "en"),
        ("Holm spoke <in her last week> there.", "en"),
        ("The band met <for the last summer> before the war.", "en"),
        ("The inn closed <on Lund's last Monday>.", "en"),
        ("The inn was sold <on Monday in the second hour>.", "en"),
        ("The inn was sold <on Monday at a price of 40>.", "en"),
        ("It closed <in the wake of the flood on May 3, 2025>.", "en"),
        ("It opens <from 9 a.m. to 5 p.m. on Monday>.", "en"),
        ("It opens <on Monday, then on Thursday>.", "en"),
        ("Es öffnet <rund um den 3. Mai 2025>.", "de"),
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
        ("The mill burned <late on Monday>.", "2026-03-09"),
        ("The mill burned <in the early hours of Monday>.", "2026-03-09"),
        ("The mill burned <on the night of March 3, 2025>.", "2025-03-03"),
        ("The mill burned <on Monday at around 5 p.m.>.", "2026-03-09T17:00"),
        ("The mill burned <at 10 a.m. Monday (1500 GMT)>.", "2026-03-09T10:00"),
        ("The mill burned <on Monday at dawn>.", "2026-03-09"),
        ("The mill burned <for the second time since 2019>.", "2019"),
        ("The mill burned <in the 2019 drought>.", "2019"),
        ("They met <at their April 9 meeting>.", "2025-04-09"),
        ("They met <in February, on the last day of the fair>.", "2026-02"),
        ("They met <on Monday, two days before the vote on Wednesday>.", "2026-03-09"),
        ("They met <when the fair opened on Monday>.", "2026-03-09"),
        ("They met <at a hearing on Monday>.", "2026-03-09"),
        ("They met <during the drought in 2019>.", "2019"),
        ("They met <on Monday at a hearing in Oslo>.", "2026-03-09"),
        ("They met <at a meeting in Oslo on Monday>.", "2026-03-09"),
        ("They met <in May last year at the old mill near Osk>.", "2025-05"),
        ("They met <last Friday during a visit to the mill>.", "2026-03-06"),
        ("It grew <in the last quarter>.", "2025-Q4"),
        ("It grew <in its last quarter>.", "2025-Q4"),
        ("They left on Friday and came back <the next morning>.", "2026-03-07TMO"),
        ("They met <on the last Friday of February>.", "2026-02-27"),
        ("It grew <over the past winter>.", "2025-WI"),
        ("But <Saturday> was a day that none of us will forget.", "2026-03-07"),
        ("They must leave <by Saturday at the latest>.", "2026-03-14"),
        ("They met <between May 2022 and January this year>.", "2022-05/2026-01"),
        ("They knew <on June 30, 2025, five weeks before the sale>.", "2025-06-30"),
    ],
)
def test_words_that_say_as_much_keep_it(marked: str, value: str) -> None:
    assert told(marked).value == value


@pytest.mark.parametrize(
    ("marked", "language", "value"),
    [
        ("<Am frühen Dienstagmorgen> brannte die Mühle.", "de", "2026-03-10TMO"),
        ("<Am Abend des 3. Mai 2025> brannte die Mühle.", "de", "2025-05-03"),
        ("Sie arbeitete <drei Jahre lang> dort.", "de", "P3Y"),
        ("Sie stritten <nach der Wahl im Mai 2024>.", "de", "2024-05"),
        ("El molino ardió <el 3 de mayo de 2025>.", "es", "2025-05-03"),
        ("Il mulino bruciò <il 3 maggio 2025>.", "it", "2025-05-03"),
        ("Il mulino è chiuso <fino al 3 maggio 2025>.", "it", None),
    ],
)
def test_small_words_of_other_languages_say_nothing_of_when(marked: str, language: str, value: str | None) -> None:
    assert told(marked, language).value == value


@pytest.mark.parametrize(
    ("marked", "language", "value", "limit"),
    [
        ("It opens <early next year>.", "en", "2027", "at"),
        ("It opens <in late May>.", "en", "2026-05", "at"),
        ("It has been shut <since late 2016>.", "en", "2016", "since"),
        ("Es öffnet <Anfang Mai>.", "de", "2026-05", "at"),
    ],
)
def test_a_part_of_a_year_or_month_has_no_days(marked: str, language: str, value: str, limit: str) -> None:
    found = told(marked, language)
    assert (found.value, found.start, found.end, found.precision, found.limit) == (value, None, None, "vague", limit)


def test_the_end_of_a_month_is_known_where_it_is_the_limit() -> None:
    assert str(told("It must be done <by the end of May>.").end) == "2026-05-31"


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
        ("It came ashore probably <Monday>.", "en", "day"),
        ("<Gegen 2.30 Uhr am Dienstag> fiel das Dach.", "de", "day"),
    ],
)
def test_a_time_of_day_told_roughly_is_not_exact(marked: str, language: str, precision: str) -> None:
    assert told(marked, language).precision == precision


@pytest.mark.parametrize(
    ("marked", "language", "value"),
    [
        ("The pier fell <about three years ago>.", "en", "2023"),
        ("The pier fell <some three years ago>.", "en", "2023"),
        ("The pier fell <almost two years ago>.", "en", "2024"),
        ("The pier was built <around 1850>.", "en", "1850"),
        ("The pier was built <in about 1850>.", "en", "1850"),
    ],
)
def test_a_time_told_roughly_has_a_value_and_no_days(marked: str, language: str, value: str) -> None:
    found = told(marked, language)
    assert (found.value, found.start, found.end, found.precision) == (value, None, None, "vague")


@pytest.mark.parametrize(
    ("marked", "language", "value", "limit"),
    [
        ("It opens <in 2030 at the earliest>.", "en", "2030", "since"),
        ("It opens <on Saturday at the latest>.", "en", "2026-03-14", "by"),
        ("Es öffnet <am 3. Mai frühestens>.", "de", "2026-05-03", "since"),
        ("Es öffnet <am 3. Mai spätestens>.", "de", "2026-05-03", "by"),
        ("It will stay shut <until October>.", "en", "2026-10", "until"),
        ("It will be closed <at least until October>.", "en", "2026-10", "until"),
        ("The ban holds <until at least Friday>.", "en", "2026-03-13", "until"),
        ("Es bleibt <bis mindestens Mitte Mai> zu.", "de", "2026-05", "until"),
        ("It will be closed <until at least October>.", "en", "2026-10", "until"),
        ("It will be closed <at least until the second frost>.", "en", None, "until"),
        ("Es bleibt <mindestens bis Mai> zu.", "de", "2026-05", "until"),
        ("Es bleibt <vorerst bis Mai> zu.", "de", "2026-05", "until"),
        ("They waited <until well after midnight>.", "en", None, "until"),
        ("Die Proben dauerten <wiederholt bis weit nach Mitternacht>.", "de", None, "until"),
        ("It has been dry <each year since 2016>.", "en", None, "since"),
    ],
)
def test_a_limit_may_stand_behind_the_time_or_behind_at_least(
    marked: str, language: str, value: str | None, limit: str
) -> None:
    found = told(marked, language)
    assert (found.value, found.limit) == (value, limit)


@pytest.mark.parametrize(
    ("marked", "limit"),
    [
        ("Crews worked <through the night>.", "at"),
        ("Crews worked <through the weekend>.", "at"),
        ("Crews worked <through the summer>.", "at"),
        ("The fair runs <through Saturday>.", "until"),
        ("The fair runs <through the end of May>.", "until"),
        ("Crews worked <through the years of war>.", "at"),
        ("Crews worked <through much of the winter>.", "at"),
    ],
)
def test_what_lasts_through_a_time_does_not_end_there(marked: str, limit: str) -> None:
    assert told(marked).limit == limit


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
        ("The river fell <by nightfall>.", "en", "by"),
        ("It must pass <before the summer recess>.", "en", "before"),
        ("It will open <by spring next year>.", "en", "by"),
        ("The fares apply <from 1 June>.", "en", "since"),
        ("The fares apply <from September next year>.", "en", "since"),
        ("The fares applied <from 2010 until 2014>.", "en", "at"),
        ("The plan fell through <in 2024>.", "en", "at"),
        ("The week's rain fell <in the week beginning March 2>.", "en", "at"),
        ("It broke <shortly after dawn on Tuesday>.", "en", "at"),
        ("It stays shut <until dawn on Tuesday>.", "en", "until"),
    ],
)
def test_a_limit_is_read_inside_the_words(marked: str, language: str, limit: str) -> None:
    assert told(marked, language).limit == limit


@pytest.mark.parametrize(
    ("marked", "value", "limit"),
    [
        ("It ended <at midnight on Tuesday>.", "2026-03-10", "at"),
        ("The rule lapsed <at midnight Friday>.", "2026-03-06", "at"),
        ("They left <shortly after midnight on Tuesday>.", "2026-03-10T00:00", "after"),
        ("It ended <at noon on Tuesday>.", "2026-03-10T12:00", "at"),
        ("It may take <up to 10 days>.", None, "at"),
        ("It may take <up to three more weeks>.", None, "at"),
        ("He served <through three reigns>.", None, "at"),
        ("It grew <through the 1980s>.", None, "at"),
        ("It is shut <through June 30>.", "2026-06-30", "until"),
        ("It is shut <up to June 30>.", "2026-06-30", "until"),
        ("It is shut <through 2029>.", "2029", "until"),
        ("It is shut <through 9 p.m.> there.", None, "until"),
        ("It was put off until <May 20 at the earliest>.", "2026-05-20", "since"),
        ("It was put off until <May 20>.", "2026-05-20", "at"),
        ("It closed <more than two weeks ago>.", "2026-02-26", "before"),
        ("It closed <less than a week ago>.", "2026-03-05", "after"),
        ("It closed <two weeks ago>.", "2026-W09", "at"),
    ],
)
def test_a_limit_is_what_the_words_set(marked: str, value: str | None, limit: str) -> None:
    found = told(marked)
    assert (found.value, found.limit) == (value, limit)


@pytest.mark.parametrize(
    ("marked", "value", "limit"),
    [
        ("Nach dem Regen <vom Wochenende> blieb die Mühle zu.", "2026-W10-WE", "at"),
        ("Die Sitzung <vom Dienstag> war kurz.", "2026-03-10", "at"),
        ("Die Mühle ist <vom 1. Juli an> zu.", "2026-07-01", "since"),
        ("Die Mühle war <von Montag an> zu.", "2026-03-09", "since"),
        ("Die Mühle ist <vom 3. bis 9. Mai> zu.", "2026-05-03/2026-05-09", "at"),
        ("Die Mühle öffnet <binnen zwei Wochen>.", None, "by"),
        ("Die Mühle öffnet <innerhalb von zwei Wochen>.", None, "by"),
        ("Die Mühle schloss <am Dienstag um Mitternacht>.", "2026-03-10", "at"),
    ],
)
def test_a_german_limit_is_what_the_words_set(marked: str, value: str | None, limit: str) -> None:
    found = told(marked, "de")
    assert (found.value, found.limit) == (value, limit)


@pytest.mark.parametrize(
    ("marked", "value", "dated"),
    [
        ("It falls due <in the second half of fiscal 2027>.", "2027-H2", False),
        ("It fell due <in the third quarter of fiscal year 2024>.", "2024-Q3", False),
        ("It fell due <in the third quarter of 2024>.", "2024-Q3", True),
    ],
)
def test_a_part_of_a_year_of_accounts_has_no_days(marked: str, value: str, dated: bool) -> None:
    found = told(marked)
    assert (found.value, found.start is not None) == (value, dated)
