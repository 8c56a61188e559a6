"""Values of an event's fields: delivered as answered where they stand in the article, with what the reading knows of them."""

from __future__ import annotations

import re
from typing import Any

from nutgraf.article import Span
from nutgraf.checking.items.finding import Finder, Unfit, forms_of, shown
from nutgraf.checking.items.voices import kind_of, voice
from nutgraf.checking.place.lookup import all_of, as_answered
from nutgraf.checking.place.stops import with_stop
from nutgraf.checking.rules.claim import Claim
from nutgraf.checking.rules.names import invented_name
from nutgraf.checking.rules.numbers import invented_number
from nutgraf.checking.rules.stems import content_stems
from nutgraf.checking.rules.times import invented_time
from nutgraf.checking.speech.names import POSSESSIVE, in_story, is_acronym, words_of
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.language import Language
from nutgraf.reading.numbers.find import numbers_in
from nutgraf.reading.numbers.pointed import pointed
from nutgraf.reading.parts import Offsets, overlap
from nutgraf.results import Participant, Quantity, Speaker, TimeRef

_PLAIN = re.compile(r"[\w\s'’.,;&/()-]+")
_NICKNAMED = re.compile(r"^[^\W\d_]+ [\"“‘']\w[^\"”’']*[\"”’'] [^\W\d_]+")
"""A name with a nickname in marks: “Ann "Sunny" Lund”."""
_MARKS = " \"'“”‘’«»"


def source(finder: Finder, words: str, evidence: tuple[Span, ...]) -> Speaker:
    """Who says so, as the answer names them; described in words that stand apart, with the longest of them that stand together."""
    if finder.find(words, evidence) is None and composed(finder, words, evidence):
        return _described(finder, words, evidence)
    span, language = finder.located(words, evidence), finder.reading.spoken_in
    if (span.start, span.end) == finder.in_compound(words, evidence):
        return Speaker(name=" ".join(words.split()), mention=span, kind=kind_of(words, language), basis="model")
    found = voice(finder.reading, (span.start, span.end))
    if found.name and not _is_form_of(span.text, found, language):
        return Speaker(name=_named(finder, words, span), mention=span, kind=kind_of(span.text, language), basis="model")
    if found.kind == "organization" and _is_described(span.text, found.name or "", language):
        return found.model_copy(update={"name": _named(finder, words, span), "kind": kind_of(span.text, language)})
    # "Ibrahim ag Salla", of which reading knows the first word.
    longer = span.text.startswith(f"{found.name} ") and span.text.rsplit(maxsplit=1)[-1][0].isupper()
    whole = found.name == span.text or (found.kind == "person" and (longer or _NICKNAMED.search(span.text)))
    return found.model_copy(update={"name": _named(finder, words, span)}) if whole else found


def _is_form_of(words: str, found: Speaker, language: Language) -> bool:
    """Whether words may mean whoever reading takes them for: not "the union" its president, "the Army of Arn" the aid group Help Arn."""
    mine, name = words_of(words), words_of(found.name or "")
    known = {*name, *words_of(found.title or ""), *words_of(found.organization or "")}
    strange = {*words_of(" ".join(word for word in words.split()[1:] if word[:1].isupper()))} - known
    if strange and not set(name) <= set(mine) and not is_acronym(mine, name) and not is_acronym(name, mine):
        return False
    head = words.rsplit(maxsplit=1)[-1].lower()
    return found.kind != "person" or not set(mine).isdisjoint(name) or not language.words[head] & c.BODY


def _is_described(words: str, name: str, language: Language) -> bool:
    """Whether words mean somebody by a noun behind a body's name: "a former Norvik employee" is not Norvik."""
    last = words.rsplit(maxsplit=1)[-1]
    return last.islower() and last not in name.lower().split() and bool(language.words[last] & (c.PERSON | c.TITLE))


def _described(finder: Finder, words: str, evidence: tuple[Span, ...]) -> Speaker:
    name = " ".join(words.split())
    parts = name.split(" ")
    runs = (
        " ".join(parts[low : low + length])
        for length in range(len(parts), 0, -1)
        for low in range(len(parts) - length + 1)
    )
    place = next(filter(None, (finder.find(run, evidence) for run in runs)), None)
    mention = finder.reading.span(*place) if place else None
    return Speaker(name=name, mention=mention, kind=kind_of(name, finder.reading.spoken_in), basis="model")


def composed(finder: Finder, words: str, evidence: tuple[Span, ...]) -> bool:
    """Whether words that stand apart make up a description: its names in the story, the rest in the cited sentences."""
    name = " ".join(words.split()).strip(_MARKS)
    stems = set(content_stems(name) if _PLAIN.fullmatch(name) else ())
    said = {word for span in evidence for word in content_stems(span.text)}
    exact = [POSSESSIVE.sub("", word) for word in name.split() if any(c.isupper() or c.isdigit() for c in word)]
    names = {stem for word in exact for stem in content_stems(word)}
    return bool(stems) and stems - names <= said and all(finder.find(word, evidence) for word in exact)


