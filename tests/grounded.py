"""What "grounded" means, checked a second time by other code.

`ungrounded(brief.model_dump(mode="json"))` lists every claim of a brief that its article does not carry, as
"field path: reason"; an empty list means that nothing was found. Standard library only and nothing of nutgraf:
a mistake in the library's own rules must not hide itself. Where the definition leaves room (stems, the reach of a
mark) this checker is the more lenient of the two; what it reports is a lie, not a matter of taste.
"""

import datetime as dt
import hashlib
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from grounded_words import (
    NEGATIONS,
    amounts,
    foreign_names,
    foreign_numbers,
    foreign_time_words,
    has_words,
    is_name,
    numbers,
    share_of_stems,
)

Json = dict[str, Any]
SHARE_OF_STEMS = 0.6
"""The contract's figure: of a statement that is called worded, so many content words stand in its sentences."""
BOILERPLATE = re.compile(
    r"(?im)^[ \t]*(?:share this (?:story|article)|read more:|related (?:stories|articles)\b|sign up for\b|copyright (?:©|\d{4})|©\s*\d{4}|!\[[^\]\n]*\]\()[^\n]*"
)
_MARK = re.compile(r"[\"“”„«»]|(?<!\w)['‘](?=\w)")
PARAGRAPH_BREAK = re.compile(r"\n\s*\n")


def ungrounded(brief: Json) -> list[str]:
    """Every field of the brief that the article does not carry, as "path: reason"."""
    checks = (_article, _spans, _evidence, _quotes, _speakers, _events, _prose, _times, _quantities, _outcome)
    return [message for check in checks for message in check(brief)]


def quoted_ranges(text: str, *, closed_only: bool = False, single: bool = False) -> list[tuple[int, int]]:
    """The ranges inside quotation marks, paragraph by paragraph; an unclosed mark reaches to its paragraph's end.

    Pairs "…", “…”, „…“, «…», »…« and 「…」; `single` adds ‘…’ and '…' at word edges.
    """
    return list(_quoted_ranges(text, closed_only, single))


@lru_cache(100)
def _quoted_ranges(text: str, closed_only: bool, single: bool) -> tuple[tuple[int, int], ...]:
    ranges = []
    text = text.replace("''", '" ')  # as typewriters have it; offsets stay
    for paragraph in re.finditer(r"[^\n]+", text):
        ranges += _marked(paragraph[0], paragraph.start(), closed_only=closed_only)
        if single:
            inner = re.finditer(r"(?<!\w)['‘](?=\S)([^\n]{0,300}?)(?<=\S)['’](?!\w)", paragraph[0])
            ranges += [(paragraph.start() + m.start(1), paragraph.start() + m.end(1)) for m in inner]
    return tuple(ranges)


_CLOSERS = {'"': '"”', "“": '”"', "„": "“”", "«": "»", "»": "«", "「": "」"}


def _marked(line: str, offset: int, *, closed_only: bool) -> Iterator[tuple[int, int]]:
    opened, mark = -1, ""
    for at, char in enumerate(line):
        if opened < 0 and char in _CLOSERS:
            inches = char == '"' and at > 0 and line[at - 1].isdigit()
            if not inches:
                opened, mark = at + 1, char
        elif opened >= 0 and char in _CLOSERS[mark]:
            yield offset + opened, offset + at
            opened = -1
    if opened >= 0 and not closed_only:
        yield offset + opened, offset + len(line)


def _walk(value: Any, path: str) -> Iterator[tuple[str, Json]]:
    """Every span below `value` with its path."""
    if isinstance(value, dict):
        if {"text", "start", "end"} == set(value):
            yield path, value
        else:
            for key, below in value.items():
                yield from _walk(below, f"{path}.{key}" if path else key)
    elif isinstance(value, list | tuple):
        for number, below in enumerate(value):
            yield from _walk(below, f"{path}[{number}]")


def _cited(brief: Json) -> Iterator[tuple[str, Json]]:
    """Everything that must carry evidence."""
    for name in ("summary", "events"):
        for number, item in enumerate(brief.get(name, ())):
            yield f"{name}[{number}]", item
    for name, items in brief.get("items", {}).items():
        for number, item in enumerate(items):
            yield f"items.{name}[{number}]", item


