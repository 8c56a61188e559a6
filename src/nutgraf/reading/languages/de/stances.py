"""What a German verb of speech does with what it reports."""

from __future__ import annotations

from nutgraf.reading.speech.stances import Stances

STANCES = Stances(
    (
        ("denies", r"bestreite[nt]|bestritt(?:en)?|dementier(?:t|te|en)"),
        ("asks", r"fragt(?:e|en)?"),
        ("doubts", r"bezweifel(?:t|te|n)"),
        ("orders", r"forder(?:t|te|n)|appellier(?:t|te|en)"),
        ("says", r"sagt(?:e|en)?|laut"),
    )
)
