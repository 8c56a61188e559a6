"""Numbers that an article does not give but that come of those it gives: sums, shares, rounded ones, lengths of time, and what does not."""

from __future__ import annotations

import pytest

from weighing import weighed

GIVEN, OPEN, INVENTED = "given", "open", "invented"


def judged(statement: str, article: str, published: str | None = None) -> str:
    """Whether a statement's number is given, may have been reckoned from what is given, or is invented."""
    found = {finding.rule: finding.outcome for finding in weighed(statement, article, published=published).findings}
    if found.get("invented_number") == "refuted":
        return INVENTED
    return OPEN if "number_from_elsewhere" in found else GIVEN


@pytest.mark.parametrize(
    ("statement", "article", "outcome"),
    [
        ("In all 9 boats left", "4 boats left Osk. 5 boats left Moss.", OPEN),
        ("In all 9 boats left", "4 boats left Osk. 5 cars left Moss.", INVENTED),
        ("In all 12 boats left", "3 boats left Osk. 4 boats left Moss. 5 boats left Vik.", OPEN),
        ("In all 7 boats left", "3 boats left Osk. 4 boats left Moss. 5 boats left Vik.", OPEN),
        ("In all 6 boats left", "3 boats left Osk. 4 boats left Moss. 5 boats left Vik.", INVENTED),
        ("The fleet shrank by 30 boats", "The fleet has 50 boats. It had 80 boats.", OPEN),
        ("Norvia earned $8 more", "Norvia earned $30 in May. It earned $22 in June.", OPEN),
        ("Norvia earned €8 more", "Norvia earned $30 in May. It earned $22 in June.", INVENTED),
        ("The 9 people came", "4 women came. 5 men came.", OPEN),
        ("The 9 women came", "4 women came. 5 men came.", INVENTED),
        ("The 9 days cost much", "They sailed 4 days. They slept 5 weeks.", INVENTED),
        ("The 9 days cost much", "They sailed 4 days. They slept 5 days.", OPEN),
        ("In all 45 boats left", "On May 40 boats came and 5 boats left.", OPEN),
    ],
)
def test_like_is_added_to_like(statement: str, article: str, outcome: str) -> None:
    assert judged(statement, article) == outcome


@pytest.mark.parametrize(
    "time",
    ["At 9 a.m.", "At 9 am", "At 9 o'clock", "At 9:30", "On May 9", "On 9 May", "On the 9th of May,", "On May 7-9"],
)
def test_no_day_and_no_hour_is_added(time: str) -> None:
    assert judged("In all 14 boats left", f"{time} 5 boats left.") == INVENTED


@pytest.mark.parametrize(
    ("statement", "article", "outcome"),
    [
        ("Some 60% of the boats left", "Of 50 boats 30 boats left.", OPEN),
        ("Some 40% of the boats stayed", "Of 50 boats 30 boats left.", OPEN),
        ("Some 55% of the boats stayed", "Of 50 boats 30 boats left.", INVENTED),
        ("Some 33.3% of the boats left", "Of 30 boats 10 boats left.", OPEN),
        ("Some 33% of the boats left", "Of 30 boats 10 boats left.", OPEN),
        ("Some 33.4% of the boats left", "Of 30 boats 10 boats left.", INVENTED),
        ("The fleet grew by 25%", "The fleet had 40 boats. It has 50 boats.", OPEN),
        ("The fleet shrank by 20%", "The fleet had 50 boats. It has 40 boats.", OPEN),
        ("The fleet grew by 35%", "The fleet had 40 boats. It has 50 boats.", INVENTED),
        ("Norvia paid $60 for the nets", "Norvia bought 12 nets. Each cost $5.", OPEN),
        ("Norvia paid $61 for the nets", "Norvia bought 12 nets. Each cost $5.", INVENTED),
        ("A net cost $5", "Norvia bought 12 nets. It paid $60 for them.", OPEN),
        ("A net cost €5", "Norvia bought 12 nets. It paid $60 for them.", INVENTED),
        ("Moss has 5 times as many boats", "Osk has 8 boats. Moss has 40 boats.", OPEN),
        ("Moss has 6 times as many boats", "Osk has 8 boats. Moss has 40 boats.", INVENTED),
        ("Moss sold 5 cars", "Osk has 8 boats. Moss has 40 boats.", INVENTED),
        ("Some 12 boats sank", "Of 40 boats 30% sank.", OPEN),
        ("Some 28 boats came back", "Of 40 boats 30% sank.", INVENTED),
        ("Some 70% of the boats came back", "Of 40 boats 30% sank.", OPEN),
        ("Some 65% of the boats came back", "Of 40 boats 30% sank.", INVENTED),
    ],
)
def test_shares_and_products(statement: str, article: str, outcome: str) -> None:
    assert judged(statement, article) == outcome


