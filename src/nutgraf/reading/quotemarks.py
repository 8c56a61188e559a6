"""Quotation marks in pairs: the segments of an article that stand inside marks, with exact offsets.

Pairing starts afresh at each paragraph. Curly, German, French and CJK marks tell opening from closing and are
matched with a stack; straight and left-over marks are matched at least cost, so that an inch mark or a slip
costs itself and not the rest of the paragraph; single marks are told from apostrophes last.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from nutgraf.reading.parts import MarkStyle, NoSpeech, Offsets, Segment
from nutgraf.reading.sentences import split_paragraphs

_MARK = re.compile("``|''|[\"＂“”„‟«»‹›「」『』'’‘‚]")
_SINGLES = frozenset("'’‘‚")
_STYLES: dict[str, MarkStyle] = {
    **dict.fromkeys('"＂', "straight"),
    **dict.fromkeys(("``", "''"), "straight"),
    **dict.fromkeys("“”‟", "curly"),
    **dict.fromkeys("„", "german"),
    **dict.fromkeys("«»‹›", "guillemets"),
    **dict.fromkeys("「『", "cjk"),
    **dict.fromkeys("'’‘‚", "single"),
}
_CLOSED_BY = {"“": "”", "”": "”", "‟": "”“", "„": "“”", "«": "»", "»": "«", "‹": "›", "›": "‹", "「": "」", "『": "』"}
_BEFORE_OPENING = frozenset("([{—–-/“„«‹「‘¿¡=|>*_")
_BEFORE_CLOSING = frozenset(',.!?…;:)]}”"»—')
_AFTER_CLOSING = frozenset(",;:.!?…)]}—–-/”»›」’*_<|=")
_FEET_AND_INCHES = re.compile(r"\d['’′]\s?\d{1,2}$")
_DROPPED = re.compile(r"[^\W\d_]in$|\bO$")
_ELIDED = re.compile(
    r"(?:\d\ds?|em|til|till|tis|twas|twere|twill|cause|coz|cuz|n|bout|round|nuff|neath|gainst|er|im|s|t|d|ll|re|ve|m)(?!\w)",
    re.IGNORECASE,
)


class _Mark(NamedTuple):
    start: int
    glyph: str
    opens: float  # cost of reading it as an opening mark
    closes: float  # cost of reading it as a closing mark
    skips: float  # cost of reading it as no quotation mark at all

    @property
    def end(self) -> int:
        return self.start + len(self.glyph)


class _Pair(NamedTuple):
    opening: _Mark
    closing: _Mark | None  # None: open to the end of the paragraph


def pair_marks(text: str, body: Sequence[Offsets]) -> tuple[Segment, ...]:
    """The quoted segments of an article, in order, as m1, m2 …; they never overlap.

    A nested quotation is part of its outer segment. A mark without a partner opens a segment (`closed` is
    False, to the end of its paragraph) where the next paragraph opens with a mark again or the words look like
    speech; otherwise it is ignored, as are apostrophes and marks for feet and inches.

    Args:
        text: the article's text.
        body: offsets of the parts to look at (the text less dateline and boilerplate), in order.
    """
    paragraphs = split_paragraphs(text, body)
    segments: list[Segment] = []
    unclosed: str | None = None
    for index, (start, end) in enumerate(paragraphs):
        following = text[paragraphs[index + 1][0]] if index + 1 < len(paragraphs) else ""
        goes_on: str | None = None
        for pair in _pairs(text, start, end, following):
            segment = _segment(text, f"m{len(segments) + 1}", pair, start, end)
            if unclosed and segment.outer_start == start:
                segment = replace(segment, continues=unclosed, no_speech=None)
            segments.append(segment)
            goes_on = None if segment.closed else segment.id
        unclosed = goes_on
    return tuple(segments)


def _segment(text: str, name: str, pair: _Pair, start: int, end: int) -> Segment:
    opening, closing = pair.opening, pair.closing
    style: MarkStyle = _STYLES[opening.glyph]
    if closing is None:
        return Segment(name, opening.end, end, opening.start, end, style, closed=False)
    segment = Segment(name, opening.end, closing.start, opening.start, closing.end, style)
    reason = _no_speech(text, segment, start, end)
    return replace(segment, no_speech=reason) if reason else segment


# --------------------------------------------------------------------------------------------- pairing


def _pairs(text: str, start: int, end: int, following: str) -> list[_Pair]:
    """The outermost pairs of one paragraph; `following` is the next paragraph's first character."""
    doubles: list[_Mark] = []
    singles: list[_Mark] = []
    for found in _MARK.finditer(text, start, end):
        glyph = found.group()
        if glyph not in _SINGLES:
            if (mark := _double(text, found.start(), glyph, start, end)) is not None:
                doubles.append(mark)
        elif (mark := _single(text, found.start(), glyph, start, end)) is not None:
            singles.append(mark)
    if not doubles and not singles:
        return []
    pairs = _double_pairs(text, doubles, start, end, following) if doubles else []
    pairs = _with_singles(text, (start, end), pairs, singles, following) if singles else pairs
    return [pair for pair in pairs if text[pair.opening.end : pair.closing.start if pair.closing else end].strip()]


