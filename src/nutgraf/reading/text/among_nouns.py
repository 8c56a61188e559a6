"""Words in marks that nobody said, where every noun has a capital: a name behind what has one, a motto, a paper, a few words."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words
from nutgraf.reading.parts import NoSpeech
from nutgraf.reading.text.marked import FEW, LONGEST_NAME, Marked, is_tag, of, speech_nearby

_CALLED = frozenset({"lautet", "lautete", "laute", "heißt", "hieß", "heiße", "heisst", "hiess", "ist", "war", "sei"})
_CLAUSE = 9


def among_nouns(marked: Marked, words: Words) -> NoSpeech | None:
    """The same where every noun has a capital: a name behind what has one, a few words where nothing tells of speech."""
    last = marked.before[-1] if marked.before else ""
    bits = of(words, last) if last[:1].isupper() else 0
    if last == "," and len(marked.before) > 1:
        bits = of(words, marked.before[-2]) & (c.WORK | c.ENTITLES)
    called = any(of(words, word) & (c.NAMES | c.MARKS) and word[0].islower() for word in marked.before)
    if marked.own[0][0].isupper() and marked.inner[-1] not in ",!?" and not called:
        if bits & (c.WORK | c.ENTITLES):
            return "title"
        if bits & c.NAMED:
            return "name"
    if last.lower() and of(words, last) & (c.NAMES | c.SO_CALLED) and not of(words, last) & c.CUE:
        return "name"
    if _is_motto(marked, words):
        return "title"
    if is_tag(marked, words):
        return "name"
    if marked.after[:1] in (["-"], ["‑"]):
        return "name"  # the „Bild“-Zeitung
    if _is_paper(marked, words):
        return "name"
    within = marked.before and marked.before[-1] not in {":", ","} and marked.after and marked.after[0] != ","
    short = len(marked.own) <= FEW + 1 and marked.inner[-1] not in ".!?,…"
    if within and short and not _shows_itself(marked) and not speech_nearby(marked, words):
        return "name" if len(marked.own) == 1 and marked.own[0][0].isupper() else "scare"
    return None


def _shows_itself(marked: Marked) -> bool:
    """`zeigte sich „maßlos enttäuscht“`, `hält das für „Unsinn“`: how somebody says to be, or something to be."""
    held = "für" in marked.before[-2:] and "sich" not in marked.before and not HOLDS.isdisjoint(marked.before)
    return held or ("sich" in marked.before and not SHOWS.isdisjoint(marked.before))


SHOWS = frozenset({"zeigt", "zeigte", "zeigten", "gibt", "gab", "gaben"})
"""With "sich" and words in marks behind it somebody tells how they are."""
HOLDS = frozenset({"halte", "hält", "halten", "hielt", "hielten", "hielte"})
"""With "für" and words in marks behind it somebody tells what something is."""


def _is_motto(marked: Marked, words: Words) -> bool:
    """`Ihr Motto für das Jahr laute „Mehr Licht“`: a word for a title is the subject of the verb before the marks."""
    named = marked.before[-1:] and marked.before[-1].lower() in _CALLED
    return bool(named) and any(
        of(words, word) & c.ENTITLES and word[0].isupper() for word in marked.before[-_CLAUSE:-1]
    )


def _is_paper(marked: Marked, words: Words) -> bool:
    """`wie das „Tageblatt“ berichtete`, `sagte Ann Lee der „Zeit am Sonntag“`, `im „Spiegel“`: where words were printed."""
    before, own = marked.before, marked.own
    if not before or not own[0][0].isupper() or len(own) > LONGEST_NAME or marked.inner[-1] in ".!?,":
        return False
    bits = of(words, before[-1])
    if not bits & (c.ARTICLE | c.DEFINITE) or bits & c.INDEFINITE or not speech_nearby(marked, words):
        return False
    hearer = (
        len(before) > 1 and before[-2][0].islower() and of(words, before[-2]) & c.CUE and before[-1] in {"dem", "der"}
    )
    told = hearer or (marked.after and marked.after[0][0].islower() and of(words, marked.after[0]) & c.CUE)
    return bool(told or any(of(words, word) & c.WORK for word in own))
