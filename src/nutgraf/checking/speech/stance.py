"""What a speaker does with the content, by the words of the cue: what is denied is not said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from nutgraf.article import Span
from nutgraf.checking.rules.english import lines_of
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.language import Language
from nutgraf.reading.languages.tables import words_in_list
from nutgraf.reading.languages.words import Words
from nutgraf.reading.parts import Offsets, less
from nutgraf.reading.reading import Reading
from nutgraf.reading.speech.stances import LADDER
from nutgraf.results.said import Stance

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


@lru_cache(maxsize=1024)
def stance_of(cue: str, language: Language) -> Stance | None:
    """The stance that the words of a cue settle in a language; None where they leave it open, or nobody knows its words."""
    return language.stances.of(cue) if language.stances else None


def stance_by(known: Words, cue: str) -> Stance | None:
    """The stance of a cue by the classes of a language's verbs; None where they leave it open, or a word turns its sense."""
    lows = _lows(cue)
    turns = (at for at, low in enumerate(lows) if known[low] & c.NEGATION)
    if any(not at or not known[lows[at - 1]] & c.DETERMINER for at in turns):  # no "den nicht belegten Vorwurf"
        return None
    parted = (known.get(f"{one} {other}", 0) for one in lows for other in lows if one != other)
    bits = [found for found in (*parted, *(known[low] for low in lows)) if found & c.CUE and not found & c.PARTED]
    return next((stance for stance, bit in LADDER if any(found & bit for found in bits)), None)


def stance_of_text(text: str, language: Language) -> Stance | None:
    """The stance that a title tells itself: "The mayor denies taking money"."""
    return next((stance for _, stance in stances_in(text, language)), None)


@lru_cache(maxsize=256)
def stances_in(text: str, language: Language) -> Sequence[tuple[int, Stance]]:
    """The words by which somebody in a text does more than say so, each by where it ends: "ruled out", no "court order"."""
    return tuple(_stances(text, language))


def _stances(text: str, language: Language) -> Iterator[tuple[int, Stance]]:
    words, known = list(_WORD.finditer(text.replace("’", "'"))), language.words
    lows = [word.group().lower() for word in words]
    for at, low in enumerate(lows):
        noun = known[low] & c.NOUN or not known[low] & (c.CUE | c.SPEECH)
        if noun and ((at and known[lows[at - 1]] & c.DETERMINER) or known["".join(lows[at + 1 : at + 2])] & _FINITE):
            continue
        behind = next((n for n in range(at + 1, len(lows)) if not known[lows[n]] & _WITH_VERB), len(lows))
        stance = stance_of(" ".join(lows[at : behind + (lows[behind - 1] == "to")]), language)
        if stance is not None and stance != "says":
            yield words[at].end(), stance


_FINITE = c.THIRD | c.PAST | c.AUXILIARY
_WITH_VERB = c.GOES_WITH_VERB | c.PREPOSITION
"""What belongs to the verb before it: "ruled out", "calls for", "declined to"."""


def stance_beside(
    reading: Reading,
    cue_words: str | None,
    cue: Offsets | None,
    content: Sequence[Span],
    stance: Stance | None,
    *,
    direct: bool,
) -> Stance:
    """The stance of a quote as its cue settles it beside the words said, else as answered.

    Args:
        reading: the article.
        cue_words: the cue as answered.
        cue: where it stands.
        content: the words said.
        stance: as answered.
        direct: whether they are the speaker's own words.
    """
    text, language = reading.article.text, reading.spoken_in
    words, inner = _apart(text, cue, content) if cue else ("", "")
    if not language.worded:  # what its verb settles, where the model has it as a plain statement
        turned = language.words[inner.partition(" ")[0].lower()] & c.NEGATION  # "schloss keinen Verkauf aus"
        by_cue = None if turned else stance_by(language.words, words or cue_words or "")
        return (stance if direct or stance not in (None, "says") else by_cue or stance) or "says"
    start, end = content[0].start, content[-1].end
    before = cue is not None and end <= cue[0] and reading.sentence_at(cue[0]) != reading.sentence_at(start)
    if cue and stance == "says" and (before or (start <= cue[0] and cue[1] <= end)):
        return stance  # "The bank denied that one was planned. The union disputed that"; "it does not expect to open"
    if stance == "says" and _BUT_FOR.search(text, max(0, start - _LONGEST_BUT_FOR), start):
        words = ""
    first, _, last = words.rpartition(", ")
    twice = all(any(language.words[low] & c.CUE for low in _lows(one)) for one in (first, last.partition(" ")[0]))
    spoken = last if twice else words  # "disputed that, saying", no "did not, however, rule out"
    return settled(spoken, stance, content[0].text, language, direct=direct)