def _sides(text: str, at: int, size: int, start: int, end: int) -> tuple[str, str, bool]:
    """The characters left and right of a mark (a space at the paragraph's ends); does a mark of the end follow?"""
    left = text[at - 1] if at > start else " "
    right = text[at + size] if at + size < end else " "
    beyond = text[at + size + 1] if at + size + 1 < end else " "
    return left, right, right in ",;:)" or (right in ".!?" and (beyond.isspace() or beyond in ')"”'))


def _double(text: str, at: int, glyph: str, start: int, end: int) -> _Mark | None:
    left, right, ended = _sides(text, at, len(glyph), start, end)
    inches = left.isdigit()
    if inches and _FEET_AND_INCHES.search(text[max(start, at - 6) : at]):
        return None
    opens = closes = 0.5
    if (left.isspace() or left in _BEFORE_OPENING) and not right.isspace():
        opens, closes = (2.0, 0.0) if ended else (0.0, 2.0)
    elif not left.isspace() and (right.isspace() or right in _AFTER_CLOSING):
        opens, closes = 2.0, 0.0
    elif left in ".,!?…":
        opens, closes = 0.6, 0.4
    elif left.isspace() and right.isspace():
        opens, closes = 0.5, 0.5
    skips = 0.5 if inches else 3.0
    if glyph in ("“", "„", "‟", "``"):
        closes = 9.0 if glyph in "„``" else closes + 1.5 if closes < opens else 6.0
        opens = 0.0
    elif glyph == "”":
        opens = opens + 1.5 if opens < closes else 6.0
        closes = 0.0
    return _Mark(at, glyph, opens, closes, skips)


def _double_pairs(text: str, marks: list[_Mark], start: int, end: int, following: str) -> list[_Pair]:
    matched, rest = _by_direction(marks)
    pairs: list[_Pair] = []
    inside: list[_Mark] = []
    loose: list[_Mark] = []
    at = 0
    for pair in [*matched, None]:
        while at < len(rest) and (pair is None or rest[at].start < pair.opening.start):
            loose.append(rest[at])
            at += 1
        if pair is None or pair.closing is None:
            break
        inside = []
        while at < len(rest) and rest[at].start < pair.closing.start:
            inside.append(rest[at])
            at += 1
        # `“A," he said, "B.”`: what lies between the inner marks is not quoted, so the outer ones are no pair.
        if len(inside) > 1 and inside[0].closes < inside[0].opens and inside[-1].opens < inside[-1].closes:
            loose.extend((pair.opening, *inside, pair.closing))
        else:
            pairs.append(pair)
    goes_on = bool(following) and following in '"“„«»「『‟＂`'
    last = pairs[-1].opening.start if pairs else start
    for pair in _cheapest(loose, 1.0 if goes_on else 2.5):
        lone = pair.closing is None
        if not lone or (pair.opening.start >= last and _runs_on(text, pair.opening, start, end, goes_on=goes_on)):
            pairs.append(pair)
    return _outermost(pairs)


