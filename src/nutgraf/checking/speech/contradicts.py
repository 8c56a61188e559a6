"""Whether the words beside a quotation name somebody else than an answer does, as the subject of its cue."""

from __future__ import annotations

import re

from nutgraf.article import Span
from nutgraf.checking.speech.aliases import stands_for
from nutgraf.checking.speech.names import Named, is_acronym, is_pronoun, misspelt, namesakes, places, related, words_of
from nutgraf.reading.languages import classes as c
from nutgraf.reading.parts import Attribution, Offsets, overlap, text_before
from nutgraf.reading.reading import Reading
from nutgraf.reading.verbs.found import has_group
from nutgraf.results import Speaker

_LONGEST_GAP = 12
_LONGEST_CLAUSE = 3
"""Words of a relative clause up to its verb: "who have also"."""
_ADDRESSING = frozenset({"to", "with"})
_CLAUSE_END = re.compile(r"[,.;:!?—–\n]")
_BEFORE = 60


def contradicted(
    reading: Reading, told: Attribution, ruled: Speaker, kind: str, found: Named, title: str | None = None
) -> bool:
    """Whether the words beside a quotation name somebody else as the subject of its cue.

    A longer or shorter form, a misspelling, a title, the same surname are no contradiction; nor are a document and
    its author, nor words for somebody that name nobody.
    """
    mention = ruled.mention
    if mention is None or kind == "document" or not named_beside(reading, told, ruled):
        return False
    before = text_before(reading.article.text, mention.start, _BEFORE)
    if _ADDRESSING.intersection(before.lower().split()[-1:]) and told.cue and told.cue[0] > mention.start:
        return False  # "A text that he sent to Lee, 25, read"
    if found.place and overlap(found.place, (mention.start, mention.end)):
        return False
    cue = told.cue
    if cue and any(
        _heads(reading, place, mention) or _is_who(reading, place, cue) for place in places(reading, found.name)
    ):
        return False
    titled = _CLAUSE_END.split(before)[-1]
    if set(words_of(found.name)) <= set(words_of(titled)) and not has_group(titled, reading.spoken_in.code):
        return False  # "Kremlin spokesman Pavlov said": the Kremlin said so
    if related(found.name, mention.text) or (ruled.name and related(found.name, ruled.name)):
        # "Anna Keller said" is not Jonas Keller, where the article has both; "Keller said" may be either.
        both = {words_of(name.full) for name in reading.names}
        return namesakes(found.name, mention.text) and {words_of(found.name), words_of(mention.text)} <= both
    if title and is_acronym(words_of(mention.text), words_of(title)):
        return False  # "the CP said": the Commissioner of Police
    if stands_for(reading, mention.text, found.name, person=kind == "person"):
        return False  # "Cal Fire said": the California Department of Forestry and Fire Protection
    if _is_cut_short(found.name, mention.text) or _is_common(reading, mention):
        return False  # "Kel said": Kelly; "Utility denies …" of a heading: the company
    orphan = ruled.name is not None and words_of(ruled.name) == words_of(mention.text)
    if orphan and any(n.full == found.name and n.kind == "place" for n in reading.names):
        return False  # "Tirana said": a state speaks under the name of its capital
    return not (orphan and misspelt(found.name, mention.text))


def _is_cut_short(one: str, other: str) -> bool:
    """Whether of two lone names one begins the other: "Kel" for Kelly."""
    short, long = sorted((one, other))
    return len(short) >= _LEAST and " " not in long and long.startswith(short)


_LEAST = 3
_STOPS = (".", "!", "?", "…")
_OPENING = ("— ", "– ", ": ")
"""Before the words of a heading: "12:40 p.m. — Utility denies …"."""


def _is_common(reading: Reading, mention: Span) -> bool:
    """Whether the lone word that opens a heading, or a sentence and stands elsewhere in small letters, may be a common noun."""
    at, text = reading.sentence_at(mention.start), reading.article.text
    if at is None or " " in mention.text or not mention.text.istitle():
        return False
    before = text[at.start : mention.start]
    if before and not before.endswith(_OPENING):
        return False
    return not text[at.start : at.end].rstrip("\"'”’").endswith(_STOPS) or mention.text.lower() in text


def _is_who(reading: Reading, place: Offsets, cue: Offsets) -> bool:
    """Whether the cue is that of a clause about these words: "criticism from [families], who say"."""
    between = reading.article.text[place[1] : cue[0]].strip(", ").lower().split()
    return 0 < len(between) <= _LONGEST_CLAUSE and bool(reading.spoken_in.words[between[0]] & c.RELATIVE)


def _heads(reading: Reading, place: Offsets, inner: Span) -> bool:
    """Whether a name only ends the phrase that another heads: "[the ministry] in the capital, Oslo, said", "[Lee], of Norvik, who said"."""
    text, known = reading.article.text, reading.spoken_in.words
    between = text[place[1] : inner.start]
    _, comma, last = between.rpartition(", ")
    behind = _BEHIND.match(text, inner.end)
    of_it = behind is not None and known[behind[1].lower()] & (c.RELATIVE | c.PRONOUN) == c.RELATIVE
    return (
        bool(comma and behind)
        and all(known[low] & (c.PREPOSITION | c.ARTICLE) for low in last.lower().split())
        and not (last and of_it)  # "Lee, of the trust, which said"
        and not between.startswith(("'s", "’s"))
        and reading.sentence_at(place[0]) == reading.sentence_at(inner.start)
        and not has_group(f"It {between}", reading.spoken_in.code)
    )


_BEHIND = re.compile(r",\s?(\w*)")


def named_beside(reading: Reading, told: Attribution, ruled: Speaker) -> bool:
    """Whether the subject of the cue is the name itself, of a person or a body, so that nothing had to be resolved."""
    mention, cue = ruled.mention, told.cue
    if not told.sure or cue is None or mention is None or ruled.name is None:
        return False
    if is_pronoun(mention.text, reading.spoken_in.words):
        return False
    gap = reading.article.text[min(mention.end, cue[1]) : max(mention.start, cue[0])]
    if len(gap.split()) > _LONGEST_GAP:
        return False
    beside = reading.names_over(mention.start, mention.end)
    return any(name.kind != "place" and related(name.full, ruled.name) for name in beside)
