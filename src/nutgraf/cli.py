"""The command line. Exit codes: 0 all well · 2 wrong usage or settings · 3 an input is no article · 4 the model failed
· 5 a brief is incomplete · 130 interrupted. With several inputs the rest goes on; the gravest code counts.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nutgraf.commands.batch import batch
from nutgraf.commands.run import run
from nutgraf.commands.saying import INCOMPLETE, INTERRUPTED, MODEL_FAILED, NO_ARTICLE, USAGE
from nutgraf.commands.saying import complain as _complain
from nutgraf.commands.saying import show_warnings as _show_warnings
from nutgraf.errors import ArticleError, BudgetExceeded, ConfigurationError, ModelError, NutgrafError

if TYPE_CHECKING:
    from rich.console import Console

    from nutgraf.article import Article
    from nutgraf.results import Brief
    from nutgraf.summarizer import Progress, Summarizer

app = typer.Typer(
    name="nutgraf",
    help="News articles in, typed and checked events and quotes out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.command(
    epilog="Exit codes: 0 all well, 2 wrong usage or settings, 3 an input is no article, 4 the model failed, "
    "5 a brief is incomplete, 130 interrupted."
)
def summarize(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|-|DIR...",
            help="Articles: .txt, .html, .json, .jsonl, a folder, or - for text on standard input.",
        ),
    ],
    model: Annotated[
        str | None,
        typer.Option(
            help='"openai/<name>", "ollama/<name>", "local", or any name with --base-url. Default: NUTGRAF_MODEL.'
        ),
    ] = None,
    base_url: Annotated[
        str | None, typer.Option(help="An OpenAI-compatible endpoint. Default: NUTGRAF_BASE_URL.")
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Publication date (ISO 8601), from which relative dates are counted."),
    ] = None,
    passes: Annotated[str, typer.Option(help="What to ask for, separated by commas.")] = "quotes,events,summary",
    window: Annotated[str, typer.Option(help="auto, article, paragraph or sentence.")] = "auto",
    json: Annotated[bool, typer.Option("--json", help="Print each brief as one line of JSON.")] = False,
    cache: Annotated[bool, typer.Option(help="Keep and use answers on disk.")] = True,
    problems: Annotated[bool, typer.Option("--problems", help="Show every problem that the checks found.")] = False,
) -> None:
    """Turn articles into checked briefs: quotes, events, summary, and what was dropped and why."""
    from nutgraf.summarizer import Summarizer

    _show_warnings()
    if window not in ("auto", "article", "paragraph", "sentence"):
        raise ConfigurationError(f"--window {window}: it is auto, article, paragraph or sentence")
    chosen = tuple(name.strip() for name in passes.split(",") if name.strip())
    desk = Summarizer(model=model, base_url=base_url, passes=chosen, window=window, cache="default" if cache else None)
    worst = 0
    with desk:
        for article in _articles(inputs, published):
            if isinstance(article, ArticleError):
                _complain(article)
                worst = max(worst, NO_ARTICLE)
                continue
            worst = max(worst, _one(desk, article, json=json, problems=problems))
    raise typer.Exit(worst)


def _one(desk: Summarizer, article: Article, *, json: bool, problems: bool) -> int:
    try:
        with _progress(article.title or article.key) as progress:
            brief = desk.summarize(article, progress=progress)
    except ConfigurationError:
        raise
    except (ArticleError, ModelError, BudgetExceeded) as error:
        _complain(error, article.key)
        return NO_ARTICLE if isinstance(error, ArticleError) else MODEL_FAILED
    _print(brief, json=json, problems=problems)
    return 0 if brief.complete else INCOMPLETE


def _print(brief: Brief, *, json: bool, problems: bool) -> None:
    if json:
        sys.stdout.write(brief.model_dump_json() + "\n")
        sys.stdout.flush()
        return
    from nutgraf.telling.terminal import show

    show(brief, _console(), all_problems=problems)
    _console().print()


def _articles(inputs: list[str], published: str | None) -> Iterator[Article | ArticleError]:
    from nutgraf.article import Article, read_many

    for name in inputs:
        try:
            if name == "-":
                yield Article.from_text(_standard_input(), published=published, key="-")
            elif "://" in name:
                yield ArticleError(f"{name}: nutgraf fetches nothing; save the page and name the file")
            elif Path(name).is_dir() or name.endswith(".jsonl"):
                yield from read_many(Path(name), errors="yield")
            else:
                yield Article.from_file(name, published=published)
        except ArticleError as error:
            yield error


def _standard_input() -> str:
    data = sys.stdin.buffer.read()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ArticleError(f"standard input is not UTF-8 text (byte {error.start})") from None


app.command(
    epilog="Exit codes: 0 all well, 2 wrong usage or settings, 3 some inputs are no articles, 4 some failed or the "
    "endpoint is gone, 5 some briefs are incomplete, 130 stopped."
)(run)
app.command()(batch)


@app.command()
def model(action: Annotated[str, typer.Argument(help="status or stop")] = "status") -> None:
    """Say what is there of the embedded model, what runs and how to stop it; `nutgraf model stop` stops it."""
    from nutgraf.asking import local

    if action == "stop":
        stopped = local.stop()
        typer.echo(f"stopped {stopped} server{'s' if stopped != 1 else ''}" if stopped else "no server was running")
    elif action == "status":
        for line in local.status_lines():
            typer.echo(line)
    else:
        raise ConfigurationError(f"nutgraf model {action}: it is status or stop")


@app.command()
def cache(
    action: Annotated[str, typer.Argument(help="stats, prune, clear or path")] = "stats",
    older_than: Annotated[
        float | None, typer.Option(metavar="DAYS", help="prune: drop answers that are older than this.")
    ] = None,
    size: Annotated[
        float | None, typer.Option(metavar="MB", help="prune: then the oldest, until the file takes no more than this.")
    ] = None,
) -> None:
    """Look at the answers kept on disk (NUTGRAF_CACHE names the file), drop old ones, or all."""
    from nutgraf.asking.cache_commands import report

    typer.echo(report(action, older_than_days=older_than, megabytes=size))


def _version(value: bool) -> None:
    if value:
        from importlib.metadata import version

        typer.echo(f"nutgraf {version('nutgraf')}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


def _console(*, stderr: bool = False) -> Console:
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)


@contextmanager
def _progress(title: str) -> Iterator[Progress | None]:
    """A bar on standard error while it works; nothing where that is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    from nutgraf.telling.visible import visible

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=_console(stderr=True), transient=True) as bar:
        task = bar.add_task(escape(visible(title)[:50]), total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def main() -> None:
    """Run the command line; every failure is one message and a documented exit code."""
    sys.exit(_run())


def _run() -> int:
    try:
        code = app(standalone_mode=False)
    except (typer.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except NutgrafError as error:
        _complain(error)
        return _code_of(error)
    except Exception as error:
        show = getattr(error, "show", None)  # a usage error: typer carries a click of its own, which has no public name
        if show is None:
            raise
        show()
        return USAGE
    if code == INTERRUPTED:
        sys.stderr.write(
            "nutgraf: interrupted; answers received so far are in the cache, so running it again is cheaper\n"
        )
    return code if isinstance(code, int) else 0


def _code_of(error: NutgrafError) -> int:
    if isinstance(error, ArticleError):
        return NO_ARTICLE
    return MODEL_FAILED if isinstance(error, (ModelError, BudgetExceeded)) else USAGE
