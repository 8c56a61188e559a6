"""Is this passage in the article, and where: `locate` judges what someone quotes. `checking/place/lookup.py` finds short words."""

from __future__ import annotations

from dataclasses import replace

from nutgraf.checking.place.elisions import Pieces, in_order, roughly_in_order, taken_apart, without_cuts
from nutgraf.checking.place.nearness import NOTHING, nearest
from nutgraf.checking.place.placing import Placed, joined, running, verbatim
from nutgraf.checking.place.words import Index, bare

__all__ = ["Index", "Placed", "locate", "locate_each"]

_ABSENT = Placed("absent")


def locate(text: str, article: str | Index) -> Placed:
    """Judge whether an article holds a passage word for word, and say where.

    exact: to the letter. typography: other marks, dashes, spaces, ligatures, line breaks; the comma or full stop at
    its end. case: other capitals. elided: words left out, as "…" says, or the attribution of an interrupted
    quotation. bracketed: with an editor's [words]. altered: nearly the same words stand there, but not these; never
    put together from two places. absent: nothing of the kind, or no words at all.

    Args:
        text: the passage; quotation marks and spaces around it don't count.
        article: the article's text, or its `Index` where several passages are looked up.
    """
    return locate_each(text, article if isinstance(article, Index) else Index(article), times=1)[0]


def locate_each(text: str, index: Index, *, times: int) -> list[Placed]:
    """The same of a passage that is quoted so many times: each in the next place, those that are left over in the last.

    Args:
        text: the passage, as `locate` takes it.
        index: of the article.
        times: how often; 1 or more.
    """
    passage = bare(text)
    places = verbatim(index, passage, times) if passage else []
    each = [Placed("exact", (span,)) for span in places] or _elsewhere(index, passage, times) or [_ABSENT]
    return each + [each[-1]] * (times - len(each))


def _elsewhere(index: Index, passage: str, times: int) -> list[Placed]:
    """Where a passage stands that stands nowhere to the letter."""
    wanted = index.wanted(passage)
    if not wanted.letters:
        return []
    found = running(index, wanted, times)
    if not found or found[0].verdict == "altered":
        pieces = taken_apart(index, passage)
        if pieces is not None:
            other = in_order(index, pieces) or (None if found else _meant(index, passage, pieces))
        else:
            other = joined(index, wanted) or (None if found else nearest(index, wanted))
        found = [other] if other else found
    return found


def _meant(index: Index, passage: str, pieces: Pieces) -> Placed | None:
    """What a passage with cuts that fit nowhere was probably taken from."""
    plain = nearest(index, index.wanted(without_cuts(passage)))
    if plain is None:
        return roughly_in_order(index, pieces)
    put_in = tuple(f"{NOTHING} → {cut.text}" for cut in pieces.cuts if cut and cut.text)
    return replace(plain, differences=plain.differences or put_in)
