"""`nutgraf.check`: a text that somebody wrote in, a report on each of its statements out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Unpack

from nutgraf.article import Article
from nutgraf.checking.rules.claim import Finding
from nutgraf.claims.facts import Facts
from nutgraf.claims.index import Found, Index
from nutgraf.claims.quotations import findings, quotations_in
from nutgraf.claims.sources import sources_of
from nutgraf.claims.statements import Part, parts_of, read_text
from nutgraf.claims.telling import Looked, not_invented
from nutgraf.claims.unworded import not_worded, problem_of
from nutgraf.claims.voices import Voices
from nutgraf.claims.weighing import Held, held
from nutgraf.errors import ConfigurationError
from nutgraf.reading.reading import Reading
from nutgraf.results import Evidence, Fact, Report

if TYPE_CHECKING:
    from nutgraf.asking.judging import Ruling
    from nutgraf.claims.judging import Judged
    from nutgraf.settings import Options


def check(
    text: str | Article | object,
    articles: Iterable[Article | str | object] | Article | str,
    *,
    model: str | None = None,
    **settings: Unpack[Options],
) -> Report:
    """Hold a text that anyone wrote, a person or a model, against articles: each sentence with its verdict and evidence.

    Needs no model. Code finds the sentences that carry each statement over all articles; rules compare names, numbers, times,
    negations, quotations and whose word it is. They refute with proof alone, and what they can't prove is open. A model that
    is named judges what rules neither refute nor find verbatim, many statements in one request.

    Args:
        text: what somebody wrote; an `Article` where its day of publication should count.
        articles: what it is held against: articles, texts, whatever `Article.from_object` takes, the rows of a DataFrame; or
            one of them.
        model: a model that judges, as for `summarize`; None asks nobody.
        **settings: of the model, as for `Summarizer`: base_url, api_key, cache, budget, deadline …

    Raises:
        ArticleError: a text without a statement, no articles, or one that is none (the message says which, counted from 1).
        ConfigurationError: settings without a model, a model that can't judge, or what the endpoint refuses.
    """
    if model is None and settings:
        raise ConfigurationError(
            f"{', '.join(sorted(settings))} without a model: name model=… that judges the statements"
        )
    told = read_text(text)
    parts = parts_of(told)
    sources = sources_of(articles)
    if model is None:
        index = Index(sources)
        return _report(told, index, _Looking(told, index).at(parts))
    from nutgraf.claims.judging import judged
    from nutgraf.desk import judge_desk
    from nutgraf.settings import Settings

    desk = judge_desk(Settings(model=model, **settings))
    index = Index(sources)
    looked = _Looking(told, index).at(parts)
    return _report(told, index, looked, judged(looked, told, index, desk))


def _report(told: Reading, index: Index, looked: Sequence[Looked], judged: Judged | None = None) -> Report:
    rulings: Mapping[int, Ruling] = judged.rulings if judged else {}
    off = problem_of(index.readings)
    report = Report(
        text=told.article.text,
        statements=tuple(one.ruled(rulings.get(at)).told() for at, one in enumerate(looked)),
        articles=tuple(reading.article for reading in index.readings),
        problems=() if off is None else (off,),
    )
    if judged is None:
        return report
    problems = (*report.problems, *judged.problems)
    return report.model_copy(update={"model": judged.model, "problems": problems, "usage": judged.usage})


class _Looking:
    """Statement by statement: evidence, what the rules say, facts, quotations, whose word it is."""

    def __init__(self, text: Reading, index: Index) -> None:
        self._text = text
        self._index = index
        self._facts = Facts(text, index)
        self._voices = Voices(text, index.readings)

    def at(self, parts: Sequence[Part]) -> list[Looked]:
        """What is found about each."""
        return [self._one(part) for part in parts]

    def _unworded(self, part: Part, facts: Sequence[Fact], found: Sequence[Found], weighed: Held) -> Iterator[Finding]:
        """What keeps it open in a language whose wording no rule weighs: there nothing else tells of it."""
        deciding = next((one for one in found if one.article == weighed.article), None)
        looked = found if deciding is None else (deciding,)
        near = [self._index.readings[one.article] for one in looked] or [self._text]
        if weighed.verbatim or any(reading.spoken_in.worded for reading in near):
            return
        missing = [fact for fact in facts if not fact.stands]
        for fact in missing:
            yield Finding(f"{fact.kind}_not_found", "open", f"no article has the {fact.kind} {fact.span.text!r}")
        if deciding is not None:
            more = not_worded(part.words, deciding, self._index)
            yield from (one for one in more if not missing or one.rule != "number_from_elsewhere")

    def _one(self, part: Part) -> Looked:
        index = self._index
        found = index.find(part.words)
        weighed = held(part.words, found, index)
        near = tuple(dict.fromkeys(one.article for one in found))
        if weighed.article is not None:
            near = (weighed.article, *(at for at in near if at != weighed.article))
        facts = self._facts.of(part, near, weighed.evidence)
        quotes = quotations_in(part, self._text, near, index)
        voice = self._voices.of(part, weighed)
        evidence = [] if weighed.article is None else [(weighed.article, weighed.evidence)]
        evidence += [
            (one.article, index.spans(one)) for one in found if one.resembles and one.article != weighed.article
        ]
        return Looked(
            part,
            not_invented(weighed, facts).having(
                *findings(quotes), voice.finding, *self._unworded(part, facts, found, weighed)
            ),
            tuple(Evidence(article=index.readings[at].article.key, spans=spans) for at, spans in evidence),
            facts,
            quotes,
            voice.according_to,
        )
