"""The words of a Markdown text, less its marks: what a reader of the rendered page reads, to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_DEEPEST = 100
"""Quotes and lists in one another; what lies deeper the parser leaves out."""
_ADDRESS = re.compile(r"\.{0,2}/\w|[#?]\w|www\.|[a-z][a-z0-9+.-]*:|\w+(?:[.-]\w+)*\.\w{2,}(?:$|[/?#])", re.IGNORECASE)
_UNSPACED = "\u2e80"
"""From here on scripts set no spaces between words: a mark inside of what looks like a word parts two."""


def without_markup(text: str) -> str:
    """The text of headings, paragraphs, list items and quotes, blank lines between them; HTML and tables stay as they are.

    No word is lost: pictures leave their descriptions, numbers stand before the items of numbered lists ("1986. A good
    year."), and what is marked up by chance only - "f*ck or sh*t", "[she](sic)", "[Anna]: Yes" - is left alone.
    """
    tokens = _parsed(text)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        return text
    bare = "\n\n".join(_blocks(tokens)) + "\n" * text.endswith("\n")
    return text if bare.split() == text.split() else bare


def _parsed(text: str) -> Sequence[Token]:
    parser = _parser()
    env: dict[str, Any] = {}
    tokens = parser.parse(text, env)
    seen = text.upper()
    if all(_is_reference(label, str(one["href"]), seen) for label, one in env.get("references", {}).items()):
        return tokens
    return parser.disable("reference").parse(text, {})


def _is_reference(label: str, href: str, text: str) -> bool:
    """Whether "[label]: href" is one: an address that another place goes by; not a footnote, nor who says a single word."""
    return not label.startswith("^") and _ADDRESS.match(href) is not None and text.count(f"[{label}]") > 1


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # Code is none in the news: paragraphs are indented, and a line of tildes would take a word with it.
    return MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST}).disable(["code", "fence"])


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    number = ""
    for token in tokens:
        if token.type == "list_item_open":
            number += f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "list_item_close" and number:
            yield number.strip()
            number = ""
        elif token.type == "inline":
            words = _words(token.children or [])
            if words.strip():
                yield number + words.strip()
                number = ""


def _words(tokens: Sequence[Token]) -> str:
    """What stands in a line."""
    parts: list[str] = []
    opened: list[str] = []
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.type == "image":
            parts.append(_words(token.children or []))
        elif token.nesting == 1:
            opening, closing = _literal(token, "".join(parts[-1:]))
            parts.append(opening)
            opened.append(closing)
        elif token.nesting == -1:
            parts.append(opened.pop())
        else:
            parts.append(token.content)
    return "".join(parts)


def _literal(token: Token, before: str) -> tuple[str, str]:
    """What stays of a pair of marks: nothing, unless they are none."""
    if token.type == "link_open":
        href = str(token.attrs.get("href", ""))
        return ("", "") if not href or _ADDRESS.match(href) else ("[", f"]({unquote(href)})")
    last = before[-1:]
    return (token.markup, token.markup) if last.isalnum() and last < _UNSPACED else ("", "")
