"""Who says so: the source of what the article only reports, who else asserts it, and who denies it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from nutgraf.article import Span
from nutgraf.checking.items.bearing import bears_out
from nutgraf.checking.items.claims import Claim, Claims
from nutgraf.checking.items.disputed import disputing, rejected, tells_denial_of
from nutgraf.checking.items.voices import is_named_in, known_as, same, speaks_at, with_name
from nutgraf.checking.rules.stems import content_stems, stem_set
from nutgraf.checking.speech.grammar import RELATIVES, SUBORDINATORS, verbs
from nutgraf.checking.speech.stance import tells_speech
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.language import Language
from nutgraf.reading.languages.words import Words
from nutgraf.reading.verbs.found import has_group
from nutgraf.results import Event, Point, Speaker
from nutgraf.results.happened import said_in

I = TypeVar("I", bound=Event | Point)  # noqa: E741 - an item, as everywhere
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CLAUSES = re.compile(r",? (?:and|but|while) (?=[^,;]{0,40}\b)|[,;] ")
_CLAUSE_WORDS = 2
"""Words of the cited sentences that make a clause tell something."""
_BY_WORD = c.SPEAKS | c.PREPOSITION
"""What "laut" is."""
_OPENS_CLAUSE = SUBORDINATORS | RELATIVES
_SHARED = 2
"""Words that a point must share with one of several sources to rest on it."""


def sourced(items: Sequence[I], claims: Claims) -> list[I]:
    """Events or points with who says so: what the article only reports keeps its source, whoever left it out."""
    return [_sourced(item, claims) for item in items]


def _sourced(item: I, claims: Claims) -> I:
    text, language = said_in(item), claims.reading.spoken_in
    telling = [c for c in claims.telling(text, item.evidence) if not tells_denial_of(c, text, claims)]
    source = known_as(item.according_to, claims.speakers, language) if item.according_to else None
    asserting = [
        c.quote
        for c in telling
        if c.quote
        and c.stance == "says"
        and claims.tells_deed(c, text)
        and (source is None or (c.speaker and same(c.speaker, source)) or _tells_first(c, text, claims))
    ]
    tells_source = False
    if source is None and isinstance(item, Point):
        near = tuple(dict.fromkeys(claim for span in item.evidence for claim in claims.standing_in(span)))
        tells_source = _tells_speech(text, near, claims)
        source, told = told_by(text, near, item.evidence, claims) if tells_source else (None, [])
        asserting += told
    if source is None and not tells_source and not any(claims.is_told_as_speech(c, text) for c in telling):
        speakers = (
            claims.speaker_of(claim)
            for claim in telling
            if claim.stance == "says" and claims.is_sure(claim) and claims.tells_main(claim, text)
        )
        said = next(
            (speaker for speaker in speakers if speaker is not None and (speaker.name or speaker.mention)), None
        )
        if said and not claims.stands_beside(text, telling, item.evidence) and not _is_anothers(text, said, language):
            source = with_name(said, language).model_copy(update={"basis": "rule"})
    elif source is not None:
        asserting += asserted(source, text, item.evidence, claims)
    refused = rejected(text, claims)
    asserting = [
        quote
        for quote in dict.fromkeys(asserting)
        if quote not in refused and bears_out(claims.by_quote[quote], text, item.evidence, claims)
    ]
    changes: dict[str, Any] = {"according_to": source, "asserted_by": tuple(asserting)}
    if isinstance(item, Event):
        changes["disputed_by"] = disputing(text, claims, asserting)
    if all(getattr(item, name) == value for name, value in changes.items()):
        return item
    return cast("I", item.model_copy(update=changes))


def _tells_first(claim: Claim, text: str, claims: Claims) -> bool:
    """Whether the first verb that a text tells stands in what is claimed: "has put off a sale that was to start in May"."""
    first = next(iter(verbs(text)), None) if claims.reading.spoken_in.worded else None
    return first is None or not stem_set(text[slice(*first)]).isdisjoint(claims.said(claim))


def asserted(source: Speaker, text: str, evidence: Sequence[Span], claims: Claims) -> list[str]:
    """Ids of the quotes in those sentences by whom a text has for its source: those that share most of its words."""
    wanted = stem_set(text) - stem_set(source.name or "")
    near = {claim.quote: claim for span in evidence for claim in claims.standing_in(span)}
    shared = {
        quote: len(wanted & claims.said(claim))
        for quote, claim in near.items()
        if quote
        and claim.stance == "says"
        and claim.speaker
        and (same(claim.speaker, source) or (claim.cue and speaks_at(source, claims.reading.span(*claim.cue))))
    }
    if len(shared) == len(evidence) == 1:
        return [quote for quote, count in shared.items() if count or not any(map(str.isdigit, text))]
    most = max(shared.values(), default=0)
    told = [
        quote
        for quote, count in shared.items()
        if count and 2 * count >= most and 2 * count >= min(len(wanted), len(claims.said(near[quote])))
    ]
    return told if len(told) == 1 or 3 * most >= len(wanted) else []


@dataclass
class _Voice:
    """A speaker, and what of a point's words they said."""

    speaker: Speaker
    said: frozenset[str]
    named: bool