def _overlap(one: Json, other: Json) -> bool:
    return one["start"] < other["end"] and other["start"] < one["end"]


def _article(brief: Json) -> Iterator[str]:
    article = brief["article"]
    digest = hashlib.sha256(article["text"].encode("utf-8", "surrogatepass")).hexdigest()
    if article.get("digest", digest) != digest:
        yield "article.digest: is not the sha256 of the text"


def _spans(brief: Json) -> Iterator[str]:
    text = brief["article"]["text"]
    for path, span in _walk(brief, ""):
        start, end = span["start"], span["end"]
        if not 0 <= start < end <= len(text):
            yield f"{path}: [{start}, {end}) is empty or outside the article"
        elif text[start:end] != span["text"]:
            yield f"{path}: is not the article's [{start}, {end})"


def _evidence(brief: Json) -> Iterator[str]:
    text = brief["article"]["text"]
    furniture = list(brief["article"].get("boilerplate", ()))
    furniture += [{"start": m.start(), "end": m.end()} for m in BOILERPLATE.finditer(text)]
    for path, item in _cited(brief):
        if not item.get("evidence"):
            yield f"{path}.evidence: is empty"
        for number, span in enumerate(item.get("evidence", ())):
            if any(_overlap(span, piece) for piece in furniture):
                yield f"{path}.evidence[{number}]: is boilerplate"
            if PARAGRAPH_BREAK.search(span["text"].strip()):
                yield f"{path}.evidence[{number}]: is longer than a paragraph"
    for q, quote in enumerate(brief.get("quotes", ())):
        if any(_overlap(span, piece) for span in quote["content"] for piece in furniture):
            yield f"quotes[{q}].content: is boilerplate"


def _in_order(items: list[Json], letter: str, path: str, field: str) -> Iterator[str]:
    last = -1
    for number, item in enumerate(items):
        if item["id"] != f"{letter}{number + 1}":
            yield f"{path}[{number}].id: {item['id']!r} where {letter}{number + 1} is due"
        # Behind the cited sentences stand those that name whom they mean.
        spans = item[field][:1] if field == "evidence" else item[field]
        first = min((span["start"] for span in spans), default=last)
        if first < last:
            yield f"{path}[{number}].id: ids do not follow the article's order"
        last = first


def _quotes(brief: Json) -> Iterator[str]:
    text, quotes = brief["article"]["text"], brief.get("quotes", [])
    inside, closed = quoted_ranges(text, single=True), quoted_ranges(text, closed_only=True)
    yield from _in_order(quotes, "q", "quotes", "content")
    taken: list[tuple[str, Json]] = []
    for q, quote in enumerate(quotes):
        path = f"quotes[{q}]"
        if not quote["content"]:
            yield f"{path}.content: is empty"
        reported = quote["kind"] == "mixed" and any(_MARK.search(span["text"]) for span in quote["content"])
        if quote["kind"] != "indirect" and not reported:  # else reported words with quoted ones among them
            for number, span in enumerate(quote["content"]):
                if not any(start <= span["start"] and span["end"] <= end for start, end in inside):
                    yield f"{path}.content[{number}]: {quote['kind']}, but not inside quotation marks"
                for other, claimed in taken:
                    if _overlap(span, claimed) and not _nested(quote, claimed["start"], claimed["end"]):
                        yield f"{path}.content[{number}]: shares words with {other}"
                taken.append((f"{path}.content[{number}]", span))
    for q, quote in enumerate(quotes):
        for number, span in enumerate(quote["content"] if quote["kind"] == "indirect" else ()):
            lies_in = any(
                start < span["end"] and span["start"] < end
                for start, end in closed
                if not _holds(span, start, end) and not _nested(quote, start, end)
            )
            if lies_in:
                yield f"quotes[{q}].content[{number}]: indirect, but inside quotation marks"


def _holds(span: Json, start: int, end: int) -> bool:
    """A title in marks may stand within reported speech: the marks lie in the span, not the span in the marks."""
    return span["start"] < start and end < span["end"]