@pytest.mark.parametrize(
    ("statement", "article", "outcome"),
    [
        ("Nearly 12,000 boats left", "In all 11,980 boats left.", OPEN),
        ("Nearly 13,500 boats left", "In all 11,980 boats left.", INVENTED),
        ("In all 12,000 boats left", "In all 11,980 boats left.", OPEN),
        ("In all 1.2 million boats left", "In all 1,190,500 boats left.", OPEN),
        ("In all 1.3 million boats left", "In all 1,190,500 boats left.", INVENTED),
        ("Nearly 10 boats left", "In all 11 boats left.", OPEN),
        ("Nearly 9 boats left", "In all 10 boats left.", OPEN),
        ("Nearly 12,000 boats left", "For $5 in all 11,980 boats left.", OPEN),
        ("Nearly 10 boats left", "In all 12 boats left.", INVENTED),
        ("Rates rose more than 5.3 percent", "Rates rose 5.1 percent.", INVENTED),
        ("Rates rose more than 5 percent", "Rates rose 5.1 percent.", OPEN),
        ("Rates rose less than 5 percent", "Rates rose 5.1 percent.", INVENTED),
        ("In all 10 boats left", "In all 11 boats left.", INVENTED),
        ("Over $10 was paid", "In all $11 was paid.", OPEN),
        ("Over €10 was paid", "In all $11 was paid.", INVENTED),
        ("The 6 boats left", "Some 6% left.", OPEN),
        ("It cost $6", "It cost €6.", INVENTED),
        ("It was the 77th boat", "After 77 boats came.", OPEN),
        ("It was the 50 boats", "It was the 50th boat.", OPEN),
        ("It was the 12th boat", "A boat left.", OPEN),
        ("It was the 13th boat", "A boat left.", INVENTED),
    ],
)
def test_a_number_may_be_rounded_or_count_something_else(statement: str, article: str, outcome: str) -> None:
    assert judged(statement, article) == outcome


@pytest.mark.parametrize(
    ("word", "number", "outcome"),
    [
        ("Dozens", "12", INVENTED),
        ("Dozens", "24", OPEN),
        ("Dozens", "100", OPEN),
        ("Dozens", "300", INVENTED),
        ("Hundreds", "100", INVENTED),
        ("Hundreds", "250", OPEN),
        ("Hundreds", "2,000", OPEN),
        ("Hundreds", "20,000", INVENTED),
        ("Dozens", "no", INVENTED),
    ],
)
def test_a_vague_number_has_its_bounds(word: str, number: str, outcome: str) -> None:
    assert judged(f"{word} of boats left", f"In all {number} boats left.") == outcome


@pytest.mark.parametrize(
    ("number", "outcome"),
    [("one", GIVEN), ("three", OPEN), ("four", INVENTED), ("five", INVENTED), ("thirteen", INVENTED)],
)
def test_what_a_clause_lists_is_counted(number: str, outcome: str) -> None:
    assert judged(f"In all {number} people left", "A cook, a guide and a child left.") == outcome


@pytest.mark.parametrize(
    ("statement", "article", "published", "outcome"),
    [
        ("It opened in 2022", "It opened in the year after 2021.", None, OPEN),
        ("It opened in 2020", "It opened in 2021.", None, OPEN),
        ("It opened in 2023", "It opened in 2021.", None, INVENTED),
        ("It opened on May 4", "It opened on Monday.", "2026-05-04", OPEN),
        ("It opened on 4 May", "It opened on Monday.", "2026-05-04", OPEN),
        ("It opened on May 5", "It opened on Monday.", "2026-05-04", INVENTED),
        ("It opened in 2026", "It opened.", "2026-05-04", OPEN),
        ("It opened in 2024", "It opened.", "2026-05-04", INVENTED),
        ("He died at 70", "He was born on May 4, 1950. He died on June 5, 2020.", None, OPEN),
        ("He died at 73", "He was born on May 4, 1950. He died on June 5, 2020.", None, INVENTED),
        ("He died at 70", "He was born on May 4, 1950.", "2020-06-05", OPEN),
        ("He died at 73", "He was born on May 4, 1950.", "2020-06-05", INVENTED),
        ("It took 12 nights", "It began on May 4, 2020. It ended on May 16, 2020.", None, OPEN),
        ("It took 12 days", "It began on May 4, 2020. It ended on May 16, 2020.", None, OPEN),
        ("It took 15 days", "It began on May 4, 2020. It ended on May 16, 2020.", None, INVENTED),
        ("It took two weeks", "It began on May 4, 2020. It ended on May 18, 2020.", None, OPEN),
        ("It took nine weeks", "It began on May 4, 2020. It ended on May 18, 2020.", None, INVENTED),
        ("It took about 30 years", "It began on May 3, 1970. It ended on May 3, 1998.", None, OPEN),
        ("It took 30 years", "It began on May 3, 1970. It ended on May 3, 1998.", None, INVENTED),
        ("It took about 19 years", "It began on May 3, 1970. It ended on May 3, 1990.", None, OPEN),
        ("It took about 18 years", "It began on May 3, 1970. It ended on May 3, 1990.", None, INVENTED),
        ("It took 19 years", "It began on May 3, 1970. It ended on May 3, 1990.", None, INVENTED),
        ("It took about 30 years", "It began on May 3, 1970. It ended on May 3, 1994.", None, INVENTED),
        ("It took about 3 days", "It began on May 4, 2020. It ended on May 10, 2020.", None, INVENTED),
        ("It took 10 years", "It took a decade.", None, OPEN),
        ("It took 12 years", "It took a decade.", None, INVENTED),
        ("It took 12 months", "It took a year.", None, OPEN),
        ("It took 24 hours", "It took a day.", None, OPEN),
        ("It took 36 hours", "It took a day.", None, INVENTED),
    ],
)
def test_days_years_and_lengths_come_of_dates(
    statement: str, article: str, published: str | None, outcome: str
) -> None:
    assert judged(statement, article, published) == outcome


