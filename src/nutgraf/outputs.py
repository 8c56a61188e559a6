"""What every door says of a file that can't be written for want of its folder."""

from __future__ import annotations

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
