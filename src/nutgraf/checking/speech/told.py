"""What the items of an answer cover: the cue and the words said, found in the article by the model's references."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nutgraf.checking.place.lookup import find_words
from nutgraf.checking.place.stops import with_stop
from nutgraf.checking.speech.cues import Asked, is_indefinite, outside, speaker_places, spoken
from nutgraf.checking.speech.cut_by_rule import cut_by_language
from nutgraf.checking.speech.kinds import verbatim
from nutgraf.checking.speech.names import related, sentence_numbers
from nutgraf.checking.speech.pieces import piece_of
from nutgraf.checking.speech.references import Reference, Told, place_of
from nutgraf.checking.speech.unspoken import is_unspoken, tells_nothing
from nutgraf.reading.parts import Attribution, Offsets, Segment, overlap
from nutgraf.reading.reading import Reading
from nutgraf.reading.speech.cue.named_cue import Named, attribution, cut


def gathered(reading: Reading, asked: Asked, pieces: frozenset[str] = frozenset()) -> Asked:
    """An item with its references as tags and other parts; what names the same words twice counts once.

    A sentence inside marks stands for its quotation, unless the cue stands there too: speech in speech. Reported words that run
    on into marked ones are one clause with them. Of a quotation that is answered in `pieces` it stands for itself.
    """
    if not asked.parts:
        return asked
    tags = list(asked.tags)
    parts: list[Reference] = []
    segments = [reading.by_segment[tag] for tag in tags]
    held = sentence_numbers(reading, [(s.outer_start, s.outer_end) for s in segments])
    for part in asked.parts:
        place = place_of(reading, *part[1:]) if part.words else None
        sentence = reading.sentences[part.number - 1]
        low, high = place or (sentence.start, sentence.end)
        holder = next((s for s in spoken(reading, [part.number]) if _lies_in((low, high), s)), None)
        if holder and holder.id not in pieces and not asked.nested and not (asked.cue and _lies_in(asked.cue, holder)):
            tags += [holder.id] if holder.id not in tags else []
        elif part.words or part.number not in held or _is_all_said(reading, asked, part.number):
            parts.append(part)
    if tags and parts:
        tags, parts = _run_on(reading, asked, tags, parts)
    return asked._replace(tags=tuple(tags), parts=tuple(parts))


def _is_all_said(reading: Reading, asked: Asked, number: int) -> bool:
    """Whether a sentence with a quotation in it reports nothing itself: it goes on with what is told."""
    return not asked.cue_words and not any(told.cue for told in reading.reports_in(number))


def _run_on(
    reading: Reading, asked: Asked, tags: Sequence[str], parts: Sequence[Reference]
) -> tuple[list[str], list[Reference]]:
    """Tags and parts, less the tags that a part runs on into, or out of: "it was “not aware of that”", "it, he said, was “a lie”"."""
    left, found = [reading.by_segment[tag] for tag in tags], list[Reference]()
    for part in parts:
        own = place = place_of(reading, *part[1:]) if part.words else None
        while place and (segment := next((s for s in left if _is_one_clause(reading, asked, place, s)), None)):
            place = min(place[0], segment.outer_start), max(place[1], segment.outer_end)
            left.remove(segment)
        found.append(_at(reading, part, place) if place and place != own else part)
    return [segment.id for segment in left], found


def _at(reading: Reading, part: Reference, place: Offsets) -> Reference:
    """A part whose words are those of a place."""
    return part._replace(words=reading.article.text[slice(*place)], low=place[0], high=0)


def _is_one_clause(reading: Reading, asked: Asked, place: Offsets, segment: Segment) -> bool:
    """Whether nothing but the attribution stands between reported words and a quotation of the same sentence."""
    low, high = sorted([*place, segment.outer_start, segment.outer_end])[1:3]
    if reading.sentence_at(place[0]) != reading.sentence_at(segment.start):
        return False
    if not reading.article.text[low:high].strip(" ,\n"):
        return True
    whole = min(place[0], segment.outer_start), max(place[1], segment.outer_end)
    between = asked.cue is not None and low <= asked.cue[0] and asked.cue[1] <= high
    return between and len(_less_attribution(reading, asked, whole)) > 1


def _lies_in(place: Offsets, segment: Segment) -> bool:
    return segment.outer_start <= place[0] and place[1] <= segment.outer_end


def told_of(reading: Reading, asked: Asked, others: Sequence[Asked]) -> Told | None:
    """What an item covers; None where it refers to nothing, or to a sentence where nothing reports speech."""
    segments = sorted((reading.by_segment[tag] for tag in asked.tags), key=lambda s: s.start)
    marked = tuple([(s.start, s.end) for s in segments])
    found = Told(marked, tuple([s.id for s in segments]), cue=asked.cue, ruled=_ruled(reading, asked))
    if not asked.parts:
        return found if segments else None
    content: list[Offsets] = []
    given: list[Offsets] = []
    elsewhere = reading.sentence_at(asked.cue[0]) if asked.cue else None
    for part in asked.parts:
        if part.words and (place := place_of(reading, *part[1:])):
            parts = _less_attribution(reading, asked, place)
            content, given = content + parts, given + parts
            continue
        if part.words:
            found = found._replace(missing=part.words)
        sentence = reading.sentences[part.number - 1]
        if not part.words and (piece := piece_of(reading, part.number)):
            found = found._replace(in_pieces=True)
            content.append(piece)
            given.append(piece)
            continue
        if asked.cue and sentence != elsewhere and len(asked.parts) > 1:
            content.append((sentence.start, sentence.end))  # "X lists two failures. The valves were old. …"
            continue
        if (
            not asked.cue_words
            and getattr(asked.draft, "stance", None) == "asks"
            and reading.article.text[sentence.end - 1] == "?"
        ):
            content.append((sentence.start, sentence.end))  # an interviewer's: "Would you say the same today?"
            continue
        known = found.ruled or _known(reading, asked, part.number)
        if asked.cue is None and asked.cue_words and known is None:
            return None
        found, ranges = _cut(reading, found._replace(ruled=known), asked, part.number, others)
        if getattr(asked.draft, "stance", None) == "no_comment" and all(
            is_unspoken(reading, one, asked.cue) for one in ranges
        ):
            ranges = [(sentence.start, sentence.end)]
        content += [(sentence.start, sentence.end)] if tells_nothing(reading, part.number, ranges) else ranges
    once = [one for one in content if not any(_holds(other, one) for other in content)]
    whole = _whole(reading, found._replace(content=tuple(sorted(set(once)))), given)
    return _with_marked(reading, whole, segments) if whole and segments else whole


def _holds(whole: Offsets, part: Offsets) -> bool:
    return whole != part and whole[0] <= part[0] and part[1] <= whole[1]


def _with_marked(reading: Reading, reported: Told, segments: Sequence[Segment]) -> Told:
    """Reported words with the marked ones of the same item, marks included, in order; neighbours are one stretch."""
    places = [place for place in reported.content if not any(_lies_in(place, segment) for segment in segments)]
    joined: list[Offsets] = []
    for low, high in sorted([*places, *((s.outer_start, s.outer_end) for s in segments)]):
        if joined and not reading.article.text[joined[-1][1] : low].strip():
            joined[-1] = joined[-1][0], max(joined[-1][1], high)
        else:
            joined.append((low, high))
    held = dict.fromkeys((*reported.segments, *(s.id for s in segments)))
    return reported._replace(
        content=tuple(joined), segments=tuple(sorted(held, key=lambda one: reading.by_segment[one].start))
    )


def _less_attribution(reading: Reading, asked: Asked, place: Offsets) -> list[Offsets]:
    """Words given, without the attribution that interrupts them: "If they fail, Pauwels said, the crews will strike"."""
    low, high = place
    cue = asked.cue
    if cue is None or not (low < cue[0] and cue[1] < high):
        return [place]
    at = reading.sentence_at(cue[0])
    marked = spoken(reading, [at.number]) if at else []
    if at is None or any(_lies_in(cue, segment) for segment in marked):
        return [place]
    named = Named(cue, speaker_places(reading, asked.name, at.number))
    names = reading.names_over(at.start, at.end)
    said = attribution(reading.article.text, at, marked, names, reading.spoken_in, named)
    if said is None:
        return [place]
    before, behind = (low, said[0]), (said[1] + 1, high)
    return [part for part in (before, behind) if part[0] < part[1]]


def _ruled(reading: Reading, asked: Asked) -> Attribution | None:
    """What a rule found of the same words: by their tag, or by their cue."""
    if asked.tags:
        segments = [reading.by_segment[tag] for tag in asked.tags]
        numbers = sentence_numbers(reading, [(s.outer_start, s.outer_end) for s in segments])
        near = (told for number in numbers for told in reading.reports_in(number))
        return next((told for told in near if not set(asked.tags).isdisjoint(told.segments)), None)
    cue, at = asked.cue, reading.sentence_at(asked.cue[0]) if asked.cue else None
    beside = reading.reports_in(at.number) if at else ()
    return next((told for told in beside if told.cue and cue and overlap(told.cue, cue)), None)


def _known(reading: Reading, asked: Asked, number: int) -> Attribution | None:
    """A report of this speaker's in a sentence, where the model names no cue that stands there."""
    inside = [told for told in reading.reports_in(number) if told.sentence == number and told.cue]
    if not asked.name:
        return inside[0] if len(inside) == 1 else None
    for told in inside:
        name = reading.voices.name_at(told.speaker) if told.speaker else None
        if name and related(name, asked.name) and not is_indefinite(reading, asked.name):
            return told
    return None


