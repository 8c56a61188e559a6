"""The brief in the terminal: 80 columns, no colour in a pipe, everything in it."""

from __future__ import annotations

import io
import re

import pytest
from rich.cells import cell_len
from rich.console import Console

from nutgraf.counting import counted
from nutgraf.results import Brief, Problem, Provenance
from nutgraf.scaling.estimate import Estimate
from nutgraf.telling import Briefs
from nutgraf.telling.progress import Tally
from nutgraf.telling.stories import Stories
from nutgraf.telling.terminal import show
from told import HARD, empty, full


def printed(brief: Brief, width: int = 80, *, terminal: bool = False) -> str:
    out = io.StringIO()
    show(brief, Console(file=out, width=width, force_terminal=terminal, highlight=False, markup=False, emoji=False))
    return out.getvalue()


@pytest.mark.parametrize("name", [*HARD, "full"])
@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_wider_than_the_terminal_nor_ends_in_blanks(name: str, width: int) -> None:
    shown = printed({**HARD, "full": full()}[name], width)
    for line in shown.splitlines():
        assert cell_len(line) <= width, line
        assert line == line.rstrip()


def test_a_pipe_gets_no_colour_and_the_same_words() -> None:
    plain, coloured = printed(full()), printed(full(), terminal=True)
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_entries_hang_from_their_labels() -> None:
    lines = printed(full(), 60).splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("  q1  direct   “We are back,"))
    assert lines[at + 1].startswith(" " * 15)


def test_own_fields_own_passes_and_problems_are_shown_the_gravest_first() -> None:
    shown = printed(full(), 200)
    assert "weapon drone" in shown
    assert "value 40; people drones" in shown
    assert shown.index("it is no sentence") < shown.index("the role is not in the article")
    assert "said by Kari Holm (q2)" in shown


@pytest.mark.parametrize(
    ("prompts", "shown"),
    [
        (("frame", "quotes"), "quotes"),
        (("frame", "events"), "events"),
        (("frame", "events_pointing", "summary_pointing"), "summary events"),
        (("frame", "crimes"), "crimes"),
        ((), "summary quotes events"),
    ],
)
def test_a_section_that_nobody_asked_for_is_not_shown(prompts: tuple[str, ...], shown: str) -> None:
    made_by = Provenance(model="m", host="h", prompts={f"{name}/v2": "0" * 64 for name in prompts}, version="0")
    brief = empty(provenance=made_by, items={"crimes": ()} if "crimes" in prompts else {})
    named = {"summary": ("Summary", ""), "quotes": ("Quotes", "said-by"), "events": ("Events", "timeline")}
    terminal, markdown, page = printed(brief).splitlines(), brief.to_markdown(), brief.to_html()
    for name, (title, anchor) in named.items():
        asked = name in shown.split()
        assert (title in terminal) is asked, name
        assert (f"## {title}\n" in markdown) is asked, name
        if anchor:
            assert (f'id="{anchor}"' in page) is (f'href="#{anchor}"' in page) is asked, name


def test_nothing_found_and_incomplete() -> None:
    assert printed(empty()).count("none found") == 3
    assert "INCOMPLETE" in printed(empty(complete=False))


def test_many_problems_fit_a_screen_and_the_rest_is_counted() -> None:
    long = "a reason that goes on " * 30
    problems = tuple(
        Problem(kind="k", step="events", item=f"e{n}", detail=long, resolution="dropped" if n % 2 else "field_cleared")
        for n in range(40)
    )
    shown = printed(full(problems=problems))
    checked = shown[shown.index("Checked") :].splitlines()
    assert len(checked) <= 24
    assert "20 dropped" in shown
    assert "20 field cleared" in shown
    assert "and 32 more (--problems shows all)" in " ".join(shown.split())


def test_what_is_open_and_by_whose_word_it_stands_there_is_shown() -> None:
    brief = full()
    (event, *others), (point,) = brief.events, brief.summary
    source = brief.quotes[0].speaker
    event = event.model_copy(update={"support": "open", "according_to": source, "disputed_by": ("q1",)})
    point = point.model_copy(update={"support": "open", "according_to": source})
    shown = printed(brief.model_copy(update={"events": (event, *others), "summary": (point,)}), 200)
    assert "Port reopened [open]" in shown
    assert "The port reopened on Friday. [according to Kari Holm; open]" in shown
    assert "denied by Kari Holm (q1)" in shown


def test_a_brief_shows_itself_in_a_few_lines() -> None:
    brief = full()
    shown = repr(brief)
    assert len(shown.splitlines()) <= 10
    assert all(len(line) <= 120 for line in shown.splitlines())
    assert "Port reopens" in shown
    assert "3 events, 1 point, " in shown
    assert str(brief) == shown
    for hostile in HARD.values():
        assert len(repr(hostile).splitlines()) <= 10
        assert all(c.isprintable() or c == "\n" for c in repr(hostile))


def test_one_of_a_thing_is_no_plural() -> None:
    assert [counted(n, "brief") for n in (0, 1, 2, 1_000)] == ["0 briefs", "1 brief", "2 briefs", "1,000 briefs"]
    assert [counted(n, "story", "stories") for n in (1, 2)] == ["1 story", "2 stories"]
    assert repr(Briefs([full()])) == "<1 brief>"
    assert repr(Stories([], articles=1)) == "<0 stories in 1 article>"
    assert str(Estimate(articles=1, requests=1, cached_requests=1)).splitlines()[:2] == [
        "1 article",
        "1 request, besides 1 answered by the cache",
    ]
    one, several = Tally(1), Tally(3)
    assert (str(one).split(" · ")[0], str(several).split(" · ")[0]) == ("0 of 1 article", "0 of 3 articles")