def _nested(quote: Json, start: int, end: int) -> bool:
    """Speech in speech: "“The mayor told me the bridge was safe,” Pine said" has the mayor's cue in Pine's words."""
    cue = quote.get("cue")
    return bool(cue) and start <= cue["start"] and cue["end"] <= end


def _speakers(brief: Json) -> Iterator[str]:
    text = brief["article"]["text"]
    for q, quote in enumerate(brief.get("quotes", ())):
        path, speaker = f"quotes[{q}]", quote.get("speaker")
        if quote.get("addressee") and not has_words(text, quote["addressee"], name=False):
            yield f"{path}.addressee: {quote['addressee']!r} is not in the article"
        cue = quote.get("cue")
        whole = any(problem["kind"] == "no_clause" for problem in brief.get("problems", ()))
        if cue and not whole and any(_overlap(cue, span) for span in quote["content"]):
            yield f"{path}.cue: lies within the words said"
        if not speaker:
            continue
        name, mention = speaker.get("name"), speaker.get("mention")
        for field in ("name", "organization"):
            if speaker.get(field) and not has_words(text, speaker[field], name=True):
                yield f"{path}.speaker.{field}: {speaker[field]!r} is not in the article"
        if speaker.get("title") and not has_words(text, speaker["title"], name=False):
            yield f"{path}.speaker.title: {speaker['title']!r} is not in the article"
        elif (
            speaker.get("title")
            and name
            and not _beside(text, speaker["title"], name)
            and not _is_office(speaker["title"])
        ):
            yield f"{path}.speaker.title: {speaker['title']!r} never stands beside {name!r}"
        if mention and any(_overlap(mention, span) for span in quote["content"]):
            yield f"{path}.speaker.mention: lies within the words said"
        if name and mention and not _may_be(mention["text"], name, text):
            yield f"{path}.speaker.name: {name!r} where the article has {mention['text']!r}"


def _beside(text: str, title: str, name: str) -> bool:
    last = name.rsplit(maxsplit=1)[-1]
    return any(has_words(line, title, name=False) and last in line for line in text.split("\n"))


_OFFICE = r"(?:er|or|ist|ian|eer|[mw]om[ae]n|m[ae]n|person|people|chief|head|judge|boss|official|president)s?"
_SMALL = re.compile(r"(?i) (?:of|for|at|in|to|from|and|with|on|under) .*", re.DOTALL)


def _is_office(title: str) -> bool:
    """Whether every part of a title is somebody who does something: such a title may stand away from the name."""
    heads = [_SMALL.sub("", part.strip()).split()[-1:] for part in title.split(",")]
    return all(head and re.fullmatch(rf"[\w'’.-]*{_OFFICE}", head[0], re.IGNORECASE) for head in heads)


def _may_be(mention: str, name: str, text: str) -> bool:
    """False when the mention is itself a name, and another one."""
    words = re.findall(r"[^\W\d_]+", mention)
    if not words or not words[-1][0].isupper():
        return True
    if len(words) == 1 and not is_name(words[0], text):
        return True  # "He", "Organizers": a capital only because the sentence begins there
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    return bool(set(words) & set(re.findall(r"[^\W\d_]+", name))) or words[-1] == initials


def _events(brief: Json) -> Iterator[str]:
    text, events = brief["article"]["text"], brief.get("events", [])
    quotes = {quote["id"]: quote for quote in brief.get("quotes", ())}
    yield from _in_order(events, "e", "events", "evidence")
    for e, event in enumerate(events):
        path = f"events[{e}]"
        for reference in event.get("asserted_by", ()):
            if reference not in quotes:
                yield f"{path}.asserted_by: there is no quote {reference}"
            elif not any(_overlap(a, b) for a in event["evidence"] for b in quotes[reference]["content"]):
                yield f"{path}.asserted_by: {reference} does not stand in the evidence"
        for number, one in enumerate(event.get("participants", ())):
            apart = not one.get("mention") and all(has_words(text, word, name=False) for word in one["name"].split())
            if not apart and not has_words(text, one["name"], name=True):
                yield f"{path}.participants[{number}].name: {one['name']!r} is not in the article"
        published, time = _day(brief["article"].get("published")), event.get("time") or {}
        first = time.get("start") if time.get("precision") in {"exact", "day"} else time.get("end") or time.get("start")
        since = time.get("limit") == "since"  # "there have been plans since 2021"
        if event["status"] == "planned" and not since and published and _day(first) and _day(first) < published:
            yield f"{path}.time: planned, yet {first} is before the publication date"


