"""What must not lie among the cassettes: recordings that no test plays, and anything that looks like a secret."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

_SECRETS = {
    "an API key": r"\b(?:sk|pk|rk|key)-(?:proj-|live-|test-|ant-)?[A-Za-z0-9_-]{16,}",
    "a bearer token": r"(?i)\bbearer\s+[A-Za-z0-9._~+/=-]{12,}",
    "a cookie": r"(?i)\b(?:set-)?cookie\s*[:=]",
    "an organization id": r"\borg-[A-Za-z0-9]{10,}",
    "a project id": r"\bproj_[A-Za-z0-9]{10,}",
    "an authorization header": r"(?i)\b(?:authorization|api[-_]key|x-api-key)\s*[:=]\s*\S{6,}",
    "an access key": r"\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{20,}|AIza[0-9A-Za-z_-]{30,})",
}
_PATTERNS = {what: re.compile(pattern) for what, pattern in _SECRETS.items()}


def secrets_in(folder: Path) -> Iterator[str]:
    """A line for each secret-like string in any cassette: where, and what it looks like - never the string."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1):
            for what, pattern in _PATTERNS.items():
                if pattern.search(line):
                    yield f"{_named(path, folder)}:{number} holds what looks like {what}: take it out and record again"


def orphans_in(
    folder: Path, played: Iterable[Path], known_modules: Iterable[Path], module_exists: Iterable[Path]
) -> Iterator[str]:
    """A line for each cassette that no test plays.

    A cassette is judged only when its module was collected in this run (`known_modules`), or does not exist at all.
    """
    expected, collected, existing = set(played), set(known_modules), set(module_exists)
    for path in sorted(folder.rglob("*.yaml")):
        module = path.parent
        if path not in expected and (module in collected or module not in existing):
            yield f"{_named(path, folder)} belongs to no test: delete it, or bring the test back"


def _named(path: Path, folder: Path) -> str:
    return f"{folder.name}/{path.relative_to(folder)}"
