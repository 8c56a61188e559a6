"""Every kind of lie that a brief could tell, planted in one that tells the truth, and seen."""

import copy
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grounded import quoted_ranges, ungrounded
from grounded_words import has_words, numbers, share_of_stems

LINES = (
    "KIGOMA, Tanzania (Own Wire) — Officials freed 312 fishermen Wednesday in Kigoma, and at least 40 boats were not returned.",
    'Prime Minister Neema Barankiriza of the Lake Council called it "a first breath." "We came home," she told reporters.',
    "The council said patrols would go on. About 30% of the nets, worth 2.3 million shillings, were burned.",
    "Negotiators will meet in Bujumbura on April 7. A film, “The Long Net,” opens Friday.",
    "Share this story",
)
TEXT = "\n\n".join(LINES)


def span(words: str, inside: str | None = None) -> dict:
    """The slice with these words, which occur once in the article, or once in a passage of it."""
    passage = inside or words
    assert TEXT.count(passage) == passage.count(words) == 1, words
    start = TEXT.index(passage) + passage.index(words)
    return {"text": words, "start": start, "end": start + len(words)}


FREED = span(LINES[0][LINES[0].index("Officials") :])
BREATH, HOME = (
    span('Prime Minister Neema Barankiriza of the Lake Council called it "a first breath."'),
    span('"We came home," she told reporters.'),
)
PATROLS, NETS = (
    span("The council said patrols would go on."),
    span("About 30% of the nets, worth 2.3 million shillings, were burned."),
)
MEETING, FILM = span("Negotiators will meet in Bujumbura on April 7."), span("A film, “The Long Net,” opens Friday.")


def quote(number: int, kind: str, content: dict, cue: str | None, **speaker) -> dict:
    blank = {"name": None, "mention": None, "title": None, "organization": None, "kind": "person", "basis": "model"}
    return {
        "id": f"q{number}",
        "kind": kind,
        "content": [content],
        "speaker": {**blank, **speaker},
        "cue": cue and span(cue),
        "addressee": None,
    }


def time(words: str | None, value: str | None, basis: str = "resolved") -> dict:
    return {
        "span": words and span(words),
        "value": value,
        "start": value,
        "end": value,
        "precision": "day",
        "basis": basis,
    }


def quantity(words: str, value: float, unit: str, **more) -> dict:
    return {
        "span": span(words),
        "value": value,
        "unit": unit,
        "kind": "count",
        "modifier": "exact",
        "role": None,
        **more,
    }


def event(number: int, title: str, status: str, evidence: dict, **more) -> dict:
    blank = {"participants": [], "place": None, "time": None, "quantities": [], "asserted_by": []}
    return {"evidence": [evidence], "id": f"e{number}", "title": title, "status": status, **blank, **more}