def _prose(brief: Json) -> Iterator[str]:
    """What the model wrote freely: event titles, points, the headline."""
    text = seen(brief["article"]["text"])
    dated = str(brief["article"].get("published") or "")[:4]
    told = {(p["step"], p["item"]) for p in brief.get("problems", ()) if p["resolution"] == "unresolved"}
    for name, field in (("events", "title"), ("summary", "text")):
        for number, item in enumerate(brief.get(name, ())):
            path = f"{name}[{number}].{field}"
            if item.get("support") == "open":
                if (name, item.get("id") or f"p{number + 1}") in told:
                    continue  # a Problem says what speaks against it
                yield from _invented(path, seen(item[field]), f"{brief['article'].get('title') or ''}\n{text}", dated)
                continue
            cited = seen("\n".join(span["text"] for span in item["evidence"]))
            yield from _unsaid(path, seen(item[field]), cited, text)
    headline, title = brief.get("headline"), brief["article"].get("title") or ""
    unsure = [item.get("title") or item.get("text") for _, item in _cited(brief) if item.get("support") == "open"]
    if headline in unsure:
        yield from _invented("headline", seen(headline), f"{title}\n{text}", dated)
    elif headline and headline != title:
        yield from _unsaid("headline", seen(headline), f"{title}\n{text}", text)


@lru_cache(1_000)
def seen(text: str) -> str:
    """The text without characters that are not seen or only cross others out."""
    return text if text.isascii() else "".join(c for c in text if unicodedata.category(c) not in {"Cf", "Mn", "Me"})


def _invented(path: str, prose: str, article: str, dated: str) -> Iterator[str]:
    """What is marked as open may be said in other words, but names nobody and nothing that the article does not.

    Of an article that is dated (its year is `dated`), "Tuesday" may be told as "in March", and the year be named: the day
    of publication is given with the article, and stands in the question that a model is asked.
    """
    if not prose.strip():
        yield f"{path}: is empty"
    given = numbers(article)
    for number in foreign_numbers(prose, f"{article}\n{dated}"):
        if not _reckoned(number, given):
            yield f"{path}: number {number} is nowhere in the article"
    first = re.search(r"[^\W\d_]+", prose)
    for name in foreign_names(prose, article, article):
        if first and name == first[0]:
            continue  # a capital by its place
        yield f"{path}: name {name!r} is nowhere in the article"
    for word in () if dated else foreign_time_words(prose, article):
        yield f"{path}: time word {word!r} is nowhere in the article"


def _reckoned(number: str, given: list[float]) -> bool:
    """Whether a number may come of two others, or stand for one that was rounded."""
    if not re.fullmatch(r"[\d.e+]+", number):
        return True  # "half", "hundreds": a share of what is given
    value = float(number)
    if value <= 12 or any(abs(value - one) <= one / 10 for one in given):
        return True  # things are counted, and rounded
    pairs = [(one, other) for one in given for other in given if other]
    return any(
        abs(value - made) < 1
        for one, other in pairs
        for made in (one + other, one - other, one / other, 100 * one / other)
    )


def _unsaid(path: str, prose: str, cited: str, text: str) -> Iterator[str]:
    if not prose.strip():
        yield f"{path}: is empty"
    for number in foreign_numbers(prose, cited):
        yield f"{path}: number {number} is not in the cited sentences"
    for name in foreign_names(prose, cited, text):
        yield f"{path}: name {name!r} is not in the cited sentences"
    for word in foreign_time_words(prose, cited):
        yield f"{path}: time word {word!r} is not in the cited sentences"
    if NEGATIONS.search(prose) and not NEGATIONS.search(cited):
        yield f"{path}: negation {NEGATIONS.search(prose)[0]!r} is not in the cited sentences"
    share = share_of_stems(prose, cited)
    if share < SHARE_OF_STEMS:
        yield f"{path}: only {share:.0%} of its words are in the cited sentences"


