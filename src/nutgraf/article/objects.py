"""Articles as other tools hand them out: objects of fundus, newspaper4k and trafilatura, rows of a DataFrame, dicts.

Nothing of these tools is imported: what counts are the names of the fields.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeGuard

from nutgraf.errors import ArticleError

# fundus says plaintext, publishing_date; newspaper4k text, publish_date, meta_site_name; news-please maintext,
# date_publish, source_domain; trafilatura's objects text, date, sitename, its JSON source for the address and
# source-hostname for the site; schema.org articleBody, datePublished.
_NAMES = {
    "text": ("text", "plaintext", "maintext", "articleBody", "body", "content", "article"),
    "title": ("title", "headline"),
    "url": ("url", "canonical_link", "link"),
    "published": (
        "published publishing_date publish_date date_publish published_at publishedAt datePublished date".split()
    ),
    "source": "source sitename source-hostname publisher site meta_site_name hostname source_domain".split(),
    "key": ("key", "id"),
    "language": ("language", "lang", "inLanguage"),
}
_NESTED = {"url": (("html", "requested_url"), ("html", "responded_url"))}
NAMES_OF_TEXT = tuple(_NAMES["text"])
KNOWN = frozenset(name for names in _NAMES.values() for name in names)
"""Every name under which something of an article is looked for."""
_CODE = re.compile(r"[A-Za-z]{2}(?:[-_]\w+)?")
"""A code of a language: "en", "pt-BR"; a name ("English") is none."""
_ADDRESS = re.compile(r"https?://\S+$", re.IGNORECASE)


def values_in(found: object) -> dict[str, Any]:
    """Text, title, url, published, source, key and language as an object, a mapping or a row holds them; None for what it lacks."""
    fields = {name: _first(found, names) for name, names in _NAMES.items()}
    for name, paths in _NESTED.items():
        for outer, inner in paths:
            fields[name] = fields[name] or _plain(_get(_get(found, outer), inner))
    code = fields["language"]
    fields["language"] = code if isinstance(code, str) and _CODE.fullmatch(code) else None
    if isinstance(fields["source"], str) and _ADDRESS.match(fields["source"]):
        fields["url"] = fields["url"] or fields["source"]
        fields["source"] = _first(found, _NAMES["source"][1:])
    if _is_mapping(fields["source"]):  # {"id": …, "name": …}
        fields["source"] = _plain(fields["source"].get("name"))
    return fields


def fields_of(found: object) -> dict[str, Any]:
    """The arguments for `Article.from_text` that an object, a mapping or a row of a DataFrame holds.

    Raises:
        ArticleError: it has no text; the message names the fields that it has.
    """
    fields = values_in(found)
    # fundus's plaintext is the word "None" where it found no body.
    if not isinstance(fields["text"], str) or fields["text"] == "None" or not fields["text"].strip():
        raise ArticleError(_no_text(found))
    for name in ("title", "url", "source", "key"):
        if fields[name] is not None:
            fields[name] = str(fields[name])
    if not isinstance(fields["published"], dt.date | str | None):
        fields["published"] = str(fields["published"])
    return fields


class Rows:
    """The rows of a table, each as a mapping; read anew whenever they are gone through."""

    def __init__(self, count: int, rows: Callable[[], Iterator[Mapping[Any, Any]]]) -> None:
        self._count = count
        self._rows = rows

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Mapping[Any, Any]]:
        return self._rows()


def rows_of(found: Any) -> Rows | None:
    """The rows of a DataFrame of pandas or polars or of a table of arrow; None for what is none of these."""
    if hasattr(found, "itertuples") and hasattr(found, "columns"):

        def of_pandas() -> Iterator[Mapping[Any, Any]]:
            names = list(found.columns)
            return (dict(zip(names, row, strict=True)) for row in found.itertuples(index=False, name=None))

        return Rows(len(found), of_pandas)
    if hasattr(found, "iter_rows") and hasattr(found, "height"):
        return Rows(found.height, lambda: found.iter_rows(named=True))
    if hasattr(found, "to_batches") and hasattr(found, "num_rows"):
        return Rows(found.num_rows, lambda: (row for batch in found.to_batches() for row in batch.to_pylist()))
    return None


def is_one(found: object) -> bool:
    """True for what is one article as a whole, though it may be gone through: a record, a row, an object with a text."""
    return _is_mapping(found) or isinstance(values_in(found)["text"], str)


def _first(found: object, names: Sequence[str]) -> Any:
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
