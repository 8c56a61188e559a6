"""One brief held against its gold: rates by measure, and what is wrong, for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from nutgraf.evaluation.gold import Gold, GoldEvent, GoldPoint, GoldQuote
from nutgraf.evaluation.ranges import Pieces, Range, alike, exact, half_alike, paired, same_speaker, shared, union_share
from nutgraf.results import Article, Brief, Event, Point, Quote, Rates, Ratio, Slip, Span
from nutgraf.results.asked import asked_for
from nutgraf.results.evaluated import SlipKind
from nutgraf.results.said import in_own_words, told_name

_AROUND = 60
"""Characters shown before and behind a slip."""


@dataclass
class Judged:
    """What one article comes to."""

    article: Article
    rates: dict[str, Rates] = field(default_factory=dict[str, Rates])
    slips: list[Slip] = field(default_factory=list[Slip])

    def slip(
        self, measure: str, kind: SlipKind, at: Pieces, *, wanted: str | None = None, got: str | None = None
    ) -> None:
        """Note what is wrong, with its surroundings."""
        text, place = self.article.text, None
        before = behind = ""
        if at:
            start, end = at[0]
            place = Span(text=text[start:end], start=start, end=end)
            before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        self.slips.append(
            Slip(
                article=self.article.key,
                measure=measure,
                kind=kind,
                wanted=wanted,
                got=got,
                place=place,
                before=before,
                behind=behind,
            )
        )


def judged(brief: Brief | None, gold: Gold) -> Judged:
    """Every measure that the gold has something for; without a brief all of it is missed.

    What a brief was not asked for is not judged.
    """
    made = Judged(gold.article)
    quotes: Sequence[Quote] = brief.quotes if brief else ()
    made.rates["verbatim"] = Rates(Ratio(sum(_stands(quote, gold.article.text) for quote in quotes), len(quotes)))
    if gold.quotes is not None and (brief is None or asked_for(brief, "quotes")):
        _quoted(quotes, gold, gold.quotes, made)
        _told(quotes, gold.quotes, made)
        _speakers(quotes, gold.quotes, made)
    if gold.events is not None and (brief is None or asked_for(brief, "events")):
        _events(brief.events if brief else (), gold.events, made)
    if gold.points is not None and (brief is None or asked_for(brief, "summary")):
        _points(brief.summary if brief else (), gold.points, made)
    return made


def _stands(quote: Quote, text: str) -> bool:
    return all(span.text and text[span.start : span.end] == span.text for span in quote.content)


def _ranges(spans: Iterable[Span]) -> list[Range]:
    return [(span.start, span.end) for span in spans]


def _words(made: Judged, pieces: Pieces) -> str:
    return " … ".join(made.article.text[start:end] for start, end in pieces)


def _quoted(quotes: Sequence[Quote], gold: Gold, wanted: Sequence[GoldQuote], made: Judged) -> None:
    """Pieces inside marks, by exact boundaries and by half their union."""
    found = {at for quote in quotes if in_own_words(quote) for at in _ranges(quote.content)}
    pieces = {piece for quote in wanted if quote.kind != "indirect" for piece in quote.content}
    made.rates["quotes"], _ = exact(found, pieces)
    made.rates["quotes ≈"] = alike([[one] for one in found], [[one] for one in pieces], [], half_alike)
    for piece in sorted(pieces - found):
        near = [one for one in sorted(found - pieces) if shared([one], [piece])]
        kind: SlipKind = "wrong" if near else "missed"
        made.slip("quotes", kind, [piece], wanted=_words(made, [piece]), got=_words(made, near) if near else None)
    for one in sorted(found - pieces):
        if not any(shared([one], [piece]) for piece in pieces):
            note = "no speech" if any(shared([one], [piece]) for piece in gold.unsaid) else None
            made.slip("quotes", "not in gold", [one], wanted=note, got=_words(made, [one]))


def _told(quotes: Sequence[Quote], wanted: Sequence[GoldQuote], made: Judged) -> None:
    """Indirect speech, by half its union."""
    ours: list[list[Range]] = [_ranges(quote.content) for quote in quotes if not in_own_words(quote)]
    gold = [quote.content for quote in wanted if quote.kind == "indirect"]
    made.rates["indirect"] = alike(ours, gold, [], half_alike)
    for one in gold:
        if not any(half_alike(told, one) for told in ours):
            near = max(ours, key=lambda told: shared(told, one), default=list[Range]())
            touched = bool(shared(near, one))
            made.slip(
                "indirect",
                "wrong" if touched else "missed",
                one,
                wanted=_words(made, one),
                got=_words(made, near) if touched else None,
            )
    for told in ours:
        if not any(half_alike(told, one) for one in gold) and not any(shared(told, one) for one in gold):
            made.slip("indirect", "not in gold", told, got=_words(made, told))


def _speakers(quotes: Sequence[Quote], wanted: Sequence[GoldQuote], made: Judged) -> None:
    """The speaker of each gold quote, by the delivered quote of its kind that shares most of its content."""
    total = Rates()
    for gold in wanted:
        indirect = gold.kind == "indirect"
        near = [quote for quote in quotes if in_own_words(quote) != indirect]
        best = max(near, key=lambda quote: union_share(_ranges(quote.content), gold.content), default=None)
        if best is None or not shared(_ranges(best.content), gold.content):
            total += Rates(gold=Ratio(0, 1))
            continue
        speaker = best.speaker
        right = speaker is not None and same_speaker(speaker.name, gold.speaker, gold.mention)
        unknown = told_name(speaker) is None
        right = right or (unknown and gold.speaker is None and gold.mention is None)
        total += Rates(Ratio(int(right), int(speaker is not None)), Ratio(int(right), 1))
        if not right:
            got = told_name(speaker) or (speaker.kind if speaker else None)
            named = gold.speaker or gold.mention or "nobody named"
            made.slip("speakers", "wrong" if speaker else "missed", gold.content, wanted=named, got=got)
    made.rates["speakers"] = total


def _events(events: Sequence[Event], wanted: Sequence[GoldEvent], made: Judged) -> None:
    """Events by shared evidence, one to one; of those that are paired their status, date and figures."""
    near = [[bool(shared(_ranges(event.evidence), one.evidence)) for event in events] for one in wanted]
    agree = _both(near, [[event.status in one.statuses for event in events] for one in wanted])
    dated = _both(agree, [[_same_date(event, one) for event in events] for one in wanted])
    major = [at for at, one in enumerate(wanted) if not one.minor]
    every = range(len(wanted))
    pairs = paired([(dated, major), (agree, major), (near, major), (agree, every), (near, every)])
    found = [at for at in major if at in pairs]
    made.rates["events"] = Rates(Ratio(len(pairs), len(events)), Ratio(len(found), len(major)))
    for at in major:
        if at not in pairs:
            made.slip("events", "missed", wanted[at].evidence, wanted=wanted[at].title)
    for at, event in enumerate(events):
        if at not in pairs.values():
            made.slip("events", "not in gold", _ranges(event.evidence), got=event.title)
    matched = [(wanted[at], events[pairs[at]]) for at in every if at in pairs]
    right = [event.status in one.statuses for one, event in matched]
    due = sum(one.minor is False for one in wanted) + sum(one.minor for one, _ in matched)
    made.rates["statuses"] = Rates(Ratio(sum(right), len(right)), Ratio(sum(right), due))
    for (one, event), fits in zip(matched, right, strict=True):
        if not fits:
            made.slip("statuses", "wrong", one.evidence, wanted=" or ".join(sorted(one.statuses)), got=event.status)
    _dates(matched, wanted, made)
    _figures(matched, wanted, made)


def _both(one: list[list[bool]], other: list[list[bool]]) -> list[list[bool]]:
    return [[a and b for a, b in zip(*rows, strict=True)] for rows in zip(one, other, strict=True)]


def _same_date(event: Event, gold: GoldEvent) -> bool:
    time = event.time
    return bool(gold.date and time and (gold.date in (time.value, time.start and time.start.isoformat())))


def _dates(matched: Sequence[tuple[GoldEvent, Event]], wanted: Sequence[GoldEvent], made: Judged) -> None:
    right = given = 0
    for one, event in matched:
        if one.date is None:
            continue
        value = event.time.value if event.time else None
        given += value is not None
        right += _same_date(event, one)
        if not _same_date(event, one):
            made.slip("dates", "wrong" if value else "missed", one.evidence, wanted=one.date, got=value)
    due = sum(one.date is not None and not one.minor for one in wanted)
    due += sum(one.date is not None and one.minor for one, _ in matched)
    made.rates["dates"] = Rates(Ratio(right, given), Ratio(right, due))


def _figures(matched: Sequence[tuple[GoldEvent, Event]], wanted: Sequence[GoldEvent], made: Judged) -> None:
    right = given = 0
    for one, event in matched:
        values = [quantity.value for quantity in event.quantities if quantity.value is not None]
        if not one.numbers:
            continue
        given += len(values)
        for number in one.numbers:
            if number in values:
                values.remove(number)
                right += 1
            else:
                made.slip("figures", "missed", one.evidence, wanted=f"{number:,g}")
        for value in values:
            made.slip("figures", "not in gold", one.evidence, got=f"{value:,g}")
    due = sum(len(one.numbers) for one in wanted if not one.minor)
    due += sum(len(one.numbers) for one, _ in matched if one.minor)
    made.rates["figures"] = Rates(Ratio(right, given), Ratio(right, due))


def _points(points: Sequence[Point], wanted: Sequence[GoldPoint], made: Judged) -> None:
    """Points by the sentences that they rest on, one to one."""
    fits = [[half_alike(_ranges(point.evidence), one.evidence) for point in points] for one in wanted]
    pairs = paired([(fits, range(len(wanted)))])
    made.rates["points"] = Rates(Ratio(len(pairs), len(points)), Ratio(len(pairs), len(wanted)))
    for at, one in enumerate(wanted):
        if at not in pairs:
            made.slip("points", "missed", one.evidence, wanted=one.text)
    for at, point in enumerate(points):
        if at not in pairs.values():
            made.slip("points", "not in gold", _ranges(point.evidence), got=point.text)


def measures(found: Iterable[Judged]) -> Iterator[str]:
    """The names of the measures, in order."""
    yield from dict.fromkeys(name for one in found for name in one.rates)
