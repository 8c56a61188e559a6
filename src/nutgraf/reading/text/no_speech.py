"""Words inside quotation marks that nobody said: titles of works, nicknames and names, scare quotes. Only where sure."""

from __future__ import annotations

import re
from itertools import pairwise

from nutgraf.lazily import pattern
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words
from nutgraf.reading.parts import NoSpeech, Offsets
from nutgraf.reading.text.among_nouns import among_nouns
from nutgraf.reading.text.called import is_known_as, is_name, is_often_called
from nutgraf.reading.text.marked import FEW, LONGEST_NAME, WORD, Marked, is_tag, is_title_case, of, speech_nearby

_TOKEN = re.compile(r"[^\W_][\w'’.&-]*|[^\w\s]")
_SENTENCE_END = pattern(r"[a-zß-öø-ÿ)\d]{2}[.!?][\"”’')]*\s+(?=[\"“„‘'(]?[A-ZÀ-ÖØ-Þ])")
_CLAUSE_STOP = pattern(r"(?<!\bM[rs])(?<!\bMrs)(?<!\b[DS][rt])[.!?;:…]\s")
_REACH = 60
"""Characters on both sides that are looked at for a title or a name, and five times as many for a word of speech."""
_MOST_WORDS = 10
_LONGEST = 90
_FEW_CAPITALS = 2
_CLOSES, _OPENS = frozenset('"”’»'), frozenset('"“„‘«')


def no_speech(text: str, inside: Offsets, outside: Offsets, paragraph: Offsets, words: Words) -> NoSpeech | None:
    """The reason why these words are surely no speech, if there is one.

    Args:
        text: the article's text.
        inside: the words between the marks.
        outside: the same with the marks.
        paragraph: the paragraph that they stand in.
        words: the language's.
    """
    if inside[1] - inside[0] > _LONGEST or not words.know_speech:
        return None  # where no word is known nothing tells a title from speech
    inner = text[slice(*inside)].strip()
    own = WORD.findall(inner.rstrip(".,"))
    titled, few = is_title_case(own, words), len(own) <= FEW
    stop = _CLAUSE_STOP.search(inner)
    if not own or len(own) > _MOST_WORDS or (stop and not (titled and stop[0][0] == ":")):
        return None  # "Salt: A History of the Coast" is a title for all its colon
    if not titled and len(own) > LONGEST_NAME and not words.capitalises_nouns:
        return None
    before = _TOKEN.findall(text, max(paragraph[0], outside[0] - _REACH), outside[0])
    marked = Marked(
        inner,
        own,
        _before_first(before) if titled else before,
        _TOKEN.findall(text, outside[1], min(paragraph[1], outside[1] + _REACH)),
        _sentence_around(text, outside, paragraph),
    )
    if _is_mentioned(marked, words):
        return "name" if titled else "scare"
    if words.capitalises_nouns:
        return among_nouns(marked, words)
    if titled and _is_title(marked, words):
        return "title"
    if own[-1][0].isupper() and len(own) <= LONGEST_NAME and is_name(marked, words):
        return "name"
    if is_tag(marked, words):
        return "name" if titled else "scare"
    if titled and _capitals(marked) > _FEW_CAPITALS and marked.inner[-1].isalnum() and _qualifies(marked.after, words):
        return "title"  # the “Keep the Pier Open” badges
    if titled and (_shown(marked, words) or _is_subject(marked, words)):
        return "title"
    if any(word[0].isupper() for word in own):
        return None
    if few and _is_named_so(marked, words):
        return "scare"
    if speech_nearby(marked, words, but="".join(marked.after[:1])):
        return None
    return "scare" if is_known_as(marked.before, words) or (few and _is_scare(marked, words)) else None


def _before_first(before: list[str]) -> list[str]:
    """What stands before the first of several in marks: `wrote “The Lost Oar” and “Nine Hours”`."""
    while len(before) > _FEW_CAPITALS and before[-1] in {"and", "or"} and before[-2][-1] in _CLOSES:
        opening = next((at for at in range(len(before) - 3, -1, -1) if before[at] in _OPENS), None)
        if opening is None:
            break
        before = before[:opening]
    return before


def _is_mentioned(marked: Marked, words: Words) -> bool:
    """A word that a sentence is about: `The word “snowbird” is older`, `Das Wort „Kiez“ stammt`; not `he used the word “theft”`."""
    before, after = marked.before, marked.after
    if len(before) < 2 or not after or not after[0][0].islower() or not marked.inner[-1].isalnum():
        return False
    opens = len(before) == 2 or not before[-3][0].isalnum()
    article = of(words, before[-2]) & (c.ARTICLE | c.DEFINITE)
    return bool(opens and article and of(words, before[-1]) & c.MENTIONED)


