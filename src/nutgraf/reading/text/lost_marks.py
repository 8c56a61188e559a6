"""Where a quotation ends whose closing mark was lost."""

from __future__ import annotations

from nutgraf.lazily import pattern
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words

_CLAUSE_BEHIND = pattern(r"[,!?…]()\s+((?:[^\W\d_][\w'’.-]*[ \t]+){1,6}[^\W\d_][\w'’-]*)")
_SUBJECT = c.TITLE | c.OF_TITLE | c.PERSON | c.BODY | c.DETERMINER
_OTHERS = frozenset({"he", "she", "they", "it"})
_SELF = frozenset({"i", "we", "you"})
_REPORTS = c.SAYS | c.TELLS | c.MARKS


def lost_end(text: str, start: int, end: int, words: Words) -> int:
    """The end of such words: before ", said Ann Lee", ", coach Bo Lund told"; without a reporting clause that of the paragraph.

    Args:
        text: the article's text.
        start: where the quoted words begin.
        end: where their paragraph ends.
        words: the language's.
    """
    for found in _CLAUSE_BEHIND.finditer(text, start, end):
        if _reports(found[2].split(), words):
            return found.start(1)
    return end


def _reports(clause: list[str], words: Words) -> bool:
    """Whether a clause is a subject of capitals, offices and what describes a name, with a verb of speech behind it or before it."""
    bits = [words[word.lower().rstrip(".")] for word in clause]
    said = next((at for at, known in enumerate(bits) if known & _REPORTS and known & (c.PAST | c.THIRD)), None)
    if said is None:
        return False
    if not said:  # "said shop owner Ann Lee"
        named = next((at for at in range(1, min(len(clause), 4)) if clause[at][0].isupper()), 1)
        return _is_of_subject(clause[named], bits[named]) and not any(bits[at] & c.CUE for at in range(1, named))
    named = max((at for at in range(said) if clause[at][0].isupper()), default=-1)
    return all(
        _is_of_subject(clause[at], bits[at]) or (at < named and not bits[at] & (c.FUNCTION | c.CUE))
        for at in range(said)
    )


def _is_of_subject(word: str, bits: int) -> bool:
    low = word.lower()
    return low not in _SELF and (word[0].isupper() or low in _OTHERS or bool(bits & _SUBJECT))
