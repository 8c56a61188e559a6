"""From the words beside a cue to a person or body: "he", "the minister", "Umerov" to a full name and a title."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.names.descriptions import title_before
from nutgraf.reading.names.kinds import is_office
from nutgraf.reading.parts import Name, Offsets, Story
from nutgraf.reading.speech.frames import CUT_TITLES
from nutgraf.reading.speech.pronouns import PARAGRAPH, PRONOUNS, antecedent, company_before, is_epithet

_START = attrgetter("start")
_NEAR = 400
"""So many names before a mention are looked at."""
_MENTIONS = 12
_MEMBERS_BODY = re.compile(r"(?:[Tt]he )?((?:[\w-]+ ){0,3}[\w-]+s['’] (\w+))")
"""A body named by whom it serves: "the prosecutors' office"."""
_OPENS = frozenset({"the", "his", "her", "their", "its"})
_OWNS = frozenset({"'s ", "’s "})
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_APPOSED = re.compile(
    r"(?:, (?:aged )?\d\d?)?, (?:(?:who is|the|a|an|his|her|their|its) )?([^,.;:()\n“”\"]{3,90})(?:[,.;)]|$)"
)
_DESCRIBED = re.compile(
    r"\b(?:the|an?|its|his|her|their|[^\W\d_][\w-]*['’]s) ((?:[\w'’-]+ ){0,4}[\w-]+), $", re.IGNORECASE
)
_BEFORE = 60
_RELATIVE = re.compile(r" (?:who|whose|which|that)\b")
_LINK = re.compile(r" (?:of|for|at|from|with) (?:the )?")
_LEADS = frozenset("for of at from with to in by on near against about".split())
_AND_SOMEBODY = re.compile(r"([^\W\da-z_][\w'’.-]* )(?:[^\W\da-z_][\w'’.-]* ){0,2}and $")


def resolve_speaker(story: Story, mention: Offsets) -> str | None:
    """The fullest name of the speaker at `mention`, in the article's words; None for a speaker without a name.

    A name stands for itself; "he" and "she" for the person last spoken of; "the minister" for the name whose title
    says so. What stays open ("officials", "a spokesman for the ministry") is unnamed.
    """
    (start, end), text, names = mention, story.text, story.names
    words = text[start:end].lower().split()
    if not words:
        return None
    held = [names[at] for at in range(*_slice(names, start, end))]
    joint = text[held[0].end : held[-1].start].strip() if held and held[-1].end == end else ""
    if WORDS[joint] & c.COUPLES:
        return None  # "Ann Lee and Bo Lund": both
    for name in held:
        if (name.start == start and name.end == end) or (
            name.kind == "person" and not _part_of_other(text, name, start)
        ):
            return name.full
    if len(held) == 2 and held[0].start == start and held[1].end == end and text[held[0].end : held[1].start] in _OWNS:
        alone = WORDS[held[1].text.lower()] & (c.BODY | c.BODY_WORD)
        return text[start:end] if alone else held[1].full  # "Japan's Defense Ministry", but "St. Olaf's Hospital"
    if (len(words) == 1 and words[0] in PRONOUNS) or is_epithet(words):
        return antecedent(story, mention, resolve_speaker)
    body = _MEMBERS_BODY.fullmatch(text, start, end)
    if body and WORDS[body[2]] & c.BODY:
        return body[1]
    if any(name.kind != "place" or name.end == end for name in held) or words[0] not in _OPENS:
        return None
    holder = _titled(text, words[-1], start, names)
    if holder is None and len(words) == 2 and WORDS[words[-1]] & c.COMPANY:
        return company_before(story, start)
    return holder or (_named_next(text, words[-1], end, names) if WORDS[words[-1]] & (c.TITLE | c.PERSON) else None)


def _slice(names: Sequence[Name], start: int, end: int) -> tuple[int, int]:
    first = bisect_left(names, start, key=_START)
    return first, bisect_left(names, end, key=_START)


def _part_of_other(text: str, name: Name, start: int) -> bool:
    """In "a spokesman for John Lee", "an aide to Mayor John Lee" and "Lee's lawyer" the name is not the speaker."""
    before = text[max(start, name.start - _BEFORE) : name.start].rpartition(", ")[2]
    together = _AND_SOMEBODY.search(before)
    if together and WORDS[together[1].strip().lower()] & c.GIVEN:  # "lawyers for Tom and Ada Lee"
        before = before[: together.start()]
    return text[name.end : name.end + 2] in {"'s", "’s"} or _leads_to_name(before)


def _leads_to_name(before: str) -> bool:
    """Whether a preposition leads to the name behind it, a title perhaps between; not in "Secretary of State", "Minister for Health"."""
    words = before.split()
    at = next((at for at in range(len(words) - 1, -1, -1) if words[at] in _LEADS), None)
    if at is None or not before.endswith(" "):
        return False
    between = words[at + 1 :]
    between = between[1:] if between and WORDS[between[0].lower()] & c.DETERMINER else between
    if not between or words[at] == "by":
        return True
    bits = [WORDS[word.lower()] for word in between]
    if not all(word[0].isupper() or bit & _OFFICES for word, bit in zip(between, bits, strict=True)):
        return False
    head = words[at - 1] if at else ""
    office = head[:1].isupper() and bool(WORDS[head.lower()] & c.TITLE)
    if words[at] == "of" or bits[-1] & c.HONORIFIC:
        return all(bit & _OFFICES for bit in bits) and not (office and (words[at] == "of" or len(between) > 1))
    return bool(bits[-1] & c.TITLE)


_OFFICES = c.TITLE | c.OF_TITLE | c.FORMER


def _named_next(text: str, noun: str, end: int, names: Sequence[Name]) -> str | None:
    """Find "His lawyer" where the paragraph goes on with "the lawyer, Ann Lee"."""
    limit = text.find("\n", end, end + PARAGRAPH)
    limit = limit if limit >= 0 else end + PARAGRAPH
    first = bisect_left(names, end, key=_START)
    for name in names[first : first + 10]:
        if name.end > limit:
            break
        if name.kind in {"person", "other"} and text[max(0, name.start - len(noun) - 2) : name.start] == f"{noun}, ":
            return name.full
    return None


def _titled(text: str, noun: str, start: int, names: Sequence[Name]) -> str | None:
    """Find "the minister": the name, nearest before, that has this word in its title."""
    before = bisect_left(names, start, key=_START)
    unnamed = _unnamed(text, noun, start)
    for name in reversed(names[max(0, before - _NEAR) : before]):
        if name.end < unnamed:
            return None
        if name.kind == "organization":
            if noun in name.full.lower().split():
                return name.full
            continue
        if name.kind != "person":
            continue
        cut = _WORD.findall(text[max(0, name.start - _RANK) : name.start])[-1:]
        if cut and cut[0][0].isupper() and _is_cut(cut[0].lower(), noun):
            return name.full  # "the superintendent" is "Supt Ann Lee"
        around = text[max(0, name.start - 60) : name.end + 80].lower()
        title = _title_of(text, name, title_before(text, name), _behind(text, name)) if noun in around else None
        if title and noun in {word.lower() for word in _WORD.findall(title)}:
            return name.full
    return None


_RANK = 10
_FAR = 600
"""Characters before a mention in which somebody without a name is sought."""


def _unnamed(text: str, noun: str, start: int) -> int:
    """Where, nearest before, somebody without a name is introduced by a noun: "a sales executive", or -1."""
    found = re.compile(
        rf"\b(?:an?|another|one) (?:[a-z][\w’'-]* ){{0,2}}{re.escape(noun)}\b(?!,? [^\W\d_a-zß-ÿ])", re.IGNORECASE
    )
    return max((one.start() for one in found.finditer(text, max(0, start - _FAR), start)), default=-1)


def _is_cut(short: str, noun: str) -> bool:
    """Whether a rank is a noun cut short: "gov" of "governor", "supt" of "superintendent"."""
    # "Mr" is no memorandum, nor a mayor.
    if short not in CUT_TITLES or short[0] != noun[0] or WORDS[short] & (c.MALE | c.FEMALE):
        return False
    if not WORDS[noun] & (c.TITLE | c.PERSON):
        return False
    rest = iter(noun)
    return all(letter in rest for letter in short)


def _behind(text: str, name: Name) -> re.Match[str] | None:
    """The apposition behind a name."""
    return _APPOSED.match(text, name.end, min(len(text), name.end + 160))


def _title_of(text: str, name: Name, before: Offsets | None, behind: re.Match[str] | None) -> str | None:
    """The title before a name or in the apposition behind it, in the article's words."""
    if before:
        words = text[before[0] : before[1]].strip()
        if not WORDS[words.lower()] & c.HONORIFIC:
            return text[_once(text, before[0]) : before[1]].strip()
    if behind and _is_description(behind[1]):
        return _without_article(_up_to_verb(_RELATIVE.split(behind[1], maxsplit=1)[0].strip()))
    return _office_ahead(text, name)


