"""What a clause's wording proves of an event's status, and what it leaves open."""

import datetime as dt

import pytest

from nutgraf.article import Article
from nutgraf.checking.items.status import boilerplate_cited, planned_in_the_past, refuted_status
from nutgraf.checking.items.turned import turned
from nutgraf.reading import read
from nutgraf.results import TimeRef
from nutgraf.results.happened import Status

PUBLISHED = dt.date(2026, 3, 12)


def proved(status: Status, title: str, text: str) -> Status | None:
    """The status that the wording proves, if another."""
    reading = read(Article.from_text(text, published=PUBLISHED))
    evidence = [reading.sentence_span(sentence.number) for sentence in reading.sentences]
    found = refuted_status(status, title, evidence, reading, published=PUBLISHED)
    if found:
        assert found[1][0].islower()
    return found[0] if found else None


@pytest.mark.parametrize(
    ("status", "title", "text", "other"),
    [
        ("occurred", "The bridge will open", "The bridge will open in May.", "planned"),
        ("occurred", "Bridge opens in May", "The bridge will open in May.", "planned"),
        ("occurred", "Bridge to open in May", "The bridge is to open in May.", "planned"),
        ("planned", "The bridge opened", "The bridge opened on Monday.", "occurred"),
        ("hypothetical", "The bridge was opened", "The bridge has been opened.", "occurred"),
        ("occurred", "The bridge could collapse", "The bridge could collapse.", "hypothetical"),
        ("planned", "The bridge opened", "The bridge opened, and the tunnel will close next week.", "occurred"),
        ("occurred", "The tunnel will close", "The bridge opened, and the tunnel will close next week.", "planned"),
        (
            "planned",
            "Ruud, 24, attacked 6 miles from the pass, where fog had settled",
            "Ruud, 24, attacked 6 miles from the pass, where fog had settled.",
            "occurred",
        ),
        ("occurred", "The fair is on 4 May 2027", "The fair is on 4 May 2027.", "planned"),
    ],
)
def test_the_clause_that_the_title_tells_proves_another_status(
    status: Status, title: str, text: str, other: Status
) -> None:
    assert proved(status, title, text) == other
    assert proved(other, title, text) is None


@pytest.mark.parametrize(
    ("status", "title", "text"),
    [
        (
            "occurred",
            "The board failed to weigh properly how the mill would affect a bat",
            "The board failed to consider properly the effect of the mill on a bat.",
        ),
        (
            "hypothetical",
            "A reshuffle pencilled in for after the vote could be brought forward",
            "A reshuffle, which had been pencilled in for after the vote, could now be brought forward.",
        ),
        ("hypothetical", "The gauge may have recorded a slip", "It was possible that the gauge had recorded a slip."),
        ("occurred", "Inspectors could find no papers", "The report says inspectors could find no papers for 2018."),
        (
            "planned",
            "The valve will be replaced",
            "The rocket will be rolled back on Thursday, and the valve replaced with another.",
        ),
        ("planned", "The faults will only be repaired next month", "Faults on the line only repaired next month."),
        ("occurred", "The clerk allegedly burned the file", "Lind asked whether the clerk had burned the file."),
        ("planned", "The cup final is on Saturday", "Fans slept on the pavement ahead of the cup final on Saturday."),
        (
            "hypothetical",
            "The yard would be worth 9 million once steel fell",
            "Lind argued that it would be worth 9 million once steel fell.",
        ),
        ("ongoing", "Efforts are under way to free a whale", "Rain has hampered efforts to free a whale."),
        ("ongoing", "The fund has planted trees since 2019", "Since 2019 the fund has planted trees."),
        ("hypothetical", "Lind is accused of striking a horse", "Lind is accused of striking a horse."),
        ("planned", "The final has been postponed to May", "The final has been postponed to May."),
        ("hypothetical", "Members are inclined to vote yes", "Members said they were inclined to vote yes."),
        ("planned", "The county is sending divers", "The county was sending divers, who are due on Friday."),
        ("occurred", "Crews dealt with four floods", "Crews had been dealing with four floods when the wall gave way."),
        (
            "occurred",
            "There were protests before the plan to raise the toll was dropped",
            "A plan to raise the toll was dropped after protests.",
        ),
        ("postponed", "The launch was postponed", "The launch was postponed on Tuesday."),
        ("cancelled", "The club called off the match", "The club has called off the match."),
        ("cancelled", "Talks abandoned", "Both sides abandoned talks."),
        ("planned", "The union threatened to block the port", "The union threatened to block the port."),
        ("occurred", "The board agreed to sell the mill", "The board agreed to sell the mill."),
        ("planned", "The hearing has been pushed back to June", "The hearing has been pushed back to June."),
        ("planned", "The fair was moved to June", "The fair was moved to June."),
        (
            "hypothetical",
            "A cure may be a decade away, doctors caution",
            "Doctors cautioned that a cure may be a decade away.",
        ),
        ("hypothetical", "There may be forced sales of mills", "The board could not rule out forced sales of mills."),
        ("hypothetical", "There may be forced sales of mills", "He “could not exclude” forced sales of mills."),
        ("hypothetical", "The mayor did not resign", "The mayor did not resign."),
        ("planned", "Phones will need no cable, Lind revealed", "Lind revealed that phones would not require a cable."),
        ("occurred", "Team Bergen had to rebuild its robot", "Team Bergen had to rebuild its robot after a fall."),
        (
            "hypothetical",
            "There were concerns that crews would stay",
            "The envoy says there were concerns they would stay.",
        ),
        (
            "hypothetical",
            "Yields would fall in every case examined",
            "They found that losses rose in all cases examined.",
        ),
        ("occurred", "The mayor did not resign", "The mayor did not resign."),
        ("planned", "A strike", "Dockers walked out on Monday."),
        ("ongoing", "Crews fought the fire for nine days", "For nine days crews have fought the fire."),
        ("planned", "The board is to review the fund", "Sales would not begin until the board had reviewed the fund."),
        ("hypothetical", "Lind hinted that he might go", "Lind hinted that he might go."),
        ("occurred", "A bill to double fines passed the house", "A bill that would double fines passed the house."),
    ],
)
def test_what_decides_nothing(status: Status, title: str, text: str) -> None:
    assert proved(status, title, text) is None


