"""JSON-LD held against the schema.org vocabulary: every type, every property of it, every kind of value."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from nutgraf.results import Speaker
from told import HARD, full

NEWS = full().to_json_ld()


def nodes(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [node for one in value for node in nodes(one)]
    if not isinstance(value, dict):
        return []
    return [value, *(node for one in value.values() for node in nodes(one))]


def properties(kind: type) -> dict[str, str]:
    """Property name to its annotation, of a type and all that it derives from."""
    known: dict[str, str] = {}
    for cls in reversed(kind.__mro__):
        known |= {name: str(note) for name, note in getattr(cls, "__annotations__", {}).items()}
    return known


def fits(value: Any, note: str, models: Any) -> bool:
    kinds = set(re.findall(r"\w+", note))
    if isinstance(value, dict):
        kind = getattr(models, value["@type"])
        return bool(kinds & {cls.__name__ for cls in kind.__mro__})
    if value.startswith("https://schema.org/"):
        return any(name.endswith("Type") for name in kinds)
    if "date" in kinds:
        return dt.date.fromisoformat(value) is not None
    return bool(kinds & {"str", "URL"})


@pytest.mark.parametrize("node", [NEWS, *(brief.to_json_ld() for brief in HARD.values())], ids=["full", *HARD])
def test_every_node_is_in_the_vocabulary(node: dict[str, Any]) -> None:
    models = pytest.importorskip("msgspec_schemaorg.models")
    for found in nodes(node):
        known = properties(getattr(models, found["@type"]))
        for name, value in found.items():
            if name.startswith("@"):
                continue
            assert name in known, f"{found['@type']} has no {name}"
            for one in value if isinstance(value, list) else [value]:
                assert fits(one, known[name], models), f"{found['@type']}.{name} can't be {one!r}"


def test_what_the_article_is() -> None:
    assert NEWS["@type"] == "NewsArticle"
    assert (NEWS["url"], NEWS["datePublished"]) == ("https://example.org/port", "2026-03-14")
    assert NEWS["abstract"] == "The port reopened on Friday."


def test_indirect_speech_is_no_quotation() -> None:
    (quotation,) = NEWS["hasPart"]
    assert quotation["text"] == "We are back, … And we stay."
    assert quotation["spokenByCharacter"] == {"@type": "Person", "name": "Kari Holm", "jobTitle": "Mayor"}


def test_events_have_days_and_a_status_where_the_vocabulary_has_one() -> None:
    first, second, third = NEWS["mentions"]
    assert (first["startDate"], first["endDate"]) == ("2026-03-13", "2026-03-13")
    assert "eventStatus" not in first
    assert second["eventStatus"].endswith("EventScheduled")
    assert third["eventStatus"].endswith("EventCancelled")
    assert first["location"] == {"@type": "Place", "name": "HALDEN"}


@pytest.mark.parametrize(
    ("kind", "field"), [("organization", "spokenByCharacter"), ("document", "isBasedOn"), ("unnamed", "creditText")]
)
def test_a_speaker_is_what_the_article_says_they_are(kind: str, field: str) -> None:
    whole = full()
    speaker = Speaker(name=None if kind == "unnamed" else "Port", mention=whole.article.span(0, 6), kind=kind)
    quotes = (whole.quotes[0].model_copy(update={"speaker": speaker}),)
    (quotation,) = full(quotes=quotes, events=()).to_json_ld()["hasPart"]
    assert field in quotation
    assert {"spokenByCharacter", "isBasedOn", "creditText"} & set(quotation) == {field}


def test_an_article_without_a_url_is_named_by_its_text() -> None:
    node = HARD["nested"].to_json_ld()
    assert node["@id"].startswith("urn:sha256:")
    assert "url" not in node