def _named(finder: Finder, words: str, span: Span) -> str:
    """What a name is called: in the article's words; where these only have other endings, in the answer's."""
    *_, bare = forms_of(words)
    return as_answered(bare, finder.reading.article.text, (span.start, span.end))


def time(finder: Finder, words: str, evidence: tuple[Span, ...]) -> TimeRef:
    """The time that these words name, as answered where they hold all of it; of words that stand apart, the part that is a time."""
    found = finder.find(words, evidence)
    if found is None:
        said = " ".join(words.split()).lower()
        inside = [
            time.span
            for time in finder.reading.times
            if time.span and time.span.text.lower() in said and any(time.span.overlaps(e) for e in evidence)
        ]
        if not inside:
            raise Unfit("time_not_in_article", f"{shown(words)} is not in the article", words=words)
        longest = max(inside, key=lambda span: span.end - span.start)
        found = (longest.start, longest.end)
        if len({span.text.lower() for span in inside}) > 1:
            return TimeRef(span=finder.reading.span(*found))  # "in May and in June" is neither
    found = with_stop(finder.reading, found)
    known = finder.reading.time_of(*found)
    inside_answer = known.span is not None and found[0] <= known.span.start and known.span.end <= found[1]
    return known.model_copy(update={"span": finder.reading.span(*found)}) if inside_answer else known


def participant(finder: Finder, value: Any, evidence: tuple[Span, ...]) -> Participant:
    """Who takes part, as answered; described in words that stand apart in the cited sentences, without a place."""
    found = finder.find(value.name, evidence)
    if found is not None:
        span = finder.reading.span(*with_stop(finder.reading, found))
        name = finder.fullest(span) if finder.window.points else _named(finder, value.name, span)
        return Participant(name=name, mention=span, role=value.role)
    name = " ".join(value.name.split()).strip(_MARKS)
    if not composed(finder, name, evidence):
        raise Unfit("not_in_article", f"{shown(value.name)} is not in the article", words=value.name)
    return Participant(name=name, role=value.role)


def quantity(finder: Finder, value: Any, evidence: tuple[Span, ...]) -> Quantity:
    """A number as answered, with what the reading knows of it; its role is the model's own word."""
    role = " ".join((value.role or "").split()) or None
    found = _apart(finder, value.span, finder.find(value.span, evidence))
    known = _known(finder, value.span, found, evidence)
    if found is None and known is None:
        detail = f"{shown(value.span)} is not in the article"
        raise Unfit("quantity_not_in_article", detail, words=value.span)
    if known is None and found is not None:
        if not any(c.isalnum() for c in value.span):
            raise Unfit("no_quantity", f"{shown(value.span)} is no quantity")
        return Quantity(span=finder.reading.span(*found), kind=None, modifier=None, role=role)
    assert known is not None  # one of the two was found
    return known.model_copy(update={"role": role})


def _apart(finder: Finder, words: str, found: Offsets | None) -> Offsets | None:
    """A place of words that is no part of a numeral before them: the "three members" of a party, not of "thirty-three members"."""
    text = finder.reading.article.text
    if found is None or found[0] == 0 or text[found[0] - 1] != "-":
        return found
    others = (
        place for place in all_of(words, text) if text[max(0, place[0] - 1)] != "-" and in_story(finder.reading, place)
    )
    return next(others, found)


def role(given: str, finder: Finder, evidence: tuple[Span, ...]) -> tuple[str | None, str | None]:
    """A role, less the capital that its place gave it; None, and the word, where it names or counts what stands nowhere in the story.

    Its other words are the model's to choose.
    """
    language = finder.reading.spoken_in
    for at, word in enumerate(given.split()):
        bare = word.strip("\"'“”‘’.,;:()")
        # Elsewhere a capital may be any noun's.
        marked = any(char.isdigit() or (language.worded and char.isupper()) for char in bare)
        if not marked or finder.find(bare, evidence) is not None:
            continue
        if at or not bare.istitle() or not bare.isalpha() or language.words[bare.lower()] & _NAMES:
            return None, bare
        given = given.replace(bare, bare.lower(), 1)  # "Fatalities"
    return given, None


def invented(claim: Claim) -> str | None:
    """Why a free text can't stand: a number, name or time of it stands nowhere in the article."""
    rules = (invented_number, invented_name, *((invented_time,) if claim.in_english else ()))
    found = filter(None, (rule(claim) for rule in rules))
    return next((finding.reason for finding in found if finding.outcome == "refuted"), None)


_NAMES = c.GIVEN | c.PLACE | c.ORGANIZATION | c.DEMONYM


def _known(finder: Finder, words: str, place: Offsets | None, evidence: tuple[Span, ...]) -> Quantity | None:
    """What the words come to where they stand, or, written otherwise, the quantity of the reading in the cited sentences."""
    reading = finder.reading
    if place is not None:
        text = reading.article.text
        near = [one.quantity(text) for one in reading.numbers if overlap((one.start, one.end), place)]
        return pointed(text, place, near, reading.language)
    wanted = {n.value for n in numbers_in(words, reading.language)}
    cited = (q for q in reading.quantities if any(q.span.overlaps(span) for span in evidence))
    return next((q for q in cited if q.value in wanted), None) if wanted else None
