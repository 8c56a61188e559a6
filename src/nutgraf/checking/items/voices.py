"""Those by whose word something stands in an article: named, described, or a document; the same body by whatever words."""

from __future__ import annotations

from collections.abc import Iterable

from nutgraf.article import Span
from nutgraf.checking.items.heads import MODIFIES, NOUNS, head_of, kind_of
from nutgraf.checking.items.several import are_several
from nutgraf.checking.speech.names import is_acronym, is_pronoun, names_in, words_of
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.languages.language import Language
from nutgraf.reading.parts import Name, Offsets
from nutgraf.reading.reading import Reading
from nutgraf.results import Speaker


def voice(reading: Reading, place: Offsets) -> Speaker:
    """The speaker whom the words at a place name or describe, as an answer gives them."""
    if are_several(reading, place):
        span = reading.span(*place)
        return Speaker(name=span.text, mention=span, kind="group", basis="model")
    found = reading.speaker(place, basis="model")
    whole = _name_around(reading, place) if found.name is None else None
    if whole is not None and whole.kind == "person":  # "Lund" of "Kari Lund"
        return reading.speaker((whole.start, whole.end), basis="model").model_copy(update={"mention": found.mention})
    if whole is not None or _is_body(found, reading.article.text[slice(*place)]):
        words = reading.article.text[slice(*place)]
        return found.model_copy(update={"name": words, "title": None, "kind": "organization"})
    if found.name is not None and found.kind != "person":
        words = reading.article.text[slice(*place)]
        return found if words.isupper() else found.model_copy(update={"name": words})
    return with_name(found, reading.spoken_in)


def _name_around(reading: Reading, place: Offsets) -> Name | None:
    """The longer name of which the words at a place are the last: they are no plural for their s."""
    near = names_in(reading, max(0, place[0] - _LONGEST), place[0])
    return next((name for name in near if name.end == place[1]), None)


def _is_body(found: Speaker, words: str) -> bool:
    """Whether what reads as a person's title stands within a longer name: "Coach" of "Three Rivers Coach Lines"."""
    named = found.title and found.title[0].isupper() and found.kind == "person"  # not "Greens deputy Ann Lee"
    at = words.find(found.title or "") if named else -1
    return at > 0 and all(word[:1].isupper() for word in words[:at].split()) and words[at - 1] == " "


_LONGEST = 60


def with_name(speaker: Speaker, language: Language) -> Speaker:
    """The same; documents, groups, bodies and people without a name are called as the article calls them."""
    words = speaker.mention.text if speaker.mention else ""
    if speaker.name is not None or not words or is_pronoun(words, language.words):
        return speaker
    return speaker.model_copy(update={"name": words, "kind": kind_of(words, language)})


def same(one: Speaker, other: Speaker) -> bool:
    """Whether two speakers are one: at the same place, by the same words, or a person by a longer and a shorter name."""
    if one.mention and other.mention and _at_one_place(one.mention, other.mention) and not _belongs(one, other):
        # One of several is not both: "Ann Lee and Bob Ross".
        return {one.kind, other.kind} != {"person", "group"} or _words(one) == _words(other)
    mine, theirs = _words(one), _words(other)
    if not mine or not theirs:
        return False
    if mine == theirs or is_acronym(mine, theirs) or is_acronym(theirs, mine):
        return True
    if _legal_form_aside(mine) == _legal_form_aside(theirs) and "person" not in (one.kind, other.kind):
        return True
    if "person" in (one.kind, other.kind) and 1 in (len(mine), len(theirs)) and one.kind != other.kind:
        bare, full = (one, other) if len(mine) == 1 else (other, one)
        return full.kind == "person" and bool(bare.name) and _words(full)[-1:] == _words(bare)  # "Sikorski" alone
    if {one.kind, other.kind}.isdisjoint(("group", "document")) and any(
        _ends_with_name(named, words) for named, words in ((one, theirs), (other, mine))
    ):
        return True
    people = one.kind == other.kind == "person" and one.name is not None and other.name is not None
    return people and mine[-1] == theirs[-1] and (set(mine) <= set(theirs) or set(theirs) <= set(mine))


