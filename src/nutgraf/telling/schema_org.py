"""A brief as schema.org JSON-LD: a NewsArticle with the quotations that are its parts and the events that it mentions.

Quotation nodes are words inside marks alone: indirect speech is the reporter's wording. Their description is the
stance and the cue; parts of sentences that are denied are left out. A speaker is named only where the article names one. The vocabulary has no word for status "hypothetical", nor for offsets; they are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nutgraf.results import Brief, Event, Quote, Speaker
from nutgraf.results.said import asserts, in_own_words
from nutgraf.telling import words

if TYPE_CHECKING:
    from collections.abc import Iterable

Node = dict[str, Any]

_STATUS = {
    "planned": "https://schema.org/EventScheduled",
    "cancelled": "https://schema.org/EventCancelled",
    "postponed": "https://schema.org/EventPostponed",
}


def json_ld(brief: Brief) -> Node:
    """The NewsArticle node, ready for `json.dumps`."""
    article, url = brief.article, words.link(brief.article.url)
    base = url or f"urn:sha256:{article.digest}"
    return _said(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "@id": base,
            "url": url,
            "headline": brief.headline,
            "datePublished": article.published.isoformat() if article.published else None,
            # Without a URL the source is often no publisher but the name of a file.
            "publisher": {"@type": "Organization", "name": article.source} if url and article.source else None,
            "abstract": " ".join(_sentence(point.text) for point in brief.summary),
            "keywords": list(brief.topics),
            "hasPart": [_quotation(quote, base) for quote in brief.quotes if _is_quotation(quote)],
            "mentions": [_event(event, base, brief.quotes) for event in brief.events],
        }
    )


def _is_quotation(quote: Quote) -> bool:
    """Words in marks that the speaker asserts or asks; words that somebody only denies are nobody's quotation."""
    return in_own_words(quote) and asserts(quote)


def _quotation(quote: Quote, base: str) -> Node:
    speaker = quote.speaker
    by = _speaker(speaker)
    unnamed = speaker.mention.text if speaker and speaker.mention and not speaker.name else None
    return _said(
        {
            "@type": "Quotation",
            "@id": f"{base}#{quote.id}" if quote.id else None,
            "text": quote.text,
            "description": ", ".join(part for part in (quote.stance, words.by_which_words(quote)) if part),
            "spokenByCharacter": by if by and by["@type"] != "CreativeWork" else None,
            "isBasedOn": by if by and by["@type"] == "CreativeWork" else None,
            "creditText": unnamed,
            "isPartOf": {"@type": "NewsArticle", "@id": base},
        }
    )


def _speaker(speaker: Speaker | None) -> Node | None:
    if speaker is None or speaker.name is None:
        return None
    if speaker.kind == "document":
        return {"@type": "CreativeWork", "name": speaker.name}
    if speaker.kind in ("organization", "group"):
        return {"@type": "Organization", "name": speaker.name}
    office = {"@type": "Organization", "name": speaker.organization} if speaker.organization else None
    return _said({"@type": "Person", "name": speaker.name, "jobTitle": speaker.title, "affiliation": office})


def _event(event: Event, base: str, quotes: Iterable[Quote]) -> Node:
    quoted = {quote.id for quote in quotes if _is_quotation(quote)}
    told_in = [{"@type": "Quotation", "@id": f"{base}#{name}"} for name in event.asserted_by if name in quoted]
    time = event.time
    return _said(
        {
            "@type": "Event",
            "@id": f"{base}#{event.id}" if event.id else None,
            "name": event.title,
            "description": " ".join(span.text for span in event.evidence),
            "startDate": time.start.isoformat() if time and time.start else None,
            "endDate": time.end.isoformat() if time and time.end else None,
            "location": {"@type": "Place", "name": event.place.text} if event.place else None,
            "eventStatus": _STATUS.get(event.status),
            "about": [{"@type": "Thing", "name": one.name} for one in event.participants],
            "subjectOf": [{"@type": "NewsArticle", "@id": base}, *told_in],
        }
    )


def _sentence(text: str) -> str:
    return text if text.rstrip("”’\"'").endswith((".", "!", "?", "…")) else f"{text}."


def _said(node: Node) -> Node:
    """The node without what is not known."""
    return {name: value for name, value in node.items() if value not in (None, "", [])}