_OUTER = "\"'“”‘’.,;:()"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(
    r"""(?x) \d{2,3} | (?P<year>\d{4}) (?:
      -(?P<month>\d\d) (?: -(?P<day>\d\d) (?: T(?:[\d:]+.*|MO|MI|AF|EV|NI|DT) )? )?
    | -W(?P<week>\d\d) (?:-WE)? | -[QH]\d | -(?:SP|SU|FA|WI) )? (?:/.+)?"""
)
_MONTH_DAY = re.compile(
    rf"(?i)\b({'|'.join(_MONTHS)})[a-z]*\.? (\d{{1,2}})(?!\d)|\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({'|'.join(_MONTHS)})"
)


def _day(value: Any) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _times(brief: Json) -> Iterator[str]:
    published = _day(brief["article"].get("published"))
    for e, event in enumerate(brief.get("events", ())):
        if event.get("time"):
            for reason in _time(event["time"], published):
                yield f"events[{e}].time.{reason}"


def _time(time: Json, published: dt.date | None) -> Iterator[str]:
    span, value, basis = time.get("span"), time.get("value"), time.get("basis")
    if basis == "publication_date":
        if span:
            yield "basis: publication_date although words say when"
        if value != str(published):
            yield f"value: {value} is not the publication date"
    elif not span and (value or basis in {"stated", "resolved"}):
        yield f"basis: {basis}, but no words say when"
    start, end = _day(time.get("start")), _day(time.get("end"))
    if start and end and end < start:
        yield "end: before start"
    if value is None:
        if start or end:
            yield "start: a date without a value"
        return
    if re.fullmatch(r"P\d*[\dYMWDTHSX.]+|(?:PAST|PRESENT|FUTURE)_REF|XXXX-WXX-[1-7]", value):
        return
    iso = _ISO.fullmatch(value)
    if not iso or (iso["day"] and not _day(value)):
        yield f"value: {value!r} is no ISO 8601 value"
        return
    if iso["day"] and start and not _near(start, _day(value), end or start):
        yield f"start: {start} and {end} do not hold {value}"
    elif end and iso["year"] and not iso["week"] and "/" not in value and not 0 <= end.year - int(iso["year"]) <= 1:
        yield f"end: {end} has another year than {value}"
    if start and iso["month"] and "/" not in value and start.month != int(iso["month"]):
        yield f"start: {start} has another month than {value}"
    if span:
        yield from (f"value: {reason}" for reason in _against_words(span["text"], value, iso, published, basis))


def _near(start: dt.date, value: dt.date, end: dt.date) -> bool:
    """A night has two dates, a day has one; neither starts earlier than the evening before."""
    return start <= value <= end and (value - start).days <= 1


def _against_words(words: str, value: str, iso: re.Match, published: dt.date | None, basis: str) -> Iterator[str]:
    low, day = words.lower(), _day(value) if iso["day"] else None
    months = [
        month for month in _MONTHS if re.search(rf"\b{month}(?:[a-z]{{0,6}})\b\.?", low) and _is_month(words, month)
    ]
    named = [name for name in _WEEKDAYS if name in low]
    if "midnight" in low and day and "T00:00" in value and _WEEKDAYS[day.weekday()] not in named:
        day -= dt.timedelta(days=1)  # the midnight at the end of the day
    if named and day and not months and _WEEKDAYS[day.weekday()] not in named:
        yield f"{value} is a {day:%A}, the words are {words!r}"
    years = re.findall(r"\b((?:1[5-9]|20)\d\d)s?\b", words)
    if years and iso["year"] and iso["year"] not in years:
        yield f"{value} has another year than {words!r}"
    if basis == "stated" and not years and not re.search(rf"\b{value}\b", words):
        yield f"stated, but {words!r} is no full date"
    if months and iso["month"] and _MONTHS[int(iso["month"]) - 1] not in months:
        yield f"{value} has another month than {words!r}"
    numbers_there = [int(m[2] or m[3]) for m in _MONTH_DAY.finditer(words)]
    if numbers_there and day and day.day not in numbers_there:
        yield f"{value} has another day than {words!r}"
    for word, shift in (("yesterday", -1), ("today", 0), ("tonight", 0), ("tomorrow", 1)):
        if re.search(rf"\b{word}\b", low) and day and published and day != published + dt.timedelta(days=shift):
            yield f"{value} is not {word}, counted from {published}"