def _apart(text: str, cue: Offsets, content: Sequence[Span]) -> tuple[str, str]:
    """The words of a cue less the words said that stand within it, and these: "ruled out" and "layoffs" of "ruled layoffs out"."""
    within = [(span.start, span.end) for span in content if cue[0] < span.start and span.end < cue[1]]
    own = " ".join(text[slice(*part)].strip() for part in less(cue, within))
    return own, " ".join(text[slice(*part)] for part in within)


_BUT_FOR = re.compile(rf"\b(?:{'|'.join(' '.join(group) for group in lines_of('but-for'))}) ?[\"“'‘]?\Z")
"""Before what is said all the same: "did not specify it beyond “old parts”"."""
_LONGEST_BUT_FOR = 16
"""Characters of it, its mark with it."""


def settled(cue: str, answered: Stance | None, content: str, language: Language, *, direct: bool) -> Stance:
    """The stance of a quote: the cue's words where they settle it, else the model's.

    Who "said" may as well have asked or urged; who "asked somebody to …" has urged. In `direct` speech the words are
    the speaker's own: "“I took nothing,” she denied" says it.
    """
    by_cue = stance_of(cue, language)
    if by_cue == "doubts" and language.words[cue.split(" ", 1)[0].lower()] & c.DETERMINER:
        by_cue = None  # "laughed at the question"
    if direct and "denies" in (by_cue, answered):
        return "says" if by_cue in (None, "denies") else by_cue
    asked = answered == "asks" and content.partition(" ")[0].lower() in words_in_list(language.code, "question-words")
    if answered is not None and (asked or (by_cue, answered) in _AS_ANSWERED):
        return answered
    if by_cue == "asks" and answered is None and content[:3].lower() == "to ":
        return "orders"
    turned = answered in ("denies", "doubts") and not _has_more(cue, language) and holds_no(content, language)
    if by_cue == "says" and not turned:
        return answered or "says"
    return by_cue or answered or "says"


_AS_ANSWERED: frozenset[tuple[Stance | None, Stance]] = frozenset(
    {
        ("doubts", "orders"),  # "challenged them to come"
        ("doubts", "denies"),  # who "challenged the claim" may have called it false
        ("doubts", "no_comment"),  # "declined to take questions"
        ("orders", "asks"),  # "pressed on whether"
        ("asks", "orders"),  # "asked them to come"
    }
)
"""What a cue settles, with what it may mean as well."""


def _has_more(cue: str, language: Language) -> bool:
    """Whether a cue holds more than its verb, which may turn its sense: "stop short of claiming"."""
    lows = _lows(cue)
    return sum(not language.words[low] & (c.FUNCTION | c.ADVERB | c.AUXILIARY) for low in lows) > 1


def holds_no(words: str, language: Language, *, but: int = 0) -> bool:
    """Whether words hold a "no" of their own: who "said he took nothing" denies nothing of that; `but`: classes of those left aside."""
    known = ((low, language.words[low]) for low in _lows(words.replace("’", "'")))
    return any((bits & _NO and not bits & but) or low.endswith("n't") for low, bits in known)


_NO = c.NEGATION | c.NOBODY


def _lows(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def tells_speech(text: str, known: Words) -> bool:
    """Whether a text holds a verb of speech of its language, also one whose part stands apart: "bot … an"."""
    lows = _LOW.findall(text.lower())
    for at, low in enumerate(lows):
        bits = known[low]
        if bits & c.PARTED:
            bits = next((pair for last in lows[at + 1 :] if (pair := known.get(f"{low} {last}", 0))), 0)
        if bits & c.CUE and bits & (c.VERB | c.PAST | c.THIRD):
            return True
    return False


_LOW = re.compile(r"[^\W\d_]+")