def _once(text: str, start: int) -> int:
    """Where a title begins that a place parts from "former": "former Arnholm [Mayor]"."""
    found = _PLACED.search(text, max(0, start - _BEFORE), start)
    return found.start(1) if found and WORDS[found[1].lower()] & c.FORMER else start


_PLACED = re.compile(r"\b([^\W\d_]+)(?: [^\W\d_a-z][\w’'-]*){1,3} \Z")


def _up_to_verb(words: str) -> str:
    """An office without the verb that no comma parts from it: "head of the York Farm Trust [said the harvest …]"."""
    for found in _WORD.finditer(words):
        bits = WORDS[found.group()]
        if found.start() and bits & (c.SAYS | c.TELLS) and bits & (c.PAST | c.THIRD) and not bits & c.NOUN:
            return words[: found.start()].rstrip()
    return words


def _office_ahead(text: str, name: Name) -> str | None:
    """Find "The lawyer, Ann Lee, said"."""
    floor = max(0, name.start - _BEFORE)
    found = _DESCRIBED.search(text[floor : name.start]) if text[name.start - 2 : name.start] == ", " else None
    if not found or text[name.end : name.end + 1] not in {",", "."}:
        return None
    words = found[1].split()
    within = [place for place, word in enumerate(words) if WORDS[word.lower()] & c.DETERMINER]
    office = words[within[-1] + 1 :] if within else words
    return " ".join(office) if office and is_office(office[-1].lower()) else None