def _cut(
    reading: Reading, found: Told, asked: Asked, number: int, others: Sequence[Asked]
) -> tuple[Told, list[Offsets]]:
    """The reported words of one sentence, cut around the cue; the whole sentence where no clause is found."""
    if not reading.spoken_in.worded:
        return cut_by_language(reading, found, asked, number)
    sentence = reading.sentences[number - 1]
    own = asked.cue or (found.ruled.cue if found.ruled else None)
    inside = own is not None and sentence.start <= own[0] < sentence.end
    marked = spoken(reading, [number])
    holder = next((s for s in marked if own and s.start <= own[0] and own[1] <= s.end), None)
    low, high = (holder.start, holder.end) if holder else (sentence.start, sentence.end)
    names = speaker_places(reading, asked.name, number)
    if not names and found.ruled and found.ruled.speaker and found.ruled.sentence == number:
        names = [found.ruled.speaker]
    free = asked.cue_words is None and asked.speaks and not names and found.missing is None  # "She had seen nothing."
    if free and own is None:
        return found, [(low, high)]
    named = Named(
        own if inside else None,
        [place for place in names if low <= place[0] and place[1] <= high],
        [place for place in _others(reading, asked, own, found, number, others) if low <= place[0] < high],
    )
    heard = _addressee(reading, asked, found, number)
    made = cut(
        reading.article.text,
        replace(sentence, start=low, end=high),
        [] if holder else marked,
        reading.names_over(low, high),
        reading.spoken_in,
        named,
        reading.attributed.lines[number - 1],
    )
    found = found._replace(
        cue=found.cue or own,
        addressee=found.addressee or made.addressee or heard,
        nested=holder is not None,
    )
    if made.content:
        return found, list(made.content)
    elsewhere = asked.cue is not None and not inside
    return found._replace(unclear=None if elsewhere or free else number), [(low, high)]