def _outermost(pairs: list[_Pair]) -> list[_Pair]:
    """Pairs in order, without those inside another."""
    outer: list[_Pair] = []
    reach = -1
    for pair in sorted(pairs, key=lambda pair: pair.opening.start):
        if pair.opening.start >= reach:
            outer.append(pair)
            reach = pair.closing.end if pair.closing else pair.opening.start
    return outer


def _by_direction(marks: list[_Mark]) -> tuple[list[_Pair], list[_Mark]]:
    """Outermost pairs of marks that show their direction, and the marks that found no partner."""
    stack: list[_Mark] = []
    pairs: list[_Pair] = []
    rest: list[_Mark] = []
    for mark in marks:
        if mark.glyph not in "“”„‟«»‹›「」『』":
            rest.append(mark)
            continue
        partner = next((n for n in range(1, min(4, len(stack)) + 1) if _closes(mark, stack[-n])), 0)
        if partner:
            rest.extend(m for m in stack[len(stack) - partner + 1 :] if m.glyph in "“”„‟")
            opening = stack[-partner]
            del stack[-partner:]
            while pairs and pairs[-1].opening.start > opening.start:
                pairs.pop()
            pairs.append(_Pair(opening, mark))
        elif mark.glyph in _CLOSED_BY and (mark.opens <= mark.closes):
            stack.append(mark)
        elif mark.glyph in "“”„‟":
            rest.append(mark)
    rest.extend(mark for mark in stack if mark.glyph in "“”„‟«")
    rest.sort(key=lambda mark: mark.start)
    return pairs, rest


def _closes(mark: _Mark, opening: _Mark) -> bool:
    # `»A« og »B«` and `«A «B» C»`: a guillemet that stands like an opening one opens.
    return mark.glyph in _CLOSED_BY[opening.glyph] and not (mark.glyph in "«»‹›" and mark.opens < mark.closes)


def _cheapest(marks: list[_Mark], left_open: float) -> list[_Pair]:
    """Read each mark as opening, closing or nothing, at the least total cost (one pass, two states)."""
    infinite = float("inf")
    closed, opened = 0.0, infinite
    steps: list[tuple[bool, bool]] = []
    for mark in marks:
        skip = mark.skips
        # Leaving out a plain opening mark while a quotation is open is the worse reading.
        skip_inside = skip + 0.5 if mark.opens < mark.closes else skip
        by_closing, by_opening = opened + mark.closes, closed + mark.opens
        ends, begins = by_closing < closed + skip, by_opening <= opened + skip_inside
        steps.append((ends, begins))
        closed, opened = (
            by_closing if ends else closed + skip,
            by_opening if begins else opened + skip_inside,
        )
    pairs: list[_Pair] = []
    inside = opened + left_open < closed
    closing: _Mark | None = None
    for mark, (ends, begins) in zip(reversed(marks), reversed(steps), strict=True):
        if inside and begins:
            pairs.append(_Pair(mark, closing))
            inside, closing = False, None
        elif not inside and ends:
            inside, closing = True, mark
    pairs.reverse()
    return pairs


_FOUR_WORDS = re.compile(r"\W*\w[\w'’-]*(?:\W+\w[\w'’-]*){3}")
_SPEECH_BEFORE = re.compile(r"(?:[,:]|\b(?:said|says|wrote|added|replied|asked|told \w+))\s*$")


def _runs_on(text: str, mark: _Mark, start: int, end: int, *, goes_on: bool) -> bool:
    """Is this lone opening mark a quotation that goes on in the next paragraph, or speech whose closing mark was lost?"""
    if not _FOUR_WORDS.match(text, mark.end, end):
        return goes_on and mark.end < end and mark.start == start
    return goes_on or mark.start == start or bool(_SPEECH_BEFORE.search(text[max(start, mark.start - 24) : mark.start]))


# ---------------------------------------------------------------------------------------- single marks


