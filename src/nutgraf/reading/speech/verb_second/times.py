"""Times told without a preposition, and who is told: "Anfang März", "vergangene Woche", "sagte der Minister [der Presse]"."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.speech.frames import Frame

_PARTS = frozenset({"anfang", "mitte", "ende"})
_WHICH = frozenset(
    "diese diesen dieses vergangene vergangenen letzte letzten letztes vorige voriges kommende kommenden nächste nächsten jede".split()
)
_PRESS = ("zeitung", "presse", "presse-agentur", "presseagentur", "nachrichtenagentur", "nachrichten-agentur")
_OF_PRESS = (
    "sprecher redakt chef reporter korrespondent verleger herausgeber mitarbeiter leiter journalist fotograf gründer "
    "geschäftsführer vorstand vertreter direktor"
).split()
"""Parts of words for whoever belongs to a body of the press."""


def time_end(frame: Frame, at: int) -> int:
    """The token behind a time that no preposition opens: "Mitte Mai 2024", "Ende des Jahres", "diese Woche"; `at` where none is."""
    end = at + 1
    if frame.text(at) in _PARTS:
        if frame.text(end) in {"des", "der", "dieses", "dieser"}:
            end += 1 + frame.low[end + 1 : end + 2].count("vergangenen")
        told = frame.of(end, c.MONTH | c.PERIOD) or frame.text(end)[:1].isdigit()
    else:
        period = frame.of(end, c.PERIOD | c.MONTH | c.WEEKDAY) and frame.text(end) not in _PARTS
        told = frame.text(at) in _WHICH and period
    if not told:
        return at
    return end + 1 + frame.text(end + 1).isdigit()


def is_told(frame: Frame, head: int, body: int) -> bool:
    """Whether a body of the press behind a noun is told and not whose it is: "der Minister der Zeitung", not "die Sprecherin der Zeitung"."""
    theirs = any(part in frame.low[head] for part in _OF_PRESS)
    return frame.low[body].endswith(_PRESS) and not theirs