def test_of_another_language_the_wording_proves_nothing() -> None:
    text = (
        "Der Gemeinderat von Altdorf will im Mai die alte Mühle am Bach kaufen und sie zu einem Museum umbauen. Gegner des Plans "
        "sammeln Unterschriften, weil sie das Geld lieber in die Schule stecken würden."
    )
    assert proved("occurred", "Altdorf will die Mühle kaufen", text) is None


def time(words: str, text: str) -> TimeRef:
    reading = read(Article.from_text(text, published=PUBLISHED))
    start = text.index(words)
    return reading.time_of(start, start + len(words))


@pytest.mark.parametrize(
    ("status", "title", "text"),
    [
        (
            "planned",
            "The owners of nine boats damaged by ice are to get money",
            "The nine boats were damaged; their owners are to get money.",
        ),
        ("occurred", "Norvia has bought its fuel for 2027", "Norvia has bought all its fuel for 2027."),
    ],
)
def test_neither_a_participle_of_the_subject_nor_a_later_year_turns_a_right_status(
    status: Status, title: str, text: str
) -> None:
    assert proved(status, title, text) is None


def test_a_bare_weekday_looks_the_way_of_its_event() -> None:
    text = "Fans slept on the pavement ahead of the final on Saturday."
    saturday, reading = time("Saturday", text), read(text)
    assert saturday.value == "2026-03-07"
    ahead = turned(saturday, "planned", PUBLISHED, reading)
    assert (ahead.value, ahead.start, ahead.end) == ("2026-03-14", dt.date(2026, 3, 14), dt.date(2026, 3, 14))
    assert turned(ahead, "occurred", PUBLISHED, reading).value == "2026-03-07"
    assert turned(saturday, "occurred", PUBLISHED, reading) == saturday


def test_a_date_without_its_year_looks_the_way_of_its_event() -> None:
    text = "The final was moved to 14 April."
    april, reading = time("14 April", text), read(text)
    assert april.start is not None
    assert turned(april, "planned", PUBLISHED, reading).start == dt.date(2026, 4, 14)
    stated = time("14 April 2025", "The final was moved to 14 April 2025.")
    assert turned(stated, "planned", PUBLISHED, reading) == stated
    assert turned(april, "planned", None, reading) == april


def test_a_planned_event_with_a_past_date() -> None:
    past = TimeRef(span=None, value="2026-03-02", start=dt.date(2026, 3, 2), end=dt.date(2026, 3, 2), precision="day")
    assert planned_in_the_past("planned", past, PUBLISHED) is not None
    assert planned_in_the_past("occurred", past, PUBLISHED) is None
    assert planned_in_the_past("planned", past.model_copy(update={"basis": "model"}), PUBLISHED) is None
    assert planned_in_the_past("planned", past, dt.date(2026, 3, 2)) is None


