"""How right one article's answer is: the measures that benchmarks/quality.py adds up, as pure functions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from examples import Json, Ratio, range_of, score, score_reading
from gold import Date, Gold, Mention, Told
from grounded import ungrounded
from nutgraf.evaluation.ranges import Pieces, Range, alike, exact, half_alike, length, shared
from nutgraf.results import Rates
from systems import Output

AHEAD, DENIED = frozenset({"planned", "hypothetical"}), frozenset({"hypothetical", "cancelled"})
_NOT_ASSERTED = frozenset({"asks", "orders", "no_comment"})
NONE = Ratio()
_HELD = 0.8


@dataclass(frozen=True)
class Result:
    """What one article says about a system: figures by measure, and remarks for people by kind."""

    figures: dict[str, Rates] = field(default_factory=dict)
    remarks: list[tuple[str, str]] = field(default_factory=list)


def holds(one: Pieces, gold: Pieces) -> bool:
    """True where four fifths of the gold are held."""
    return shared(one, gold) >= _HELD * length(gold) > 0


def _content(quote: Json) -> list[Range]:
    return [range_of(span) for span in quote["content"]]


def verbatim(quote: Json, text: str) -> bool:
    """True when every word of a quote stands in the article where the quote says."""
    return all(one["text"] and text[slice(*range_of(one))] == one["text"] for one in quote["content"])


def told_indirectly(
    quotes: Sequence[Json], told: Sequence[Told], likeness: Callable[[Pieces, Pieces], bool], *, asserted: bool = False
) -> Rates:
    """Indirect quotes against the attributions; those without a cue of speech, or with marks, need not be found.

    `asserted`: requests and refusals to comment, which the gold marks only now and then, are left out.
    """
    due = [one.cued and not one.quoted for one in told]
    return alike(
        [
            _content(quote)
            for quote in quotes
            if quote["kind"] == "indirect" and not (asserted and quote.get("stance") in _NOT_ASSERTED)
        ],
        [one.content for one, is_due in zip(told, due, strict=True) if is_due],
        [one.content for one, is_due in zip(told, due, strict=True) if not is_due],
        likeness,
    )


def said_by(quotes: Sequence[Json], told: Sequence[Told], text: str) -> Rates:
    """The speaker of each attribution that holds quotation marks, by the quote that shares most of its content."""
    total = Rates()
    for one in told:
        if not one.quoted or one.source is None:
            continue
        near = [quote for quote in quotes if shared(_content(quote), one.content)]
        quote = max(near, key=lambda q: (q["kind"] != "indirect", shared(_content(q), one.content)), default=None)
        speaker = quote["speaker"] if quote else None
        right = in_clause(speaker, one.source, text)
        if right is not None:
            total += Rates(Ratio(int(right), int(bool(speaker))), Ratio(int(right), 1))
    return total


def in_clause(speaker: Json | None, clause: Range, text: str) -> bool | None:
    """True when a speaker's mention or name is in the clause; None for a bare name where the clause names nobody."""
    if not speaker:
        return False
    if speaker["mention"] and (shared([range_of(speaker["mention"])], [clause]) or not speaker["name"]):
        return shared([range_of(speaker["mention"])], [clause]) > 0
    words = [word.strip(",.;:()'\"’“”").removesuffix("'s") for word in text[slice(*clause)].split()]
    if (speaker["name"] or "?").split()[-1] in words:
        return True
    return False if speaker["mention"] or any(word[:1].isupper() for word in words[1:]) else None


def right_dates(times: Sequence[Json], gold: Gold, *, weekdays: bool = False) -> tuple[Rates, list[str]]:
    """Values of calendar dates, and a line for each that is wrong or missing."""
    text, dates = gold.article.text, [date for date in gold.dates or () if date.weekday or not weekdays]
    wrong, found = [], 0
    for date in dates:
        ours = [time for time in times if time["span"] and shared([range_of(time["span"])], [date.at])]
        if any(same_date(time, date) for time in ours):
            found += 1
        else:
            values = ", ".join(str(time["value"]) for time in ours) or "nothing"
            around = " ".join(text[max(0, date.at[0] - 40) : date.at[1] + 30].split())
            wrong.append(f"{text[slice(*date.at)]!r} is {date.value}, delivered: {values} (…{around}…)")
    judged, right = _judged(times, gold, dates, weekdays=weekdays)
    return Rates(Ratio(right, judged), Ratio(found, len(dates))), wrong


def _judged(times: Sequence[Json], gold: Gold, dates: Sequence[Date], *, weekdays: bool) -> tuple[int, int]:
    """How many delivered calendar values can be judged, and how many of them are right."""
    judged = right = 0
    for one in times:
        if not one["span"] or not one["value"] or one["value"].startswith(("P", "FUTURE_REF")):
            continue  # lengths, and the references to past, present and future
        at = [range_of(one["span"])]
        met = [date for date in dates if shared(at, [date.at])]
        if met or not (weekdays or shared(at, gold.undated) or not shared(at, [gold.scope])):
            judged += 1
            right += any(same_date(one, date) for date in met)
    return judged, right


