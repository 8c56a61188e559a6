"""Who says it: the model's speaker where the article bears it out, the rule's where the model is silent or refuted."""

from __future__ import annotations

from typing import Any, NamedTuple

from nutgraf.article import Span
from nutgraf.checking.place.compounds import in_compound
from nutgraf.checking.place.lookup import find_words
from nutgraf.checking.speech.contradicts import contradicted, named_beside
from nutgraf.checking.speech.described import (
    begins_with_office,
    composed,
    counted,
    described,
    in_part,
    is_part,
    is_relation,
    stands_apart,
    tells_of,
    told_behind,
)
from nutgraf.checking.speech.mentions import mention_of, subject_beside
from nutgraf.checking.speech.names import (
    Named,
    find_name,
    fullest,
    is_pronoun,
    of_somebody,
    places,
    sentence_numbers,
    words_of,
)
from nutgraf.checking.speech.references import Told
from nutgraf.checking.speech.titles import Titled, title_of, words_in
from nutgraf.reading.languages import classes as c
from nutgraf.reading.parts import Offsets, text_before
from nutgraf.reading.reading import Reading
from nutgraf.results import Speaker
from nutgraf.results.brief import Resolution

_WITHIN = (["in"], ["at"], ["near"], ["outside"])


class Trouble(NamedTuple):
    """What is wrong with an answer's speaker, and what became of it."""

    kind: str
    detail: str
    resolution: Resolution
    words: str = ""
    """The model's words that stand nowhere."""
    ask: bool = False
    """Only the model can mend it."""


class Voice(NamedTuple):
    """A speaker with what is to be said about it."""

    speaker: Speaker | None
    troubles: tuple[Trouble, ...] = ()


CONTRADICTED = "speaker_contradicts_words"


def speaker_of(reading: Reading, draft: Any, beside: Told, *, focused: bool, trusted: bool) -> Voice:
    """The speaker of an item: `draft` as the model gave it (None: nobody), `focused` where it chose among few names, `trusted`
    where the words beside it only mark whom they contradict.
    """
    ruled = reading.speaker_of(beside.ruled) if beside.ruled else None
    if draft is None:
        return Voice(ruled)
    name = (getattr(draft, "name", None) or "").strip()
    if not name:
        return _nameless(reading, draft, beside, ruled, focused=focused)
    if is_pronoun(name, reading.spoken_in.words):
        mention = _pronoun(reading, name, beside)
        return Voice(ruled or (Speaker(name=None, mention=mention, kind=draft.kind) if mention else None))
    found = _found(reading, draft.kind, name, beside, ruled)
    told = draft.kind == "unnamed" or (draft.kind == "group" and tells_of(reading, name, beside.content, beside.cue))
    partly = found is not None and (
        told_behind(name, found.name) or (draft.kind == "unnamed" and len(words_of(found.name)) < len(words_of(name)))
    )
    if told and found is not None and (partly or not found.whole):
        found = None  # "four of 23 analysts polled by Ledgerline" are not Ledgerline, "a solicitor of Lind's widow, Ida" is not Ida
    pronoun = (
        ruled is not None and ruled.mention is not None and is_pronoun(ruled.mention.text, reading.spoken_in.words)
    )
    if found is None and told and (pronoun or not (ruled and beside.ruled and ruled.name)):
        return _in_other_words(reading, draft, name, beside)
    if focused and found is not None and found.place is not None:
        found = _before(reading, name, beside, found)
    if found is None:
        detail = f"{name[:60]!r} is not named in the article"
        trouble = Trouble(
            "speaker_not_in_article", detail, "replaced" if ruled else "field_cleared", name, ask=not ruled
        )
        return Voice(ruled, (trouble,))
    if focused and ruled is None and found.place and (doubt := _unlikely(reading, found.place, beside)):
        return Voice(None, (Trouble("speaker_not_beside_words", f"{name[:60]!r} {doubt}", "field_cleared"),))
    if (
        ruled is not None
        and beside.ruled is not None
        and not by_another_cue(beside)
        and contradicted(reading, beside.ruled, ruled, draft.kind, found, getattr(draft, "title", None))
    ):
        detail = f"the words beside it name {ruled.name!r}, not {name[:60]!r}"
        if not trusted:
            return Voice(ruled, (Trouble(CONTRADICTED, detail, "replaced"),))
        told_so = _borne_out(reading, draft, beside, found, ruled, name, focused=focused)
        return Voice(told_so.speaker, (*told_so.troubles, Trouble(CONTRADICTED, detail, "unresolved")))
    return _borne_out(reading, draft, beside, found, ruled, name, focused=focused)


