"""Who denies what an event or point tells."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from nutgraf.article import Span
from nutgraf.checking.items.claims import TOLD, Claim, Claims, deeds_of, is_said_by
from nutgraf.checking.rules.english import of_list
from nutgraf.checking.rules.stems import content_stems, stem_set
from nutgraf.checking.speech.grammar import verbs
from nutgraf.checking.speech.names import related
from nutgraf.checking.speech.stance import stance_of_text, stances_in
from nutgraf.reading.languages import classes as c
from nutgraf.reading.parts import Offsets
from nutgraf.reading.reading import Reading
from nutgraf.reading.verbs.found import has_group

_LOW = re.compile(r"[^\W\d_]+")
_WHICH = re.compile(r", (?:which|who|whose|where)\b")


def tells_denial_of(claim: Claim, text: str, claims: Claims) -> bool:
    """Whether a text tells a denial of what is claimed: whoever claims it does not say so."""
    if claim.stance != "says":
        return False
    own = claims.said(claim)
    rest = " ".join(word for word in text.split() if not own.issuperset(content_stems(word)))
    return stance_of_text(rest, claims.reading.spoken_in) == "denies"


def rejected(text: str, claims: Claims) -> set[str]:
    """Ids of the quotes whose words a text tells behind the verb of somebody who denies them: "the owner rejected a report that …"."""
    if "denies" not in claims.stances:
        return set()
    known = claims.reading.spoken_in
    at = next((end for end, stance in stances_in(text, known) if stance == "denies"), len(text))
    told = stem_set(text[at:])
    denied = {place for claim in claims.all if claim.stance == "denies" for place in claim.content}
    return {
        claim.quote
        for claim in claims.all
        if claim.quote and claim.stance == "says" and not denied.isdisjoint(claim.content)
        if 2 * len(told & claims.said(claim)) > len(claims.said(claim))
    }


def disputing(text: str, claims: Claims, asserting: Collection[str] = ()) -> tuple[str, ...]:
    """Ids of the quotes, wherever they stand, that deny what a text tells, or the very words of quotes that assert it."""
    denials = [c for c in claims.all if c.quote and c.stance == "denies"]
    if not denials:
        return ()
    asserted = [c.content for c in claims.all if c.quote in asserting]
    found: list[str] = []
    for claim in denials:
        name = claim.speaker.name if claim.speaker else None
        if claims.is_denial_itself(claim, text) or (name and _admits(text, name, claims)):
            continue  # who admits it since disputes it no more
        pointed = _claim_denied(claim, claims)
        if claim.quote and (
            any(_covers(claim.content, content, claims) for content in asserted) or (pointed and pointed in asserting)
        ):
            found.append(claim.quote)
            continue
        if _tells_that_it_is_told(claim, text, claims):
            continue
        about = [*content_stems(claim.speaker.name or "" if claim.speaker else ""), *claims.cue_of(claim)]
        wanted = stem_set(text).difference(about)
        words = claims.words_of(claim)
        words = _less_relatives(words) if claims.reading.spoken_in.worded else words
        deeds = deeds_of(text) if claims.reading.spoken_in.worded and not has_group(words) else frozenset[str]()
        if deeds and deeds.isdisjoint(stem_set(words)):
            continue  # "ruled out any default on the bond that is due" does not deny that it falls due
        told = len(wanted & stem_set(words))
        if claim.quote and wanted and told >= TOLD * len(wanted) and not claims.names_only(claim, text):
            found.append(claim.quote)
    return tuple(found)


def _claim_denied(denial: Claim, claims: Claims) -> str | None:
    """The quote that a denial points back to by "that", "this" or "the claim": what somebody else said last, shortly before."""
    reading, cue = claims.reading, denial.cue
    at = reading.sentence_at(cue[0]) if cue else None
    if cue is None or at is None or not _points_back(reading, cue[1], at.end):
        return None
    low = reading.sentences[max(0, at.number - 1 - _BACK)].start
    before = [
        claim
        for claim in claims.all
        if claim.stance == "says" and claim.quote and low <= claim.content[0][0] and claim.content[-1][1] <= cue[0]
    ]
    last = before[-1] if before else None
    known = reading.spoken_in.words
    if last is not None and any(known[word] & c.WILL for word in _LOW.findall(claims.words_of(last).lower())):
        return None  # what is to come nobody says is not so
    mine, theirs = (claim.speaker.name if claim and claim.speaker else None for claim in (denial, last))
    return None if last is None or (mine and theirs and related(mine, theirs)) else last.quote


_BACK = 1
"""Sentences before a denial among which what it denies is sought."""


def _points_back(reading: Reading, start: int, end: int) -> bool:
    """Whether what is denied is told by a word that points back: "that", "this", "it", "the claim", "that account as fantasy"."""
    words, known = reading.article.text[start:end].lower(), reading.spoken_in.words
    lows = _LOW.findall(_CLAUSE.split(words)[0])
    bits = [known[low] for low in lows]
    nouns = [bit for bit in bits if not bit & c.FUNCTION]
    return 0 < len(lows) <= len(("the", "very", "claim")) and len(nouns) <= 1 and all(bit & c.SPEECH for bit in nouns)


_CLAUSE = re.compile(r"[,.;:!?—–]| as ")


def _admits(text: str, name: str, claims: Claims) -> bool:
    """Whether a text tells that one of this name says so; not "…, which the owner denied"."""
    known = claims.reading.spoken_in.words
    return is_said_by(text, name, known) and not is_said_by(text, name, known, c.DENIES)


def _covers(denied: Sequence[Offsets], claimed: Sequence[Offsets], claims: Claims) -> bool:
    """Whether all that is claimed is among what is denied, and not only told of there: "was distracted by reports that …"."""
    text, worded = claims.reading.article.text, claims.reading.spoken_in.worded
    return all(
        any(low <= start and end <= high and not (worded and has_group(text[low:start])) for low, high in denied)
        for start, end in claimed
    )


def _tells_that_it_is_told(claim: Claim, text: str, claims: Claims) -> bool:
    """Whether what is denied is only told of in a text, with a verb that is no word of speech: "word spread that the guards had fled"."""
    before, that, behind = text.partition(" that ")
    lows = before.lower().split()
    if not (that and lows and claims.reading.spoken_in.worded) or lows[0] == "it":  # "it emerged that"
        return False
    known = claims.reading.spoken_in.words
    told = [known[low] for start, end in verbs(before) for low in before[start:end].lower().split()]
    speaks = any(bits & (c.CUE | c.SAID | c.SPEAKS) for bits in told)
    return bool(told) and not speaks and not deeds_of(behind).isdisjoint(claims.said(claim))


def _less_relatives(words: str) -> str:
    """What is denied, less what it tells in passing: "ignored warnings about the dam, which was built in 1974" denies no building.

    Behind a relative clause it goes on where its own verb comes last: "that the mayor, who left in May, took bribes".
    """
    noun, that, _ = words.partition(" that ")
    if that and (not has_group(noun) or noun.rpartition(" ")[2].lower() in of_list("claims")):
        return noun  # "any default on the bond that falls due in May", "was distracted by reports that it was for sale"
    opens = _WHICH.search(words)
    if opens is None:
        return words
    before, behind = words[: opens.start()], words[opens.end() :].partition(", ")[2]
    goes_on = not has_group(before) and has_group(behind) and not _WHICH.match(f", {behind}")
    return f"{before} {behind}" if goes_on else before


def is_anothers(source: str, evidence: Sequence[Span], claims: Claims) -> bool:
    """Whether a source that an answer names is none of those who deny something in the cited sentences."""
    denying = [claim for span in evidence for claim in claims.standing_in(span) if claim.stance == "denies"]
    names = [speaker.name for claim in denying if (speaker := claims.speaker_of(claim)) and speaker.name]
    reading = claims.reading
    mine = {low for low in _LOW.findall(source.lower()) if not reading.spoken_in.words[low] & c.FUNCTION}
    denier: set[str] = set()
    for claim in denying:
        at = reading.sentence_at(claim.cue[0]) if claim.cue else None
        # "Ann Lund, the owner, denied": what stands before the denial means who denies.
        denier |= (
            set(_LOW.findall(reading.article.text[at.start : claim.cue[0]].lower())) if at and claim.cue else set()
        )
    if not denying:
        return bool(mine) and any(_is_behind_a_denial(mine, span, reading) for span in evidence)
    return bool(mine) and not any(related(name, source) for name in names) and mine.isdisjoint(denier)


def _is_behind_a_denial(words: set[str], span: Span, reading: Reading) -> bool:
    """Whether a sentence names somebody behind its verb of denial, as whose claim is denied: "denied claims by the fans that"."""
    lows = _LOW.findall(span.text.lower())
    known = reading.spoken_in.words
    verb = next((at for at, low in enumerate(lows) if known[low] & c.DENIES and known[low] & (c.PAST | c.THIRD)), None)
    return verb is not None and words <= set(lows[verb:]) and words.isdisjoint(lows[:verb])
