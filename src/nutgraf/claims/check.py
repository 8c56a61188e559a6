"""`nutgraf.check`: a text that somebody wrote in, a report on each of its statements out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Unpack

from nutgraf.article import Article
from nutgraf.claims.facts import Facts
from nutgraf.claims.index import Index
from nutgraf.claims.judging import Case, Judged, desk_of, judged
from nutgraf.claims.quotations import findings, quotations_in
from nutgraf.claims.sources import sources_of
from nutgraf.claims.statements import Part, parts_of, read_text
from nutgraf.claims.telling import Looked, reckoned
from nutgraf.claims.voices import Voices
from nutgraf.claims.weighing import held
from nutgraf.desk import Desk
from nutgraf.errors import ConfigurationError
from nutgraf.reading.reading import Reading
from nutgraf.reading.speech.speakers import resolve_speaker
from nutgraf.results import Evidence, Report
from nutgraf.settings import Options, Settings


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
    desk = None if model is None else desk_of(Settings(model=model, **settings))
    told = read_text(text)
    parts = parts_of(told)
    sources = sources_of(articles)
    index = Index(sources)
    looked = _Looking(told, index).at(parts)
    found = _judged(looked, told, index, desk) if desk else None
    rulings = found.rulings if found else {}
    return Report(
        text=told.article.text,
        statements=tuple(one.ruled(rulings.get(at)).told() for at, one in enumerate(looked)),
        articles=sources,
        **({"model": found.model, "problems": found.problems, "usage": found.usage} if found else {}),
    )


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

    def _one(self, part: Part) -> Looked:
        index = self._index
        found = index.find(part.words)
        weighed = held(part.words, found, index)
        near = tuple(
            dict.fromkeys([*([] if weighed.article is None else [weighed.article]), *(f.article for f in found)])
        )
        facts = self._facts.of(part, near, weighed.evidence)
        quotes = quotations_in(part, self._text, near, index)
        voice = self._voices.of(part, weighed)
        evidence = [] if weighed.article is None else [(weighed.article, weighed.evidence)]
        evidence += [
            (one.article, index.spans(one)) for one in found if one.resembles and one.article != weighed.article
        ]
        return Looked(
            part,
            reckoned(weighed, facts).having(*findings(quotes), voice.finding),
            tuple(Evidence(article=index.readings[at].article.key, spans=spans) for at, spans in evidence),
            facts,
            quotes,
            voice.according_to,
        )


def _judged(looked: Sequence[Looked], text: Reading, index: Index, desk: Desk) -> Judged:
    """Have judged what rules neither refute nor find word for word, and what has any evidence."""
    asked = [at for at, one in enumerate(looked) if one.evidence and one.verdict in ("worded", "open")]
    at_key = {reading.article.key: at for at, reading in enumerate(index.readings)}
    cases = [
        Case(_for_a_judge(looked[at].part, text), tuple((at_key[e.article], e.spans) for e in looked[at].evidence))
        for at in asked
    ]
    found = judged(cases, index, desk)
    return Judged({asked[n]: ruling for n, ruling in found.rulings.items()}, found.problems, found.usage, found.model)


_PRONOUN = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)


def _for_a_judge(part: Part, text: Reading) -> str:
    """The words, with whom their first pronoun means where the text's own sentences tell."""
    found = _PRONOUN.search(part.span.text)
    if found is None:
        return part.words
    place = part.span.start + found.start(), part.span.start + found.end()
    name = resolve_speaker(text.article.text, place, text.names, text.sentences)
    return f"{part.words} ({found[0].lower()}: {name})" if name and name not in part.words else part.words
