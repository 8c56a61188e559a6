"""`nutgraf model` and `nutgraf cache`: what is there, what runs, what is kept, and how to be rid of it."""

from __future__ import annotations

from typing import Annotated

import typer

from nutgraf.counting import counted
from nutgraf.errors import ConfigurationError


def model(action: Annotated[str, typer.Argument(help="status or stop")] = "status") -> None:
    """Say what is there of the embedded model, what runs and how to stop it; `nutgraf model stop` stops it."""
    from nutgraf.asking.local import embedded as local

    if action == "stop":
        stopped = local.stop()
        typer.echo(f"stopped {counted(stopped, 'server')}" if stopped else "no server was running")
    elif action == "status":
        for line in local.status_lines():
            typer.echo(line)
    else:
        raise ConfigurationError(f"nutgraf model {action}: it is status or stop")


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
    from nutgraf.commands.kept import report

    typer.echo(report(action, older_than_days=older_than, megabytes=size))