def _is_month(words: str, month: str) -> bool:
    return month != "may" or bool(re.search(r"\bMay\b", words))


_HINTS = {
    "computed": r"all but",
    "about": r"about|around|roughly|approximately|nearly|almost|some|estimated|close to|circa|or so|or two|maybe|perhaps|possibly|probably|presumably|conceivably|~|just (?:over|under)|more or less"
    r"|dozens|scores|hundreds|thousands|millions|billions|few|several|many|in the region of",
    "at_least": r"at least|more than|over|no (?:fewer|less) than|exceed|upwards? of|or more|minimum|above|\+"
    r"|\w{3,}er than|as (?:few|little) as",
    "at_most": r"at most|up to|as much as|less than|under|fewer than|no more than|maximum|as (?:many|long|far|high|deep|tall) as|within|below|nearly|almost|not more|\w{3,}er than",
}


def _quantities(brief: Json) -> Iterator[str]:
    text, furniture = brief["article"]["text"], brief["article"].get("boilerplate", ())
    for e, event in enumerate(brief.get("events", ())):
        for number, one in enumerate(event.get("quantities", ())):
            path, span = f"events[{e}].quantities[{number}]", one["span"]
            if any(block["start"] <= span["start"] and span["end"] <= block["end"] for block in furniture):
                yield f"{path}.span: is boilerplate"
            # It may stand outside the cited sentences: what stands in the story is delivered as answered, and its span says where.
            around = text[max(0, span["start"] - 40) : span["end"] + 20]
            told = [
                *amounts(span["text"]),
                *([1.0] if re.search(r"(?i)\b(?:an?|another|ein\w*)\b", span["text"]) else ()),
            ]
            if one.get("value") is not None and not any(abs(one["value"] - n) < 1e-9 * max(1, n) for n in told):
                yield f"{path}.value: {one['value']} is not the number in {span['text']!r}"
            if one.get("high") is not None and one["high"] not in amounts(span["text"]):
                yield f"{path}.high: {one['high']} is not a number in {span['text']!r}"
            for word in re.findall(r"\S*[\w]+\S*", one.get("role") or ""):
                bare, (count, _, unit) = word.strip(_OUTER), word.strip(_OUTER).partition("-")
                counted = unit and set(numbers(count)) <= set(numbers(text)) and share_of_stems(unit, text) == 1
                if (
                    any(c.isupper() or c.isdigit() for c in word)
                    and not counted
                    and not has_words(text, bare, name=False)
                ):
                    yield f"{path}.role: {word!r} is not in the article"
            if one.get("kind") == "percent" and not re.search(r"(?i)%|per ?cent|percentage|point", around):
                yield f"{path}.kind: percent, but {span['text']!r} is none"
            hint = _HINTS.get(one.get("modifier", "exact"))
            if hint and not re.search(rf"(?i)(?<!\w)(?:{hint})", around):
                yield f"{path}.modifier: no word says {one['modifier']}"
            unit = one.get("unit") or ""
            before, behind = text[: span["start"]], text[span["end"] :]
            age = unit == "years" and (before.endswith("aged ") or (before.endswith(", ") and behind.startswith(",")))
            clock = unit == "seconds" and ":" in span["text"]
            if re.fullmatch(r"[a-z]{4,}", unit) and not age and not clock and share_of_stems(unit, text) < 1:
                yield f"{path}.unit: {unit!r} is not in the article"


_FAILURE = re.compile(r"(?i)fail|budget|deadline|refus|unavailable|truncat|invalid_reply|reply_invalid|timeout")


def _outcome(brief: Json) -> Iterator[str]:
    failed = [p for p in brief.get("problems", ()) if p["resolution"] == "unresolved" and _FAILURE.search(p["kind"])]
    if failed and brief.get("complete", True):
        yield f"complete: true although {failed[0]['step']} failed ({failed[0]['kind']})"
    if not brief.get("complete", True) and not brief.get("problems"):
        yield "complete: false, and no problem says why"
