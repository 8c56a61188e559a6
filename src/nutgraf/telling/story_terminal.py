"""Stories for the terminal: each in a few lines, what is told differently marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from nutgraf.counting import counted
from nutgraf.results import Conflict, Story
from nutgraf.telling import words
from nutgraf.telling.story_page import KINDS, paper
from nutgraf.telling.terminal import Entry, line, show_entries
from nutgraf.telling.visible import visible

if TYPE_CHECKING:
    from rich.console import Console

    from nutgraf.telling.stories import Stories


def show_stories(stories: Stories, console: Console) -> None:
    """Print the stories, then what was compared. All text goes out as plain text: no markup, no control codes."""
    show_entries([entry for story in stories for entry in _entries(story)], console)
    parts = [counted(stories.articles, "article"), counted(stories.events, "event")]
    ends = [(f"{counted(len(stories), 'story', 'stories')} in {' with '.join(parts)}", "dim")]
    ends += [(visible(problem.detail), "yellow") for problem in stories.problems]
    show_entries([line(text, style) for text, style in ends], console)


def _entries(story: Story) -> Iterator[Entry]:
    yield line(visible(story.title), "bold")
    for style, text in _lines(story):
        yield Entry("  ", line(text, style).text)
    yield line("")


def _lines(story: Story) -> Iterator[tuple[str, str]]:
    named = {source.article: paper(source) for source in story.sources}
    days = [words.day(source.published) or "no date" for source in story.sources]
    told = (f"{paper(source)} {day}" for source, day in zip(story.sources, days, strict=True))
    yield "dim", " · ".join(part for part in (words.when(story.when), "; ".join(told)) if part)
    for happening in story.happenings:
        tellers = dict.fromkeys(named[event.article] for event in happening.events)
        status = "" if happening.status == "occurred" else f" ({happening.status})"
        day = words.when(happening.when) or "no date given"
        yield "", f"{day}: {visible(happening.title)}{status} - {', '.join(tellers)}"
    yield from _differences("told differently", "yellow", story.conflicts, named)
    yield from _differences("corrected", "", story.corrections, named)
    for quote in story.quotes:
        changes = [change for telling in quote.tellings for change in telling.differences]
        altered = f" - altered: {visible('; '.join(changes))}" if changes else ""
        papers = dict.fromkeys(named[telling.article] for telling in quote.tellings)
        yield "", f"quotation “{visible(quote.text)}” in {', '.join(papers)}{altered}"


def _differences(label: str, style: str, found: Sequence[Conflict], named: dict[str, str]) -> Iterator[tuple[str, str]]:
    for one in found:
        about = KINDS[one.kind] + (f" ({visible(one.about)})" if one.kind in ("quantity", "speaker") else "")
        accounts = dict.fromkeys(f"{visible(a.value)} - {named.get(a.article, a.article)}" for a in one.accounts)
        yield style, f"{label}: {about}: {'; '.join(accounts)}"
