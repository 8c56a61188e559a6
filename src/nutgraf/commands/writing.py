"""Where a command's output goes: a file, or standard output."""

from __future__ import annotations

import sys
from pathlib import Path

from nutgraf.errors import ConfigurationError


def write(output: str, content: bytes) -> None:
    """Write it to a file; - is standard output.

    Raises:
        ConfigurationError: the file can't be written.
    """
    if output == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        Path(output).write_bytes(content)
    except OSError as error:
        raise ConfigurationError(f"{output}: can't be written: {error.strerror}") from None