def told_by(
    text: str, near: Sequence[Claim], evidence: Sequence[Span], claims: Claims
) -> tuple[Speaker | None, list[str]]:
    """By whose word a point stands that tells in its own words that somebody says so, and the quotes that say it.

    Several sources, as in "the one says …, the other …", have quotes and no name.
    """
    carried = stem_set(text) & frozenset(stem for span in evidence for stem in content_stems(span.text))
    voices = _voices(text, carried, near, claims)
    language = claims.reading.spoken_in
    closing = _closing(text, voices, language)
    named = closing or [voice for voice in voices if voice.named]
    if named and not closing and _closes_with_another(text, language):
        return None, []
    mine = [voice for voice in named or voices if _is_most(voice, carried)]
    rivals = [voice for voice in named if mine and voice is not mine[0] and voice.said - mine[0].said]
    partly = len(mine) == 1 and (_tells_more(text, mine[0], carried, language) or _joins_late(text, mine[0], language))
    if len(mine) == 1 and not rivals and not partly and not _tells_denial(text, near, claims):
        speaker = mine[0].speaker.model_copy(update={"basis": "rule"})
        return speaker, asserted(speaker, text, evidence, claims)
    together = frozenset(stem for voice in voices for stem in voice.said)
    several = named if len(named) > 1 else voices if 2 * len(together) >= len(carried) else named
    told = [voice for voice in several if voice.named or len(voice.said) >= _SHARED]
    return None, [quote for voice in told for quote in asserted(voice.speaker, text, evidence, claims)]


def _closing(text: str, voices: Sequence[_Voice], language: Language) -> list[_Voice]:
    """The voices that close a point as its sources: "…, spokesman Jan Rask said", "…, said Rask"; none where it closes otherwise."""
    tail = _source_part(text, language, turned=True)
    return [voice for voice in voices if is_named_in(voice.speaker, tail, language)]


def _closes_with_another(text: str, language: Language) -> bool:
    """Whether a point closes with a source that is none of the voices found: "…, the writer says"; "…, he said" and "according to her" may be any."""
    lows = _source_part(text, language).lower().split()
    bits = [language.words[low] for low in lows]
    return bool(bits) and not bits[-1] & c.OBJECT and not any(bit & c.PRONOUN for bit in bits)


def _is_anothers(text: str, speaker: Speaker, language: Language) -> bool:
    """Whether a text closes with another source than this one."""
    return _closes_with_another(text, language) and not is_named_in(speaker, _source_part(text, language), language)


def _source_part(text: str, language: Language, *, turned: bool = False) -> str:
    """What stands behind the last comma where it closes a text with who says so: "the writer says", "according to her"; "" elsewhere.

    Only where it names somebody who says so is it `turned`: "said Rask", not "denied the charge".
    """
    _, comma, tail = text.rstrip(".").rpartition(", ")
    lows, known = tail.lower().split(), language.words
    if not (comma and lows) or known[lows[0]] & c.RELATIVE:
        return ""  # "…, which he denied"
    opens = turned and known[lows[0]] & c.CUE and not has_group(" ".join(lows[1:]), language.code)
    return tail if opens or known[lows[-1]] & c.CUE or _is_by_word(lows[0], known) else ""


def _is_by_word(low: str, known: Words) -> bool:
    """Whether a word gives a source: "according", "laut"."""
    return low == "according" or _BY_WORD & ~known[low] == 0


