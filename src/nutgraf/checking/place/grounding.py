"""Is this passage in the article, and where: `locate` judges what someone quotes. `checking/place/lookup.py` finds short words."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.checking.place.elisions import Pieces, in_order, roughly_in_order, taken_apart, without_cuts
from nutgraf.checking.place.nearness import nearest
from nutgraf.checking.place.placing import Placed, joined, running, verbatim
from nutgraf.checking.place.words import Index, bare
from nutgraf.reading.parts import Offsets
from nutgraf.results.said import VerdictKind

__all__ = ["Index", "Located", "locate"]


@dataclass(frozen=True, slots=True)
class Located:
    """Where a passage stands in an article, and how the two differ.

    `spans` are offsets into the article, in order: more than one where something was left out; none when absent.
    `differences` hold the words that differ, the article's first ("tanks → trucks"); only when altered.
    """

    verdict: VerdictKind
    spans: tuple[Offsets, ...] = ()
    differences: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """True when the article says it: neither altered nor absent."""
        return self.verdict not in ("altered", "absent")


_ABSENT = Located("absent")


def locate(text: str, article: str | Index, *, place: int = 0) -> Located:
    """Judge whether an article holds a passage word for word, and say where.

    exact: to the letter. typography: other marks, dashes, spaces, ligatures, line breaks; the comma or full stop at
    its end. case: other capitals. elided: words left out, as "…" says, or the attribution of an interrupted
    quotation. bracketed: with an editor's [words]. altered: nearly the same words stand there, but not these; never
    put together from two places. absent: nothing of the kind, or no words at all.

    Args:
        text: the passage; quotation marks and spaces around it don't count.
        article: the article's text, or its `Index` where several passages are looked up.
        place: which of the places it stands in, counted from 0; the last one if there are fewer.
    """
    index = article if isinstance(article, Index) else Index(article)
    passage = bare(text)
    if not passage:
        return _ABSENT
    if (span := verbatim(index, passage, place)) is not None:
        return Located("exact", (span,))
    wanted = index.wanted(passage)
    if not wanted.letters:
        return _ABSENT
    found = running(index, wanted, place)
    if found is None or found.verdict == "altered":
        pieces = taken_apart(index, passage)
        if pieces is not None:
            found = in_order(index, pieces) or found or _meant(index, passage, pieces)
        else:
            found = joined(index, wanted) or found or nearest(index, wanted)
    return Located(found.verdict, found.spans, found.differences) if found else _ABSENT


def _meant(index: Index, passage: str, pieces: Pieces) -> Placed | None:
    """What a passage with cuts that fit nowhere was probably taken from."""
    plain = index.wanted(without_cuts(passage))
    return nearest(index, plain) or roughly_in_order(index, pieces)
