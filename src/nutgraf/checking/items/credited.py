"""Whom an answer names as the source: in its own words, with what the article knows of them; of several the first that stands there."""

from __future__ import annotations

import re
from typing import NamedTuple

from nutgraf.article import Span
from nutgraf.checking.items.finding import Finder, Unfit, forms_of, shown
from nutgraf.checking.items.heads import head_of, kind_of
from nutgraf.checking.items.several import couples, is_person
from nutgraf.checking.items.voices import voice
from nutgraf.checking.place.lookup import as_answered
from nutgraf.checking.rules.english import of_list
from nutgraf.checking.rules.stems import content_stems
from nutgraf.checking.speech.names import POSSESSIVE, is_shared, sentence_numbers, words_of
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.language import Language
from nutgraf.reading.parts import Offsets, text_before
from nutgraf.reading.reading import Reading
from nutgraf.results import Speaker

_PLAIN = re.compile(r"[\w\s'’.,;&/()-]+")
_NICKNAMED = re.compile(r"^[^\W\d_]+ [\"“‘']\w[^\"”’']*[\"”’'] [^\W\d_]+")
"""A name with a nickname in marks: “Ann "Sunny" Lund”."""
MARKS = " \"'“”‘’«»"
_COMMA = re.compile(r", ")


class Credit(NamedTuple):
    """A source as delivered, and the words of the answer that mean it."""

    speaker: Speaker
    words: str


def source(finder: Finder, words: str, evidence: tuple[Span, ...]) -> Credit:
    """Who says so, as the answer names them; several in one answer are a group, of which those count that stand in the article.

    Raises:
        Unfit: none of them does.
    """
    if finder.find(words, evidence) is None:
        if ";" not in words and (holder := _with_office(finder, words, evidence)):
            return Credit(_one(finder, holder, evidence), words)
        parts = [part for each in words.split(";") for part in _parts(each, finder.reading.spoken_in)]
        if len(parts) > 1 and all(finder.find(part, evidence) for part in parts):
            first = finder.located(parts[0], evidence)
            return Credit(Speaker(name=" ".join(words.split()), mention=first, kind="group", basis="model"), words)
        if ";" in words:
            return _first_of(finder, words, evidence)
    return Credit(_one(finder, words, evidence), words)


def _first_of(finder: Finder, words: str, evidence: tuple[Span, ...]) -> Credit:
    for part in filter(None, map(str.strip, words.split(";"))):
        try:
            return source(finder, part, evidence)
        except Unfit:
            continue
    raise Unfit("not_in_article", f"{shown(words)} is not in the article", words=words)


def _parts(words: str, language: Language) -> list[str]:
    """What stands between commas and "and"."""
    joints = [*couples(words, language), *(match.span() for match in _COMMA.finditer(words))]
    found, start = list[str](), 0
    for low, high in sorted(joints):
        found.append(words[start:low])
        start = high
    return [part for each in (*found, words[start:]) if (part := each.strip(" ,"))]


def _with_office(finder: Finder, words: str, evidence: tuple[Span, ...]) -> str | None:
    """The person's name of two parts, where the other is an office or occupation: "Ann Lund, spokeswoman of the mill"."""
    language = finder.reading.spoken_in
    first, _, second = words.partition(", ")
    for name, office in ((first, second), (second, first)):
        place = finder.find(name, evidence) if name and office else None
        if place is None or not is_person(finder.reading, place) or couples(office, language):
            continue
        told = finder.find(office, evidence) or composed(finder, words, evidence)
        return name if told and _is_office(office, language) else None
    return None


def _is_office(words: str, language: Language) -> bool:
    """Whether words tell what somebody is: a known office, or without an article any: "harbour master", not "the trust"."""
    head, bits = head_of(words, language), language.words[words.split(" ", 1)[0].lower()]
    known = language.words[head.lower()] & (c.TITLE | c.PERSON)
    bare = language.worded and head.islower() and not bits & c.DETERMINER
    return bool(known or bare) and kind_of(words, language) == "unnamed"


def _one(finder: Finder, words: str, evidence: tuple[Span, ...]) -> Speaker:
    """One source; described in words that stand apart, with the longest of them that stand together and say what it is."""
    if finder.find(words, evidence) is None and composed(finder, words, evidence):
        return _described(finder, words, evidence)
    span, language = finder.located(words, evidence), finder.reading.spoken_in
    if (span.start, span.end) == finder.in_compound(words, evidence):
        return Speaker(name=" ".join(words.split()), mention=span, kind=kind_of(words, language), basis="model")
    found = voice(finder.reading, (span.start, span.end))
    if found.kind == "person" and found.name and _may_be_another(finder.reading, span.text, found.name):
        return Speaker(name=named(finder, words, span), mention=span, kind="person", basis="model")
    bits = language.words[span.text.split(maxsplit=1)[0].lower()]
    if found.kind == "person" and bits & c.INDEFINITE == c.INDEFINITE:  # "a spokesman for the minister, Bo Lind"
        return Speaker(name=named(finder, words, span), mention=span, kind="unnamed", basis="model")
    held = any(language.words[word] & c.RELATIVE or word == "that" for word in span.text.lower().split()[1:])
    # "the trust which runs the Orm Theatre"
    of_clause = found.name and held and not span.text.startswith(found.name)
    if of_clause or (found.kind == "person" and not _may_mean(span.text, found, language)):
        return Speaker(name=named(finder, words, span), mention=span, kind=kind_of(span.text, language), basis="model")
    # "Ibrahim ag Salla", of which reading knows the first word.
    longer = span.text.startswith(f"{found.name} ") and span.text.rsplit(maxsplit=1)[-1][0].isupper()
    whole = found.name == span.text or (found.kind == "person" and (longer or _NICKNAMED.search(span.text)))
    return found.model_copy(update={"name": named(finder, words, span)}) if whole else found