def test_boilerplate_cited_as_evidence() -> None:
    article = Article.from_text(
        "The bridge opened on Monday.\n\nShare this story\n\nCopyright 2026 Wire. All rights reserved."
    )
    assert article.boilerplate
    reading = read(article)
    assert boilerplate_cited(article.boilerplate[:1], reading) is not None
    assert boilerplate_cited((reading.sentence_span(1),), reading) is None


def test_the_month_of_may_leaves_nothing_open() -> None:
    reading = read("An audit in May had found no gaps.")
    evidence = [reading.sentence_span(1)]
    assert refuted_status("occurred", "An audit in May found no gaps", evidence, reading, published=None) is None


def test_what_only_describes_a_condition_s_noun_proves_no_status() -> None:
    reading = read("Lessons will begin later if the council backs a plan published on Monday.")
    evidence = [reading.sentence_span(1)]
    assert refuted_status("occurred", "A plan was published on Monday", evidence, reading, published=None) is None


ALL: tuple[Status, ...] = ("occurred", "planned", "ongoing", "hypothetical", "cancelled", "postponed")


@pytest.mark.parametrize(
    ("title", "verb", "proves", "refuted"),
    [
        ("Norvia closed the mill", "'closed'", "occurred", ("planned", "hypothetical")),
        ("Norvia will close the mill", "'close'", "planned", ("occurred",)),
        ("Norvia would close the mill", "'close'", "hypothetical", ("occurred",)),
        ("Norvia may close the mill", "'close'", "hypothetical", ("occurred", "cancelled")),
        ("The search is under way", "it", "ongoing", ("occurred", "planned")),
        ("Norvia plans to close the mill", "", None, ()),
        ("Norvia is closing the mill", "", None, ()),
        ("Norvia did not close the mill", "", None, ()),
        ("Norvia threatened to close the mill", "", None, ()),
        ("Norvia was inclined to sell", "", None, ()),
        ("Norvia was sending a boat", "", None, ()),
        ("The fair has been pencilled in for November", "", None, ()),
    ],
)
def test_what_a_form_leaves_no_room_for_is_told(
    title: str, verb: str, proves: Status | None, refuted: tuple[Status, ...]
) -> None:
    reading = read(f"{title}.")
    for status in ALL:
        found = refuted_status(status, title, [reading.sentence_span(1)], reading, published=None)
        told = (proves, f"status {status}, but the cited sentences tell {verb} as {proves}")
        assert found == (told if status in refuted else None)


@pytest.mark.parametrize(
    ("title", "cited", "elsewhere", "status"),
    [
        ("The fair of 4 May 2027", "The fair of 4 May 2027.", "It rained.", "planned"),
        ("The fair of May 2027", "The fair of May 2027.", "It rained.", "planned"),
        ("The fair of 4 May 2027", "The fair.", "It rained on 4 May 2027.", None),
        ("The fair", "The fair of 4 May 2027.", "It rained.", None),
        ("The fair of 4 May 2025", "The fair of 4 May 2025.", "It rained.", None),
        ("The fair of 12 March 2026", "The fair of 12 March 2026.", "It rained.", None),
        ("The fair until 4 May 2027", "The fair until 4 May 2027.", "It rained.", None),
        ("The 2027 fair", "The 2027 fair.", "It rained.", None),
    ],
)
def test_what_occurred_is_planned_where_title_and_cited_sentence_have_its_day_to_come(
    title: str, cited: str, elsewhere: str, status: Status | None
) -> None:
    reading = read(Article.from_text(f"{cited} {elsewhere}", published=PUBLISHED))
    found = refuted_status("occurred", title, [reading.sentence_span(1)], reading, published=PUBLISHED)
    assert (found and found[0]) == status


@pytest.mark.parametrize(
    ("status", "time", "told"),
    [
        ("planned", {"start": "2026-03-01", "end": "2026-03-01"}, True),
        ("planned", {"start": "2026-03-11", "end": "2026-03-11"}, True),
        ("planned", {"start": "2026-03-12", "end": "2026-03-12"}, False),
        ("planned", {"start": "2026-03-01", "end": "2026-03-31"}, False),
        ("planned", {"start": "2026-03-01", "end": "2026-03-01", "limit": "since"}, False),
        ("planned", {"start": "2026-03-01", "end": "2026-03-01", "basis": "model"}, False),
        ("planned", {}, False),
        ("occurred", {"start": "2026-03-01", "end": "2026-03-01"}, False),
    ],
)
def test_a_plan_is_over_on_the_day_before_the_article_appeared(
    status: Status, time: dict[str, str], told: bool
) -> None:
    given = TimeRef.model_validate({"span": None, "value": "2026-03-01", "basis": "stated", **time})
    assert bool(planned_in_the_past(status, given, PUBLISHED)) is told
    assert planned_in_the_past(status, given, None) is None
