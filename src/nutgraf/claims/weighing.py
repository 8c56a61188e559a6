"""A statement against the articles that have most of it, by rules: which of them decides, and what stands in none.

What one article does not know another may say: a name, number or time word is invented only where all of them lack it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from nutgraf.article import Article
from nutgraf.checking.rules.weigh import Finding, Outcome, Weighed, weigh
from nutgraf.claims.doubts.core import Core
from nutgraf.claims.doubts.look import doubts
from nutgraf.claims.index import Found, Index
from nutgraf.reading.languages.detect import reads_as_english
from nutgraf.reading.reading import Reading, read

_NOWHERE = frozenset({"invented_name", "invented_number", "invented_time"})
"""Rules that refute what stands nowhere in an article."""
_NOT_HERE = frozenset({"another_story", "name_in_small_letters", "altered_quotation"})
"""One about words that hardly any sentence has: what nothing resembles is not found here, and not refuted. One for titles
without capitals, which takes any word for a name. And one about quotations, which are held against every article here."""
_RANK: dict[Outcome, int] = {"worded": 0, "open": 1, "refuted": 2}
_WIDE = 8
"""Sentences among which a verb told otherwise must not stand before it counts as contradicted."""
_SHARED = 2
_SINGLE = 0.5
"""The share of a statement that one sentence carries where it tells what that sentence tells, and does not sum up many."""
_LEAST_SHARE = 0.35
"""The share of a statement that its sentences carry from which a verb told otherwise is the same deed's."""


@dataclass(frozen=True, kw_only=True)
class Held(Weighed):
    """What the rules say of a statement, and by which article."""

    article: int | None
    """Which article decides, counted from 0; None where none resembles the statement."""

    def having(self, *findings: Finding | None) -> Held:
        """The same with further findings, where there are any."""
        more = tuple(one for one in findings if one is not None)
        return replace(self, findings=(*self.findings, *more)) if more else self

    @property
    def deciding(self) -> tuple[Finding, ...]:
        """The findings that the outcome comes from."""
        return tuple(one for one in self.findings if one.outcome == self.outcome)


def held(words: str, found: Sequence[Found], index: Index) -> Held:
    """Hold a statement against the articles found for it; of those that have most of it the one that bears it out best counts."""
    near = [one for one in found if one.resembles]
    each = [(one, _weighed(words, one, index)) for one in near]
    nowhere = _nowhere(words, found, [weighed for _, weighed in each], index)
    if not each:
        reason = "no sentence of the articles resembles it"
        return Held((*nowhere, Finding("not_found", "open", reason)), (), article=None)
    ranked = [(_local(words, one, weighed, index), one, weighed) for one, weighed in each]
    findings, one, weighed = min(ranked, key=lambda row: (_worst(row[0]), len(row[0])))
    return Held((*nowhere, *findings), weighed.evidence, weighed.verbatim, article=one.article)


def _local(words: str, found: Found, weighed: Weighed, index: Index) -> tuple[Finding, ...]:
    """The findings that one article decides: all but those about what stands nowhere in it, and whether its words belong together."""
    findings = _of_it(weighed)
    reading = index.readings[found.article]
    if weighed.verbatim or not reads_as_english(reading.article.text):
        return findings
    dense = found.core_share < _SINGLE
    core = Core(words, reading.sentence_span(found.core), weighed.evidence, reading, dense)
    known = {one.rule for one in findings}
    return (*findings, *(one for one in doubts(core) if one.rule not in known))


def _of_it(weighed: Weighed) -> tuple[Finding, ...]:
    left_out = _NOWHERE | _NOT_HERE
    findings = (one for one in weighed.findings if one.rule not in left_out)
    return tuple(one for one in findings if one.outcome == "refuted" or not weighed.verbatim)


def _worst(findings: Iterable[Finding]) -> int:
    return max((_RANK[one.outcome] for one in findings), default=0)


def _weighed(words: str, found: Found, index: Index) -> Weighed:
    """Weighed by the sentences found; what they contradict is looked for in the sentences around that tell of it too."""
    reading, evidence = index.readings[found.article], index.spans(found)
    weighed = weigh(words, evidence, reading)
    against = [one for one in _of_it(weighed) if one.outcome == "refuted"]
    if not against:
        return weighed
    wider = index.sharing(words, found.article, least=_SHARED, most=_WIDE)
    spans = {span.start: span for span in (*evidence, *map(reading.sentence_span, wider))}
    again = weigh(words, tuple(spans[start] for start in sorted(spans)), reading)
    still = {one.rule for one in again.findings if one.outcome == "refuted"}
    kept = tuple(
        one
        if one not in against or (one.rule in still and found.share >= _LEAST_SHARE)
        else replace(one, outcome="open")
        for one in weighed.findings
    )
    return replace(weighed, findings=kept)


def _nowhere(words: str, found: Sequence[Found], each: Sequence[Weighed], index: Index) -> tuple[Finding, ...]:
    """The names, numbers and time words that no article has in any form."""
    if each and not any(one.rule in _NOWHERE for one in each[0].findings):
        return ()
    near = tuple(one.article for one in found) or (0,)
    holding = index.holding(words, besides=near)
    articles = tuple(dict.fromkeys((*near, *holding)))
    if len(articles) == 1 and each:
        return _in_none(each[0].findings)
    joined = _joined(tuple(index.readings[at].article for at in articles))
    starts = dict(zip(articles, joined.starts, strict=True))
    spans = [
        joined.reading.span(starts[one.article] + span.start, starts[one.article] + span.end)
        for one in found
        for span in index.spans(one)
    ]
    if not spans:
        if not joined.reading.sentences:
            return ()
        spans = [joined.reading.sentence_span(1)]
    return _in_none(weigh(words, sorted(spans, key=lambda span: span.start), joined.reading).findings)


def _in_none(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(one for one in findings if one.rule in _NOWHERE and one.outcome == "refuted")


@dataclass(frozen=True)
class _Joined:
    """Several articles as one, to ask what stands in none of them."""

    reading: Reading
    starts: tuple[int, ...]


def _joined(articles: tuple[Article, ...]) -> _Joined:
    return _joined_texts(tuple((one.text, one.title or "") for one in articles), articles[0].published)


@lru_cache(maxsize=16)
def _joined_texts(texts: tuple[tuple[str, str], ...], published: object) -> _Joined:
    starts, at = list[int](), 0
    for text, _ in texts:
        starts.append(at)
        at += len(text) + 2
    title = "\n".join(title for _, title in texts if title)
    article = Article.model_validate(
        {"text": "\n\n".join(text for text, _ in texts), "title": title or None, "published": published}
    )
    return _Joined(read(article), tuple(starts))
