"""A brief for the terminal: what was said, what happened, what was checked and what it cost."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from nutgraf.results import Brief, Event, Problem, Quote, Speaker, TimeRef, Usage
from nutgraf.telling.visible import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_RESOLUTIONS = {
    "repaired": "asked again and repaired",
    "replaced": "replaced by what the article says",
    "dropped": "dropped",
    "field_cleared": "field cleared",
    "unresolved": "not resolved",
}
_SHOWN_PROBLEMS = 12


def show(brief: Brief, console: Console, *, all_problems: bool = False) -> None:
    """Print a brief. Article text goes out as plain text: nothing in it is read as markup or control codes."""
    for line in lines(brief, all_problems=all_problems):
        console.print(line, soft_wrap=False)


def lines(brief: Brief, *, all_problems: bool = False) -> list[Text]:
    """The brief as styled lines."""
    from rich.text import Text

    out = [Text(visible(brief.headline or "(no headline)"), style="bold"), Text(_about(brief), style="dim")]
    if not brief.complete:
        out.append(Text("INCOMPLETE: a part of the work failed; see the problems below", style="bold red"))
    out += _section("Summary", [_bullet("•", visible(point.text)) for point in brief.summary])
    out += _section("Quotes", [_quote(q) for q in brief.quotes])
    out += _section("Events", [_event(e) for e in brief.events])
    for name, items in brief.items.items():
        out += _section(name.capitalize(), [_bullet("•", visible(_plainly(item))) for item in items])
    out += _section("Checked", _problems(brief.problems, all_problems))
    out += [Text(""), Text(_cost(brief), style="dim")]
    return out


def _section(title: str, body: list[Text]) -> list[Text]:
    from rich.text import Text

    return [Text(""), Text(title, style="bold cyan"), *(body or [Text("  none found", style="dim")])]


def _bullet(mark: str, words: str) -> Text:
    from rich.text import Text

    return Text.assemble(f"  {mark} ", words)


def _about(brief: Brief) -> str:
    article = brief.article
    known = [article.source, article.published.isoformat() if article.published else None, article.url]
    return visible(" · ".join(k for k in known if k) or article.key)


def _quote(quote: Quote) -> Text:
    from rich.text import Text

    words = visible(quote.text)
    words = words if quote.kind == "indirect" else f"“{words}”"
    found = Text.assemble(f"  {quote.id} ", (f"{quote.kind:8} ", "dim"), words)
    found.append(f" — {_speaker(quote.speaker)}", style="green")
    return found


def _speaker(speaker: Speaker | None) -> str:
    if speaker is None:
        return "speaker not found"
    name = speaker.name or (speaker.mention.text if speaker.mention else speaker.kind)
    beside = [part for part in (speaker.title, speaker.organization) if part]
    shown = f"{name} ({', '.join(beside)})" if beside else name
    return visible(shown + (" [by rule]" if speaker.basis == "rule" else ""))


def _event(event: Event) -> Text:
    from rich.text import Text

    found = Text.assemble(f"  {event.id} ", (f"{event.status:12} ", "magenta"), visible(event.title))
    details = [_time(event.time), event.place.text if event.place else None]
    details += [f"{p.name} ({p.role})" for p in event.participants]
    details += [q.span.text + (f" {q.role}" if q.role else "") for q in event.quantities]
    if event.asserted_by:
        details.append(f"according to {', '.join(event.asserted_by)}")
    if shown := "; ".join(visible(d) for d in details if d):
        found.append(f"\n     {shown}", style="dim")
    return found


def _time(time: TimeRef | None) -> str | None:
    if time is None or time.span is None:
        return None
    return f"{time.span.text} = {time.value}" if time.value and time.value != time.span.text else time.span.text


def _plainly(item: object) -> str:
    values = item.model_dump(exclude={"evidence"}) if hasattr(item, "model_dump") else {}
    return ", ".join(f"{name}: {value}" for name, value in values.items())


def _problems(problems: tuple[Problem, ...], every: bool) -> list[Text]:
    from rich.text import Text

    if not problems:
        return [Text("  nothing to report: every field is in the article", style="dim")]
    counts = Counter(p.resolution for p in problems)
    found = [Text("  " + ", ".join(f"{n} {_RESOLUTIONS[r]}" for r, n in counts.most_common()))]
    shown = problems if every else problems[:_SHOWN_PROBLEMS]
    for problem in shown:
        item = f" {visible(problem.item)}" if problem.item else ""
        found.append(
            Text(
                f"  - {problem.step}{item}: {visible(problem.detail)} → {_RESOLUTIONS[problem.resolution]}", style="dim"
            )
        )
    if len(shown) < len(problems):
        found.append(Text(f"  … and {len(problems) - len(shown)} more (--problems shows all)", style="dim"))
    return found


def _cost(brief: Brief) -> str:
    used: Usage = brief.usage
    parts = [f"{brief.provenance.model} at {brief.provenance.host}", f"{used.requests} requests"]
    if used.cached_requests:
        parts.append(f"{used.cached_requests} from the cache ({used.saved_tokens:,} tokens saved)")
    parts.append(f"{used.prompt_tokens:,} + {used.completion_tokens:,} tokens")
    if used.cost_usd is not None:
        parts.append(f"${used.cost_usd:.4f}")
    parts.append(f"{used.seconds:.1f} s")
    return visible(" · ".join(parts))