def _single(text: str, at: int, glyph: str, start: int, end: int) -> _Mark | None:
    """A single mark that may open or close; None for an apostrophe inside a word."""
    left, right, ended = _sides(text, at, 1, start, end)
    if left.isalnum() and right.isalnum():
        return None
    opens = closes = 9.0
    if glyph in "'‘‚" and (left.isspace() or left in _BEFORE_OPENING or left == '"') and not right.isspace():
        if right not in "'’" and not ended and not _ELIDED.match(text, at + 1, min(end, at + 10)):
            opens = 0.0
    elif glyph in "'’‘" and not left.isspace() and left not in _BEFORE_OPENING and not right.isalnum():
        sure = left in _BEFORE_CLOSING
        closes = 0.0 if sure else 2.0 if _may_be_apostrophe(text, at, start, end) else 1.0
    return None if opens == closes else _Mark(at, glyph, opens, closes, 0.0)


def _may_be_apostrophe(text: str, at: int, start: int, end: int) -> bool:
    """Is the mark after a letter or digit perhaps a possessive (`the boys' club`), a foot mark or a dropped g?"""
    following = text[at + 1 : min(end, at + 3)]
    if text[at - 1].isdigit():
        return True
    if text[at - 1] in "sSzx":
        # A possessive stands before the noun it belongs to.
        return following[:1].isspace() and following[1:] not in {"—", "–", "-", "("}
    return _DROPPED.search(text[max(start, at - 4) : at]) is not None


def _with_singles(
    text: str, paragraph: Offsets, doubles: list[_Pair], marks: list[_Mark], following: str
) -> list[_Pair]:
    """Add the pairs of single marks that stand outside the double ones, or around them."""
    start, end = paragraph
    outside = list(_outside(marks, doubles, end))
    openings = [pair.opening.start for pair in doubles]
    found: list[_Pair] = []
    at = 0
    while at < len(outside):
        opening = outside[at]
        at += 1
        if opening.opens > 0:
            continue
        closing = _single_closing(text, outside, at)
        if closing is None:
            alone = opening.start == start and opening.glyph == following and not doubles and not found
            if alone and _FOUR_WORDS.match(text, opening.end, end):
                return [_Pair(opening, None)]
            continue
        if _acceptable(text, opening, outside[closing], start, openings):
            found.append(_Pair(opening, outside[closing]))
            at = closing + 1
    return _outermost([*doubles, *found]) if found else doubles


def _outside(marks: list[_Mark], doubles: list[_Pair], end: int) -> Iterator[_Mark]:
    at = 0
    for mark in marks:
        while at < len(doubles) and (doubles[at].closing.end if doubles[at].closing else end) <= mark.start:  # type: ignore[union-attr]
            at += 1
        if at == len(doubles) or mark.start < doubles[at].opening.start:
            yield mark


def _single_closing(text: str, marks: list[_Mark], at: int) -> int | None:
    """Index of the mark that closes: the first sure one before another opens, else the first possible one."""
    weak: int | None = None
    opening = marks[at - 1]
    for index in range(at, len(marks)):
        mark = marks[index]
        if mark.opens == 0:
            break
        if opening.glyph == "'" and mark.glyph != "'":
            continue
        if mark.closes < 2:
            return index
        if weak is None:
            weak = index
    near = weak is not None and (
        opening.glyph != "'" or _FOUR_WORDS.match(text, opening.end, marks[weak].start) is None
    )
    return weak if near else None


def _acceptable(text: str, opening: _Mark, closing: _Mark, start: int, doubles: list[int]) -> bool:
    if bisect_left(doubles, opening.start) == bisect_left(doubles, closing.start):
        return True
    last = text[closing.start - 1]
    # Single marks around double ones: only where they plainly hold speech ('He said "no" to me,' she said).
    before = text[max(start, opening.start - 2) : opening.start].rstrip()
    return closing.closes == 0 and last in ',.!?…”"' and (not before or before[-1] in ",.:;!?—")


