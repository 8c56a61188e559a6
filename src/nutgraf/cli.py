"""The command line. Exit codes: 0 all well · 1 (verify, check) an article does not bear it out · 2 wrong usage or settings
· 3 an input is no article · 4 the model failed · 5 a brief is incomplete · 130 interrupted. With several inputs the rest
goes on; the gravest code counts. Each command has a module of its own in `nutgraf/commands/`.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from nutgraf.commands.batch import batch
from nutgraf.commands.check import check
from nutgraf.commands.diff import diff
from nutgraf.commands.evaluate import evaluate
from nutgraf.commands.read import read
from nutgraf.commands.report import export, report
from nutgraf.commands.run import run
from nutgraf.commands.saying import INTERRUPTED, USAGE, code_of, complain, show_warnings
from nutgraf.commands.stories import stories
from nutgraf.commands.summarize import summarize
from nutgraf.commands.upkeep import cache, model
from nutgraf.commands.verify import verify
from nutgraf.errors import NutgrafError

app = typer.Typer(
    name="nutgraf",
    help="News articles in, typed and checked events and quotes out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command(
    epilog="Exit codes: 0 all well, 2 wrong usage or settings, 3 an input is no article, 4 the model failed, "
    "5 a brief is incomplete, 130 interrupted."
)(summarize)
app.command(
    epilog="Exit codes: 0 all well, 2 wrong usage or settings, 3 some inputs are no articles, 4 some failed or the "
    "endpoint is gone, 5 some briefs are incomplete, 130 stopped."
)(run)
app.command()(batch)
app.command(epilog="Exit codes: 0 the article says every quotation, 1 it does not say one, 3 an input can't be read.")(
    verify
)
app.command(
    epilog="Exit codes: 0 nothing is refuted (or what --fail-on says), 1 something is, 2 wrong usage or settings, 3 an input "
    "can't be read, 4 the model failed, 5 some statements were not judged."
)(check)
app.command(epilog="Exit codes: 0 the article was read, 3 an input can't be read.")(read)
app.command()(report)
app.command()(export)
app.command(
    epilog="Exit codes: 0 all well, 2 wrong usage or settings, 3 an input holds no briefs, 5 some pairs were not judged."
)(stories)
app.command(
    epilog="Exit codes: 0 all well, whether or not anything changed, 2 wrong usage or settings, 3 an input can't be read, "
    "4 the model failed, 5 the brief is incomplete."
)(diff)
app.command(
    epilog="Exit codes: 0 all well, 2 wrong usage or settings, 3 gold or briefs can't be read, 4 a model failed."
)(evaluate)
app.command()(model)
app.command()(cache)


def _version(value: bool) -> None:
    if value:
        from nutgraf.release import release

        typer.echo(f"nutgraf {release()}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[  # noqa: ARG001 - its callback reads it
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    show_warnings()


def main() -> None:
    """Run the command line; every failure is one message and a documented exit code."""
    reconfigured = getattr(sys.stdout, "reconfigure", None)
    if reconfigured is not None and sys.stdout.encoding.lower() != "utf-8":
        reconfigured(errors="backslashreplace")  # as standard error is: no character ends a command
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
        complain(error)
        return code_of(error)
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