@pytest.mark.parametrize(
    ("statement", "article", "outcome"),
    [
        ("Some 20% of boats sank", "One in five boats sank.", GIVEN),
        ("Three in ten boats sank", "Of 10 boats three sank.", GIVEN),
        ("Three in nine boats sank", "Of 10 boats three sank.", INVENTED),
        ("In all 14 787s flew", "Of 787s there are 14.", GIVEN),
        ("In all 15 787s flew", "Of 787s there are 14.", INVENTED),
        ("Norvia flew 14 787 jets", "Norvia flew 14 of its 787 jets.", GIVEN),
        ("Norvia flew 14 787 jets", "Norvia flew 14 of its 25 jets.", INVENTED),
        ("Norvia flew 1 jet", "Norvia flew jets.", GIVEN),
        ("Two boats sank", "Twenty-two boats sank.", INVENTED),
        ("Some 5 percent sank", "Some 2.5 percent sank.", INVENTED),
        ("A third of the boats sank", "A third boat sank.", OPEN),
        ("They gave 0.5 percent", "They gave 50 basis points.", OPEN),
        ("They gave 1.5 percent", "They gave 50 basis points.", INVENTED),
        ("They gave 180 million", "They gave 180-195 million.", GIVEN),
        ("They gave 195 million", "They gave 180-195 million.", GIVEN),
        ("They gave 180 million", "They gave 180 to 195 million.", GIVEN),
        ("They gave 180", "They gave 180-195 million.", INVENTED),
        ("They gave 5,000", "They gave 5k.", GIVEN),
        ("They gave 5 million", "They gave 5k.", INVENTED),
        ("They gave $5 billion", "They gave $5B.", GIVEN),
        ("They gave €5 billion", "They gave $5B.", INVENTED),
        ("Sales rose 12.5 percent", "Sales rose 12.5, 9 and 8.1 percent in May and June.", GIVEN),
        ("It lost 85 million francs", "It made an 85 million franc loss.", GIVEN),
        ("It made an 85 million franc loss", "It lost 85 million francs.", GIVEN),
        ("It made an 85 million franc loss", "It lost 85 million euros.", INVENTED),
        ("Profits rose tenfold", "Profits rose 10-fold.", GIVEN),
        ("Profits rose tenfold", "Profits rose 12-fold.", INVENTED),
        ("Two men left", "Both men left.", OPEN),
    ],
)
def test_a_number_is_read_in_its_other_forms(statement: str, article: str, outcome: str) -> None:
    assert judged(statement, article) == outcome


@pytest.mark.parametrize(
    ("statement", "article"),
    [
        ("Profits tripled", "Three boats left."),
        ("Profits doubled", "Two boats left."),
        ("Profits saw a tripling", "Three boats left."),
        ("Profits rose threefold", "Three boats left."),
        ("Profits are three times as high", "Three boats left."),
        ("Profits are three times the old ones", "Three boats left."),
    ],
)
def test_what_counts_boats_multiplies_nothing(statement: str, article: str) -> None:
    (reason,) = [f.reason for f in weighed(statement, article).findings if f.rule == "number_of_something_else"]
    assert reason.endswith("counts 'boats' and multiplies nothing")