def _found(reading: Reading, kind: str, name: str, beside: Told, ruled: Speaker | None) -> Named | None:
    """The speaker as the article has them: by name, or by words of the name that stand apart."""
    found = find_name(reading, name, beside.start, beside.content, unmarked=not beside.nested)
    if found is None and ruled and ruled.mention and set(words_of(name)) <= set(words_of(ruled.mention.text)):
        found = Named(ruled.mention.text, (ruled.mention.start, ruled.mention.end))  # "Oslo police": "police in Oslo"
    kept = found
    if kind != "person":
        apart = found is None or is_part(name, found.name)
    elif found is not None:
        apart = is_relation(name, found.name)
        kept = None if apart else found  # "sister of Ann Lee" is not Ann Lee
    else:
        apart = name.rsplit(maxsplit=1)[-1].islower() or begins_with_office(reading, name)  # "Lund's wife"
    found = (composed(reading, name, beside.content, beside.cue) if apart else None) or kept
    return found or _in_compound(reading, name, beside)


def _in_compound(reading: Reading, name: str, beside: Told) -> Named | None:
    """A noun that begins a compound of the sentences of the words said: "nach Polizeiangaben"."""
    numbers = sentence_numbers(reading, [*beside.content, *([beside.cue] if beside.cue else [])])
    near = [(s.start, s.end) for s in map(reading.sentence, numbers) if s]
    place = in_compound(name, reading.article.text, near, reading.spoken_in)
    return Named(name, place) if place else None


def by_another_cue(beside: Told) -> bool:
    """Whether the answer's cue is not the rule's: in "Lund said her aunt called it a trap" each has a speaker of its own."""
    mine, theirs = beside.cue, beside.ruled.cue if beside.ruled else None
    return mine is not None and theirs is not None and (mine[1] <= theirs[0] or theirs[1] <= mine[0])


def _nameless(reading: Reading, draft: Any, beside: Told, ruled: Speaker | None, *, focused: bool) -> Voice:
    """Nobody is named, says the model: so it stays, unless the cue's own subject is a name."""
    cue = beside.ruled if _is_spoken(reading, beside) else None
    proved = ruled is not None and cue is not None and named_beside(reading, cue, ruled)
    if ruled is not None and (focused or proved):
        trouble = Trouble(CONTRADICTED, f"the answer names nobody; the words beside it name {ruled.name!r}", "replaced")
        return Voice(ruled, () if focused else (trouble,))
    at = beside.ruled.speaker if beside.ruled and beside.ruled.sure and not by_another_cue(beside) else None
    if focused and (at is None or beside.holds(at)):
        return Voice(None)
    found = described(reading, draft, beside.content, beside.cue)
    if at is not None and not beside.holds(at) and (found.mention is None or reading.span(*at).overlaps(found.mention)):
        found = found.model_copy(update={"mention": reading.span(*at)})
    troubles = [
        Trouble("not_in_article", f"{name}: {given[:60]!r} is not in the article", "field_cleared", given)
        for name in ("title", "organization")
        if (given := getattr(draft, name, None)) and getattr(found, name) is None
    ]
    if found.mention is None and (place := subject_beside(reading, beside)):
        found = found.model_copy(update={"mention": reading.span(*place)})
    return Voice(found, tuple(troubles))


def _is_spoken(reading: Reading, beside: Told) -> bool:
    """Whether the rule's cue is a word of speech, and the answer's too: "the court heard" what somebody else said."""
    if beside.ruled is None or beside.ruled.cue is None or by_another_cue(beside):
        return False
    words = reading.article.text[slice(*beside.ruled.cue)].lower().split()
    known = reading.spoken_in.words
    return not reading.spoken_in.worded or any(known[word] & c.CUE for word in words)


def _in_other_words(reading: Reading, draft: Any, name: str, beside: Told) -> Voice:
    """Somebody without a name, described in words that stand nowhere in one piece: the words beside the cue mean them."""
    found = described(reading, draft, beside.content, beside.cue)
    ruled = beside.ruled.speaker if beside.ruled and beside.ruled.sure else None
    whole = in_part(reading, name, beside.content, beside.cue)
    place = ruled if ruled and not beside.holds(ruled) else subject_beside(reading, beside)
    place = place or (None if found.mention else counted(reading, name, beside.content, beside.cue))
    mention = whole or (reading.span(*place) if place else found.mention)
    whole_name = name if stands_apart(reading, name, beside.content, beside.cue) else None
    speaker = found.model_copy(update={"mention": mention, "name": whole_name})
    if mention is not None or tells_of(reading, name, beside.content, beside.cue):
        return Voice(speaker)
    detail = f"{name[:60]!r} is not named in the article"
    return Voice(speaker, (Trouble("speaker_not_in_article", detail, "field_cleared", name),))


