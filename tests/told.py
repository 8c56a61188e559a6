"""Briefs made by hand for the tests of what is shown: one of everything, and articles that make highlighting hard."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from nutgraf.article import Article, Span
from nutgraf.results import (
    Brief,
    Cited,
    Event,
    Participant,
    Point,
    Problem,
    Provenance,
    Quantity,
    Quote,
    Speaker,
    TimeRef,
    Usage,
)

MADE_BY = Provenance(
    model="m",
    host="h.example",
    prompts={f"{name}/v1": "0" * 64 for name in ("quotes", "events", "summary")},
    version="0.1.0",
)
STORY = (
    "HALDEN, Norway (Post) — The port reopened on Friday after 40 drones were shot down. “We are back,” said Mayor Kari "
    "Holm. “And we stay.”\n\nShe said a new pier would open in 2027.\n\nA parade set for Saturday was called off.\n\n"
    "Share this story"
)


def span(article: Article, words: str, nth: int = 0) -> Span:
    """The nth place where the article has these words."""
    at = -1
    for _ in range(nth + 1):
        at = article.text.index(words, at + 1)
    return article.span(at, at + len(words))


class Raid(Event):
    """An event with fields of a user's own."""

    weapon: Literal["drone", "missile"] | None = None
    target: Span | None = None


class Figure(Cited):
    """An item of a user's own pass."""

    value: float
    people: str


def full(**changes: Any) -> Brief:
    """A brief with one of everything."""
    article = Article.from_text(
        STORY, title="Port reopens", url="https://example.org/port", published="2026-03-14", source="Halden Post"
    )
    holm = Speaker(name="Kari Holm", mention=span(article, "Mayor Kari Holm"), title="Mayor", basis="rule")
    first = span(article, "The port reopened on Friday after 40 drones were shot down.")
    values: dict[str, Any] = {
        "article": article,
        "headline": "Port reopens",
        "topics": ("economy, business and finance",),
        "summary": (Point(text="The port reopened on Friday.", evidence=(first,)),),
        "quotes": (
            Quote(
                id="q1",
                kind="direct",
                content=(span(article, "We are back,"), span(article, "And we stay.")),
                speaker=holm,
                cue=span(article, "said"),
            ),
            Quote(
                id="q2",
                kind="indirect",
                content=(span(article, "a new pier would open in 2027"),),
                speaker=holm.model_copy(update={"mention": span(article, "She")}),
                cue=span(article, "said", 1),
            ),
        ),
        "events": (
            Raid(
                id="e1",
                title="Port reopened",
                status="occurred",
                participants=(Participant(name="port", mention=span(article, "port"), role="actor"),),
                place=span(article, "HALDEN"),
                time=TimeRef(
                    span=span(article, "Friday"),
                    value="2026-03-13",
                    start=dt.date(2026, 3, 13),
                    end=dt.date(2026, 3, 13),
                    precision="day",
                    basis="resolved",
                ),
                quantities=(Quantity(span=span(article, "40 drones"), value=40, unit="drones", role="shot down"),),
                evidence=(first,),
                weapon="drone",
                target=span(article, "port"),
            ),
            Raid(
                id="e2",
                title="A new pier will open",
                status="planned",
                time=TimeRef(
                    span=span(article, "2027"),
                    value="2027",
                    start=dt.date(2027, 1, 1),
                    end=dt.date(2027, 12, 31),
                    precision="year",
                    basis="stated",
                ),
                asserted_by=("q2",),
                evidence=(span(article, "She said a new pier would open in 2027."),),
            ),
            Raid(
                id="e3",
                title="A parade was called off",
                status="cancelled",
                evidence=(span(article, "A parade set for Saturday was called off."),),
            ),
        ),
        "items": {"figures": (Figure(value=40, people="drones", evidence=(first,)),)},
        "problems": (
            Problem(
                kind="no_sentence", step="events", item="'Halden'", detail="it is no sentence", resolution="dropped"
            ),
            Problem(kind="role", step="events", detail="the role is not in the article", resolution="field_cleared"),
        ),
        "usage": Usage(requests=1, prompt_tokens=1200, completion_tokens=80, cost_usd=0.0123, seconds=1.5),
        "provenance": MADE_BY,
    }
    return Brief(**(values | changes))


def empty(**changes: Any) -> Brief:
    """A brief in which nothing was found."""
    return Brief(**({"article": Article.from_text("Nothing happened."), "provenance": MADE_BY} | changes))


def marked(text: str, quotes: list[tuple[int, int]], events: list[tuple[int, int]], **changes: Any) -> Brief:
    """A brief whose quotes and events lie at these offsets."""
    article = Article(text=text, **({"dateline": None, "boilerplate": (), "title": text[:60]} | changes))
    return Brief(
        article=article,
        headline=article.title,
        quotes=tuple(
            Quote(
                id=f"q{n}",
                kind="direct",
                content=(article.span(*at),),
                speaker=Speaker(name=text[at[0] : at[1]][:40], title=text[:20]),
                cue=None,
            )
            for n, at in enumerate(quotes, 1)
        ),
        events=tuple(
            Event(id=f"e{n}", title=text[at[0] : at[1]][:200], status="occurred", evidence=(article.span(*at),))
            for n, at in enumerate(events, 1)
        ),
        provenance=MADE_BY,
    )


_ATTACK = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)> </span></article><b onclick=alert(3)>bold</b> &amp; "
    '{{ 7 * 7 }} {% for x in y %} ]]> <!-- --> javascript:alert(4) " onmouseover="alert(5) \' [bold]x[/bold]'
)
_CONTROLS = "A\x00B\x1b[31mC\x07 \u202egnorw\u202c \x9b1A \u200f\u061c and\r\nthe next line\rand the last.\r\n\r\nEnd."
_EMOJI = "“👨‍👩‍👧‍👦 came,” 🏳️‍🌈 said. 🧑🏽‍🚒 e\u0301tude 9️⃣ 🇹🇿 people came."
_RTL = "«سنعيدهم إلى ديارهم»، قال الوزير Ali Hassan يوم الأربعاء.\n\n„נחזיר אותם הביתה”, אמר דובר (312) ביום רביעי."
HARD: dict[str, Brief] = {
    "crossing": marked("one two three four five six", [(0, 13), (8, 23)], [(4, 18), (0, 27), (14, 27)]),
    "nested": marked("one two three four five six", [(4, 18), (8, 13)], [(0, 27), (0, 27), (9, 10)]),
    "unaligned": marked(
        "Words are split here.\n\nAnd over paragraphs too.", [(3, 8), (18, 30)], [(1, 2), (20, 24), (21, 23)]
    ),
    "script": marked(_ATTACK, [(0, 25), (3, 60)], [(20, len(_ATTACK))], url="javascript:alert(6)", source=_ATTACK[:90]),
    "controls": marked(_CONTROLS, [(0, 10), (3, 12)], [(8, len(_CONTROLS)), (38, 39)], source="\x1b[2J\u202eecruos"),
    "emoji": marked(_EMOJI, [(1, 4), (2, 9), (1, 14)], [(3, 20), (14, 30)]),
    "right to left": marked(_RTL, [(1, 19), (5, 40)], [(10, 60), (0, 57)]),
    "long word": marked("a" * 4_000 + " " + "“b" * 500, [(10, 3_990)], [(0, 4_000)]),
}