def _tells_more(text: str, voice: _Voice, carried: frozenset[str], language: Language) -> bool:
    """Whether a clause of a point is the paper's own: "…, X said, and the law forbids it" names its source for its part alone."""
    if _source_part(text, language) or _closing(text, [voice], language):
        return False  # "…, X said": all of it
    own = stem_set(_words(voice.speaker))
    for clause in _CLAUSES.split(text):
        told = (stem_set(clause) & carried) - own
        if has_group(clause, language.code) and len(told) >= _CLAUSE_WORDS and 2 * len(told & voice.said) < len(told):
            return True
    return False


def _joins_late(text: str, voice: _Voice, language: Language) -> bool:
    """Whether a point names its source only behind a clause of its own: "shares fell, and Lund said she would sell"."""
    clauses = _CLAUSES.split(text)
    first = next((at for at, clause in enumerate(clauses, 1) if has_group(clause, language.code)), len(clauses))
    named = is_named_in(voice.speaker, " ".join(clauses[:first]), language)  # "according to Lund, shares fell"
    return not named and first < len(clauses) and not _closing(text, [voice], language)


def _tells_denial(text: str, near: Sequence[Claim], claims: Claims) -> bool:
    """Whether a point tells that somebody denies it: then it is not the word of whoever asserts it."""
    return any(claim.stance == "denies" and claims.is_told_as_speech(claim, text) for claim in near)


def _voices(text: str, carried: frozenset[str], near: Sequence[Claim], claims: Claims) -> list[_Voice]:
    """Those who say something in the sentences of a point, each once; by rule alone only where nobody was asked."""
    found: list[_Voice] = []
    language = claims.reading.spoken_in
    for claim in near:
        told = claim.stance == "says" and (claim.quote is not None or not claims.quotes)
        who = claims.speaker_of(claim) if told else None
        if who is None:
            continue
        own = stem_set(_words(who))
        said = (claims.said(claim) - own) & carried
        voice = next((voice for voice in found if same(voice.speaker, who)), None)
        if voice is None:
            speaker = with_name(who, language)
            found.append(_Voice(speaker, said, is_named_in(speaker, text, language)))
        else:
            voice.said |= said
    return [voice for voice in found if voice.said]


def _is_most(voice: _Voice, carried: frozenset[str]) -> bool:
    """Whether a speaker said most of what the evidence carries of a point, their own name aside."""
    return len(voice.said) >= _MOST * len(carried - stem_set(_words(voice.speaker)))


_MOST = 0.7


def _tells_speech(text: str, near: Sequence[Claim], claims: Claims) -> bool:
    """Whether the main clause of a text tells that somebody says so: by a word of speech, or by a cue of its sentences.

    "The coalition fell after its leader admitted …" tells of a fall.
    """
    cues, language = {stem for claim in near for stem in claims.cue_of(claim)}, claims.reading.spoken_in
    if not language.worded and tells_speech(text, language.words):
        return True
    for match in _WORD.finditer(text):
        low = match.group().lower()
        bits = language.words[low]
        speech = (bits & c.CUE and not bits & c.MARKS) or bits & c.POSTPOSITION or _is_by_word(low, language.words)
        told = speech or not cues.isdisjoint(content_stems(low))
        if told and not _is_subordinate(text[: match.start()]) and not _hangs(text, match.start(), language.words):
            return True
    return False


def _hangs(text: str, at: int, words: Words) -> bool:
    """Whether a word of speech is no verb of the main clause: "…, claiming that", "though not all of its claims"."""
    before, low = text[:at].lower().split()[-1:], text[at:].lower().split()[0]
    if low.endswith("ing") and low != "according":
        return not before or not words[before[0]] & (c.PRESENT_BE | c.PAST_BE)
    return bool(before) and bool(words[before[0]] & c.PREPOSITION) and low != "according"


def _is_subordinate(before: str) -> bool:
    """Whether the stretch up to a verb, from the last comma on, opens a clause of its own: "after its leader"."""
    stretch = before[max(before.rfind(mark) for mark in ",;:—–") + 1 :]
    return not _OPENS_CLAUSE.isdisjoint(stretch.lower().split())


def _words(speaker: Speaker) -> str:
    parts = (speaker.name, speaker.title, speaker.organization, speaker.mention.text if speaker.mention else "")
    return " ".join(part for part in parts if part)
