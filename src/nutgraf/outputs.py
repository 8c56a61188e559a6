"""What every door says of a file that can't be written for its folder's sake."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from nutgraf.errors import ConfigurationError


def refuse_without_folder(path: Path) -> None:
    """Refuse a file whose folder is not there.

    Raises:
        ConfigurationError: there is no such folder, or it is a file.
    """
    folder = path.parent
    if not folder.exists():
        raise ConfigurationError(
            f"{path}: there is no folder {folder}; make it (mkdir -p {folder}), or name another file"
        )
    if not folder.is_dir():
        raise ConfigurationError(f"{path}: {folder} is no folder; name another file")


def refuse_unwritable(path: Path) -> None:
    """Refuse a file that is not there, where it can't be made; it is not made now.

    Raises:
        ConfigurationError: there is no such folder, or nothing may be written there.
    """
    refuse_without_folder(path)
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise not_written(path, errno.EACCES)


def not_written(path: Path, code: int | None) -> ConfigurationError:
    """The error for a file that can't be opened for writing."""
    return ConfigurationError(f"{path}: can't be written: {os.strerror(code or errno.EIO)}; name another file")