def honest() -> dict:
    events = [
        event(
            1,
            "Officials free 312 fishermen in Kigoma",
            "occurred",
            FREED,
            participants=[{"name": "officials", "mention": span("Officials"), "role": "actor"}],
            place=span("KIGOMA"),
            time=time("Wednesday", "2026-03-11"),
            quantities=[
                quantity("312", 312, "fishermen", role="freed"),
                quantity("at least 40 boats", 40, "boats", modifier="at_least", role="not returned"),
            ],
        ),
        event(2, "Patrols go on", "ongoing", PATROLS, asserted_by=["q3"]),
        event(
            3,
            "Nets worth 2,300,000 shillings burned",
            "occurred",
            NETS,
            quantities=[quantity("About 30%", 30, "%", kind="percent", modifier="about")],
            time=time(None, "2026-03-12", "publication_date"),
        ),
        event(4, "Negotiators to meet in Bujumbura", "planned", MEETING, time=time("April 7", "2026-04-07")),
        event(5, "Film opens on Friday", "planned", FILM, time=time("Friday", "2026-03-13")),
    ]
    barankiriza = "Neema Barankiriza"
    quotes = [
        quote(
            1,
            "mixed",
            span("a first breath."),
            "called",
            name=barankiriza,
            mention=span(barankiriza),
            title="Prime Minister",
            organization="Lake Council",
        ),
        quote(
            2,
            "direct",
            span("We came home,"),
            "told",
            name=barankiriza,
            mention=span("she", "she told"),
        ),
        quote(3, "indirect", span("patrols would go on"), "The council said", name="council"),
    ]
    quotes[1]["addressee"] = "reporters"
    quotes[2]["cue"] = span("said")
    return {
        "article": {
            "text": TEXT,
            "title": "Lake captives go home",
            "url": None,
            "published": "2026-03-12",
            "source": None,
            "dateline": span("KIGOMA, Tanzania (Own Wire) — "),
            "boilerplate": [span("Share this story")],
            "digest": hashlib.sha256(TEXT.encode()).hexdigest(),
            "key": "x",
        },
        "headline": "Lake captives go home",
        "summary": [
            {"evidence": [FREED], "text": "Officials in Kigoma freed 312 fishermen but did not return 40 boats."}
        ],
        "quotes": quotes,
        "events": events,
        "items": {"figures": [{"evidence": [NETS], "note": "nets"}]},
        "problems": [],
        "usage": {"requests": 1},
        "provenance": {"model": "m"},
        "complete": True,
    }


def test_a_true_brief_passes():
    assert ungrounded(honest()) == []


