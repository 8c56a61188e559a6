"""The tree of a page, made ready for trafilatura: the marks of `<q>`, the spaces to keep, and no more parts than it can bear."""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from typing import Any

# Spaces that say "do not break here" or set off figures and marks; trafilatura would make plain spaces of them.
_KEPT_SPACES = "\u00a0\u202f\u2007\u2009\u3000"
_INLINE = tuple("b i em strong u s font small big mark sub sup abbr cite span q".split())
_MANY_IN_ONE = 200
"""Inline parts of one element. Two text nodes are compared for each pair of them: beyond this they go, whatever they say."""
_KEPT_IN_LINE = frozenset({"br", "img", "script", "style", "template", "svg", "math"})
"""What a line may hold that is no word of it, or ends it."""
_MANY_CELLS = 100
_SHORT_CELL = 40
"""Characters. A table of many cells that are shorter on average holds data; one that lays out a page does not."""
_BLOCKS = tuple("p div li td th dt dd h1 h2 h3 h4 h5 h6 section article blockquote".split())
_MANY_BLOCKS = 2_500
"""Blocks that justext looks through again and again, each against the next: beyond this trafilatura does without it."""


def stand_ins(page: str) -> dict[str, str]:
    """For each space to keep, a printable character that the page does not use."""
    unused = (chr(point) for point in range(0x2801, 0x2900) if chr(point) not in page)
    return dict(zip(_KEPT_SPACES, unused, strict=False))


def prepare(tree: Any, spaces: dict[str, str]) -> None:
    """Give `<q>` its marks, put stand-ins for spaces, and make one text of what inline tags part."""
    for unscripted in list(tree.iter("noscript")):  # it speaks to visitors without JavaScript, or repeats a picture
        unscripted.drop_tree()
    for quotation in tree.iter("q"):
        quotation.text = "“" + (quotation.text or "")
        if len(quotation):
            quotation[-1].tail = (quotation[-1].tail or "") + "”"
        else:
            quotation.text += "”"
    for part in _inline_parts(tree):
        part.tag = "q"
    import_module("lxml.etree").strip_tags(tree, "q")
    for table in list(tree.iter("table")):
        if _holds_data(table):
            table.drop_tree()
    kept = str.maketrans(spaces)
    for element in tree.iter():
        # Set anew even where nothing is replaced: this joins the text nodes that strip_tags leaves side by side.
        if element.text:
            element.text = element.text.translate(kept)
        if element.tail:
            element.tail = element.tail.translate(kept)


def is_large(tree: Any) -> bool:
    """True for a page of more blocks than any article: trafilatura then has to do with its own rules."""
    return sum(1 for _ in tree.iter(*_BLOCKS)) > _MANY_BLOCKS


def _inline_parts(tree: Any) -> list[Any]:
    """What parts the words of a line and may go, its words staying."""
    counted = Counter(part.getparent() for part in tree.iter(*_INLINE))
    crowded = {parent for parent, count in counted.items() if count > _MANY_IN_ONE}
    # With a class or id it may be what trafilatura takes out: a share button, a hidden word.
    found = [p for p in tree.iter(*_INLINE) if p.tag == "q" or not p.attrib or p.getparent() in crowded]
    # A paragraph is no menu: of hundreds of links in one, or of whatever tags, the words count.
    for paragraph in tree.iter("p"):
        if len(paragraph) > _MANY_IN_ONE:
            found += [part for part in paragraph if isinstance(part.tag, str) and part.tag not in _KEPT_IN_LINE]
    return found


def _holds_data(table: Any) -> bool:
    cells = sum(1 for _ in table.iter("td", "th"))
    return cells > _MANY_CELLS and len(table.text_content()) < cells * _SHORT_CELL
