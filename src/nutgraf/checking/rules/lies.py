"""Small rules, each named after the lie that it catches. Pure: an item's words and the article's reading in, a reason out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, takewhile

from nutgraf.article import Span
from nutgraf.checking.place.lookup import all_of
from nutgraf.checking.rules.deeds import made_certain, only_sought, told_at_another_time
from nutgraf.checking.rules.stems import carries_content, content_stems, share_carried, stem
from nutgraf.reading.languages import classes
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.names.proper_words import proper_words
from nutgraf.reading.numbers.find import numbers_in, same_number
from nutgraf.reading.reading import Reading
from nutgraf.reading.verbs.tense import negations, status_of
from nutgraf.results import TimeRef
from nutgraf.results.happened import Status

TextRule = Callable[[str, str], str | None]
"""Takes a text and its evidence; returns the reason why the evidence does not carry it, or None."""

LEAST_CARRIED = 0.6
"""The share of a title's content-word stems that its sentences must hold (the design's definition of grounded)."""

_TIME_WORD = re.compile(
    r"\b(?:March|May|(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|april|june|july|august|september"
    r"|october|november|december|yesterday|today|tomorrow|tonight|overnight|morning|afternoon|evening|midnight|noon"
    r"|weekend|week|month|year|decade|century|spring|summer|autumn|winter))s?\b",
)
_MONTHS_BY_CASE = {"March", "May"}
_TIMES = re.compile(r"\b(?:twice|thrice|doubl\w*|tripl\w*|quadrupl\w*|halv\w*)\b", re.IGNORECASE)
_CAPITALISED = re.compile(r"(?<![\w'’])(?!I\b)[^\W\d_a-zß-öø-ÿ][\w'’]*", re.UNICODE)

_TWO_CAPITALISED = re.compile(r"(\w+)[^\w\s]*\s+[^\W\d_a-zß-öø-ÿ]", re.UNICODE)
_OPENING = "\"'“‘«„("
"""Marks that a title may open with: the word behind them is its first."""


def invented_number(text: str, evidence: str) -> str | None:
    """A number in a title or point that its sentences do not give."""
    given = numbers_in(evidence)
    for number in numbers_in(text):
        if not any(same_number(number, other) for other in given):
            return f"the number {text[number.start : number.end]!r} is not in the cited sentences"
    for times in _TIMES.findall(text):
        if stem(times) not in {stem(word) for word in _TIMES.findall(evidence)}:
            return f"the number {times!r} is not in the cited sentences"
    return None


def invented_name(text: str, evidence: str) -> str | None:
    """A person, place or body in a title or point that its sentences do not name."""
    head = len(text) - len(text.lstrip(_OPENING))
    capitalised = {found.span() for found in _CAPITALISED.finditer(text) if found.start() > head}
    if opening := _TWO_CAPITALISED.match(text, head):
        capitalised.add(opening.span(1))
    for start, end in sorted(capitalised.union(proper_words(text))):
        word = text[start:end]
        # Time words have a rule of their own, which lets "Sundays" stand for "Sunday".
        if not carries_content(word) or _TIME_WORD.fullmatch(word) or all_of(word, evidence):
            continue
        by_place = start == head and opening is None and word[1:].islower() and not WORDS[word.lower()] & classes.PLACE
        if not (by_place and all_of(word.lower(), evidence)) and not _is_short_for(word, evidence):
            return f"the name {word!r} is not in the cited sentences"
    return None


_BOTH_SHORT = {"EU": "European Union", "UN": "United Nations", "UK": "United Kingdom"}
_CAPITALS_IN_A_ROW = re.compile(r"[A-Z][\w'’-]+(?: (?:of |for |and |the )*[A-Z][\w'’-]+)+")


def _is_short_for(word: str, evidence: str) -> bool:
    """Whether the letters stand for a name of the sentences: "IMF" for "International Monetary Fund"."""
    if word in _BOTH_SHORT:
        return _BOTH_SHORT[word] in evidence
    if len(word) < 3 or not word.isupper():
        return False
    names = (name.removeprefix("The ") for name in _CAPITALS_IN_A_ROW.findall(evidence))
    return any("".join(part[0] for part in name.split() if part[0].isupper()) == word for name in names)


def invented_time(text: str, evidence: str) -> str | None:
    """A weekday, month or other time word that the cited sentences do not hold."""
    for found in _TIME_WORD.finditer(text):
        word = found.group().removesuffix("s")
        # "May" and "March" are other words in small letters.
        case = 0 if word in _MONTHS_BY_CASE else re.IGNORECASE
        if not re.search(rf"\b{word}(?:s|ly|long)?\b", evidence, case):
            return f"the time word {found.group()!r} is not in the cited sentences"
    return None


def invented_negation(text: str, evidence: str) -> str | None:
    """A "not" or "never" that turns round what the cited sentences say."""
    given = set(negations(evidence))
    for word in negations(text):
        # Who failed to do it, or was unable to, did not.
        if word not in given and (word != "not" or given.isdisjoint({"failed", "unable"})):
            return f"the negation {word!r} is not in the cited sentences"
    return None


_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")


def not_carried(text: str, evidence: str) -> str | None:
    """A title or point made of words that its sentences don't hold."""
    for sentence in _SENTENCE_END.split(text):
        share = share_carried(sentence, evidence)
        if share < LEAST_CARRIED:
            return f"only {share:.0%} of its content words stand in the cited sentences"
    return None


