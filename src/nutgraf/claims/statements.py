"""A text as its statements: sentences, and the clauses of a sentence that says two things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.article import Article, Span
from nutgraf.errors import ArticleError
from nutgraf.reading.languages.detect import reads_as_english
from nutgraf.reading.parts import Sentence
from nutgraf.reading.reading import Reading, read
from nutgraf.reading.verbs.found import cues

_JOINT = re.compile(r"(?P<mark>;)\s+(?:(?:and|but|while|whereas)\s+)?|,\s+(?:and|but|while|whereas|yet)\s+")
_HANGS = re.compile(
    r"(?:if|unless|when|whenever|although|though|because|since|while|as|after|before|until)\b", re.IGNORECASE
)
"""What opens a clause that says nothing for itself: a sentence that begins so is not cut."""
_OWN_SUBJECT = 8
"""Words of a clause among which its verb comes, behind a subject of its own."""
_FEWEST = 4
_LIST_MARK = re.compile(r"(?:[-*•–—#>]+|\(?\d{1,2}[.)])\s+|\*+")
_HASHTAG = re.compile(r"#\w+")
_LABEL_WORDS = 5


@dataclass(frozen=True)
class Part:
    """One statement of a text: its place, the words that are weighed, and the sentence that it stands in."""

    span: Span
    words: str
    """Without list marks and asterisks, on one line."""
    sentence: int


def read_text(text: object) -> Reading:
    """The text, read.

    Raises:
        ArticleError: it is none, or has no sentence.
    """
    try:
        reading = read(Article.from_object(text))
    except ArticleError as error:
        raise ArticleError(f"the text to check: {error}") from None
    if not reading.sentences:
        raise ArticleError("the text to check has no sentence in it")
    return reading


def parts_of(reading: Reading) -> tuple[Part, ...]:
    """The statements of a text, in order; headings and labels that end in a colon say nothing.

    Raises:
        ArticleError: nothing is stated in it.
    """
    english = reads_as_english(reading.article.text)
    found: list[Part] = []
    for sentence in reading.sentences:
        for start, end in _clauses(sentence, reading) if english else [(sentence.start, sentence.end)]:
            span = reading.span(start, end)
            words = plain(span.text)
            if any(char.isalnum() for char in words) and not _is_label(words) and not _HASHTAG.fullmatch(words):
                found.append(Part(span, words, sentence.number))
    if not found:
        raise ArticleError("the text to check states nothing: it holds headings alone")
    return tuple(found)


def plain(text: str) -> str:
    """The words on one line, without the marks of a list or of bold type."""
    marked = _LIST_MARK.match(text)
    return " ".join((text[marked.end() :] if marked else text).replace("**", "").split())


def _is_label(words: str) -> bool:
    return words.endswith(":") and len(words.split()) <= _LABEL_WORDS


def _clauses(sentence: Sentence, reading: Reading) -> Iterator[tuple[int, int]]:
    """The places of the clauses that each have a subject and a verb of their own; what somebody says stays whole."""
    start, end = sentence.start, sentence.end
    text = reading.article.text[start:end]
    at = 0
    if reading.segments_in([sentence.number]) or _HANGS.match(text):
        yield start, end
        return
    reported = bool(reading.reports_in(sentence.number))
    for joint in _JOINT.finditer(text):
        if reported and not joint["mark"]:
            continue
        if _says_something(text[at : joint.start()], first=True) and _says_something(text[joint.end() :]):
            yield start + at, start + joint.start()
            at = joint.end()
    yield start + at, end


def _says_something(clause: str, *, first: bool = False) -> bool:
    """Whether a clause has a verb, behind words that may be its subject."""
    if len(clause.split()) < _FEWEST:
        return False
    verbs = [cue for cue in cues(clause) if cue.kind not in ("if", "break")]
    if not verbs or _HANGS.match(clause):
        return False
    before = clause[: verbs[0].start].split()
    return bool(before) and (
        first or (len(before) <= _OWN_SUBJECT and not re.search(r"[,;]", clause[: verbs[0].start]))
    )
