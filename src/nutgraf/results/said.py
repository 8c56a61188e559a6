"""What somebody says: quotations and their speakers, and what `verify` says of a quotation."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from nutgraf.article import Span
from nutgraf.results.fields import Filled, Words
from nutgraf.shown import Shown
from nutgraf.usage import Value

SpeakerKind = Literal["person", "organization", "group", "document", "unnamed"]
QuoteKind = Literal["direct", "mixed", "indirect"]
Stance = Literal["says", "denies", "asks", "orders", "doubts", "no_comment"]
"""What the speaker does with the content: *says* asserts it; *asks* puts a question; *orders* covers any request or urging."""
STANCES: dict[str, str] = {
    "denies": "denied",
    "asks": "asked",
    "orders": "urged",
    "doubts": "doubted",
    "no_comment": "not commented on",
}
"""What a speaker did with words that they did not assert."""
VerdictKind = Literal["exact", "typography", "case", "elided", "bracketed", "altered", "absent"]


class Speaker(Value):
    """Who said it (linguistics: the *source* of an attribution)."""

    name: Annotated[str | None, Words()]
    """The fullest form of the name that stands in the article; None when the speaker is unnamed."""
    mention: Annotated[Span | None, Filled] = None
    """The words beside the cue: "he", "Umerov", "a police official"; None where none stand in its sentence or that of the words."""
    title: Annotated[str | None, Words("titles")] = None
    """An office or occupation that the article gives beside the name: "Prime Minister"."""
    organization: Annotated[str | None, Words("bodies")] = None
    """The body that the article says the speaker speaks for or belongs to."""
    kind: SpeakerKind = "person"
    basis: Annotated[Literal["model", "rule"], Filled] = "model"
    """Who decided: the model's answer, or a rule over the words around the quotation."""

    def is_told_in(self, text: str) -> bool:
        """Whether a text names them in so many words: by the name, a person by the last of it."""
        name = told_name(self) or ""
        short = name.split()[-1] if self.kind == "person" and name else name
        return bool(short) and short.lower() in text.lower()


def told_name(speaker: Speaker | None) -> str | None:
    """The speaker's name, else the words that stand for it."""
    if speaker is None:
        return None
    return speaker.name or (speaker.mention.text if speaker.mention else None)


class Quote(Shown, Value):
    """Something that was said: words inside quotation marks, or a report of speech.

    `kind` is computed from the quotation marks: *direct* (a quoted clause), *mixed* (a quoted part of the
    reporter's sentence, or reported words with quoted ones among them: `in_own_words` tells the two apart), *indirect*
    (no marks: `content` is the sentence less its attribution).
    """

    id: Annotated[str, Filled] = ""
    kind: Annotated[QuoteKind, Filled]
    content: tuple[Span, ...]
    """The words said, in order: spans inside the marks, or the reported clause. Never empty."""
    speaker: Speaker | None
    cue: Annotated[Span | None, Words("cues")]
    """The reporting words: "said", "according to"; of words that stand apart from the first to the last, with what stands between:
    "ruled layoffs out", "wies die Kritik zurück"."""
    addressee: Annotated[str | None, Filled] = None
    """To whom, in the article's words: "reporters"; found by rule. A class of your own asks the model for it with
    `addressee: Annotated[str | None, Words()] = None`."""
    stance: Stance = "says"
    """What the speaker does with the content, by the cue's words where they settle it: what is denied is not said."""

    @property
    def text(self) -> str:
        """The words said; ` … ` stands where the article's attribution interrupts them."""
        return " … ".join(span.text for span in self.content)


_MARKS = re.compile(r"[\"“”„«»]|(?<!\w)['‘](?=\w)")


def in_own_words(quote: Quote) -> bool:
    """Whether the words are the speaker's to the letter: all of them stand inside marks.

    Of "the plan has a “strong rationale”" only some do: these are mixed, and the rest is the reporter's.
    """
    return own_words(quote.kind, quote.text)


def own_words(kind: str, text: str) -> bool:
    """The same of a quote's kind and the words said."""
    return kind == "direct" or (kind == "mixed" and not _MARKS.search(text))


def asserts(quote: Quote) -> bool:
    """Whether the words may stand under the speaker's name alone: their own inside marks, or what they assert.

    Of "denied that he “took bribes”" neither the clause nor the marked words may.
    """
    return quote.kind == "direct" or quote.stance not in ("denies", "doubts", "no_comment")


def told_as(quote: Quote) -> str:
    """The words with what the speaker did with them before them, unless they assert them: "denied: he took bribes"."""
    return f"{STANCES[quote.stance]}: {quote.text}" if quote.stance in STANCES else quote.text


class Verdict(Value):
    """Whether an article says what a quotation claims, where, and how the two differ."""

    quote: str
    verdict: VerdictKind
    spans: tuple[Span, ...] = ()
    quoted: bool = False
    """True when the words stand inside quotation marks in the article."""
    differences: tuple[str, ...] = ()
    """The words that differ, as "tanks → trucks"; empty unless altered."""

    @property
    def ok(self) -> bool:
        """True when the article says it: neither altered nor absent."""
        return self.verdict not in ("altered", "absent")
