"""Direction: what rises told as falling, what is approved told as rejected; and negations that the evidence does not have."""

from __future__ import annotations

import re
from itertools import pairwise

from nutgraf.checking.rules.claim import Claim, Finding
from nutgraf.checking.rules.deeds import of_another, tells_much
from nutgraf.checking.rules.english import ARTICLES, CLAUSE_WORDS, of_list, sides_of
from nutgraf.checking.rules.force.governed import BREAKS, Manner, clause_at, is_passive
from nutgraf.checking.rules.force.told import describes, told_at
from nutgraf.checking.rules.stems import stem
from nutgraf.checking.rules.words.families import deed
from nutgraf.checking.rules.words.wording import Wording
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.verbs.tense import negations

_CONVERSE = frozenset(map(stem, of_list("converse")))
"""Two sides of one thing: what one party loses another wins; they count only with the same word before them."""
_OPPOSITES: dict[str, set[str]] = {}
for _one, _other in sides_of("opposites"):
    for _words, _against in ((_one, _other), (_other, _one)):
        for _word in map(stem, _words):
            _OPPOSITES.setdefault(_word, set()).update(map(stem, _against))
_TURNING = frozenset(word for word, kind in WORDS.values_of(c.NEGATION).items() if kind in {"not", "unable", "lacked"})
_CLAUSE_ENDS = CLAUSE_WORDS | BREAKS | {","}
_REACH = 5


def other_direction(claim: Claim) -> Finding | None:
    """The opposite of what the cited sentences say: "fell" told as "rose", "approved" as "rejected".

    Refuted where both are said of the same thing, as far as the words beside them tell; else open.
    """
    doubt: Finding | None = None
    if claim.told.stems.isdisjoint(_OPPOSITES):
        return None
    for at, word in enumerate(claim.told.words):
        against = _OPPOSITES.get(word.stem)
        if not against or word.stem in claim.said.stems or not against.isdisjoint(claim.told.stems):
            continue
        like_it = {known for known, others in _OPPOSITES.items() if others & against}
        if not like_it.isdisjoint(claim.said.stems) or _says_so_too(at, claim):
            continue
        for sentence in claim.sentences:
            for opposite in against & sentence.stems:
                if all(_agree(claim, at, sentence, place) for place in sentence.places[opposite]):
                    continue
                said = sentence.words[sentence.places[opposite][0]].raw
                reason = f"it says {word.raw!r} where the cited sentences say {said!r}"
                sure = any(
                    _same_thing(claim.told, at, sentence, place) and not of_another(claim, at, sentence, place)
                    for place in sentence.places[opposite]
                    if not _may_be_over(claim, sentence, place)
                )
                if sure and not told_at(claim.told, at).aside and not tells_much(claim):
                    return Finding("other_direction", "refuted", reason)
                doubt = doubt or Finding("other_direction", "open", reason)
    return doubt


def _may_be_over(claim: Claim, sentence: Wording, at: int) -> bool:
    """Whether the opposite may have followed what is told at a place: "the strike, which began on Monday, is over"."""
    if sentence.words[at].stem not in _SEQUENCES:
        return False
    behind = sentence.in_order[at - 1 : at] == ["that"] or told_at(sentence, at).aside
    ended = not _ENDED.isdisjoint(sentence.lows)
    return behind or ended or len(claim.sentences) > 1 or describes(sentence, at)


_ENDED = frozenset({"again", "over", "longer", "anymore"})
_SEQUENCES = frozenset(map(stem, of_list("sequences")))


def _agree(claim: Claim, at: int, said: Wording, place: int) -> bool:
    """Whether two opposites say one thing, or are of two things: "lost" and "was defeated", "fell" and "higher fuel costs"."""
    mine, theirs = claim.told.words[at], said.words[place]
    if _is_of_the_other(said, place, claim.told, at):
        return True  # who is less worried of one thing than of another is more worried of the other
    following = said.words[place + 1 : place + 2]
    if theirs.low.endswith("er") and following and following[0].content:
        return following[0].stem not in claim.told.stems
    if {mine.stem, theirs.stem} != _LOST:
        return False
    lost, other = ((claim.told, at), (said, place)) if mine.stem == "lose" else ((said, place), (claim.told, at))
    return not is_passive(*lost) and (is_passive(*other) or _is_a_defeat(*other))


def _is_of_the_other(said: Wording, place: int, told: Wording, at: int) -> bool:
    """Whether sentences compare one thing with the other of which a statement tells the reverse: "slower" of what the one is faster than."""
    theirs, mine = _compared(said, place), _compared(told, at)
    if theirs is None:
        return False
    first, other = theirs
    if mine is None:
        return not (other - first).isdisjoint(told.stems)
    return not mine[0].isdisjoint(other - first) and not mine[1].isdisjoint(first - other)


def _compared(text: Wording, at: int) -> tuple[frozenset[str], frozenset[str]] | None:
    """What a comparative sets beside what: "more cod than herring". None for what is none."""
    low, behind = text.words[at].low, text.in_order[at + 1 : at + _FARTHEST_THAN]
    if "than" not in behind or not (low in _MEASURES or low.endswith("er")):
        return None
    than = at + 1 + behind.index("than")
    first, other = (
        frozenset(word.stem for word in part if word.content or word.low.isdigit())
        for part in (text.words[max(0, at - _REACH) : than], text.words[than : than + _FARTHEST_THAN])
    )
    return first, other