def _is_title(marked: Marked, words: Words) -> bool:
    before = marked.before[:-1] if marked.before[-1:] == [","] else marked.before
    last = of(words, before[-1]) if before else 0
    if last & (c.WORK | c.ENTITLES):
        return True  # the film “…”, a report headlined “…”
    if len(before) > 1 and last & (c.NAMES | c.PRESENT_BE | c.PAST_BE | c.MARKS) and of(words, before[-2]) & c.WORK:
        return True  # a song called “…”, her first novel was “…”
    if marked.after and of(words, marked.after[0]) & c.WORK:
        return True  # the “…” series
    if _is_made_or_shown(before, marked, words):
        return True
    outside = marked.after[:1] == [","] and marked.inner[-1].isalnum()
    if outside and len(marked.own) > 1 and len(marked.before) == 1 and last & c.PREPOSITION:
        return True  # `In ‘A Field of One’, Ann Lee argues that …`
    if marked.inner[-1] == "," and len(marked.own) > 1:
        apart = len(marked.before) == 1 or (marked.after and of(words, marked.after[0]) & c.RELATIVE)
        if last & c.PREPOSITION and (apart or not speech_nearby(marked, words)):
            return (
                True  # `In “A Field of One,” Ann Lee argues that …`, `who plays the vicar in “The Lost Oar,” grew up`
            )
        if (
            len(before) > 1
            and last & c.SAID
            and of(words, before[-2]) & c.RELATIVE
            and _capitals(marked) > _FEW_CAPITALS
        ):
            return True  # `who wrote “How to Lose a Choir,” signed copies`
    if _is_work(marked, words):
        return True  # `"Titanic," the film by …`, but not `"Never," the film maker said`
    return len(marked.own) > 1 and before is not marked.before and _work_about(before, words)


def _is_made_or_shown(before: list[str], marked: Marked, words: Words) -> bool:
    """`the author of “The Lost Oar,”`, `on Radio Orm's “Coffee at Ten,”`, `a tale called “The Lost Oar of Osk”`."""
    if not before or len(marked.own) < 2 or marked.inner[-1] in "!?":
        return False
    *_, ahead, last = before[:-1] if of(words, before[-1]) & c.ARTICLE and len(before) > 2 else ("", *before)
    if last in {"on", "On"}:  # not "insisted on “A Fair Deal”"
        return not of(words, ahead) & c.CUE or bool(of(words, ahead) & c.SAYS)
    if last == "of" and of(words, ahead) & c.MAKER:
        return True
    if last.endswith(("'s", "’s")):
        near = (
            of(words, word) for word in reversed(before[:-1]) if not word[0].isupper() or of(words, word) & c.FUNCTION
        )
        return bool(next(near, 0) & (c.PREPOSITION | c.ADDRESSES))
    return _capitals(marked) > _FEW_CAPITALS and last == "called" and not of(words, ahead) & c.FUNCTION


def _is_work(marked: Marked, words: Words) -> bool:
    """`, the film by …`"""
    tokens = marked.after[1:] if marked.after[:1] == [","] else marked.after
    if not tokens or not of(words, tokens[0]) & (c.ARTICLE | c.POSSESSIVE):
        return False
    for at, token in enumerate(tokens[1:5], 1):
        if of(words, token) & c.WORK:
            behind = tokens[at + 1 : at + 2]
            if behind and of(words, behind[0]) & (c.PREPOSITION | c.OPENS_CLAUSE):
                return True
            return (not behind or behind[0] in {",", "."}) and not speech_nearby(marked, words)
    return False


def _work_about(before: list[str], words: Words) -> bool:
    """A song about the sea, “…”."""
    near = before[-7:]
    return any(of(words, work) & c.WORK and joint in {"about", "on", "of"} for work, joint in pairwise(near))


def _is_subject(marked: Marked, words: Words) -> bool:
    """Capitals that something is told of, and nobody's speech: `“Nine Hours” has sold a million copies`."""
    after = marked.after
    if len(after) > 2 and after[0] == "and" and not after[1].isalnum():  # `“The Lost Oar” and “Nine Hours” have sold`
        after = after[next((at for at in range(2, len(after)) if after[at] in _CLOSES), len(after)) + 1 :]
    bits = of(words, after[0]) if after else 0
    told = bits & c.AUXILIARY or (bits & c.VERB and bits & (c.PAST | c.THIRD) and not bits & c.CUE)
    return _capitals(marked) > 1 and marked.inner[-1].isalnum() and bool(told) and not speech_nearby(marked, words)


