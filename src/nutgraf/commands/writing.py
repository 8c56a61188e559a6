"""Where a command's output goes: a file, or standard output."""

from __future__ import annotations

import sys
from pathlib import Path

from nutgraf.errors import ConfigurationError


def _on_a_terminal() -> bool:
    return sys.stdout.isatty()


def harmless(text: str) -> str:
    """A text of many lines as a terminal may read it: nothing in it moves the cursor or turns the direction of reading."""
    from nutgraf.telling.visible import visible

    return "\n".join(visible(line) for line in text.split("\n"))


def print_json(line: str) -> None:
    """Print a line of JSON; on a terminal with what acts there written as an escape, which reads the same."""
    if _on_a_terminal():
        from nutgraf.telling.visible import CONTROL

        line = CONTROL.sub(lambda found: f"\\u{ord(found.group()):04x}", line)
    sys.stdout.write(line + "\n")


def write(output: str, content: bytes) -> None:
    """Write it to a file; - is standard output.

    Raises:
        ConfigurationError: the file can't be written.
    """
    if output == "-":
        if _on_a_terminal():
            content = harmless(content.decode("utf-8", "replace")).encode("utf-8")
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        Path(output).write_bytes(content)
    except OSError as error:
        raise ConfigurationError(f"{output}: can't be written: {error.strerror}") from None
