"""The clauses of a sentence that can stand as titles and points, each a slice of the article.

A sentence is offered whole, with its attribution, where it stands alone. Where only its reported clause does ("He said
the bridge was safe"), that clause is, and who said so is told beside it. Clauses that happen at different times are
offered apart, so that a title has one status.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import wraps

from nutgraf.reading.languages import classes as c
from nutgraf.reading.offers.antecedents import leaves_open
from nutgraf.reading.offers.standing import denies, happens, has_subject, is_told, means_the_speaker, says_itself
from nutgraf.reading.offers.status import less_hanging, statuses, turns, verb_of
from nutgraf.reading.parts import Attribution, Offsets, Sentence
from nutgraf.reading.reading import Reading
from nutgraf.reading.text.sentences import SHORTENED
from nutgraf.reading.verbs.found import cues
from nutgraf.results.happened import Status

_FEWEST_WORDS = 4
_MOSTLY_QUOTED = 0.4
_LABEL = re.compile(r"[QAF]\s?[:.]\s")
_MARKS = " \t\n,;:.…—–-"
_ENDS = (".", "!", "…", "。", "！", '"', "”", "’", "»", "“", ")")


@dataclass(frozen=True, slots=True)
class Offer:
    """A slice `start:end` of the article that a title or point may be, in the sentence of that number."""

    number: int
    start: int
    end: int
    text: str
    """Its words: white space folded, a capital at the head, no full stop behind a title."""
    statuses: tuple[Status, ...]
    """What its wording leaves room for."""
    whole: bool = False
    """Whether it is the whole sentence, but for what its last words say of the source."""


_Offered = Callable[[Reading, int], tuple[Offer, ...]]


def _remembered(offered: _Offered) -> _Offered:
    """Remembers what a sentence offers as long as its reading lives: a pointer's question and its answer ask alike."""

    @wraps(offered)
    def remembers(reading: Reading, number: int) -> tuple[Offer, ...]:
        return reading.once(offered, number)

    return remembers


@_remembered
def events_offered(reading: Reading, number: int) -> tuple[Offer, ...]:
    """What a sentence tells that happens: each clause with a subject, a finite verb and the statuses that it may have."""
    told = (offer for offer in _told(reading, number) if offer.statuses)
    found = [offer for offer in told if happens(_less_source(reading, offer), _code(reading))]
    return tuple({(offer.start, offer.end): offer for offer in found}.values())


@_remembered
def points_offered(reading: Reading, number: int) -> tuple[Offer, ...]:
    """A sentence as a point of the summary, whole, where it stands alone; else the clauses that do."""
    sentence = reading.sentence(number)
    found = [offer for offer in _told(reading, number, apart=False) if _is_news(reading, offer)]
    if found and sentence and found[0].whole:
        start, end = sentence.start, sentence.end
        return (replace(found[0], start=start, end=end, text=_line(reading, start, end)),)
    alone = [one for one in found if not leaves_open(reading, one.start, one.end, told_in(reading, one))]
    return tuple(alone or found)


def _is_news(reading: Reading, offer: Offer) -> bool:
    """What happens, or a state with a number or a name in it: no "All times are local"."""
    if offer.statuses and happens(_less_source(reading, offer), _code(reading)):
        return True
    start, end = offer.start, offer.end
    places = (
        *(q.span.start for q in reading.quantities_over(start, end)),
        *(n.start for n in reading.names_over(start, end)),
    )
    return any(start <= at for at in places)


def _told(reading: Reading, number: int, *, apart: bool = True) -> Iterator[Offer]:
    sentence = reading.sentence(number)
    if sentence is not None and number not in reading.orders and _is_whole(reading, sentence):
        for offer in _clauses(reading, sentence, apart=apart):
            if is_told(_less_source(reading, offer), _code(reading)):
                yield offer


def _code(reading: Reading) -> str:
    return reading.spoken_in.code


def _is_whole(reading: Reading, sentence: Sentence) -> bool:
    """No caption, no crossheading, no byline: a sentence of some words with a mark at its end."""
    text = reading.article.text[sentence.start : sentence.end]
    if len(text.split()) < _FEWEST_WORDS or not text.endswith(_ENDS) or text.strip(" .") in reading.time_words:
        return False
    return not _is_answer(reading, sentence)


