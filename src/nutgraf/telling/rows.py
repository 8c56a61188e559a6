"""The row of one item: its fields flat, those that a class of the user's own adds behind ours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from nutgraf.results import Cited, Event, Point, Quote, Span, Statement, TimeRef
from nutgraf.results.said import told_name

Row = dict[str, Any]


def quote_row(quote: Quote) -> Row:
    """A quote."""
    speaker = quote.speaker
    return {
        "id": quote.id,
        "kind": quote.kind,
        "stance": quote.stance,
        "text": quote.text,
        "start": quote.content[0].start if quote.content else None,
        "end": quote.content[-1].end if quote.content else None,
        "pieces": len(quote.content),
        "speaker": speaker.name if speaker else None,
        "speaker_mention": speaker.mention.text if speaker and speaker.mention else None,
        "speaker_title": speaker.title if speaker else None,
        "speaker_organization": speaker.organization if speaker else None,
        "speaker_kind": speaker.kind if speaker else None,
        "speaker_basis": speaker.basis if speaker else None,
        **span_fields("cue", quote.cue),
        "addressee": quote.addressee,
        **own_fields(quote, Quote),
    }


def event_row(event: Event) -> Row:
    """An event."""
    return {
        "title": event.title,
        "status": event.status,
        **time_fields("time", event.time),
        **span_fields("place", event.place),
        "participants": "; ".join(participant.name for participant in event.participants) or None,
        **told_by(event),
        "disputed_by": " ".join(event.disputed_by) or None,
        **cited_fields(event, event.id),
        **own_fields(event, Event),
    }


def told_by(item: Event | Point) -> Row:
    """How sure a statement is, and by whose word it stands there."""
    return {
        "support": item.support,
        "according_to": told_name(item.according_to),
        "asserted_by": " ".join(item.asserted_by) or None,
    }


def own_row(item: Cited | Quote, name: str) -> Row:
    """A quote or event of a pass of one's own has the columns of the built-in one."""
    if isinstance(item, Quote):
        return quote_row(item) | {"id": id_of(item, name)}
    if isinstance(item, Event):
        return event_row(item) | {"id": id_of(item, name)}
    return cited_fields(item, name) | own_fields(item, Cited)


def id_of(item: BaseModel, name: str) -> str:
    """The id of a quote or event; else this name."""
    return (item.id if isinstance(item, (Quote, Event)) else "") or name


def span_fields(name: str, span: Span | None) -> Row:
    """A span's words and offsets, under a name."""
    return {name: span and span.text, f"{name}_start": span and span.start, f"{name}_end": span and span.end}


def place_fields(span: Span | None, name: str) -> Row:
    """The same where a row has one place only."""
    return {name: span and span.text, "start": span and span.start, "end": span and span.end}


def time_fields(name: str, time: TimeRef | None) -> Row:
    """A time's words and what they resolve to, under a name."""
    return {
        name: time.span.text if time and time.span else None,
        f"{name}_value": time.value if time else None,
        f"{name}_start": time.start if time else None,
        f"{name}_end": time.end if time else None,
        f"{name}_precision": time.precision if time else None,
        f"{name}_basis": time.basis if time else None,
        f"{name}_limit": time.limit if time else None,
    }


def cited_fields(item: Cited, name: str) -> Row:
    """Evidence and place of an item, under this id."""
    evidence = item.evidence
    return {
        "id": name,
        "evidence": " … ".join(span.text for span in evidence),
        "start": min(span.start for span in evidence),
        "end": max(span.end for span in evidence),
    }


def own_fields(item: BaseModel, base: type[BaseModel]) -> Row:
    """The fields that a class of the user's own adds to ours, flat."""
    found: Row = {}
    for name in type(item).model_fields:
        if name in base.model_fields:
            continue
        value = getattr(item, name)
        if isinstance(value, Span):
            found |= span_fields(name, value)
        elif isinstance(value, TimeRef):
            found |= time_fields(name, value)
        elif isinstance(value, (str, int, float, dt.date, type(None))):
            found[name] = value
        else:
            found[name] = _json(value)
    return found


def _json(value: Any) -> str:
    from pydantic_core import to_json

    return to_json(value).decode("utf-8")


def statement_row(statement: Statement) -> Row:
    """A statement that was checked. `article` and `evidence` are of the article that decides; `articles` names all."""
    first = statement.evidence[0] if statement.evidence else None
    spans: Sequence[Span] = first.spans if first else ()
    return {
        "statement": statement.text,
        "start": statement.span.start,
        "end": statement.span.end,
        "verdict": statement.verdict,
        "rule": statement.rule,
        "reason": statement.reason,
        "differs": _joined(statement.differs),
        "nowhere": _joined([fact.span for fact in statement.facts if not fact.stands]),
        "quotes": "; ".join(one.verdict.verdict for one in statement.quotes) or None,
        "according_to": statement.according_to,
        "article": first.article if first else None,
        "evidence": " … ".join(span.text for span in spans) or None,
        "evidence_start": spans[0].start if spans else None,
        "evidence_end": spans[-1].end if spans else None,
        "articles": "; ".join(one.article for one in statement.evidence) or None,
    }


def _joined(spans: Sequence[Span]) -> str | None:
    return "; ".join(span.text for span in spans) or None