def _borne_out(
    reading: Reading, draft: Any, beside: Told, found: Named, ruled: Speaker | None, written: str, *, focused: bool
) -> Voice:
    troubles: list[Trouble] = []
    if not found.whole:
        detail = f"{written[:60]!r} stands in the article as {found.name!r} alone"
        troubles.append(Trouble("speaker_not_in_article", detail, "replaced", written))
    known = reading.voices.name_at(found.place) if found.place else None
    given_title, given_body = getattr(draft, "title", None), getattr(draft, "organization", None)
    name, office = _name(reading, found, known, draft.kind, given_title)
    alike = known is not None and words_of(known) == words_of(name)
    # A pointer has no words for it: then rules say what they know.
    silent = focused and draft.kind == "person" and not given_title and not given_body
    about = reading.speaker(found.place) if found.place and alike and silent else None
    held = title_of(reading, given_title, name, beside.content, found.place) if given_title else Titled(None)
    body = words_in(reading, given_body, reading.article.body) if given_body else None
    if body is None and given_body and (part := _in_compound(reading, given_body, beside)):
        body = part.name
    told = (
        ("title", held.missing, held.stands, about.title if about else None, "beside the speaker"),
        ("organization", (given_body,), body, about.organization if about else None, "in the article"),
    )
    for field, given, stands, known_as, where in told:
        for words in given if not stands or field == "title" else ():
            if words:
                detail = f"{field}: {words[:60]!r} does not stand {where}"
                troubles.append(Trouble("not_in_article", detail, "replaced" if known_as else "field_cleared", words))
    title, body = (stands or known_as for _, _, stands, known_as, _ in told)
    title = title or office
    # "One pal said she told friends": who told them is not who said so.
    own = (beside._replace(ruled=None), None) if by_another_cue(beside) else (beside, ruled)
    mention = mention_of(reading, found, *own, name)
    speaker = Speaker(name=name, mention=mention, title=title, organization=body, kind=draft.kind, basis="model")
    return Voice(speaker, tuple(troubles))


def _name(reading: Reading, found: Named, known: str | None, kind: str, title: str | None) -> tuple[str, str | None]:
    """The model's words as they stand, with "Dr." and "Sir", and the office before a person's name that is no part of it.

    Where another title is given, an office stays with the name: nothing that is told of somebody is lost.
    """
    if kind == "person" and known is not None and found.place is not None:
        mine, theirs = words_of(found.name), words_of(known)
        office = theirs and mine[-len(theirs) :] == theirs != mine
        titled = office and not of_somebody(reading, found.place, theirs)
        if titled and len(theirs) > 1:
            cut = found.name[: len(found.name) - len(known)].strip() if found.name.endswith(known) else ""
            held = not title or set(words_of(cut)) <= set(words_of(title))
            return (known, cut or None) if held else (fullest(reading, found.name, kind), None)
    return fullest(reading, found.name, kind), None


def _pronoun(reading: Reading, name: str, beside: Told) -> Span | None:
    sentence = reading.sentence_at(beside.start)
    place = find_words(name, reading.article.text, [(sentence.start, sentence.end)]) if sentence else None
    return reading.span(*place) if place and not beside.holds(place) else None


def _before(reading: Reading, name: str, beside: Told, found: Named) -> Named:
    """Who is named before may speak; behind, the next sentence has its own subject."""
    earlier = [p for p in places(reading, name, beside.content, unmarked=True) if p[0] < beside.start]
    if not earlier:
        return found
    place = min(earlier, key=lambda p: abs(p[0] - beside.start))
    return Named(reading.article.text[slice(*place)], place)


def _unlikely(reading: Reading, place: Offsets, beside: Told) -> str | None:
    """Why a name that a small model had to choose among those in sight can't be the speaker's."""
    text = reading.article.text
    at = reading.sentence_at(beside.end)
    if place[0] >= (at.end if at else beside.end):
        return "is first named behind the quotation"
    if text_before(text, place[0], 20).split()[-1:] in _WITHIN:
        return "is where something is, not who speaks"
    return None
