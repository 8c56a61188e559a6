"""What a description is of, by the word that heads it: "a recent poll", "witnesses", "the fisheries ministry", "a nurse"."""

from __future__ import annotations

import re
from functools import lru_cache

from nutgraf.checking.rules.english import of_list
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.language import Language
from nutgraf.reading.numbers.find import numbers_in
from nutgraf.results.said import SpeakerKind

_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
MODIFIES = of_list("modifying")
"""What stands behind the head of a description, in a language where that decides."""


@lru_cache(maxsize=1024)
def kind_of(words: str, language: Language) -> SpeakerKind:
    """What a description is of, by its head: "a recent poll", "witnesses", "the fisheries ministry", "a nurse"."""
    head = head_of(words, language)
    word = head.lower()
    bits = language.words[word]
    if bits & c.DOCUMENT:
        return "document"
    named = head[:1].isupper() and len(words.split()) > 1 and not _opens(words, head)
    by_form = language.worded and word.endswith("s") and not word.endswith("ss")
    if bits & c.PLURAL or (by_form and not named) or _counts(words, head):  # not "Dr. Eva Brinks"
        return "group"
    counted = bits & (c.PRONOUN | c.CARDINAL | c.QUANTIFIER) and _opens(words, head)  # "One of her friends"
    body = bits & c.BODY or (head[:1].isupper() and not counted and not bits & (c.PERSON | c.TITLE | c.SPEECH))
    return "organization" if body else "unnamed"


def _opens(words: str, head: str) -> bool:
    """Whether the head is written large as the first of several words: "Observers from Oslo"."""
    behind = words[len(head) :].split()[:1] if words.startswith(f"{head} ") else []
    return bool(behind) and behind[0].lower() in MODIFIES


def _counts(words: str, head: str) -> bool:
    """Whether the head counts those of whom it tells: "eleven of 16 voters"."""
    return words.startswith(f"{head} of ") and bool(numbers_in(head))


def head_of(words: str, language: Language) -> str:
    """The word that says what a description is of: "study" of "a study by the harbour board"; elsewhere its first noun that is known."""
    tokens = _WORD.findall(words)
    known = language.words
    if not language.worded:
        nouns = (token for token in tokens if known[token.lower()] & NOUNS)
        return next(nouns, tokens[-1] if tokens else "")
    lows = [token.lower() for token in tokens]
    at = next(
        (at for at, low in enumerate(lows) if at and (low in MODIFIES or _is_done(lows, at, language))), len(tokens)
    )
    return tokens[at - 1] if tokens else ""


def _is_done(lows: list[str], at: int, language: Language) -> bool:
    """Whether a participle tells more of the noun before it: "figures [released] in Oslo", not "a court [ordered] review"."""
    bits, before = language.words[lows[at]], language.words[lows[at - 1]]
    behind = lows[at + 1] if at + 1 < len(lows) else ""
    follows = behind in MODIFIES or bool(
        language.words[behind] & (c.FUNCTION | c.DAY_WORD | c.WEEKDAY | c.CIRCUMSTANCE)
    )
    noun = before & (NOUNS | c.PLURAL) or (lows[at - 1].endswith("s") and not before & c.FUNCTION)
    return bool(bits & c.PAST and bits & c.VERB and not bits & c.NOUN and noun) and follows


NOUNS = c.DOCUMENT | c.PERSON | c.TITLE | c.BODY
