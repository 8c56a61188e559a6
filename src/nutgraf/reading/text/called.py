"""Names in marks: told by a verb of naming, "as", "by", or what they stand between."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words
from nutgraf.reading.text.marked import FEW, Marked, is_title_case, of

_NICKNAME, _LONGEST_NAMED = 2, 8
"""Words of a nickname, and of what is called so before its name."""


def is_name(marked: Marked, words: Words) -> bool:
    """Whether words that end in a capital are what something or somebody is called."""
    before, own = marked.before, marked.own
    last = of(words, before[-1]) if before else 0
    if before and before[-1] == ",":
        last = of(words, before[-2]) if len(before) > 1 else 0
    if last & (c.NAMES | c.ALIAS):
        return True
    if before and before[-1] in _UNDERTAKINGS:
        return True  # Operation “Gladys”
    if len(before) > 1 and f"{before[-2]} {before[-1]}".lower() in _GOES_BY:
        return True  # he went by “Mossman”, a calf that answers to “Biscuit”
    if before and before[-1].lower() == "called" and not _passive(before, words):
        return True  # a ship called “…”
    if len(before) > 1 and _is_called_by_many(before[-2].lower(), before[-1].lower()):
        return True  # friends call him “Rook”, a man who calls himself “Rook”
    if (
        _is_name_with_article(own, words)
        and _is_object_called(before, words, alone=len(own) == 1)
        and (len(own) > 1 or marked.inner[-1].isalnum())
    ):
        return True  # call the lane “Heartbreak Hill”, nicknamed the keeper “the Postman”, named the rig “Gladys”
    if is_known_as(before, words):
        return True  # known as “…”, performs as the “…”
    if len(own) <= FEW and "by" in before[-5:] and any(of(words, word) & c.NAMES for word in before[-6:-2]):
        return True  # christened by schoolchildren “…”
    between = before and before[-1][0].isupper() and marked.after and marked.after[0][0].isupper()
    return bool(between) and len(own) <= _NICKNAME  # `John "Jack" Smith`


def _is_name_with_article(own: list[str], words: Words) -> bool:
    rest = own[1:] if of(words, own[0]) & c.ARTICLE else own
    return is_title_case(rest, words)


def is_known_as(before: list[str], words: Words) -> bool:
    """Whether a name is told behind a verb of naming and "as": "known as", "known to drivers as the"."""
    before = before[:-1] if before and of(words, before[-1]) & c.ARTICLE else before
    return before[-1:] == ["as"] and _named_as(before, words)


def is_often_called(before: list[str]) -> bool:
    """Whether many call it so, and nobody says it here: "often called"."""
    return len(before) > 1 and before[-1].lower() in _CALLED and before[-2].lower() in _OFTEN


def _is_called_by_many(verb: str, whom: str) -> bool:
    """Whether a name is told and no judgement: "call him", "calls himself", "called herself"; not "called him"."""
    return verb in _CALLS and (whom.endswith(("self", "selves")) or (verb == "call" and whom in _WHOM))


def _is_object_called(before: list[str], words: Words, *, alone: bool) -> bool:
    """Whether these words stand behind what somebody calls so: "call the steep lane", "named the drilling rig"; `alone`: one word, which no "call" makes a name."""
    verb = next((at for at in range(len(before) - 1, -1, -1) if _names_it(before[at].lower(), words)), None)
    object_ends = verb is not None and all(word[0].isalnum() for word in before[verb:])
    longest = FEW + 1 if verb is not None and before[verb].lower() in _CALLS else _LONGEST_NAMED
    named = verb is not None and object_ends and 0 < len(before) - 1 - verb <= longest
    return named and not (alone and longest != _LONGEST_NAMED)


def _names_it(word: str, words: Words) -> bool:
    return word in _CALLS or words[word] & (c.NAMES | c.VERB) == c.NAMES | c.VERB


_UNDERTAKINGS = frozenset({"Operation", "Project", "Exercise", "Hurricane", "Storm", "Cyclone", "Typhoon"})
_GOES_BY = frozenset(
    {"go by", "goes by", "went by", "going by", "answer to", "answers to", "answered to", "answering to"}
)
_CALLS = frozenset({"call", "calls", "called", "calling"})
_WHOM = frozenset({"him", "her", "it", "them"})
_CALLED = frozenset({"called", "termed", "labelled", "labeled"})
_OFTEN = frozenset({"often", "sometimes", "commonly", "usually", "popularly", "locally", "generally", "frequently"})


def _named_as(before: list[str], words: Words) -> bool:
    """Whether a verb of naming stands before "as"; a base form with its object between: "know the hill as", not "a sign as"."""
    noun = c.WRITTEN | c.DOCUMENT | c.OF_TITLE | c.NUMBERED
    for word in before[-7:-1]:
        bits = of(words, word)
        active = bits & c.BASE and not bits & noun and word != before[-2]
        if bits & (c.NAMES | c.NAMES_AS) and (bits & (c.PAST | c.THIRD | c.ING) or active):
            return True
    return False


def _passive(before: list[str], words: Words) -> bool:
    previous = of(words, before[-2]) if len(before) > 1 else 0
    return bool(previous & (c.AUXILIARY | c.PRONOUN)) or before[-2:-1] == ["been"]