def _is_description(words: str) -> bool:
    """An office, as in "chairman of the board"; not a verb and its object ("said the pope would travel")."""
    for place, word in enumerate(words.lower().split()[:6]):
        if WORDS[word.split("-")[-1]] & c.TITLE or is_office(word):
            return True
        if WORDS[word] & c.CUE or (WORDS[word] & c.FUNCTION and place):
            return False
    return False


def _without_article(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if WORDS[first.lower()] & c.DETERMINER and rest else words


def title_and_organization(text: str, mentions: Sequence[Name], names: Sequence[Name]) -> tuple[str | None, str | None]:
    """The office that the article gives a person, and the body they speak for, each None where it says nothing.

    Read from the words directly before the name, and from an apposition behind it ("…, spokesman for the army,").

    Args:
        text: the article.
        mentions: those of its names that are this person's, in order.
        names: all of its names.
    """
    title: str | None = None
    organization: str | None = None
    if not mentions or mentions[0].kind in {"place", "organization"}:
        return None, None
    for name in mentions[:_MENTIONS]:
        before, behind = title_before(text, name), _behind(text, name)
        title = title or _title_of(text, name, before, behind)
        organization = organization or _organization_of(text, name, names, before, behind)
        if title and organization:
            break
    former = title is not None and any(WORDS[word.lower()] & c.FORMER for word in title.split()[:2])
    return title, None if former else organization


def _organization_of(
    text: str, name: Name, names: Sequence[Name], before: Offsets | None, behind: re.Match[str] | None
) -> str | None:
    index = bisect_left(names, name.start, key=_START)
    if before and index:
        previous = names[index - 1]
        beside = text[previous.end : before[0]].strip() == "" or before[0] <= previous.start < before[1]
        if previous.kind == "organization" and beside and name.start - previous.end < 60:
            return previous.full
    limit = behind.end(1) if behind else name.end + 40
    for following in names[index + 1 : index + 5]:
        if following.start >= limit:
            break
        if following.kind != "organization":
            continue
        gap = text[name.end : following.start]
        if _LINK.fullmatch(gap) or (behind and following.start >= behind.start(1)):
            return following.full
    return None
