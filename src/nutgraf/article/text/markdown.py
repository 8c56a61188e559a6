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
_TAGS = frozenset(
    "a abbr b big blockquote br center cite code dd del details div dl dt em figcaption figure font h1 h2 h3 h4 h5 h6 hr i img ins "
    "kbd li mark nobr ol p pre s section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul wbr".split()
)
"""Of HTML, which people write where Markdown has no marks; "<unknown>" is none."""
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")
_PARTING = frozenset("blockquote br dd div dt figcaption h1 h2 h3 h4 h5 h6 hr li p tr".split())
"""Tags at which a line begins."""
_NOTE = re.compile(r"\[\^([^\]\s]+)\]")
_NOTE_TOLD = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:[ \t]+(?=\S)", re.MULTILINE)
_UNSPACED = "\u2e80"
"""From here on scripts set no spaces between words: a mark inside of what looks like a word parts two."""


def without_markup(text: str) -> str:
    """The text of headings, paragraphs, list items, quotes, notes and tables, blank lines between them.

    No word is lost: pictures leave their descriptions, footnotes stand where their words do, a table leaves a line for each row,
    a number stands before what is no list that counts from one ("1986. A good year."); and what is marked up by chance
    only - "f*ck or sh*t", "[she](sic)", "[Anna]: Yes", "<unknown>" - is left alone.
    """
    tokens = _parsed(without_notes(text))
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        return text
    bare = "\n\n".join(_blocks(tokens)) + "\n" * text.endswith("\n")
    return text if bare.split() == text.split() else bare


def without_notes(text: str) -> str:
    """The text less the marks of footnotes that it has: "[^1]" where one is asked for, "[^1]:" where it stands."""
    told = set(_NOTE_TOLD.findall(text))
    asked = set(_NOTE.findall(_NOTE_TOLD.sub("", text)))
    notes = told & asked
    if not notes:
        return text
    text = _NOTE_TOLD.sub(lambda found: "\n" if found[1] in notes else found[0], text)
    return _NOTE.sub(lambda found: "" if found[1] in notes else found[0], text)


def _parsed(text: str) -> Sequence[Token]:
    parser = _parser()
    env: dict[str, Any] = {}
    tokens = parser.parse(text, env)
    seen = text.upper()
    if not all(_is_reference(label, str(one["href"]), seen) for label, one in env.get("references", {}).items()):
        parser.disable("reference")
        tokens = parser.parse(text, {})
    if _lose_cells(tokens, text):
        tokens = parser.disable("table").parse(text, {})
    return tokens


def _lose_cells(tokens: Sequence[Token], text: str) -> bool:
    """Whether a row has more cells than its table: these are no part of what is read of it."""
    lines = text.splitlines()
    at: slice | None = None
    held = 0
    for token in tokens:
        if token.type == "tr_open" and token.map:
            at, held = slice(*token.map), 0
        elif token.type == "tr_close" and at is not None:
            if held < sum(map(str.isalnum, "".join(lines[at]))):
                return True
            at = None
        elif token.type == "inline" and at is not None:
            held += sum(map(str.isalnum, token.content))
    return False


def _is_reference(label: str, href: str, text: str) -> bool:
    """Whether "[label]: href" is one: an address that another place goes by; not a footnote, nor who says a single word."""
    return not label.startswith("^") and _ADDRESS.match(href) is not None and text.count(f"[{label}]") > 1


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # Code is none in the news: paragraphs are indented, and a line of tildes would take a word with it.
    # HTML stands in paragraphs: what is a tag is told there.
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _DEEPEST})
    return parser.enable(["table", "strikethrough"]).disable(["code", "fence", "html_block"])


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    number = ""
    cells: list[str] | None = None
    counting = _counting(tokens)
    rows: list[str] = []
    for at, token in enumerate(tokens):
        if token.type == "list_item_open":
            number += f"{token.info}{token.markup} " if token.info and at not in counting else ""
        elif token.type == "list_item_close" and number:
            yield number.strip()
            number = ""
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            rows += [" | ".join(cells)] if cells else []
            cells = None
        elif token.type == "table_close":
            yield number + "\n".join(rows)
            number, rows = "", []
        elif token.type == "inline":
            words = _words(token.children or []).strip()
            if words and cells is not None:
                cells.append(words)
            elif words:
                yield number + words
                number = ""


def _counting(tokens: Sequence[Token]) -> frozenset[int]:
    """The items, by their place, of lists of two or more that count from one: their numbers are marks and say nothing."""
    found: set[int] = set()
    lists: list[list[int]] = []
    for at, token in enumerate(tokens):
        if token.type == "ordered_list_open":
            lists.append([])
        elif token.type == "list_item_open" and token.info:
            lists[-1].append(at)
        elif token.type == "ordered_list_close":
            items = lists.pop()
            if len(items) > 1 and [tokens[item].info for item in items] == [str(n + 1) for n in range(len(items))]:
                found.update(items)
    return frozenset(found)


def _words(tokens: Sequence[Token]) -> str:
    """What stands in a line."""
    parts: list[str] = []
    opened: list[str] = []
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.type == "html_inline":
            parts.append(_tag(token.content))
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


def _tag(written: str) -> str:
    """What stays of a tag of HTML, or of a comment: the end of a line, or nothing; all of what is none."""
    if written.startswith("<!--"):
        return ""
    found = _TAG.match(written)
    name = found[1].lower() if found is not None else ""
    return written if name not in _TAGS else "\n" if name in _PARTING else ""


def _literal(token: Token, before: str) -> tuple[str, str]:
    """What stays of a pair of marks: nothing, unless they are none."""
    if token.type == "link_open":
        href = str(token.attrs.get("href", ""))
        return ("", "") if not href or _ADDRESS.match(href) else ("[", f"]({unquote(href)})")
    last = before[-1:]
    return (token.markup, token.markup) if last.isalnum() and last < _UNSPACED else ("", "")