def _capitals(marked: Marked) -> int:
    return sum(word[0].isupper() for word in marked.own)


def _shown(marked: Marked, words: Words) -> bool:
    """Capitals within a sentence that tells of no speech: "the station's “Breakfast at Nine” and", "will show “The Long Tide”", "sang “The Long Tide”"."""
    last = marked.before[-1] if marked.before else ","
    within = (last[0].islower() and not words[last] & (c.DETERMINER | c.SUBORDINATES)) or last.endswith(("'s", "’s"))
    reading = last == "reading" and len(marked.before) > 1 and of(words, marked.before[-2]) & (c.PRESENT_BE | c.PAST_BE)
    told = (
        last != "from"
        and not reading
        and any(  # "read from “…”": nobody's words are told behind it
            of(words, word) & c.CUE and not of(words, word) & (c.WORK | c.PERFORMS) for word in marked.before
        )
    )
    if not within or marked.inner[-1] in ",!?":
        return False
    if _capitals(marked) == 1:  # "the star of “Tides”", "sang “Tides”"; not "chants of “Out”", "a vote of “No”"
        small = of(words, marked.own[0]) & c.FUNCTION
        placed = of(words, last) & c.PREPOSITION and not speech_nearby(marked, words)
        return bool(placed or of(words, last) & c.PERFORMS) and not small and len(marked.own) == 1
    return not told or last in _MAKES


_MAKES = frozenset({"wrote", "writes", "write", "written", "writing", "directed", "directs", "direct", "directing"})
"""Verbs of speech whose object in capitals is a work: "Ann Lee wrote “The Lost Oar” in 1990"."""


def _is_scare(marked: Marked, words: Words) -> bool:
    """A scare quote around a few words in lower case, in a sentence that tells of no speech?"""
    before, after, ends = marked.before, marked.after, marked.inner[-1]
    if not ends.isalnum():  # the country's “rust belt.”
        owned = bool(before) and before[-1].endswith(("'s", "’s"))
        return owned and (ends == "." or (ends == "," and bool(after) and bool(of(words, after[0]) & c.ARTICLE)))
    if not after:
        return False
    told = of(words, after[0]) & c.AUXILIARY or (words[after[0]] & c.VERB and words[after[0]] & (c.PAST | c.THIRD))
    if before and of(words, before[-1]) & c.ARTICLE and (after[0] == "of" or told):
        return True  # the “gig economy” has reached the town, a “soft opening” of the museum
    return _qualifies(after, words)


_GLOSSES = frozenset({"means", "meaning"})


def _is_named_so(marked: Marked, words: Words) -> bool:
    """Whether many call it so, or the writer keeps away from the word: often called “quick clay”, the so-called “bonus”."""
    before = marked.before
    if not before or not marked.inner[-1].isalnum():
        return False
    if is_often_called(before) and marked.after[:1] != ["by"]:
        return True
    if before[-1] == "or" and before[-2:-1] == [","] and marked.after[:1] == [","]:
        return True  # the slide, or “quick clay”, is old
    if before[-1] in _GLOSSES and not of(words, before[-2] if len(before) > 1 else "") & c.PRONOUN:
        return True  # the name means “winter bird”
    return bool(of(words, before[-1]) & c.SO_CALLED) or [w.lower() for w in before[-2:]] == ["so", "called"]


def _qualifies(after: list[str], words: Words) -> bool:
    """Do the quoted words stand before the noun they qualify (`"green" energy`)? A partial quotation seldom does."""
    return bool(after) and after[0][0].islower() and not words[after[0]] & (c.FUNCTION | c.BREAK)


def _sentence_around(text: str, outside: Offsets, paragraph: Offsets) -> str:
    left = text[max(paragraph[0], outside[0] - 5 * _REACH) : outside[0]]
    right = text[outside[1] : min(paragraph[1], outside[1] + 5 * _REACH)]
    ends = [found.end() for found in _SENTENCE_END.finditer(left)]
    stop = _SENTENCE_END.search(right)
    return (left[ends[-1] :] if ends else left) + " " + (right[: stop.end()] if stop else right)
