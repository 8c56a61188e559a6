"""What reading finds, before any model: plain values with offsets into the article's text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, TypeVar

from nutgraf.article import Span

if TYPE_CHECKING:
    from nutgraf.results import Quantity
    from nutgraf.results.happened import Modifier, QuantityKind
    from nutgraf.results.said import Stance

Made = TypeVar("Made")
Offsets = tuple[int, int]
"""A half-open range `[start, end)` of code points in the article's text."""


def text_before(text: str, at: int, most: int) -> str:
    """What stands before a place, at most so many characters of it."""
    return text[max(0, at - most) : at]


def overlap(one: Offsets, other: Offsets) -> bool:
    """Whether two ranges share a character."""
    return one[0] < other[1] and other[0] < one[1]


def less(place: Offsets, holes: Iterable[Offsets]) -> list[Offsets]:
    """What is left of a range between others that lie in it, in their order."""
    found: list[Offsets] = []
    at, end = place
    for hole in holes:
        if overlap(place, hole):
            found.append((at, max(at, hole[0])))
            at = max(at, hole[1])
    return [*found, (at, max(at, end))]


NoSpeech = Literal["title", "scare", "name"]
NameKind = Literal["person", "organization", "place", "other"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, numbered from 1 through the whole article; `paragraph` counts from 0.

    `text[start:end]` holds no leading or trailing white space, no dateline and no boilerplate.
    """

    number: int
    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Segment:
    """Words inside one pair of quotation marks, named m1, m2 … through the article.

    `start:end` lies inside the marks, `outer_start:outer_end` includes them. Nested quotations are part of
    their outer segment. `closed` is False where the closing mark is missing: a quotation that goes on in the
    next paragraph (which then opens with a mark again; its segment names this one in `continues`), or a
    slip (the segment ends with its paragraph).
    """

    id: str
    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool = True
    continues: str | None = None
    no_speech: NoSpeech | None = None
    """Set where a rule is sure that these words are no speech: the title of a work, a scare quote, a nickname."""


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name as it stands somewhere; `full` is the fullest form of it in the article."""

    start: int
    end: int
    text: str
    full: str
    kind: NameKind
    rule: str = field(default="", compare=False)
    """The rule that told its kind; "" where none did."""


class Story(NamedTuple):
    """A text with what tells who is meant in it."""

    text: str
    names: Sequence[Name]
    sentences: Sequence[Sentence]
    spoken: Sequence[Offsets] = ()
    """The words for those who say something, in order."""

    def speaking(self, low: int, high: int) -> Iterator[Offsets]:
        """The words for those who speak in a stretch, the last first."""
        for at in range(bisect_left(self.spoken, (high, 0)) - 1, -1, -1):
            if self.spoken[at][0] < low:
                return
            yield self.spoken[at]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what, by rule. `content` holds offsets inside the marks, or the reported clause.

    `sure` is True where the words beside the quotation leave no room for another speaker ("…," Umerov said);
    False for a speaker carried over from a sentence nearby. `speaker` is None where no rule found one.
    """

    segments: tuple[str, ...]
    """Ids of the quoted segments; empty for indirect speech."""
    sentence: int
    """Number of the sentence that holds the (first) content."""
    content: tuple[Offsets, ...]
    speaker: Offsets | None
    cue: Offsets | None
    addressee: Offsets | None = None
    sure: bool = False
    stance: Stance = "says"
    rule: str = ""
    """The rule that found the speaker; "" where none did."""
    verbatim: bool = False
    """Whether its words are the speaker's own though no marks stand around them: a line of a transcript."""
    clause: bool = True
    """Whether its words have a subject: no infinitive, and no "had been paid" whose subject stands before "who he said"."""


class Amount(NamedTuple):
    """What a rule of numbers yields: a quantity, or (kind None) that these numbers are none."""

    start: int
    end: int
    value: Decimal | None = None
    high: Decimal | None = None
    per: str | None = None
    unit: str | None = None
    kind: QuantityKind | None = None
    modifier: Modifier | None = None
    """None: the words before it tell."""
    used: int = 1
    """How many numbers of the text it holds."""
    rule: str = ""

    @property
    def says(self) -> str:
        """In a line what the number comes to: "15 to 20 % percent"."""
        if self.kind is None:
            return "no quantity"
        value = "?" if self.value is None else written(self.value)
        high = f"to {written(self.high)}" if self.high is not None else ""
        per = f"per {self.per}" if self.per else ""
        modifier = self.modifier if self.modifier != "exact" else ""
        return " ".join(part for part in (value, high, self.unit, per, self.kind, modifier) if part)

    def quantity(self, text: str) -> Quantity:
        """The result: values as written; no rule knows a role."""
        from nutgraf.results.happened import Quantity

        value, high = (None if number is None else float(number) for number in (self.value, self.high))
        return Quantity(
            span=Span(text=text[self.start : self.end], start=self.start, end=self.end),
            value=value,
            high=high,
            per=self.per,
            unit=self.unit,
            kind=self.kind or "count",
            modifier=self.modifier or "exact",
        )


class Over(Generic[Made]):
    """What of an article's findings shares a letter with a range `[start, end)`, in the article's order."""

    def __init__(self, found: tuple[Made, ...], places: Sequence[Name | Span | Segment]) -> None:
        """Takes the findings in order, none overlapping another, and where each stands."""
        self._found = found
        self._starts, self._ends = [place.start for place in places], [place.end for place in places]

    def __call__(self, start: int, end: int) -> tuple[Made, ...]:
        """Those that share a letter with this range."""
        return self._found[bisect_right(self._ends, start) : bisect_left(self._starts, end)]


def written(value: Decimal) -> str:
    """A value in digits, to four places."""
    text = f"{value:.4f}"
    return text.rstrip("0").rstrip(".")
