"""Who speaks, by a text and by an article: named for sure or not at all, and whether that is somebody else for sure."""

from __future__ import annotations

from nutgraf.checking.rules.stems import content_stems
from nutgraf.checking.rules.words.wording import folded
from nutgraf.reading.parts import Attribution
from nutgraf.reading.reading import Reading


def named_in(told: Attribution, reading: Reading) -> str | None:
    """The full name of a speaker whom an attribution names in words of its own; None for pronouns and descriptions."""
    if told.speaker is None:
        return None
    start, end = told.speaker
    inside = [name for name in reading.names if start <= name.start and name.end <= end and name.kind != "place"]
    return inside[-1].full if inside else None


def described_in(told: Attribution, reading: Reading) -> str | None:
    """The words for a speaker who is described and not named: "an engineer"; None for names and pronouns."""
    if told.speaker is None or named_in(told, reading):
        return None
    words = reading.article.text[slice(*told.speaker)]
    return words if " " in words.strip() else None


def are_two(speaker: str, said_by: str, reading: Reading) -> bool:
    """Whether two names are different, and the article knows both."""
    if not _words(speaker).isdisjoint(_words(said_by)):
        return False
    return any(not _words(speaker).isdisjoint(_words(name.full)) for name in reading.names)


def are_two_people(speaker: str, said_by: str, reading: Reading) -> bool:
    """Whether they are surely two people: the article has a full name for each. A body may speak by the mouth of its head."""
    full = {name.full for name in reading.names if name.kind == "person" and " " in name.full}
    return all(any(not _words(one).isdisjoint(_words(name)) for name in full) for one in (speaker, said_by))


def may_describe(words: str, name: str, reading: Reading) -> bool:
    """Whether any sentence that names somebody shares a word with a description: "the master" of "The master, Ingrid Falk"."""
    wanted = frozenset(content_stems(words))
    text = reading.article.text
    naming = {n for known in reading.names if known.full == name for n in reading.numbers_of(known.start, known.end)}
    return any(
        not wanted.isdisjoint(content_stems(text[reading.sentences[n - 1].start : reading.sentences[n - 1].end]))
        for n in naming
    )


def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in folded(name).lower().replace("-", " ").split() if len(word) > 1)
