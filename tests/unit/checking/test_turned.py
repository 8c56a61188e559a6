"""A time without its year by the status of its event: turned, left as it is, or of no certain day. It is Wednesday, 11 March 2026."""

from __future__ import annotations

import datetime as dt

import pytest

import nutgraf
from nutgraf.checking.items.turned import turned
from nutgraf.results import TimeRef
from nutgraf.results.happened import Status

PUBLISHED = dt.date(2026, 3, 11)


def time_of(marked: str, status: Status, published: dt.date | None = PUBLISHED) -> TimeRef:
    """The time in angle brackets, of an event of this status."""
    text = marked.replace("<", "").replace(">", "")
    reading = nutgraf.read(nutgraf.Article.from_text(text, published="2026-03-11"))
    return turned(reading.time_of(marked.index("<"), marked.index(">") - 1), status, published, reading)


@pytest.mark.parametrize(
    ("marked", "status", "value", "end"),
    [
        ("The fair of <Friday>.", "planned", "2026-03-13", "2026-03-13"),
        ("The fair of <Friday>.", "occurred", "2026-03-06", "2026-03-06"),
        ("It opened on <Friday>.", "hypothetical", "2026-03-13", "2026-03-13"),
        ("It opened in <February>.", "planned", "2027-02", "2027-02-28"),
        ("The vote in <May>.", "occurred", "2025-05", "2025-05-31"),
        ("It opened on <May 3>.", "planned", "2026-05-03", "2026-05-03"),
        ("It opened from <May 3 to May 5>.", "planned", "2026-05-03/2026-05-05", "2026-05-05"),
        ("It opened on <Friday night>.", "planned", "2026-03-13TNI", "2026-03-13"),
        ("It went on <until Tuesday>.", "ongoing", "2026-03-17", "2026-03-17"),
        ("It was put off <until Monday>.", "postponed", "2026-03-16", "2026-03-16"),
    ],
)
def test_a_time_is_turned_the_way_that_its_event_looks(marked: str, status: Status, value: str, end: str) -> None:
    found = time_of(marked, status)
    assert (found.value, str(found.end)) == (value, end)


def test_on_a_sunday_this_week_is_no_certain_one_of_what_is_to_come() -> None:
    sunday = dt.date(2026, 3, 15)
    reading = nutgraf.read(nutgraf.Article.from_text("A ruling is due this week.", published="2026-03-15"))
    found = reading.time_of(16, 25)
    assert turned(found, "occurred", sunday, reading).value == "2026-W11"
    assert turned(found, "planned", sunday, reading).value is None


@pytest.mark.parametrize(
    ("marked", "status", "value"),
    [
        ("The ship arrived <Thursday>.", "occurred", "2026-03-05"),
        ("It opened <yesterday>.", "planned", "2026-03-10"),
        ("They met <overnight>.", "occurred", "2026-03-10/2026-03-11"),
        ("They may meet <this morning>.", "hypothetical", "2026-03-11TMO"),
        ("It opens on <March 2, 2026>.", "planned", "2026-03-02"),
        ("It opened in <2027>.", "occurred", "2027"),
        ("A fair set for <Friday> was called off.", "cancelled", "2026-03-13"),
        ("The fair <next Monday> was called off.", "cancelled", "2026-03-16"),
        ("The fair of <Monday, March 16,> was called off.", "cancelled", "2026-03-16"),
        ("It ran <until May>.", "occurred", "2025-05"),
    ],
)
def test_a_time_that_looks_that_way_or_is_stated_stays(marked: str, status: Status, value: str) -> None:
    assert time_of(marked, status).value == value


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("The ship is expected to arrive <Thursday>.", "occurred"),
        ("It opens on <Sunday night>.", "occurred"),
        ("The rate fell over <the next two years>.", "occurred"),
        ("They will meet <overnight>.", "planned"),
        ("The fair <on Monday> was called off.", "cancelled"),
        ("The rite of <Easter>.", "occurred"),
    ],
)
def test_a_time_of_something_else_is_no_certain_day(marked: str, status: Status) -> None:
    found = time_of(marked, status)
    assert (found.value, found.start, found.end, found.precision) == (None, None, None, "vague")
    assert found.span is not None


def test_without_a_day_of_publication_nothing_is_turned() -> None:
    assert time_of("The fair of <Friday>.", "planned", None) == time_of("The fair of <Friday>.", "cancelled", None)


@pytest.mark.parametrize(
    ("marked", "status", "value"),
    [
        ("In 2019 it rained. The rite of <Easter>.", "planned", None),
        ("The rite of <Easter>. In 2019 it rained.", "planned", "2026-04-05"),
        ("In 2019 it rained.\n\nThe rite of <Easter>.", "planned", "2026-04-05"),
        ("In 2026 it rained. The rite of <Easter>.", "planned", "2026-04-05"),
        ("In 1976 it opened on <May 3>.", "occurred", None),
        ("In 1976 it rained. It opened on <May 3>.", "occurred", "2025-05-03"),
        ("The fair of 1976 opened on <May 3>.", "occurred", "2025-05-03"),
        ("It fell on May 2, 1976. It opened on <May 3>.", "occurred", None),
        ("It opened on <May 3>.", "occurred", "2025-05-03"),
        ("It fell in 1976. It opened on <May 3>.", "occurred", "2025-05-03"),
        ("It fell on May 2, 1976. It rained. It opened on <May 3>.", "occurred", None),
        ("By the <Monday> evening it opened.", "occurred", None),
        ("By <Monday> evening it opened.", "occurred", "2026-03-09TEV"),
        ("It opened <last March>.", "planned", None),
        ("It opens from <January>.", "planned", "2027-01"),
        ("From <January> it opens.", "planned", "2027-01"),
        ("It opens from <the middle of January>.", "planned", "2027-01"),
    ],
)
def test_a_story_told_of_another_year_or_week_leaves_a_day_uncertain(
    marked: str, status: Status, value: str | None
) -> None:
    assert time_of(marked, status).value == value


@pytest.mark.parametrize(
    ("marked", "status", "value"),
    [
        ("He drives a van <in the winter>.", "ongoing", None),
        ("The mill is shut <in winter>.", "ongoing", None),
        ("The mill is shut <this spring>.", "ongoing", "2026-SP"),
        ("The mill has been shut <since the autumn>.", "ongoing", "2025-FA"),
        ("The mill was sold <in the autumn>.", "occurred", "2025-FA"),
        ("He has wound all the clocks <by Friday evening>.", "ongoing", None),
        ("The mill is shut <until Friday>.", "ongoing", "2026-03-13"),
        ("He will have wound it <by Friday>.", "planned", "2026-03-13"),
    ],
)
def test_a_season_or_a_deadline_of_what_goes_on_is_that_of_any_year_or_week(
    marked: str, status: Status, value: str | None
) -> None:
    assert time_of(marked, status).value == value