_GENERATIONS = of_list("generations")


def _may_be_another(reading: Reading, words: str, name: str) -> bool:
    """Whether words may mean another of that surname than reading takes them for: "Lund" where there are several, "Lund junior"."""
    mine, theirs = words_of(words), words_of(name)
    if mine == theirs[:-1] and theirs[-1] in _GENERATIONS:
        return True  # "Lund", where "Lund Sr" is his father
    if set(theirs) <= set(mine) or theirs[-1] not in mine:
        return False
    return mine[-1] != theirs[-1] or is_shared(reading, name)


def _may_mean(words: str, person: Speaker, language: Language) -> bool:
    """Whether words may mean the person whom reading takes them for: not "the union" its president, "the French president" a Swiss one."""
    mine, name = set(words_of(words)), set(words_of(person.name or ""))
    known = name.union(words_of(person.title or ""))
    strange = any(word[:1].isupper() and not known.issuperset(words_of(word)) for word in words.split()[1:])
    return name <= mine or not (strange or language.words[head_of(words, language).lower()] & c.BODY)


def _described(finder: Finder, words: str, evidence: tuple[Span, ...]) -> Speaker:
    """A source whose words stand apart: a person by name, else by the longest run of them that says what it is."""
    name, reading = " ".join(words.split()), finder.reading
    if person := _person_at_end(finder, name, evidence):
        return voice(reading, person)
    language = reading.spoken_in
    head = head_of(name, language)
    parts = name.split(" ")
    runs = (
        " ".join(parts[low : low + length])
        for length in range(len(parts), 0, -1)
        for low in range(len(parts) - length + 1)
        if head in {word.strip(MARKS + ",;") for word in parts[low : low + length]}
        and not language.words[parts[low + length - 1].lower()] & c.PREPOSITION
    )
    place = next(filter(None, (finder.find(run, evidence) for run in runs)), None)
    mention = reading.span(*_with_determiner(finder, place)) if place else None
    return Speaker(name=name, mention=mention, kind=kind_of(name, language), basis="model")


def _person_at_end(finder: Finder, name: str, evidence: tuple[Span, ...]) -> Offsets | None:
    """Where the person stands whose full name ends a description: "spokeswoman Ann Lund", not "friends of Ann Lund"."""
    words, known = name.split(" "), finder.reading.spoken_in.words
    for first in range(1, len(words) - 1):
        low = words[first - 1].lower()
        if known[low] & c.FUNCTION and not (first == 1 and known[low] & c.DETERMINER):
            return None
        if POSSESSIVE.search(low):
            return None
        place = finder.find(" ".join(words[first:]), evidence)
        if place is not None and is_person(finder.reading, place):
            return place
    return None


def _with_determiner(finder: Finder, place: Offsets) -> Offsets:
    """A place with the article or possessive before it: "His campaign"."""
    text = finder.reading.article.text
    before = re.search(r"([^\W\d_]+) $", text_before(text, place[0], _LONGEST_DETERMINER))
    if before and finder.reading.spoken_in.words[before[1].lower()] & c.DETERMINER:
        return place[0] - len(before[0]), place[1]
    return place


_LONGEST_DETERMINER = 12


def composed(finder: Finder, words: str, evidence: tuple[Span, ...]) -> bool:
    """Whether words that stand apart make up a description: its names in the story, the rest in the cited sentences or shortly
    before: "The opposition disagrees. Its leader …".
    """
    name = " ".join(words.split()).strip(MARKS)
    stems = set(content_stems(name) if _PLAIN.fullmatch(name) else ())
    said = {
        word for span in (*evidence, *_shortly_before(finder.reading, evidence)) for word in content_stems(span.text)
    }
    exact = [
        POSSESSIVE.sub("", word) for word in name.split() if any(mark.isupper() or mark.isdigit() for mark in word)
    ]
    names = {stem for word in exact for stem in content_stems(word)}
    return bool(stems) and stems - names <= said and all(finder.find(word, evidence) for word in exact)


def _shortly_before(reading: Reading, evidence: tuple[Span, ...]) -> list[Span]:
    """The two sentences before each cited one."""
    cited = sentence_numbers(reading, [(span.start, span.end) for span in evidence])
    before = {number - back for number in cited for back in (1, 2)}.difference(cited)
    return [reading.sentence_span(number) for number in sorted(before) if reading.sentence(number)]


def named(finder: Finder, words: str, span: Span) -> str:
    """What a name is called: in the article's words; where these only have other endings, in the answer's."""
    *_, bare = forms_of(words)
    return as_answered(bare, finder.reading.article.text, (span.start, span.end))