LIES = {
    # lie: (where to plant it, what, what the message must say)
    "span that is no slice": ("quotes.1.content.0.text", "We came here,", "quotes[1].content[0]: is not the article's"),
    "span outside the article": ("events.0.place", {"text": "x", "start": 9999, "end": 10000}, "empty or outside"),
    "empty span": ("events.0.place", {"text": "", "start": 3, "end": 3}, "empty or outside"),
    "dateline that is no slice": ("article.dateline.text", "KYIV", "article.dateline: is not"),
    "span in a user's own item that is no slice": (
        "items.figures.0.evidence.0",
        {"text": "nets", "start": 0, "end": 4},
        "items.figures[0]",
    ),
    "digest of another text": ("article.digest", "0" * 64, "sha256"),
    "event without evidence": ("events.1.evidence", [], "events[1].evidence: is empty"),
    "point without evidence": ("summary.0.evidence", [], "summary[0].evidence: is empty"),
    "item of a user's pass without evidence": ("items.figures.0.evidence", [], "items.figures[0].evidence: is empty"),
    "boilerplate as evidence": (
        "events.4.evidence",
        [span("Share this story")],
        "events[4].evidence[0]: is boilerplate",
    ),
    "boilerplate that the article does not own up to": (
        ("article.boilerplate", []),
        ("events.4.evidence", [span("Share this story")]),
        "events[4].evidence[0]: is boilerplate",
    ),
    "the whole article as evidence": (
        "events.4.evidence",
        [{"text": TEXT, "start": 0, "end": len(TEXT)}],
        "longer than a paragraph",
    ),
    "quote id skipped": ("quotes.2.id", "q4", "quotes[2].id: 'q4' where q3 is due"),
    "event id doubled": ("events.1.id", "e1", "events[1].id"),
    "ids out of the article's order": ("events.0.evidence", [FILM], "article's order"),
    "asserted by a quote that does not exist": ("events.1.asserted_by", ["q9"], "no quote q9"),
    "asserted by a quote about something else": ("events.1.asserted_by", ["q1"], "q1 does not stand in the evidence"),
    "direct quote made of reporter's words": (
        "quotes.1.content",
        [span("she told reporters")],
        "not inside quotation marks",
    ),
    "quote that reaches over its closing mark": (
        "quotes.1.content",
        [span('We came home," she')],
        "not inside quotation marks",
    ),
    "quote from one mark to the next": (
        "quotes.1.content",
        [span('a first breath." "We came home,')],
        "not inside quotation marks",
    ),
    "quote without content": ("quotes.1.content", [], "quotes[1].content: is empty"),
    "indirect speech taken from inside the marks": ("quotes.2.content", [span("came home,")], "indirect, but inside"),
    "one segment given to two quotes": ("quotes.1.content", [span("first breath.")], "shares words with quotes[0]"),
    "invented speaker": ("quotes.0.speaker.name", "Neema Barankirizza", "speaker.name: 'Neema Barankirizza' is not in"),
    "speaker's name in another case": ("quotes.0.speaker.name", "neema Barankiriza", "speaker.name"),
    "half a word as a name": ("quotes.0.speaker.name", "Barankir", "speaker.name"),
    "name that is not the name beside the cue": (
        ("quotes.0.speaker.name", "Tanzania"),
        ("quotes.0.speaker.title", None),
        "where the article has",
    ),
    "invented title": ("quotes.0.speaker.title", "President", "speaker.title: 'President' is not"),
    "title of nobody": ("quotes.1.speaker.title", "film", "never stands beside"),
    "invented organization": ("quotes.0.speaker.organization", "River Council", "speaker.organization"),
    "speaker found within their own words": (
        "quotes.1.speaker.mention",
        span("We", "We came"),
        "speaker.mention: lies within",
    ),
    "cue within the words said": ("quotes.1.cue", span("came home"), "cue: lies within"),
    "invented addressee": ("quotes.1.addressee", "lawmakers", "addressee"),
    "invented participant": ("events.0.participants.0.name", "soldiers", "participants[0].name"),
    "place that is no slice": ("events.0.place.text", "Kigali", "events[0].place"),
    "number changed in a title": ("events.0.title", "Officials free 321 fishermen in Kigoma", "number 321"),
    "number changed in a point": ("summary.0.text", "Officials in Kigoma freed four hundred fishermen.", "number 400"),
    "scale lost": ("events.2.title", "Nets worth 2.3 shillings burned", "number 2.3"),
    "vague count invented": ("events.2.title", "Hundreds of nets burned", "number Hundreds"),
    "name from elsewhere in a title": ("events.3.title", "Negotiators to meet in Kigoma", "name 'Kigoma'"),
    "name from elsewhere as first word": ("events.4.title", "Barankiriza film opens on Friday", "name 'Barankiriza'"),
    "invented name in a point": (
        "summary.0.text",
        "Officials in Kigoma freed 312 fishermen for Burundi.",
        "name 'Burundi'",
    ),
    "code changed": ("events.3.title", "Negotiators to meet in Bujumbura on M23", "name 'M23'"),
    "weekday added to a title": ("events.3.title", "Negotiators to meet in Bujumbura on Sunday", "time word 'Sunday'"),
    "yesterday added to a point": (
        "summary.0.text",
        "Officials freed 312 fishermen in Kigoma yesterday.",
        "time word 'yesterday'",
    ),
    "month changed": ("events.3.title", "Negotiators to meet in Bujumbura in June", "time word 'June'"),
    "negation added": ("events.3.title", "Negotiators will not meet in Bujumbura", "negation 'not'"),
    "title about something else": ("events.3.title", "Storm sinks ferry near harbour", "of its words"),
    "empty title": ("events.3.title", " ", "is empty"),
    "headline with an invented number": ("headline", "Lake: 500 captives home", "headline: number 500"),
    "weekday resolved to another day": ("events.0.time.value", "2026-03-10", "is a Tuesday"),
    "explicit day resolved to another": (
        ("events.3.time.value", "2026-04-08"),
        ("events.3.time.start", "2026-04-08"),
        ("events.3.time.end", "2026-04-08"),
        "another day",
    ),
    "explicit month resolved to another": (
        ("events.3.time.value", "2026-05-07"),
        ("events.3.time.start", "2026-05-07"),
        ("events.3.time.end", "2026-05-07"),
        "another month",
    ),
    "value and start disagree": ("events.3.time.start", "2026-04-01", "events[3].time.start"),
    "end before start": ("events.3.time.end", "2026-04-01", "end: before start"),
    "value that is no date": ("events.3.time.value", "April 7", "no ISO 8601"),
    "stated without a full date": ("events.3.time.basis", "stated", "no full date"),
    "resolved from no words": ("events.0.time.span", None, "no words say when"),
    "publication date although words say when": ("events.3.time.basis", "publication_date", "although words say when"),
    "publication date that is another day": ("events.2.time.value", "2026-03-11", "is not the publication date"),
    "plan in the past": ("events.0.status", "planned", "planned, yet 2026-03-11"),
    "quantity changed": ("events.0.quantities.0.value", 313, "is not the number in '312'"),
    "quantity without its scale": (
        "events.2.quantities.0",
        quantity("2.3 million shillings", 2.3, "shillings"),
        "2.3 is not the number",
    ),
    "quantity of the page's furniture": (
        "events.4.quantities",
        [{**quantity("312", 312, "fishermen"), "span": span("Share this story")}],
        "quantities[0].span: is boilerplate",
    ),
    "invented name in the role of a quantity": ("events.0.quantities.0.role", "sent to Madrid", "role: 'Madrid'"),
    "invented unit": ("events.0.quantities.0.unit", "soldiers", "unit: 'soldiers'"),
    "percent of nothing": ("events.0.quantities.0.kind", "percent", "percent, but"),
    "modifier that no word carries": ("events.0.quantities.0.modifier", "at_most", "no word says at_most"),
    "complete although a pass failed": (
        "problems",
        [{"kind": "pass_failed", "step": "events", "item": None, "detail": "…", "resolution": "unresolved"}],
        "complete: true although events failed",
    ),
    "incomplete without a reason": ("complete", False, "no problem says why"),
}