def same_date(time: Json, date: Date) -> bool:
    """The exact value; of a day also with a part of the day ("2026-03-12TEV"), of a range its two ends."""
    if date.end:
        return (time["start"], time["end"]) == (date.value, date.end)
    return bool(time["value"]) and (
        time["value"] == date.value or time["value"].split("T")[0] == date.value.split("T")[0]
    )


def right_numbers(quantities: Sequence[Json], gold: Sequence[Range], scope: Range) -> Rates:
    """Numbers within the scope that overlap the gold's."""
    ours = {range_of(one["span"]) for one in quantities if shared([range_of(one["span"])], [scope])}
    return alike([[one] for one in ours], [[one] for one in gold], [], lambda one, other: shared(one, other) > 0)


def right_status(events: Sequence[Json], mentions: Sequence[Mention], scope: Range) -> dict[str, Rates]:
    """Events that lie ahead or are negated, by the sentences that mention them."""

    def on(statuses: frozenset[str], sentence: Range) -> bool:
        return any(
            event["status"] in statuses and shared([range_of(s) for s in event["evidence"]], [sentence])
            for event in events
        )

    future, negated = [m for m in mentions if m.future], [m for m in mentions if m.negative]
    found = sum(on(AHEAD | (DENIED if m.negative else AHEAD), m.sentence) for m in future)
    claims = [[range_of(s) for s in event["evidence"]] for event in events if event["status"] in AHEAD]
    claims = [one for one in claims if shared(one, [scope])]
    right = sum(any(shared(one, [m.sentence]) for m in future) for one in claims)
    return {
        "future": Rates(Ratio(right, len(claims)), Ratio(found, len(future))),
        "negated": Rates(gold=Ratio(sum(on(DENIED, m.sentence) for m in negated), len(negated))),
    }


def judge(output: Output, gold: Gold) -> Result:
    """Every measure that this article has gold for and the system delivers something for."""
    result, text, quotes = Result(), gold.article.text, output.brief["quotes"]
    figures = result.figures
    figures["verbatim"] = Rates(Ratio(sum(verbatim(quote, text) for quote in quotes), len(quotes)))
    if gold.quoted is not None:
        spans = {at for quote in quotes if quote["kind"] != "indirect" for at in _content(quote) if at[0] < at[1]}
        figures["quotes"], more = exact(spans, gold.quoted, complete=gold.complete)
        counted = spans if gold.complete else spans.difference(more)
        figures["quotes ≈"] = alike([[span] for span in counted], [[one] for one in gold.quoted], [], half_alike)
        result.remarks.extend(("untagged", f"{gold.name}: {text[a:b][:100]!r}") for a, b in more)
        result.remarks.extend(
            ("missed quote", f"{gold.name}: {text[a:b][:100]!r}") for a, b in set(gold.quoted) - spans
        )
        if output.segments is not None:
            every = (*gold.quoted, *gold.unsaid)
            figures["segments"], _ = exact(output.segments, every, complete=gold.complete)
    if gold.told is not None:
        figures["indirect"] = told_indirectly(quotes, gold.told, half_alike)
        figures["indirect ⊇"] = told_indirectly(quotes, gold.told, holds)
        figures["asserted ⊇"] = told_indirectly(quotes, gold.told, holds, asserted=True)
        if not gold.answer:
            figures["speaker"] = said_by(quotes, gold.told, text)
    if gold.dates is not None and output.times is not None:
        figures["weekdays"], wrong = right_dates(output.times, gold, weekdays=True)
        result.remarks.extend(("weekday", f"{gold.name}: {line}") for line in wrong)
        figures["dates"], wrong = right_dates(output.times, gold)
        result.remarks.extend(("date", f"{gold.name}: {line}") for line in wrong)
    if gold.numbers is not None and output.quantities is not None:
        figures["quantities"] = right_numbers(output.quantities, gold.numbers, gold.scope)
    if gold.mentions is not None and output.events is not None:
        figures.update(right_status(output.events, gold.mentions, gold.scope))
    if gold.answer:
        figures.update(_by_answer(output, gold.answer, text))
    objections = [f"{gold.name}: {message}" for message in ungrounded(output.claims)]
    result.remarks.extend(("ungrounded", line) for line in objections)
    return result


def _by_answer(output: Output, answer: Json, text: str) -> dict[str, Rates]:
    """The measures of benchmarks/examples.py."""
    one = score(output.brief, answer)
    if output.times is not None or output.quantities is not None:
        one += score_reading([], output.times or [], output.quantities or [], {**answer, "quotes": []}, text)
    figures = {"speaker": Rates(gold=one.speakers), "indirect speaker": Rates(gold=one.indirect_speakers)}
    if output.events is not None:
        figures |= {"settled": Rates(gold=one.settled), "open": Rates(gold=one.open)}
        figures |= {"events": Rates(one.precise, one.settled + one.open), "event dates": Rates(gold=one.dates)}
    if output.times is not None:
        figures["time words"] = Rates(gold=one.time_words)
    if output.quantities is not None:
        figures["numbers"] = Rates(gold=one.numbers)
    return figures