def leaked_example(text: str, examples: str) -> str | None:
    """A worked example's name, place or story given as if this article said it."""
    if examples and content_stems(text) and share_carried(text, examples) >= LEAST_CARRIED:
        return "its words stand in a worked example"
    return None


def empty(text: str, evidence: str) -> str | None:  # noqa: ARG001 - every rule takes both
    """A title or point that says nothing."""
    return None if any(c.isalnum() for c in text) else "it says nothing"


def no_clause(text: str, evidence: str) -> str | None:  # noqa: ARG001 - every rule takes both
    """A title that is a bare name: it says nothing that could be held against the article."""
    return "it is no sentence" if len(text.split()) < 3 else None


_FIRST_PERSON = re.compile(
    r"\b(?:I|I['’](?:m|ve|ll|d)|[Ww]e(?:['’](?:re|ve|ll|d))?|[Mm]y|[Oo]ur|[Mm]yself|[Oo]urselves)\b"
)
_IN_MARKS = re.compile(r'["“«„][^"”»“]*["”»“]?')


def first_person(text: str, evidence: str) -> str | None:  # noqa: ARG001 - every rule takes both
    """A speaker's "we" or "I" told as if the article itself said it; inside quotation marks it is the speaker's."""
    for found in _FIRST_PERSON.finditer(own := _IN_MARKS.sub(" ", text)):
        before = own[: found.start()].split()
        if found.group() == "I" and before and before[-1][0].isupper():
            continue  # "World War I"
        return f"{found.group()!r} is the speaker's word, not the article's"
    return None


def runs_on(text: str, evidence: str) -> str | None:  # noqa: ARG001 - every rule takes both
    """A title or point that loops or was cut off: the same words over and over."""
    words = text.lower().split()
    trigrams = [tuple(words[i : i + 3]) for i in range(len(words) - 2)]
    return "it repeats itself" if len(trigrams) - len(set(trigrams)) >= 2 else None


_UNFINISHED = frozenset(
    """a an the of in on at by to from for with into onto over under between against about as and or but nor if that which who
    whose is are was were be been will would could should may might has have had its their his her""".split()
)


def cut_off(text: str, evidence: str) -> str | None:
    """A title or point that stops in the middle, so that its sense is anybody's guess."""
    last = text.rpartition(" ")[2]
    unfinished = last.endswith(",") or (last in _UNFINISHED and not evidence.rstrip(".").endswith(text))
    return "it stops in the middle" if unfinished else None


_BREAKS = frozenset(",;:—–")
_CLAUSE_OF_ITS_OWN = frozenset(
    "saying adding arguing claiming warning insisting explaining stating noting suggesting where when whose".split()
)
_TOKEN = re.compile(r"[\w'’-]+|[,;:—–.]")


