"""Articles as other tools hand them out: objects of fundus, newspaper4k and trafilatura, rows of a DataFrame, dicts.

Nothing of these tools is imported: what counts are the names of the fields.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, TypeGuard

from nutgraf.errors import ArticleError

# fundus says plaintext, publishing_date; newspaper4k text, publish_date; trafilatura text, date, sitename.
_NAMES = {
    "text": ("text", "plaintext", "maintext", "body", "content", "article"),
    "title": ("title", "headline"),
    "url": ("url", "canonical_link", "link"),
    "published": ("published", "publishing_date", "publish_date", "date_publish", "published_at", "date"),
    "source": ("source", "sitename", "publisher", "site", "hostname"),
    "key": ("key", "id"),
}
_NESTED = {"url": (("html", "requested_url"), ("html", "responded_url"))}


def fields_of(found: object) -> dict[str, Any]:
    """The arguments for `Article.from_text` that an object, a mapping or a row of a DataFrame holds.

    Raises:
        ArticleError: it has no text; the message names the fields that it has.
    """
    fields = {name: _first(found, names) for name, names in _NAMES.items()}
    for name, paths in _NESTED.items():
        for outer, inner in paths:
            fields[name] = fields[name] or _plain(_get(_get(found, outer), inner))
    # fundus's plaintext is the word "None" where it found no body.
    if not isinstance(fields["text"], str) or fields["text"] == "None" or not fields["text"].strip():
        raise ArticleError(_no_text(found))
    for name in ("title", "url", "source", "key"):
        if fields[name] is not None:
            fields[name] = str(fields[name])
    if not isinstance(fields["published"], dt.date | str | None):
        fields["published"] = str(fields["published"])
    return fields


def _first(found: object, names: tuple[str, ...]) -> Any:
    for name in names:
        value = _plain(_get(found, name))
        if value is not None:
            return value
    return None


def _get(found: object, name: str) -> Any:
    if _is_mapping(found):
        return found.get(name)
    # A row of a DataFrame answers by key; its attributes are the DataFrame's own.
    if hasattr(found, "index") and hasattr(found, "to_dict"):
        by_key = getattr(found, "get", None)
        return by_key(name) if by_key is not None else None
    return getattr(found, name, None)


def _is_mapping(found: object) -> TypeGuard[Mapping[Any, Any]]:
    return isinstance(found, Mapping)


def _plain(value: Any) -> Any:
    """None for what stands for nothing: None, "", NaN, NaT, NA, a method of that name."""
    if value is None or callable(value) or isinstance(value, Exception):
        return None
    try:
        if value != value:  # noqa: PLR0124 - how NaN and NaT differ from every value
            return None
        return None if isinstance(value, str) and not value.strip() else value
    except (TypeError, ValueError):
        return None


def _no_text(found: object) -> str:
    kind = type(found).__name__
    if _is_mapping(found):
        names = [str(name)[:40] for name in list(found)[:20]]
    else:
        names = [name for name in vars(found) if not name.startswith("_")][:20] if hasattr(found, "__dict__") else []
    if any(_get(found, name) is not None for name in _NAMES["text"]):
        return f"this {kind} has no text yet: parse it first, or look whether the page held an article"
    has = f" (it has {', '.join(names)})" if names else ""
    return f"an object of type {kind} is no article{has}; pass a str, an Article, or something with a `text`: Article.from_text(…)"
