"""A brief as Markdown: what it tells, with footnotes to the article's sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nutgraf.results import Brief, Cited, Event, Point, Quote, Span
from nutgraf.results.asked import asked_for
from nutgraf.telling import words
from nutgraf.telling.views import details
from nutgraf.telling.visible import visible

_ACTS = re.compile(r"[\\`*_\[\]<>&~|#$^]")
"""What Markdown - CommonMark's, GitHub's, a notebook's - reads as more than itself inside a line."""
_BEGINS = re.compile(r"^([-+=:]|\d+(?=[.)]))")
_AROUND = 240
"""Characters of a paragraph shown on each side of a quotation, where the paragraph is longer."""
_LONGEST_WORD = 40
"""Characters within which a word ends, in a script with spaces."""


def markdown_of(brief: Brief) -> str:
    """The brief: summary, quotes, events, own passes, what was checked; each footnote is a slice of the article."""
    return "\n".join(_Written(brief).lines()) + "\n"


def escaped(text: str) -> str:
    """Any text as Markdown that shows it: on one line, nothing in it read as markup."""
    shown = _ACTS.sub(r"\\\g<0>", " ".join(visible(text).split()))
    return _BEGINS.sub(lambda found: f"\\{found[0]}" if not found[0].isdigit() else f"{found[0]}\\", shown)


class _Written:
    """One brief on its way into lines; it numbers the footnotes as they come."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._notes: dict[tuple[int, int], int] = {}

    def lines(self) -> Iterator[str]:
        brief = self._brief
        article = brief.article
        yield f"# {escaped(brief.headline or '(no headline)')}"
        about = [article.source, words.day(article.published), *brief.topics]
        told = [escaped(part) for part in about if part]
        if url := words.link(article.url):
            told.append(f"<{url.replace('<', '%3C').replace('>', '%3E')}>")
        yield from ("", " · ".join(told)) if told else ()
        if not brief.complete:
            yield from ("", "**Incomplete.** A part of the work failed; what is missing below proves nothing.")
        if asked_for(brief, "summary"):
            yield from self._section("Summary", map(self._point, brief.summary))
        if asked_for(brief, "quotes"):
            yield from self._section("Quotes", map(self._quote, brief.quotes))
        if asked_for(brief, "events"):
            yield from self._section("Events", map(self._event, brief.events))
        if named := words.first_uncounted(brief):
            yield from ("", escaped(f"The article has no publication date, so {named} can’t be resolved."))
        for name, items in brief.items.items():
            yield from self._section(escaped(name).capitalize(), map(self._own, items))
        yield from self._section("Checked", self._checked())
        made = brief.provenance
        yield from ("", escaped(f"{made.model} at {made.host} · {' · '.join(words.cost(brief.usage))}"), "")
        yield from (f"[^{number}]: {self._shown(*place)}" for place, number in self._notes.items())

    def _section(self, title: str, entries: Iterator[str]) -> Iterator[str]:
        yield from ("", f"## {title}", "")
        nothing = "Nothing to report: what was answered stands as answered." if title == "Checked" else "None found."
        yield from [f"- {entry}" for entry in entries] or [nothing]

    def _point(self, point: Point) -> str:
        return escaped(point.text) + _beside(words.source(point), words.sureness(point)) + self._cited(point.evidence)

    def _quote(self, quote: Quote) -> str:
        office = words.speaker_office(quote.speaker)
        who = f"**{escaped(words.speaker_name(quote.speaker))}**" + (f" ({escaped(office)})" if office else "")
        cue = f", {escaped(words.by_which_words(quote))}" if quote.cue else ""
        to = f" to {escaped(quote.addressee)}" if quote.addressee else ""
        return f"{escaped(words.said(quote))} — {who}{cue}{to}" + self._cited([self._paragraph(quote.content)])

    def _event(self, event: Event) -> str:
        when = words.when(event.time) or (event.time.span.text if event.time and event.time.span else "")
        status = event.status if event.status != "occurred" else ""
        speakers = words.speakers_of(self._brief)
        said = self._voices("said by", event.asserted_by, speakers)
        denied = self._voices("denied by", event.disputed_by, speakers)
        told = [*words.particulars(event), *(f"{name} {value}" for name, value in details(event))]
        facts = "; ".join(escaped(part) for part in told if part)
        title = (f"**{escaped(when)}**: " if when else "") + escaped(event.title)
        source = words.source(event, [speakers.get(one, "") for one in event.asserted_by])
        beside = _beside(status, source, said, denied, words.sureness(event))
        return title + beside + self._cited(event.evidence) + (f"  \n  {facts}" if facts else "")

    def _voices(self, what: str, ids: Sequence[str], speakers: dict[str, str]) -> str:
        names = dict.fromkeys(speakers[one] for one in ids if one in speakers)
        return f"{what} {', '.join(names)}" if names else ""

    def _own(self, item: Cited | Quote) -> str:
        told = "; ".join(f"{escaped(name)} {escaped(value)}" for name, value in details(item, whole=True))
        return told + self._cited(item.content if isinstance(item, Quote) else item.evidence)

    def _checked(self) -> Iterator[str]:
        for resolution, problems in words.grouped(self._brief.problems):
            told = "".join(f"\n  - {escaped(words.told(problem))}" for problem in problems)
            yield f"{len(problems)} {words.RESOLUTIONS[resolution]}{told}"

    def _cited(self, spans: Sequence[Span]) -> str:
        numbers = [self._notes.setdefault((s.start, s.end), len(self._notes) + 1) for s in spans]
        return "".join(f"[^{number}]" for number in dict.fromkeys(numbers))

    def _paragraph(self, content: Sequence[Span]) -> Span:
        """The paragraph around what was said, or as much of a long one as shows who said it."""
        text = self._brief.article.text
        first, last = content[0].start, content[-1].end
        start = max(text.rfind("\n", 0, first) + 1, _word_begin(text, first - _AROUND))
        line = text.find("\n", last)
        end = min(len(text) if line < 0 else line, _word_begin(text, last + _AROUND))
        return self._brief.article.span(start, end)

    def _shown(self, start: int, end: int) -> str:
        return f"{escaped(self._brief.article.text[start:end])} (characters {start}–{end})"


def _word_begin(text: str, at: int) -> int:
    """Where the next word begins; the place itself where no space is near."""
    return (text.find(" ", at, at + _LONGEST_WORD) + 1 or at) if at > 0 else 0


def _beside(*parts: str) -> str:
    told = "; ".join(escaped(part) for part in parts if part)
    return f" *({told})*" if told else ""
