"""A revision as a page and for the terminal: what of the brief changed, then each sentence that did, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

from nutgraf.counting import counted
from nutgraf.results import FieldChange, ItemChange, Revision, SentenceChange
from nutgraf.telling import words
from nutgraf.telling.html import still_page
from nutgraf.telling.visible import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_PIECE = re.compile(r"\s+|\w+|[^\w\s]")
_STYLES = {"same": "", "gone": "red strike", "come": "green underline"}


@dataclass(frozen=True)
class Piece:
    """Some words of a changed sentence."""

    kind: Literal["same", "gone", "come"]
    text: str


def revision_page(revision: Revision) -> str:
    """The page of a revision."""
    return still_page(
        "revision_page.html",
        title=visible(revision.new.title or "Revision"),
        revision=revision,
        versions=[
            (name, visible(article.source or ""), words.day(article.published) or "no date")
            for name, article in (("older", revision.old), ("newer", revision.new))
        ],
        sentences=[(one, pieces(one)) for one in revision.sentences],
        asked=asked(revision),
    )


def pieces(change: SentenceChange) -> list[Piece]:
    """A changed sentence: what stayed, what is gone, what came."""
    one, other = (_PIECE.findall(span.text) if span else [] for span in (change.old, change.new))
    found: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(a=one, b=other, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Piece("same", visible("".join(one[a:b]))))
            continue
        if a < b:
            found.append(Piece("gone", visible("".join(one[a:b]))))
        if c < d:
            found.append(Piece("come", visible("".join(other[c:d]))))
    return found


def asked(revision: Revision) -> str:
    """How much of the newer version a model was asked about, and what that took; "" where none was."""
    if not revision.asked:
        return ""
    usage = revision.usage
    return f"asked about {revision.asked} of {counted(revision.of, 'sentence')}: {', '.join(words.cost(usage))}"


def show_revision(revision: Revision, console: Console) -> None:
    """Print a revision. All text goes out as plain text: no markup, no control codes."""
    from rich.text import Text

    if not revision.sentences:
        console.print(Text("no sentence changed"))
    for item in revision.items:
        console.print(Text(_item_line(item), style="bold" if item.change == "altered" else ""))
        for line in map(_field_line, item.fields):
            console.print(Text(f"  {line}"))
    if revision.items:
        console.print()
    for change in revision.sentences:
        console.print(_sentence(change))
    counts = [counted(len(revision.sentences), "sentence"), counted(len(revision.items), "item")]
    told = "; ".join(part for part in (f"{' and '.join(counts)} changed", asked(revision)) if part)
    console.print(Text(told, style="dim"))


def _item_line(item: ItemChange) -> str:
    """An item that changed, in one line."""
    name = item.new or item.old or ""
    return visible(f"{item.item} {name} {item.change}: {item.text}")


def _field_line(field: FieldChange) -> str:
    """A field that changed, in one line."""
    return visible(f"{field.field}: {field.old or '∅'} → {field.new or '∅'}")


def _sentence(change: SentenceChange) -> Text:
    """With signs beside the colours: it reads well in a pipe, too."""
    from rich.text import Text

    line = Text({"added": "+ ", "removed": "- ", "altered": "~ "}[change.change])
    for piece in pieces(change):
        signs = {"same": "{}", "gone": "[-{}-]", "come": "{{+{}+}}"}[piece.kind]
        shown = piece.text if change.change != "altered" else signs.format(piece.text)
        line.append(shown, style=_STYLES[piece.kind])
    return line
