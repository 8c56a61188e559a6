"""Which of the offered clauses an answer means: a server that binds answers gives its words, another may say it in others."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.checking.rules.prose import LEAST_CARRIED
from nutgraf.checking.rules.stems import share_carried
from nutgraf.reading.offers.clauses import Offer


def pointed_at(text: str, offers: Sequence[Offer]) -> Offer | None:
    """The offer with these words, else the one that holds most of them; None where none holds as many as it must."""
    wanted = _bare(text)
    for offer in offers:
        if _bare(offer.text) == wanted:
            return offer
    best = max(offers, key=lambda offer: share_carried(text, offer.text), default=None)
    return best if best is not None and share_carried(text, best.text) >= LEAST_CARRIED else None


def _bare(text: str) -> str:
    return text.casefold().strip(" .")
