"""From a piece of HTML that holds nothing but a story - a feed's entry, a mail - to its text."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from nutgraf.article.web.tree import prepare, stand_ins
from nutgraf.errors import MissingDependencyError

_NO_TEXT = ("script", "style", "head", "title", "template", "svg", "form", "button")
_HIDDEN = ".//*[contains(translate(@style, ' ', ''), 'display:none')]"


def text_of(html: str, what: str) -> str:
    """Its paragraphs, a blank line between them: everything, as nothing else is supposed to be there.

    Raises:
        MissingDependencyError: the packages that read HTML are not installed; `what` names what needs them.
    """
    try:
        justext: Any = import_module("justext.core")
        trafilatura: Any = import_module("trafilatura")
    except ImportError as error:
        raise MissingDependencyError(what, "html") from error
    tree = trafilatura.load_html(f"<html><body><div>{html}</div></body></html>")
    if tree is None:
        return ""
    for part in [*tree.iter(*_NO_TEXT), *tree.xpath(_HIDDEN)]:
        if part.getparent() is not None:
            part.drop_tree()
    spaces = stand_ins(html)
    prepare(tree, spaces)
    back = str.maketrans({stand_in: space for space, stand_in in spaces.items()})
    paragraphs = (" ".join(p.text.split()) for p in justext.ParagraphMaker.make_paragraphs(tree))
    return "\n\n".join(words for words in paragraphs if words).translate(back)
