"""Verb groups of English sentences and what their form tells: past, future, doubt, duration, negation."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from typing import Literal, NamedTuple

from nutgraf.reading.verbs import words

Kind = Literal[
    "future",
    "maybe",
    "duty",
    "past",
    "unreal_past",
    "progress",
    "lasting",
    "present",
    "cancelled",
    "cancels",
    "if",
    "break",
]

_TOKEN = re.compile(r"([A-Za-z]+(?:'[A-Za-z]+)?|[;:—–\"“”()«»,])")
_AFTER_PLAN = frozenset({"on", "for", "by", "in", "next", "this", "at", "to"})


class Cue(NamedTuple):
    """A verb group (or a clause break) of a sentence; `saying` marks a verb of speech."""

    start: int
    end: int
    kind: Kind
    negated: bool = False
    saying: bool = False


class _Token(NamedTuple):
    word: str
    start: int
    end: int
    raw: str

    @property
    def capital(self) -> bool:
        return self.raw[0].isupper()


@lru_cache(maxsize=512)
def cues(text: str) -> tuple[Cue, ...]:
    """The verb groups of a text that show tense or mood, and the clause breaks between them, in order."""
    tokens = _tokens(text)
    found: list[Cue] = []
    at = 0
    while at < len(tokens):
        word = tokens[at].word
        if word not in _MAY_OPEN and not word.endswith("ed"):
            at += 1  # most words: nouns, adjectives
            continue
        cue, after = _cue(tokens, at)
        if cue is None and tokens[at].word == "to" and _word(tokens, at + 1) == "be":
            # "An event to be held", "Airline to be compensated".
            after = _through_verb(tokens, at + 1)
            cue = Cue(tokens[at].start, tokens[after - 1].end, "future")
        if cue is not None:
            found.append(cue)
        at = after
    return tuple(found)


def _tokens(text: str) -> list[_Token]:
    parts = _TOKEN.split(text.replace("’", "'"))  # a gap, a token, a gap …
    raw, edges = parts[1::2], list(accumulate(map(len, parts[:-1])))
    return list(map(_Token, map(str.lower, raw), edges[::2], edges[1::2], raw))


def _cue(tokens: list[_Token], at: int) -> tuple[Cue | None, int]:
    """The cue that starts at a token, if any, and the token to go on with."""
    token = tokens[at]
    word = token.word
    if word in words.CLAUSE_MARKS:
        return Cue(token.start, token.end, "break"), at + 1
    rule = _RULES.get(word)
    if rule is not None and not _is_name_or_noun(tokens, at):
        kind, after, negated = rule(tokens, at)
        last = tokens[after - 1]
        negated = negated or word.endswith("n't")
        return Cue(token.start, last.end, kind, negated=negated, saying=last.word in words.SAYING), after
    if word in {"if", "unless"}:
        return Cue(token.start, token.end, "if"), at + 1
    if word in words.CLAUSE_WORDS:
        return Cue(token.start, token.end, "break"), at + 1
    cue = _lone_verb(tokens, at)
    after = at + 1
    while cue is not None and after < len(tokens) and tokens[after].end <= cue.end:
        after += 1
    return cue, after


def _lone_verb(tokens: list[_Token], at: int) -> Cue | None:
    token, word = tokens[at], tokens[at].word
    follows = _word(tokens, at + 1)
    if word in words.GOING_ON and _word(tokens, at - 1) not in words.DETERMINERS:
        return Cue(token.start, token.end, "lasting")
    if word in words.CANCELLED:
        return Cue(token.start, token.end, "cancels")
    if word == "to":
        return _to_verb(tokens, at)
    if word in words.PLANNED_ALONE and follows in _AFTER_PLAN and not _because_of(tokens, at):
        return Cue(token.start, token.end, "future")
    if word in words.PLANNED_ALONE and _word(tokens, at + 1) != "that":
        return None  # "later than planned": no verb of its own
    if word == "set" and follows == "to":
        return Cue(token.start, tokens[_through_verb(tokens, at + 2) - 1].end, "future")
    saying = word in words.SAYING
    if saying and not word.endswith("ed") and word not in words.IRREGULAR_PAST:
        return Cue(token.start, token.end, "present", saying=True) if not token.capital and word != "say" else None
    if token.capital and at and tokens[at - 1].word not in words.CLAUSE_MARKS:
        return None
    if _is_past_form(word) and _word(tokens, at - 1) not in words.ARTICLES:
        return Cue(token.start, token.end, "past", negated=_word(tokens, at - 1) == "never", saying=saying)
    return None


def _to_verb(tokens: list[_Token], at: int) -> Cue | None:
    """The infinitive after a verb of planning: "agreed to meet"."""
    follows = _word(tokens, at + 1)
    if not follows or not follows.isalpha() or follows in words.DETERMINERS or tokens[at + 1].capital:
        return None
    planning = any(_word(tokens, back) in words.PLAN_VERBS for back in range(max(0, at - 4), at))
    return Cue(tokens[at].start, tokens[_through_verb(tokens, at + 1) - 1].end, "future") if planning else None


def _through_verb(tokens: list[_Token], at: int) -> int:
    """The token after a bare verb and what belongs to it: "begin", "be held", "have been seen"."""
    end = min(at + 1, len(tokens))
    while _word(tokens, end - 1) in {"be", "have", "been"}:
        after, _ = _past_adverbs(tokens, end)
        if not (_is_past_form(_word(tokens, after)) or _word(tokens, after) == "been"):
            break
        end = after + 1
    return end


def _is_past_form(word: str) -> bool:
    if word in words.IRREGULAR_PAST:
        return True
    return word.endswith("ed") and len(word) > 3 and word not in words.ED_BUT_NO_VERB


def _is_name_or_noun(tokens: list[_Token], at: int) -> bool:
    """Will Smith, May (the month), "the will", "his might"."""
    token = tokens[at]
    if token.word not in {"will", "may", "might", "can", "needs", "must"}:
        return False
    if token.capital:
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        return at > 0 or following is None or following.capital
    return token.word != "may" and _word(tokens, at - 1) in words.ARTICLES


def _word(tokens: list[_Token], at: int) -> str:
    return tokens[at].word if 0 <= at < len(tokens) else ""


def _past_adverbs(tokens: list[_Token], at: int) -> tuple[int, bool]:
    """The first token from `at` on that is no adverb, and whether "not" or "never" stood between."""
    negated = False
    for _ in range(4):
        word = _word(tokens, at)
        if not (word in words.ADVERBS or (word.endswith("ly") and word not in {"likely", "early"})):
            break
        negated = negated or word in {"not", "never", "no"}
        at += 1
    return at, negated


def _because_of(tokens: list[_Token], at: int) -> bool:
    """No plan: "due to the storm"."""
    return tokens[at].word == "due" and _word(tokens, at + 1) == "to" and _word(tokens, at + 2) in words.DETERMINERS


_Verdict = tuple[Kind, int, bool]


def _be(tokens: list[_Token], at: int) -> _Verdict:
    past = tokens[at].word in words.PAST_BE
    to, negated = _past_adverbs(tokens, at + 1)
    word, follows = _word(tokens, to), _word(tokens, to + 1)
    if word == "to" and follows and follows not in words.DETERMINERS and not tokens[to + 1].capital:
        return "future", _through_verb(tokens, to + 1), negated
    if word in words.PLANNED and not _because_of(tokens, to):
        if follows == "to" and not (word == "going" and _word(tokens, to + 2) in words.DETERMINERS):
            return "future", _through_verb(tokens, to + 2), negated
        if word in words.PLANNED_ALONE or (word == "set" and follows == "for"):
            return "future", to + 1, negated
    if word in words.CANCELLED or (word == "called" and follows == "off"):
        return "cancelled", to + 1 + (word == "called"), negated
    still = any(_word(tokens, between) == "still" for between in range(at + 1, to))
    if word == "underway" or (word == "under" and follows == "way"):
        return ("past" if past and not still else "lasting"), to + 1 + (word == "under"), negated
    if _word(tokens, to - 1) == "being" or (word.endswith("ing") and len(word) > 4):
        going_on: Kind = "past" if past else "progress"
        return ("lasting" if still else going_on), max(to, at + 1) + (word.endswith("ing")), negated
    if _is_past_form(word):
        return ("past" if past else "present"), to + 1, negated
    return ("past" if past else "present"), to, negated


def _have(tokens: list[_Token], at: int) -> _Verdict:
    had = tokens[at].word in words.HAD
    to, negated = _past_adverbs(tokens, at + 1)
    word = _word(tokens, to)
    if word == "to":
        yet = _word(tokens, to - 1) == "yet"
        return ("past" if had or yet else "duty"), min(to + 2, len(tokens)), negated or yet
    if word == "been":
        after, again = _past_adverbs(tokens, to + 1)
        verb = _word(tokens, after)
        end = min(after + 1, len(tokens))
        if verb in words.CANCELLED or (verb == "called" and _word(tokens, after + 1) == "off"):
            return "cancelled", end, negated or again
        if verb.endswith("ing") and not had:
            return "lasting", end, negated or again
        return "past", end if _is_past_form(verb) or verb.endswith("ing") else to + 1, negated or again
    if word in words.CANCELLED or _is_past_form(word) or word in {"become", "come", "run"}:
        return "past", to + 1, negated
    return ("past" if had else "present"), to, negated


def _do(tokens: list[_Token], at: int) -> _Verdict:
    to, negated = _past_adverbs(tokens, at + 1)
    kind: Kind = "past" if tokens[at].word in words.DID else "present"
    return kind, to, negated


def _modal(tokens: list[_Token], at: int) -> _Verdict:
    word = tokens[at].word
    to, negated = _past_adverbs(tokens, at + 1)
    verb = _word(tokens, to)
    end = _through_verb(tokens, to)
    if word in words.WILL:
        kind: Kind = "future"
    elif verb == "have":
        kind = "unreal_past"
    else:
        kind = "maybe" if word in words.MAYBE else "duty"
    return kind, end, negated


_RULES = {
    **dict.fromkeys(words.WILL | words.MAYBE | words.DUTY, _modal),
    **dict.fromkeys(words.PRESENT_BE | words.PAST_BE, _be),
    **dict.fromkeys(words.HAVE | words.HAD, _have),
    **dict.fromkeys(words.DO | words.DID, _do),
}
"""Auxiliaries, and how the group that each opens is read."""
_MAY_OPEN = frozenset({"if", "unless", "to", "set"}).union(
    *(_RULES, words.CLAUSE_MARKS, words.CLAUSE_WORDS, words.GOING_ON, words.CANCELLED),
    *(words.PLANNED_ALONE, words.SAYING, words.IRREGULAR_PAST),
)
"""Words that a verb group or a break can begin with, beside those in -ed."""