# ------------------------------------------------------------------------------- words that are no speech


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORK = (
    r"(?:film|movie|book|novel|memoir|song|album|single|track|series|show|play|musical|opera|documentary|article|report|essay|poem|"
    r"painting|episode|programme|program|game|exhibition|podcast|column|editorial|magazine|thesis|paper|sculpture|ballet|symphony|"
    r"sitcom|comedy|drama|sequel|trilogy|anthology|mixtape|hit|blockbuster|soap|cartoon|comic|manga|anime|ballad|hymn|anthem)s?"
)
_WORK_ALONE = re.compile(_WORK)
_WORK_BEFORE = re.compile(
    rf"\b{_WORK},?\s+(?:(?:is|was|are|were)\s+)?(?:(?:en)?titled\s+|called\s+|named\s+)?$", re.IGNORECASE
)
_TITLED_BEFORE = re.compile(r"\b(?:(?:en|re)?titled|headlined|subtitled)\s+$", re.IGNORECASE)
_NAMED_BEFORE = re.compile(
    r"\b(?:(?:re|nick|code|co-)?named|nicknamed|code-named|dubbed|christened|aka|a\.k\.a\.|alias|also known as|better known as|"
    r"(?<!was )(?<!is )(?<!been )(?<!were )(?<!are )(?<!he )(?<!she )(?<!they )called),?\s+$",
    re.IGNORECASE,
)
_WORK_AFTER = re.compile(rf"\s+{_WORK}\b(?!['’])", re.IGNORECASE)
_APPOSITION = re.compile(
    rf",?\s+(?:a|an|the|his|her|their|its)\s+(?:[\w'’-]+\s+){{0,3}}?{_WORK}(?:[,.]|\s(?:by|about|from|that|which|starring|on|in)\b)",
    re.IGNORECASE,
)
_NAMING = _words(
    "titled entitled retitled headlined subtitled named renamed nicknamed codenamed co-named code-named dubbed "
    "christened aka a.k.a. alias as called was is were are"
)
_SO_CALLED = re.compile(
    r"\b(?:so-called|so called|supposed|self-styled|self-described|self-proclaimed|purported)\s+$", re.IGNORECASE
)
_SMALL = _words(
    "a an and as at but by de del du en for from in into la le nor of on or per so the to up via von vs with y"
)
_TOKEN = re.compile(r"[^\W_][\w'’.&-]*")
_SENTENCE_END = re.compile(r"[a-z)\d]{2}[.!?][\"”’')]*\s+(?=[\"“‘'(]?[A-Z])")
_CLAUSE_STOP = re.compile(r"[.!?;:…]\s")
_SPEECH = _words(
    "say says said saying tell tells told telling call calls called calling describe describes described describing "
    "according ask asks asked asking add adds added adding write writes wrote written writing reply replies replied "
    "state states stated stating statement statements declare declares declared argue argues argued claim claims "
    "claimed claiming insist insists insisted warn warns warned warning accuse accuses accused accusing announce "
    "announces announced explain explains explained note notes noted admit admits admitted deny denies denied "
    "denying criticize criticizes criticized criticise criticises criticised condemn condemns condemned condemning "
    "denounce denounces denounced praise praises praised praising blame blames blamed dismiss dismisses dismissed "
    "dismissing reject rejects rejected label labels labeled labelled labelling brand brands branded refer refers "
    "referred referring characterize characterized characterise characterised urge urges urged demand demands "
    "demanded promise promises promised vow vows vowed pledge pledges pledged comment comments commented commenting "
    "remark remarks remarked quote quotes quoted quoting cite cites cited citing tweet tweets tweeted post posts "
    "posted posting express expresses expressed expressing suggest suggests suggested conclude concludes concluded "
    "believe believes believed believing think thinks thought feel feels felt hope hopes hoped fear fears feared "
    "consider considers considered view views viewed deem deemed deems report reports reported reporting reportedly "
    "allege alleges alleged allegedly assert asserts asserted complain complains complained speech speaking speak "
    "speaks spoke spoken interview interviewed letter email e-mail message messages word words term terms phrase "
    "testify testifies testified testimony acknowledge acknowledged mock mocked hail hailed hails slam slammed "
    "slams blast blasted lament lamented lambast lambasted concede conceded confirm confirmed emphasize emphasized "
    "stress stressed recall recalled joke joked quip quipped shout shouted shouting chant chanted chanting yell "
    "yelled scream screamed cry cried crying whisper whispered proclaim proclaimed predict predicted predicts "
    "reiterate reiterated respond responded response answer answered rule ruled ruling judge judged finding advise "
    "advised recommend recommended propose proposed apologise apologised apologize apologized thank thanked thanks "
    "vowing pledging urging deride derided decry decried find finds portray portrayed portraying liken likened "
    "termed talk talked talks talking mention mentioned mentions plead pleaded pleading charge charged welcome "
    "welcomed boast boasted caution cautioned teased remarking opinion spokesman spokeswoman spokesperson"
)