def plant(brief: dict, path: str, value: object) -> None:
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    for step in steps:
        brief = brief[step]
    brief[last] = value


@pytest.mark.parametrize("lie", LIES)
def test_each_lie_is_caught(lie):
    *changes, message = LIES[lie]
    brief = copy.deepcopy(honest())
    for path, value in changes if isinstance(changes[0], tuple) else [changes]:
        plant(brief, path, value)
    found = ungrounded(brief)
    assert any(message in line for line in found), found


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('"Yes," he said, "no."', ["Yes,", "no."]),
        ("“He said, ‘Go.’ So I went.”", ["He said, ‘Go.’ So I went."]),
        ('"One.\n\n"Two," she said.', ["One.", "Two,"]),
        ("«Oui», dit-il. „Nein“, sagte er. 「はい」", ["Oui", "Nein", "はい"]),
        ('A 6\'2" player said "hi."', ["hi."]),
    ],
)
def test_ranges_inside_quotation_marks(text, inside):
    assert [text[start:end] for start, end in quoted_ranges(text)] == inside


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2.3 million", [2_300_000]),
        ("$1.4 million (9,500,000)", [1_400_000, 9_500_000]),
        ("twenty-one of two dozen", [21, 24]),
        ("a hundred men, one dog, 31%", [100, 31]),
        ("won 3-2", [3, 2]),
        ("5 m, $5m", [5, 5_000_000]),
        ("seven-year-old", [7]),
    ],
)
def test_numbers_by_value(text, values):
    assert numbers(text) == values


def test_whole_words_and_case_of_names():
    assert has_words("The  Lake\nCouncil met", "Lake Council", name=True)
    assert has_words("Officials met", "officials", name=True)
    assert not has_words("the lake council met", "Lake Council", name=True)
    assert not has_words("Councillor", "Council", name=True)


def test_stems_carry_over_word_forms_only():
    assert share_of_stems("Agreement on killings", "They agreed after the killing") == 1
    assert share_of_stems("Agreement on cities", "They met after the killing") == 0


@given(st.text(alphabet="ab \"'“”‘’«»\n7", max_size=60))
def test_ranges_never_hold_a_line_break_and_never_overlap(text):
    last = 0
    for start, end in quoted_ranges(text):
        assert last <= start <= end <= len(text)
        assert "\n" not in text[start:end]
        last = end
