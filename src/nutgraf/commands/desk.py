"""The Summarizer that a command's options name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from nutgraf.errors import ConfigurationError

if TYPE_CHECKING:
    from nutgraf.asking.budget.books import Budget
    from nutgraf.summarizer import Summarizer


EndpointAt = Annotated[str | None, typer.Option(help="An OpenAI-compatible endpoint.")]
AskedFor = Annotated[str, typer.Option(help="What to ask for, separated by commas.")]
ShownAtOnce = Annotated[str, typer.Option(help="auto, article, paragraph or sentence.")]
Cached = Annotated[bool, typer.Option(help="Keep and use answers on disk.")]
JudgedBy = Annotated[
    str | None,
    typer.Option(
        help='Who judges what is written: "same", "same/<name>", or a model named as --model. Default: nobody.'
    ),
]
LeftOpen = Annotated[str, typer.Option(help="What becomes of statements left open: keep (marked), verbatim or drop.")]


def make_desk(
    model: str | None,
    base_url: str | None,
    passes: str,
    window: str,
    *,
    concurrency: int = 16,
    cache: bool = True,
    budget: Budget | None = None,
    judge: str | None = None,
    unproved: str = "keep",
) -> Summarizer:
    """The Summarizer that a command's options name."""
    from nutgraf.checking.judged import Unproved
    from nutgraf.settings import WindowSize
    from nutgraf.summarizer import Summarizer

    size: WindowSize | None = next((known for known in get_args(WindowSize) if known == window), None)
    if size is None:
        raise ConfigurationError(f"--window {window}: it is auto, article, paragraph or sentence")
    choice: Unproved | None = next((known for known in get_args(Unproved) if known == unproved), None)
    if choice is None:
        raise ConfigurationError(f"--unproved {unproved}: it is keep, verbatim or drop")
    chosen = tuple(name.strip() for name in passes.split(",") if name.strip())
    return Summarizer(
        model=model,
        base_url=base_url,
        passes=chosen,
        window=size,
        concurrency=concurrency,
        cache="default" if cache else None,
        budget=budget,
        judge=judge,
        unproved=choice,
    )


def judge_settings(model: str | None, base_url: str | None, budget_usd: float | None, *, cache: bool) -> dict[str, Any]:
    """What the options say of a judge; nothing where none is named.

    Raises:
        ConfigurationError: an endpoint or a budget for nobody.
    """
    if model is None:
        if base_url is not None or budget_usd is not None:
            raise ConfigurationError("--base-url and --budget-usd are for a judge: name it with --model")
        return {}
    from nutgraf.asking.budget.books import Budget

    budget = None if budget_usd is None else Budget(usd=budget_usd)
    return {"model": model, "base_url": base_url, "budget": budget, "cache": "default" if cache else None}