_MEASURES = frozenset({"more", "less", "fewer"})
_FARTHEST_THAN = 12
_LOST = {"lose", "defeat"}


def _is_a_defeat(text: Wording, at: int) -> bool:
    """Whether "defeat" is the noun for what the one who is told of suffered: "after a 3-1 defeat by Moss"."""
    before, behind = text.in_order[max(0, at - _REACH) : at], text.in_order[at + 1 : at + 2]
    return not ARTICLES.isdisjoint(before) and behind != ["of"] and text.words[at].low == "defeat"


def _says_so_too(at: int, claim: Claim) -> bool:
    """Whether the sentences tell the same deed in another word: "convicted", where they acquit of one and find guilty of another."""
    kind, mine = deed(claim.told.words[at].low), set(_walk(claim.told, at, 1))
    return kind.endswith("*") and any(
        deed(word.low) == kind and not mine.isdisjoint(_walk(sentence, place, 1))
        for sentence in claim.sentences
        for place, word in enumerate(sentence.words)
        if word.content and not _is_negated(sentence, place)
    )


def _same_thing(told: Wording, at: int, said: Wording, place: int) -> bool:
    """Whether both words are said of one thing, as far as the words beside them tell."""
    if _is_negated(told, at) or _is_negated(said, place):
        return False
    if _TENSES.get(told_at(told, at).manner) != _TENSES.get(told_at(said, place).manner):
        return False
    if _objects_differ(told, at, said, place):
        return False  # "raised its forecast of inflation and trimmed its estimate of growth"
    if told.words[at].stem in _CONVERSE:
        if is_passive(told, at) != is_passive(said, place):
            return False  # who was defeated lost
        return _nearest(told, at, -1) == _nearest(said, place, -1) != frozenset()
    # Active told as passive: what stands before the one stands behind the other.
    mine = _nearest(told, at, -1) | _nearest(told, at, 1)
    return not mine.isdisjoint(_nearest(said, place, -1) | _nearest(said, place, 1))


def _objects_differ(told: Wording, at: int, said: Wording, place: int) -> bool:
    """Whether both words have an object behind them, an article or owner first, and no word of the two in common."""
    each = [
        (text, here)
        for text, here in ((told, at), (said, place))
        if _DETERMINES & {*text.in_order[here + 1 : here + 2]}
    ]
    objects = [_nearest(text, here, 1) for text, here in each]
    return len(objects) == 2 and all(objects) and objects[0].isdisjoint(objects[1])


_DETERMINES = WORDS.any_of(c.ARTICLE, c.POSSESSIVE, c.DEMONSTRATIVE)


def _is_negated(text: Wording, at: int) -> bool:
    """Whether a word of the clause turns its sense: "was not raised", "without a rise"."""
    first, stop = clause_at(text.in_order, at, _CLAUSE_ENDS)
    return any(low in _TURNING or low.endswith("n't") for low in text.in_order[first:stop])


_TENSES: dict[Manner, Manner] = {
    "done": "done",
    "present": "done",
    "ongoing": "done",
    "will": "will",
    "planned": "will",
    "decided": "will",
    "unknown": "unknown",
}


def _nearest(text: Wording, at: int, step: int) -> frozenset[str]:
    """The first content words before or behind a place, up to the end of its clause."""
    return frozenset(_walk(text, at, step)[:2])


def _walk(text: Wording, at: int, step: int) -> list[str]:
    return [word.stem for word in text.beside(at, step, _REACH) if word.content]


def foreign_negation(claim: Claim) -> Finding | None:
    """A negation that the cited sentences do not hold: other words for the same, or the sentence turned round."""
    said = frozenset(negations(claim.said.text))
    for word in negations(claim.told.text):
        same = word in said or not said.isdisjoint(_ALSO_SAY.get(word, ())) or (word == "not" and _says_not(claim))
        if not same and not (word == "refused" and _TURNED_DOWN.search(claim.said.text)):
            return Finding("foreign_negation", "open", f"the cited sentences hold no {word!r}")
    return None


_ALSO_SAY = {"not": ("failed", "unable"), "unable": ("failed", "not")}
"""By a negation those that say as much: "could not agree" where they "failed to"."""
_TURNED_DOWN = re.compile(r"\b(?:turn(?:s|ed|ing)? (?:\w+ )?down|threw (?:\w+ )?out|thrown out)\b")
_LESS = frozenset({"unless", "inability"})
_NEGATIVE = of_list("negative-prefixes")


def _says_not(claim: Claim) -> bool:
    """Whether a word of the cited sentences holds the "not": "unless", "yet to", "unclear" for "not clear"."""
    lows = claim.said.in_order
    if not _LESS.isdisjoint(claim.said.lows) or ("yet", "to") in pairwise(lows):
        return True
    wanted = claim.told.stems
    parts = {low[len(head) :] for low in claim.said.lows for head in _NEGATIVE if low.startswith(head)}
    parts |= {lows[at + 2] for at, low in enumerate(lows[:-2]) if low == "non" and lows[at + 1] == "-"}
    return any(stem(part) in wanted for part in parts if len(part) > _SHORTEST)


_SHORTEST = 3