def _belongs(one: Speaker, other: Speaker) -> bool:
    """Whether one is a person at whose head the other, a body, stands: "Greens deputy Ann Lee" is not the Greens."""
    person, body = (one, other) if one.kind == "person" else (other, one)
    if (person.kind, body.kind) != ("person", "organization") or not person.mention or not body.mention:
        return False
    return person.mention.start <= body.mention.start and body.mention.end < person.mention.end


def _ends_with_name(person: Speaker, words: tuple[str, ...]) -> bool:
    """Whether other words call a person by their full name behind a title that reading does not know: "Kreisrat Dr. Eva Brinks"."""
    name = _words(person)
    return person.kind == "person" and bool(person.name) and len(name) > 1 and words[-len(name) :] == name


def _legal_form_aside(words: tuple[str, ...]) -> tuple[str, ...]:
    """A body's name without "Inc." or "Ltd", which it has at first mention alone."""
    forms = c.BODY_WORD | c.MAY_END
    return words[:-1] if len(words) > 1 and WORDS[words[-1]] & forms == forms else words


def _at_one_place(one: Span, other: Span) -> bool:
    """Whether two places are one phrase: "a nurse" and "a nurse from Bergen", not "Delta" and "Delta's report", "Nord-Delta",
    "a Delta official", "a friend of Delta", nor "two nurses" and "one of two nurses".
    """
    short, long = sorted((one, other), key=lambda span: span.end - span.start)
    before, behind = long.text[: max(0, short.start - long.start)], long.text[max(0, short.end - long.start) :]
    leading = [word for word in before.lower().split() if not WORDS[word] & c.ARTICLE]
    following = WORDS[behind.split()[0]] if behind.startswith(" ") and behind.strip() else 0
    apart = (
        not MODIFIES.isdisjoint(leading[-1:])
        or bool(following & NOUNS)
        or before[-1:] == "-"
        or behind[:1] in {"-", "'", "’"}
    )
    return short.overlaps(long) and not apart


def _words(speaker: Speaker) -> tuple[str, ...]:
    return words_of(speaker.name or (speaker.mention.text if speaker.mention else ""))


def known_as(source: Speaker, speakers: Iterable[Speaker], language: Language) -> Speaker:
    """A source as the quotes know it, where one of theirs is the same: the nearest to it in the article."""
    at = source.mention.start if source.mention else 0
    meant = source.model_copy(update={"mention": None}) if _says_more(source) else source
    alike = [speaker for speaker in speakers if same(meant, speaker)]
    if not alike:
        return source
    mine = _words(source)
    best = min(alike, key=lambda s: (s.name is None, _words(s) != mine, abs(s.mention.start - at) if s.mention else 0))
    proper = best.name and source.name and source.name.removeprefix("The ").islower() and not best.name[1:].islower()
    # A person, and "the board", by the name that their quotes have.
    named = source.name if best.kind != "person" and not proper else None
    name = named or best.name or with_name(source, language).name
    return best.model_copy(update={"name": name, "mention": source.mention or best.mention, "basis": source.basis})


def _says_more(source: Speaker) -> bool:
    """Whether a name is made up of words that stand apart, of which its place holds one: "Lund's office", where "her office" stands."""
    if source.name is None or source.mention is None or source.kind == "person":
        return False
    return set(words_of(source.mention.text)) < set(words_of(source.name))


def speaks_at(source: Speaker, cue: Span | None) -> bool:
    """Whether the words that mean a source are the subject of a cue: "The software giant said"."""
    mention = source.mention
    if mention is None or cue is None:
        return False
    low, high = sorted((mention, cue), key=lambda span: span.start)
    return low.end <= high.start <= low.end + _BESIDE


_BESIDE = 2
"""Characters between a subject and its verb."""


def is_named_in(speaker: Speaker, text: str, language: Language) -> bool:
    """Whether a text names a speaker: a person by last name, title or body, others by their words or, described, by their head."""
    mine, told = _words(speaker), frozenset(words_of(text))
    if not mine or not told:
        return False
    if set(mine) <= told:
        return True
    titled = frozenset(words_of(speaker.title or "")), frozenset(words_of(speaker.organization or ""))
    if any(words and words <= told for words in titled):
        return True
    if speaker.kind == "person":
        return mine[-1] in told
    return speaker.kind in ("group", "document", "unnamed") and head_of(speaker.name or "", language).lower() in told
