"""What a run would take, before it is paid for: requests, tokens, money - by rule of thumb, and at most."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nutgraf.article import Article
from nutgraf.asking.budget.prices import Tariff
from nutgraf.asking.question.asked import Question
from nutgraf.errors import ArticleError
from nutgraf.summarizer import Summarizer

CHARACTERS_A_TOKEN = 4
"""English prose and JSON in the tokenizers of today's models."""
ANSWERED = 0.5
"""Tokens of an answer for each of the article: titles, points and references."""


@dataclass
class Estimate:
    """What the articles of a run would take. Answers in the cache cost nothing and stand apart.

    Attributes:
        articles: articles that can be read.
        unreadable: inputs that are none.
        requests: requests without those that repair an answer.
        cached_requests: questions whose answers are in the cache.
        prompt_tokens: by four characters a token.
        completion_tokens: half a token for each of the article's.
        most_tokens: the most that can be: a careful count of the prompt, and every answer as long as allowed.
        cost_usd: what the tokens cost; None when nobody knows the price.
        most_usd: the most that the requests can cost, without repairs and retries.
    """

    articles: int = 0
    unreadable: int = 0
    requests: int = 0
    cached_requests: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    most_tokens: int = 0
    cost_usd: float | None = None
    most_usd: float | None = None

    def __str__(self) -> str:
        lines = [
            f"{self.articles:,} articles" + (f", and {self.unreadable:,} that can't be read" * bool(self.unreadable)),
            f"{self.requests:,} requests, {self.cached_requests:,} more are answered by the cache",
            f"about {self.prompt_tokens:,} prompt and {self.completion_tokens:,} completion tokens, {self.most_tokens:,} at most",
        ]
        if self.cost_usd is None or self.most_usd is None:
            lines.append("the price of this model here is not known")
        else:
            lines.append(f"about ${self.cost_usd:,.2f}, at most ${self.most_usd:,.2f} (repairs and retries aside)")
        return "\n".join(lines)


def estimated(desk: Summarizer, articles: Iterable[Article | ArticleError], *, limit: int | None = None) -> Estimate:
    """Read the articles and compose their questions; nothing is sent.

    Args:
        desk: what would make the briefs.
        articles: the articles of the run, or the errors in their place.
        limit: look at no more than this many.
    """
    found, prices = Estimate(), Tariff(desk.endpoint)
    for source in articles:
        if found.articles == limit:
            break
        if isinstance(source, ArticleError):
            found.unreadable += 1
            continue
        try:
            questions = desk.questions(source)
        except ArticleError:
            found.unreadable += 1
            continue
        found.articles += 1
        for question in questions:
            if desk.is_answered(question):
                found.cached_requests += 1
            else:
                _add(found, question, len(source.text), len(questions), prices)
    return found


def _add(found: Estimate, question: Question, length: int, of: int, prices: Tariff) -> None:
    prompt = (sum(len(text) for _, text in question.messages) + len(str(question.schema))) // CHARACTERS_A_TOKEN
    completion = min(round(length / CHARACTERS_A_TOKEN * ANSWERED / of), question.max_output_tokens)
    most = question.most_prompt_tokens()
    found.requests += 1
    found.prompt_tokens += prompt
    found.completion_tokens += completion
    found.most_tokens += most + question.max_output_tokens
    cost, dearest = prices.cost(prompt, completion), prices.cost(most, question.max_output_tokens)
    if cost is not None and dearest is not None:
        found.cost_usd = (found.cost_usd or 0.0) + cost
        found.most_usd = (found.most_usd or 0.0) + dearest
