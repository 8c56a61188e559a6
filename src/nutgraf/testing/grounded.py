"""An assertion for a project's own tests: what some code wrote about articles is borne out by them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, Unpack

from nutgraf.article import Article
from nutgraf.counting import counted
from nutgraf.errors import ConfigurationError

if TYPE_CHECKING:
    from nutgraf.results import Report, Statement
    from nutgraf.settings import Options


def assert_grounded(
    text: str | Article | object,
    articles: Iterable[Article | str | object] | Article | str,
    *,
    fail_on: Literal["refuted", "open"] = "refuted",
    model: str | None = None,
    **settings: Unpack[Options],
) -> Report:
    """Fail where `nutgraf.check` refutes a statement of a text; otherwise give back its report.

    Args:
        text: what somebody or something wrote.
        articles: what it is held against, as for `nutgraf.check`.
        fail_on: "open" fails for what the articles neither carry nor contradict, too.
        model: a model that judges; without one no test asks for anything.
        **settings: of the model.

    Raises:
        AssertionError: names each statement that failed, why, and the sentences that it was held against.
        ArticleError: as `nutgraf.check`.
        ConfigurationError: as `nutgraf.check`, and for a `fail_on` that is neither.
    """
    __tracebackhide__ = True
    from nutgraf.claims.check import check
    from nutgraf.results.checked import FAILS

    if fail_on not in FAILS:
        raise ConfigurationError(f"fail_on={fail_on!r}: it is refuted or open")
    report = check(text, articles, model=model, **settings)
    failed = report.found(*FAILS[fail_on])
    if failed:
        count = f"{len(failed)} of {counted(len(report.statements), 'statement')}"
        raise AssertionError(f"not borne out by the articles: {count}\n" + "\n".join(map(_told, failed)))
    return report


def _told(statement: Statement) -> str:
    lines = [
        f"  {statement.verdict}: {' '.join(statement.text.split())}",
        f"    {statement.reason or 'no reason given'}",
    ]
    lines += [f"    [{one.article}] {' '.join(span.text.split())}" for one in statement.evidence for span in one.spans]
    return "\n".join(lines)
