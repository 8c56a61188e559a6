"""What a run would take, before it is paid for: requests, tokens, money - by rule of thumb, and at most."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from nutgraf.article import Article
from nutgraf.asking.budget.prices import Tariff
from nutgraf.asking.question.asked import Question
from nutgraf.counting import counted
from nutgraf.errors import ArticleError
from nutgraf.scaling.books import mark_of
from nutgraf.scaling.keys import Keys
from nutgraf.summarizer import Summarizer

CHARACTERS_A_TOKEN = 4
"""English prose and JSON in the tokenizers of today's models."""
ANSWERED = {"quotes": 1.5, "events": 2.6, "summary": 0.4}
"""Tokens of an answer for each of the article: what a strong model's answers to eleven articles took, written by hand."""
_OWN_PASS = 0.5
_SHOWN = 20
"""Refused inputs: enough to see what is wrong with an archive."""


@dataclass
class Estimate:
    """What the articles of a run would take. Answers in the cache cost nothing and stand apart.

    Attributes:
        articles: articles that can be read.
        unreadable: inputs that are none.
        known: articles that an earlier run was done with.
        requests: requests without those that repair an answer.
        cached_requests: questions whose answers are in the cache.
        prompt_tokens: by four characters a token.
        completion_tokens: by what careful answers took, pass by pass: 4.5 for each token of the article, all three asked.
        most_tokens: the most that can be: a careful count of the prompt, and every answer as long as allowed.
        cost_usd: what the tokens cost; None when nobody knows the price.
        most_usd: the most that the requests can cost, without repairs and retries.
        refused: the first inputs that are no articles, each with its place and the reason.
    """

    articles: int = 0
    unreadable: int = 0
    known: int = 0
    requests: int = 0
    cached_requests: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    most_tokens: int = 0
    cost_usd: float | None = None
    most_usd: float | None = None
    refused: list[tuple[str, ArticleError]] = field(default_factory=list)

    def __str__(self) -> str:
        lines = [
            counted(self.articles, "article")
            + (f", and {self.unreadable:,} that can't be read" * bool(self.unreadable))
            + (f"; {self.known:,} done before" * bool(self.known)),
            f"{counted(self.requests, 'request')}, besides {self.cached_requests:,} answered by the cache",
            f"about {self.prompt_tokens:,} prompt and {counted(self.completion_tokens, 'completion token')}, {self.most_tokens:,} at most",
        ]
        if self.cost_usd is None or self.most_usd is None:
            lines.append("the price of this model here is not known")
        else:
            cost, most = money(self.cost_usd), money(self.most_usd)
            lines.append(f"about {cost}, at most {most} (repairs, retries and a judge aside)")
        return "\n".join(lines)


def estimated(
    desk: Summarizer,
    articles: Iterable[Article | ArticleError],
    *,
    limit: int | None = None,
    done: AbstractSet[bytes] = frozenset(),
    keys: Keys | None = None,
) -> Estimate:
    """Read the articles and compose their questions; nothing is sent.

    Args:
        desk: what would make the briefs.
        articles: the articles of the run, or the errors in their place.
        limit: look at no more than this many, besides those that are passed over.
        done: what an earlier run was done with (`failures.look`): it is passed over, and so is what was met before.
        keys: tells keys as the run's file of briefs does.
    """
    found, prices, met = Estimate(), Tariff(desk.endpoint), set[bytes]()
    for source in articles:
        if isinstance(source, Article):
            mine = mark_of(source if keys is None else keys.named(source))
            if mine in met:
                continue
            met.add(mine)
            if mine in done:
                found.known += 1
                continue
        if found.articles + found.unreadable == limit:
            break
        try:
            if isinstance(source, ArticleError):
                raise source
            questions = desk.questions(source)
        except ArticleError as error:
            found.unreadable += 1
            if len(found.refused) < _SHOWN:
                found.refused.append((source.key if isinstance(source, Article) else error.where or "", error))
            continue
        found.articles += 1
        asked = Counter(name for question in questions for name, _ in question.parts)
        for question in questions:
            if desk.is_answered(question):
                found.cached_requests += 1
            else:
                share = sum(ANSWERED.get(name, _OWN_PASS) / asked[name] for name, _ in question.parts)
                _add(found, question, len(source.text) * share, prices, local=desk.endpoint.flavour == "local")
    return found


def money(usd: float) -> str:
    """Dollars and cents; of less than a dollar the first two digits that say anything."""
    if usd >= 1 or usd <= 0:
        return f"${usd:,.2f}"
    return f"${usd:.{max(2, 1 - math.floor(math.log10(usd)))}f}"


def _add(found: Estimate, question: Question, answered: float, prices: Tariff, *, local: bool) -> None:
    # The embedded model's server makes a grammar of the schema; everybody else reads it as a part of the prompt.
    schema = 0 if local else len(str(question.schema))
    prompt = (sum(len(text) for _, text in question.messages) + schema) // CHARACTERS_A_TOKEN
    completion = min(round(answered / CHARACTERS_A_TOKEN), question.max_output_tokens)
    most = question.most_prompt_tokens()
    found.requests += 1
    found.prompt_tokens += prompt
    found.completion_tokens += completion
    found.most_tokens += most + question.max_output_tokens
    cost, dearest = prices.cost(prompt, completion), prices.cost(most, question.max_output_tokens)
    if cost is not None and dearest is not None:
        found.cost_usd = (found.cost_usd or 0.0) + cost
        found.most_usd = (found.most_usd or 0.0) + dearest