def _others(
    reading: Reading, asked: Asked, own: Offsets | None, found: Told, number: int, others: Sequence[Asked]
) -> list[Offsets]:
    """The cues of the other attributions: of the answer's items, and those that rules find with another speaker."""
    places = [other.cue for other in others if other is not asked and other.cue is not None and other.cue != own]
    speaker = found.ruled.speaker if found.ruled else None
    places += [
        told.cue
        for told in reading.reports_in(number)
        if told.cue
        and not (own and overlap(told.cue, own))
        and (told.segments or (told.speaker != speaker and told.sure))
    ]
    return places


def _addressee(reading: Reading, asked: Asked, found: Told, number: int) -> Offsets | None:
    given = asked.hearer_words
    place = find_words(given, reading.article.text, outside(reading, number)) if given else None
    return place or (found.ruled.addressee if found.ruled else None)


def _whole(reading: Reading, found: Told, given: Sequence[Offsets]) -> Told | None:
    """The same, with the quotations that the content holds; words that are the whole of quotations are these.

    What was `given` word by word is no shorter for a quotation that it holds a part of.
    """
    text = reading.article.text
    content: list[Offsets] = []
    inner: list[Offsets] = []
    segments: list[str] = []
    nested = found.nested
    for place in found.content:
        low, high = place
        for segment in spoken(reading, reading.numbers_of(*place)):
            edges = text[segment.start : max(low, segment.start)] + text[min(high, segment.end) : segment.end]
            if not any(map(str.isalnum, edges)):  # all its words, if not its marks
                low, high = min(low, segment.outer_start), max(high, segment.outer_end)
                segments.append(segment.id)
                if not (text[low : segment.outer_start] + text[segment.outer_end : high]).strip(" .,"):
                    inner.append((segment.start, segment.end))
            elif segment.outer_start <= low and high <= segment.outer_end:
                nested = True
            elif place in given:
                continue
            elif low < segment.outer_start < high:
                high = segment.outer_start  # a quotation that goes on behind the sentence is an item of its own
            elif low < segment.outer_end < high:
                low = segment.outer_end
        low = high - len(text[low:high].lstrip(" ,:"))
        kept = with_stop(reading, (low, low + len(text[low:high].rstrip(" ,:"))), sure=True)
        if kept[0] < kept[1] and kept not in content:
            content.append(kept)
    if not content:
        return None
    content = verbatim(text, content)
    content = inner if len(inner) == len(content) else content
    return found._replace(content=tuple(content), segments=tuple(segments), nested=nested)
