"""Quotations that several articles have: word for word, cut, or altered; and who is said to have said them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from nutgraf.checking.rules.stems import carries_content
from nutgraf.results import Account, Conflict, Quote, Recurrence, Telling
from nutgraf.results.said import asserts, in_own_words, told_name
from nutgraf.storylines.extracts import Extract

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_FEWEST_WORDS = 4
"""Shorter quotations ("we are fine") are said by many, and are of no one statement."""
_RUN = 2
_ALTERED = 0.72
"""Share of the shorter quotation's words that stand in the longer, in their order, from which the two are one altered."""
_MOST_DIFFERENCES = 12


def recurring(extracts: Sequence[Extract]) -> list[Recurrence]:
    """Quotations inside marks that two or more of these articles have; the articles in order of time."""
    told = [
        (extract, quote, words)
        for extract in extracts
        for quote in extract.quotes
        if in_own_words(quote) and asserts(quote) and len(words := words_of(quote.text)) >= _FEWEST_WORDS
    ]
    groups: list[list[int]] = []
    group_of: dict[int, int] = {}
    index: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, (_, _, words) in enumerate(told):
        runs = {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
        near = dict.fromkeys(other for run in runs for other in index[run])
        same = next((group_of[other] for other in near if _one(told[other][2], words)), None)
        if same is None:
            same = len(groups)
            groups.append([])
        groups[same].append(number)
        group_of[number] = same
        for run in runs:
            index[run].append(number)
    found: list[Recurrence] = []
    for group in groups:
        members = [told[number] for number in group]
        if len({extract.key for extract, _, _ in members}) > 1:
            first = max(members, key=lambda one: len(one[2]) if one[0].key == members[0][0].key else 0)
            tellings = tuple(_telling(extract, quote, first[1]) for extract, quote, _ in members)
            found.append(Recurrence(text=first[1].text, tellings=tellings))
    return found


def words_of(text: str) -> list[str]:
    """The words of a quotation, capitals and typography aside."""
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]


def _one(first: list[str], other: list[str]) -> bool:
    blocks = SequenceMatcher(a=first, b=other, autojunk=False).get_matching_blocks()
    common = [word for block in blocks for word in first[block.a : block.a + block.size]]
    shorter = min(len(first), len(other))
    return len(common) >= _ALTERED * shorter and any(carries_content(word) for word in common)


def _telling(extract: Extract, quote: Quote, first: Quote) -> Telling:
    found = tuple(differences(first.text, quote.text)) if quote is not first else ()
    return Telling(
        article=extract.key,
        quote=quote.id,
        text=quote.text,
        speaker=told_name(quote.speaker),
        altered=bool(found),
        differences=found[:_MOST_DIFFERENCES],
    )


def differences(first: str, other: str) -> Iterator[str]:
    """The words that differ between two quotations of one statement; what is only longer or shorter at its ends does not."""
    one, two = words_of(first), words_of(other)
    changes = SequenceMatcher(a=one, b=two, autojunk=False).get_opcodes()
    for at, (kind, a, b, c, d) in enumerate(changes):
        at_an_end = at in (0, len(changes) - 1)
        cut = kind == "delete" and "…" in other
        if kind == "equal" or (at_an_end and kind != "replace") or cut:
            continue
        yield f"{' '.join(one[a:b]) or '∅'} → {' '.join(two[c:d]) or '∅'}"


def speaker_conflicts(recurrences: Sequence[Recurrence], extracts: Sequence[Extract]) -> Iterator[Conflict]:
    """One quotation and two persons by name who are said to have said it.

    A body and its spokesman, a document and its author, an unnamed speaker: these contradict nobody.
    """
    by_key = {extract.key: extract for extract in extracts}
    for one in recurrences:
        accounts: list[Account] = []
        for telling in one.tellings:
            extract = by_key[telling.article]
            speaker = next(quote for quote in extract.quotes if quote.id == telling.quote).speaker
            if speaker is None or speaker.kind != "person" or speaker.name is None:
                continue
            account = Account(
                article=extract.key,
                item=telling.quote,
                value=speaker.name,
                span=speaker.mention,
                published=extract.published,
            )
            if all(not same_name(account.value, known.value) for known in accounts):
                accounts.append(account)
        if len(accounts) > 1:
            yield Conflict(kind="speaker", about=one.text, accounts=tuple(accounts))


def same_name(one: str, other: str) -> bool:
    """True for a name and its surname, its full form, or its initials; False for two names that share no last word."""
    first, second = words_of(one), words_of(other)
    if not first or not second:
        return True
    return set(first) <= set(second) or set(second) <= set(first) or first[-1] == second[-1]
