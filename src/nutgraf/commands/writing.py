"""Where a command's output goes: a file, or standard output."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from nutgraf.errors import ConfigurationError
from nutgraf.outputs import refuse_unwritable


def _on_a_terminal() -> bool:
    return sys.stdout.isatty()


def print_json(line: str) -> None:
    """Print a line of JSON; on a terminal with what acts there written as an escape, which reads the same."""
    if _on_a_terminal():
        from nutgraf.telling.visible import CONTROL

        line = CONTROL.sub(lambda found: f"\\u{ord(found.group()):04x}", line)
    _print(f"{line}\n".encode("utf-8", "surrogatepass"))


def write(output: str, content: bytes) -> None:
    """Write it to a file; - is standard output, where a terminal gets nothing that moves the cursor or turns the direction of reading.

    Raises:
        ConfigurationError: the file can't be written.
    """
    if output == "-":
        if _on_a_terminal():
            from nutgraf.telling.visible import visible

            content = "\n".join(map(visible, content.decode("utf-8", "replace").split("\n"))).encode("utf-8")
        _print(content)
        return
    from nutgraf.telling.files import put

    put(output, content)


def _print(content: bytes) -> None:
    """In UTF-8, whatever the terminal's encoding: it is data."""
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def room_for(output: str, suffixes: Mapping[str, str], *, default: str | None = None) -> str:
    """See that a file can be written, before anything is read or paid for it; the form that its name says.

    Raises:
        ConfigurationError: the name says another form, there is no such folder, or it is one.
    """
    from nutgraf.telling.forms import form_of

    path = Path(output)
    if output != "-":
        if path.is_dir():
            raise ConfigurationError(f"{output}: this is a folder; name a file")
        if not path.exists():
            refuse_unwritable(path)
    return form_of(output, suffixes, default=default)


def lines_alone(output: str) -> None:
    """See that the name of a file of briefs, a line each, says nothing else.

    Raises:
        ConfigurationError: it says another form that nutgraf knows.
    """
    from nutgraf.article.files.one import OF_MANY, SAVED_AS, SUFFIXES
    from nutgraf.telling.forms import BRIEFS, PAGES, TABLES

    suffix = Path(output).suffix.lower()
    if suffix in {".jsonl", ".ndjson"} or suffix not in {*SUFFIXES, *OF_MANY, *SAVED_AS, *BRIEFS, *TABLES}:
        return
    lines = Path(output).with_suffix(".jsonl")
    then = "report" if suffix in PAGES else "export" if suffix in TABLES else None
    made = f", and make {output} of it: nutgraf {then} {lines} -o {output}" if then else ""
    raise ConfigurationError(f"{output}: a run writes JSON Lines, no {suffix}; name it {lines}{made}")


def no_input(output: str | None, *inputs: str) -> None:
    """See that a command does not write over what it reads.

    Raises:
        ConfigurationError: the output is one of the inputs.
    """
    if output in (None, "-") or not (path := Path(str(output))).exists():
        return
    for one in inputs:
        if one != "-" and Path(one).exists() and path.samefile(one):
            raise ConfigurationError(f"{output}: this is what is read, and would be written over; name another file")


def room_for_page(output: str | None, *inputs: str) -> None:
    """Both for a page, if one is asked for."""
    from nutgraf.telling.forms import PAGES

    if output is not None:
        room_for(output, PAGES, default="html")
        no_input(output, *inputs)