def _is_answer(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence stands in a question or an answer of an interview, as its paragraph's label says: "A: …"."""
    start = reading.article.text.rfind("\n", 0, sentence.start) + 1
    return bool(_LABEL.match(reading.article.text, start))


def _clauses(reading: Reading, sentence: Sentence, *, apart: bool = True) -> Iterator[Offer]:
    reports = [told for told in reading.reports_in(sentence.number) if _inside(told, sentence)]
    quoted = any(told.segments and _speaks(told, sentence) for told in reading.reports_in(sentence.number))
    plain = [told for told in reports if not told.segments]
    if not quoted and not _rejects(reading, sentence, plain) and all(_explained(reading, t, sentence) for t in plain):
        whole = _trimmed(reading, sentence, plain)
        parts = tuple(_parts(reading, *whole, sentence, plain)) if apart else ()
        if parts:
            yield from parts
            return
        if (offer := _offer(reading, sentence, *whole, plain)) is not None:
            yield replace(offer, whole=True)
            return
    for told in plain:
        start, end = told.content[0]
        if len(told.content) > 1 or _hangs(reading, sentence, told) or _is_own(reading, told):
            continue  # "If that fails, she said, the ship will sink": the condition stands outside
        if told.stance == "says" and (offer := _offer(reading, sentence, start, end, [told])) is not None:
            yield offer


def _is_own(reading: Reading, told: Attribution) -> bool:
    """Whether the paper tells what it reported itself, as it does before it corrects it."""
    return told.speaker is not None and says_itself(reading.article.text[slice(*told.speaker)], _code(reading))


def _hangs(reading: Reading, sentence: Sentence, told: Attribution) -> bool:
    """Whether a condition of a reported clause stands outside of it."""
    text, (start, end) = reading.article.text, told.content[0]
    found = cues(text[sentence.start : sentence.end], _code(reading))
    return any(cue.kind == "if" and not start <= sentence.start + cue.start < end for cue in found)


def _speaks(told: Attribution, sentence: Sentence) -> bool:
    """Whether words in marks are what a sentence is about: somebody says them, or they fill most of it."""
    held = sum(max(0, min(end, sentence.end) - max(start, sentence.start)) for start, end in told.content)
    return told.cue is not None or held >= _MOSTLY_QUOTED * (sentence.end - sentence.start)


def _rejects(reading: Reading, sentence: Sentence, plain: Sequence[Attribution]) -> bool:
    """Whether the main verb answers what another sentence says: "She rejected that, saying …"."""
    text = reading.article.text[sentence.start : sentence.end]
    return bool(plain) and all(told.stance == "says" for told in plain) and denies(text, _code(reading))


def _inside(told: Attribution, sentence: Sentence) -> bool:
    places = (*told.content, *((told.cue,) if told.cue else ()))
    return all(sentence.start <= start and end <= sentence.end for start, end in places)


def _explained(reading: Reading, told: Attribution, sentence: Sentence) -> bool:
    """Whether a report in a sentence leaves no pronoun open: who says so is named, and so is whom the clause is about."""
    if told.speaker is None or told.stance not in ("says", "denies") or told.cue is None:
        return False
    text, language = reading.article.text, _code(reading)
    speaker, content = text[slice(*told.speaker)], text[slice(*told.content[0])]
    if not has_subject(f"{speaker} {text[slice(*told.cue)]}", language):
        return False
    own = sentence.start <= told.speaker[0] < told.content[0][0]
    return has_subject(content, language) or (own and means_the_speaker(content, reading.speaker_of(told), language))


def _trimmed(reading: Reading, sentence: Sentence, plain: Sequence[Attribution]) -> Offsets:
    """The sentence without a conjunction at its head, and without what its last words say of the source alone."""
    text, end = reading.article.text, sentence.end
    cued = [(told, told.cue, told.speaker) for told in plain if told.cue and told.speaker]
    for told, cue, speaker in sorted(cued, key=lambda one: one[1])[-1:]:
        # "Over the bridge go by the office's count 19,500 cars": behind a comma it would be an aside.
        goes_on = any("," not in text[cue[1] : low] for low, _ in told.content[1:])
        if told.content[0][1] <= cue[0] and not goes_on:
            end = max(cue[1], speaker[1]) if sentence.start <= speaker[0] < sentence.end else cue[1]
            beside = (t.span for t in reading.times if t.span and 0 <= t.span.start - end <= 1)
            end = next((span.end for span in beside), end)
    start = sentence.start
    head = text[start:end].split(maxsplit=1)
    if len(head) == 2 and reading.spoken_in.words[head[0].lower()] & c.JOINT == c.JOINT:
        start = end - len(text[start:end].removeprefix(head[0]).lstrip())
    return start, end


def _parts(reading: Reading, start: int, end: int, sentence: Sentence, plain: Sequence[Attribution]) -> Iterator[Offer]:
    """The clauses of a slice, where they are joined, have subjects of their own and do not happen alike."""
    text, language = reading.article.text[start:end], _code(reading)
    for joint in cues(text, language):
        comma = text[: joint.start].rstrip()
        if joint.link not in ("joint", "mark") or not (comma.endswith(",") or text[joint.start] == ";"):
            continue
        halves = (start, start + joint.start), (start + joint.end, end)
        found = [_offer(reading, sentence, *half, plain) for half in halves]
        states = [offer and offer.statuses[:1] for offer in found]
        if all(found) and states[0] != states[1] and not _is_list(reading, found[1]):
            if _explains(reading, (start, end), halves, plain):
                return  # "Norvald lost in May, but the club will go on": apart nobody knew which
            yield from (offer for offer in found if offer)
            return
        if found[0] and found[0].statuses and turns(text[joint.end :], found[0].statuses, language):
            yield found[0]
            return


def _explains(reading: Reading, whole: Offsets, halves: Sequence[Offsets], plain: Sequence[Attribution]) -> bool:
    """Whether a clause tells whom another means that leaves it open by itself."""
    opened = (leaves_open(reading, *place, _less_reports(reading, *place, plain)[0]) for place in (*halves, whole))
    first, second, both = opened
    return (first or second) and not both


def _is_list(reading: Reading, second: Offer | None) -> bool:
    """Whether a comma parts what follows a conjunction from its verb: "wheat, and rice, which grow fast"."""
    text = reading.article.text[second.start : second.end] if second else ""
    verb = verb_of(text, _code(reading))
    return verb is None or "," in text[: verb.start]


def _offer(reading: Reading, sentence: Sentence, start: int, end: int, reports: Sequence[Attribution]) -> Offer | None:
    """A slice as an offer, where it has a subject and a finite verb; a clause that hangs behind at another time is left out."""
    text, language = reading.article.text, _code(reading)
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    end += bool(SHORTENED.search(text, start, end)) and text[end : end + 1] == "."
    place, lone = _less_reports(reading, start, end, reports)
    told = text[slice(*place)]
    if len(text[start:end].split()) < _FEWEST_WORDS or not has_subject(text[start:end], language):
        return None
    if reading.spoken_in.verbs is not None and verb_of(told, language) is None:
        return None
    if not lone:
        end = less_hanging(text, start, end, language)
        told = text[start:end]
    return Offer(sentence.number, start, end, _line(reading, start, end), statuses(told, language, reported=lone))


def _less_reports(reading: Reading, start: int, end: int, reports: Sequence[Attribution]) -> tuple[Offsets, bool]:
    """What a slice tells, less who says so; and whether somebody is said to say it."""
    for told in reports:
        low, high = told.content[0]
        if (
            told.stance == "says"
            and low < end
            and start < high
            and not _tells_first(reading, start, end, told, reports)
        ):
            return (max(low, start), min(high, end)), True
    return (start, end), False


def _tells_first(reading: Reading, start: int, end: int, told: Attribution, reports: Sequence[Attribution]) -> bool:
    """Whether a slice tells something before it reports: "Holm defended the plan and said it would cost more"."""
    if told.cue is None or not start <= told.cue[0] < told.content[0][0]:
        return False
    verb = verb_of(reading.article.text[start:end], _code(reading))
    cued = [other.cue for other in reports if other.cue]
    return (
        verb is not None
        and start + verb.end <= told.cue[0]
        and not any(low < start + verb.end and start + verb.start < high for low, high in cued)
    )


def told_in(reading: Reading, offer: Offer) -> Offsets:
    """Where an offer stands, less the words that say who says so."""
    reports = [told for told in reading.reports_in(offer.number) if not told.segments]
    return _less_reports(reading, offer.start, offer.end, reports)[0]


def _less_source(reading: Reading, offer: Offer) -> str:
    return reading.article.text[slice(*told_in(reading, offer))]


def _line(reading: Reading, start: int, end: int) -> str:
    words = " ".join(reading.article.text[start:end].split())
    return words[:1].upper() + words[1:]