def _no_speech(text: str, segment: Segment, start: int, end: int) -> NoSpeech | None:
    """The reason why these words are surely no speech, if there is one."""
    if segment.end - segment.start > 90:
        return None
    inner = text[segment.start : segment.end].strip()
    words = _TOKEN.findall(inner.rstrip(".,"))
    if not words or len(words) > 10 or _CLAUSE_STOP.search(inner):
        return None
    before = text[max(start, segment.outer_start - 60) : segment.outer_start]
    after = text[segment.outer_end : min(end, segment.outer_end + 60)]
    if _is_title_case(words):
        naming = _names_something(before)
        if (naming and (_WORK_BEFORE.search(before) or _TITLED_BEFORE.search(before))) or _WORK_AFTER.match(after):
            return "title"
        # `"Titanic," the film by …`, but not `"Never," the film maker said`.
        if _APPOSITION.match(after) and not _speech_nearby(text, segment, start, end):
            return "title"
        if len(words) <= 5 and ((naming and _NAMED_BEFORE.search(before)) or _is_nickname(words, before, after)):
            return "name"
    plain = len(words) <= 3 and inner[-1].isalnum() and all(word[0].islower() for word in words)
    if plain and (_SO_CALLED.search(before) or (_qualifies(after) and not _speech_nearby(text, segment, start, end))):
        return "scare"
    return None


def _names_something(before: str) -> bool:
    """Is the last word before the mark one that may bring a title or a name? (A quick look before the slow one.)"""
    last = before.rstrip(" ,\u00a0").rpartition(" ")[2].lower()
    return last in _NAMING or _WORK_ALONE.fullmatch(last) is not None


def _is_title_case(words: list[str]) -> bool:
    return not words[0][0].islower() and all(not word[0].islower() or word in _SMALL for word in words[1:])


_NAME_END = re.compile(r"(?:^|\s)[A-Z][\w'’-]+\s$")
_NAME_START = re.compile(r"\s[A-Z][\w'’-]+")


def _is_nickname(words: list[str], before: str, after: str) -> bool:
    """`John "Jack" Smith`"""
    return len(words) <= 2 and bool(_NAME_END.search(before)) and bool(_NAME_START.match(after))


_NOT_A_NOUN = _words(
    "a about after against all also among an and are as at because been before but by can could despite during for "
    "from had has have he her his how if in into is it its like may might more must near not of off on or our over "
    "she should since so than that the their them then there these they this those through to toward towards under "
    "until up upon was were what when where whether which while who whom whose why will with within without would "
    "yet you your"
)
_NEXT_LOWER = re.compile(r"\s([a-z][\w'’-]*)")


def _qualifies(after: str) -> bool:
    """Do the quoted words stand before the noun they qualify (`"green" energy`)? A partial quotation seldom does."""
    found = _NEXT_LOWER.match(after)
    return found is not None and found.group(1) not in _NOT_A_NOUN


def _speech_nearby(text: str, segment: Segment, start: int, end: int) -> bool:
    """Is there any word of speech or judgement in the sentence around the segment?"""
    left = text[max(start, segment.outer_start - 300) : segment.outer_start]
    right = text[segment.outer_end : min(end, segment.outer_end + 300)]
    ends = [found.end() for found in _SENTENCE_END.finditer(left)]
    stop = _SENTENCE_END.search(right)
    around = (left[ends[-1] :] if ends else left) + " " + (right[: stop.end()] if stop else right)
    return any(word.lower() in _SPEECH for word in _TOKEN.findall(around))