def joined_across_clauses(text: str, evidence: str) -> str | None:
    """What belongs to another clause tied to the words before it.

    "He rejected that, saying the current had turned" is not "He rejected that the current had turned"; "hid them at a
    school, where four died in 2024" is not "hid them at a school in 2024".
    """
    said, told = _TOKEN.findall(evidence.lower()), _TOKEN.findall(text.lower())
    beside = set(pairwise(said))
    content = {word for word in told if carries_content(word)}
    for first, second in pairwise(told):
        if (first, second) not in beside:
            for clause in _clauses_behind(first, said):
                # With its own subject told, the clause is only told elsewhere: "an explosion at a school killed four".
                if second in clause and content.isdisjoint(clause[: clause.index(second)]):
                    return f"it joins {first!r} and {second!r}, which the cited sentences say of different things"
    return None


def _clauses_behind(word: str, said: Sequence[str]) -> Iterator[list[str]]:
    """The clauses of their own that follow a word: "…, saying …", "…, where …"."""
    for at in range(len(said) - 2):
        if said[at] == word and said[at + 1] in _BREAKS and said[at + 2] in _CLAUSE_OF_ITS_OWN:
            yield list(takewhile(lambda other: other not in _BREAKS and other != ".", said[at + 3 :]))


_OPENING_SUBJECT = re.compile(r"(?:The|An?) ([a-z][\w'’]+) ")


def invented_subject(text: str, article: str) -> str | None:
    """Somebody who acts in a title or point and is nowhere in the article: "The airline brought down 40 guests"."""
    found = _OPENING_SUBJECT.match(text)
    if found is None or not carries_content(found[1]) or stem(found[1]) in content_stems(article, numerals=True):
        return None
    return f"its subject {found[1]!r} is nowhere in the article"


def turned_round(text: str, evidence: str) -> str | None:
    """The sentence's own words put into another order, which is how a small model makes the loser win."""
    given = content_stems(evidence)
    held = [word for word in content_stems(text) if word in given]
    following = iter(given)
    return None if all(word in following for word in held) else "it tells the cited sentences' words in another order"


FREE_TEXT = (
    empty,
    no_clause,
    first_person,
    cut_off,
    runs_on,
    invented_number,
    invented_time,
    invented_name,
    invented_negation,
    made_certain,
    told_at_another_time,
    only_sought,
    joined_across_clauses,
    not_carried,
)
"""What every text that the model writes freely is held against."""
NARROW_TEXT = (*FREE_TEXT, turned_round)
"""The same for a model that was shown a sentence or two, because it is too small for more."""
OWN_TEXT = (invented_number, invented_name)
"""The least that a free text field of the user's own must meet."""


def first_reason(text: str, evidence: Sequence[Span], rules: Sequence[TextRule] = FREE_TEXT) -> str | None:
    """The first reason why the evidence does not carry a text; None when it does."""
    text = unicodedata.normalize("NFC", text)
    joined = unicodedata.normalize("NFC", "\n".join(span.text for span in evidence))
    for rule in rules:
        if reason := rule(text, joined):
            return reason
    return None


def wording_contradicts(status: Status, evidence: Sequence[Span], title: str) -> Status | None:
    """A planned event told as a fact, or the reverse: the status that the sentences' own wording gives, if another.

    Where a sentence tells of several things, the clause of it that stands as the title has the word.
    """
    said: set[Status | None] = {status_of(span.text) for span in evidence}
    said.discard(None)
    if not said and any(title in " ".join(span.text.split()) for span in evidence):
        said = {status_of(title)}
    wording = said.pop() if len(said) == 1 else None
    return wording if wording != status else None


def planned_in_the_past(status: Status, time: TimeRef | None, reading: Reading) -> str | None:
    """A planned event whose date lies before the day of publication."""
    published = reading.article.published
    if status == "planned" and time and time.end and published and time.end < published:
        return f"planned for {time.value}, but the article appeared on {published}"
    return None


def boilerplate_cited(evidence: Sequence[Span], reading: Reading) -> str | None:
    """Evidence that is no part of the story: a share bar, a copyright line."""
    for span in evidence:
        if any(span.overlaps(other) for other in reading.article.boilerplate):
            return f"the evidence at {span.start} is boilerplate"
    return None
