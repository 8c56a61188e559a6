"""A brief for the terminal: what was said, what happened, what was checked and what it cost.

Wrapped to the width of the terminal (80 columns where there is none), each entry with a hanging indent; colour only
adds, so that the same lines read well in a pipe or with NO_COLOR.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.results import Brief, Event, Point, Problem, Quote, TimeRef
from nutgraf.results.asked import asked_for
from nutgraf.telling import words
from nutgraf.telling.views import details
from nutgraf.telling.visible import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_SHOWN_PROBLEMS = 8
_LONGEST_PROBLEM = 150
"""Characters: two lines of a screen. With the headings all of it fits a screen of 24 lines."""
_NARROWEST = 20
_BY_RULE = "°"
"""Behind a speaker whom a rule found; the section says so below."""


@dataclass(frozen=True)
class Entry:
    """One entry: what stands before it, and its text, which wraps beside that."""

    lead: str
    text: Text


def show(brief: Brief, console: Console, *, all_problems: bool = False) -> None:
    """Print a brief. Article text goes out as plain text: nothing in it is read as markup or control codes."""
    show_entries(entries(brief, all_problems=all_problems), console)


def show_entries(entries: Iterable[Entry], console: Console) -> None:
    """Print entries, each wrapped beside what stands before it."""
    for entry in entries:
        indent = len(entry.lead)
        width = max(console.width - indent, _NARROWEST)
        for number, part in enumerate(entry.text.wrap(console, width) or [entry.text]):
            shown = _joined(entry.lead if number == 0 else " " * indent, part)
            shown.rstrip()
            console.print(shown, soft_wrap=True)


def entries(brief: Brief, *, all_problems: bool = False) -> list[Entry]:
    """The brief as entries, in the order in which they are printed."""
    out = [line(visible(brief.headline or "(no headline)"), "bold"), line(_about(brief), "dim")]
    if not brief.complete:
        out.append(line("INCOMPLETE: a part of the work failed; see the problems below", "bold red"))
    if asked_for(brief, "summary"):
        out += _section("Summary", [_point(point) for point in brief.summary])
    if asked_for(brief, "quotes"):
        out += _section("Quotes", [_quote(q, n) for n, q in enumerate(brief.quotes, 1)])
    if any(_by_rule(quote) for quote in brief.quotes):
        out.append(line(f"  {_BY_RULE} a rule found the speaker, not the model", "dim"))
    if asked_for(brief, "events"):
        out += _section("Events", [entry for n, e in enumerate(brief.events, 1) for entry in _event(e, n, brief)])
    if shown := words.first_uncounted(brief):
        out.append(
            line(f"  No publication date, so {shown} can't be resolved: give it (--published, published=…)", "dim")
        )
    for name, items in brief.items.items():
        told = ["; ".join(f"{field} {value}" for field, value in details(item, whole=True)) for item in items]
        out += _section(visible(name).capitalize(), [Entry("  • ", _text(line)) for line in told])
    out += _section("Checked", _problems(brief.problems, every=all_problems))
    return [*out, line(""), line(_cost(brief), "dim")]


def _joined(lead: str, line: Text) -> Text:
    from rich.text import Text

    return Text.assemble(lead, line)


def _text(words_: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(words_, style=style)


def line(words_: str, style: str = "") -> Entry:
    """One line with nothing before it."""
    return Entry("", _text(words_, style))


def _section(title: str, body: list[Entry]) -> list[Entry]:
    return [line(""), line(title, "bold cyan"), *(body or [Entry("  ", _text("none found", "dim"))])]


def _about(brief: Brief) -> str:
    article = brief.article
    known = [article.source, article.published.isoformat() if article.published else None, article.url, *brief.topics]
    return visible(" · ".join(k for k in known if k) or article.key)


def _point(point: Point) -> Entry:
    found = _text(visible(point.text))
    if beside := "; ".join(part for part in (words.source(point), words.sureness(point)) if part):
        found.append(f" [{beside}]", style="dim")
    return Entry("  • ", found)


def _quote(quote: Quote, number: int) -> Entry:
    found = _text(words.said(quote))
    found.append(f" — {_speaker(quote)}", style="green")
    return Entry(f"  {visible(quote.id or f'q{number}'):<4}{quote.kind:<9}", found)


def _speaker(quote: Quote) -> str:
    """Who said it and by which words: "Kari Holm (Mayor), said"."""
    name, office = words.speaker_name(quote.speaker), words.speaker_office(quote.speaker)
    by_rule = f" {_BY_RULE}" if _by_rule(quote) else ""
    cue = words.by_which_words(quote)
    return (f"{name} ({office})" if office else name) + (f", {cue}" if cue else "") + by_rule


def _by_rule(quote: Quote) -> bool:
    return quote.speaker is not None and quote.speaker.basis == "rule"


def _voices(ids: tuple[str, ...], speakers: Mapping[str, str]) -> str:
    """Who speaks in these quotes: "Kari Holm (q1), the police (q3)"."""
    return ", ".join(f"{speakers[one]} ({one})" if one in speakers else one for one in ids)


def _event(event: Event, number: int, brief: Brief) -> list[Entry]:
    lead = f"  {visible(event.id or f'e{number}'):<4}{event.status:<13}"
    told = [_time(event.time), *words.particulars(event)]
    speakers = words.speakers_of(brief)
    told.append(words.source(event, [speakers.get(one, "") for one in event.asserted_by]))
    if event.asserted_by:
        told.append(f"said by {_voices(event.asserted_by, speakers)}")
    if event.disputed_by:
        told.append(f"denied by {_voices(event.disputed_by, speakers)}")
    told += [f"{name} {value}" for name, value in details(event)]
    title = _text(visible(event.title))
    if mark := words.sureness(event):
        title.append(f" [{mark}]", style="dim")
    found = [Entry(lead, title)]
    if shown := "; ".join(visible(part) for part in told if part):
        found.append(Entry(" " * 6, _text(shown, "dim")))
    return found


def _time(time: TimeRef | None) -> str | None:
    if time is None or time.span is None:
        return None
    return f"{time.span.text} = {time.value}" if time.value and time.value != time.span.text else time.span.text


def _problems(problems: tuple[Problem, ...], *, every: bool) -> list[Entry]:
    if not problems:
        return [Entry("  ", _text("nothing to report: what was answered stands as answered", "dim"))]
    found: list[Entry] = []
    left = len(problems) if every else _SHOWN_PROBLEMS
    for resolution, group in words.grouped(problems):
        found.append(Entry("  ", _text(f"{len(group)} {words.RESOLUTIONS[resolution]}")))
        longest = None if every else _LONGEST_PROBLEM
        found += [Entry("  - ", _text(words.told(problem, longest), "dim")) for problem in group[:left]]
        left -= len(group[:left])
    shown = sum(entry.lead == "  - " for entry in found)
    if shown < len(problems):
        found.append(Entry("  … ", _text(f"and {len(problems) - shown} more (--problems shows all)", "dim")))
    return found


def _cost(brief: Brief) -> str:
    made = brief.provenance
    return visible(" · ".join([f"{made.model} at {made.host}", *words.cost(brief.usage)]))
