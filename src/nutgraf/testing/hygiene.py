"""What must not lie among the cassettes: recordings that no test plays, and anything that looks like a secret."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from nutgraf.asking.line.secrets import Secrets

_DRAWN = r"(?=[^\W\d]*\d)(?=\d*[^\W\d])"
"""Letters and digits mixed in what follows: prose has words like "key-worker-accommodation", and they hold no digit."""
_SECRETS = {
    "an API key": rf"\b(?:sk|pk|rk|key)-(?:[\w-]*-)?{_DRAWN}\w{{16,}}",
    "a bearer token": rf"(?i)\bbearer\s+{_DRAWN}[A-Za-z0-9._~+/=-]{{12,}}",
    "a cookie": r"(?i)\b(?:set-)?cookie[\"']?\s*[:=]\s*[\"']?[\w.-]+=[^\s;]{6,}",
    "an organization id": rf"\borg-{_DRAWN}[A-Za-z0-9]{{10,}}",
    "a project id": r"\bproj_[A-Za-z0-9]{10,}",
    "an authorization header": rf"(?i)\b(?:authorization|api[-_]key|x-api-key)\s*[:=]\s*(?:\w+\s+)?{_DRAWN}\S{{6,}}",
    "an access key": r"\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{20,}|AIza[0-9A-Za-z_-]{30,})",
}
_SHORTEST_KEY = 12
"""Shorter ones are words that stand for a key where none is wanted."""
_NAMES_A_KEY = re.compile(r"API_?KEY|ACCESS_?TOKEN|SECRET_?KEY|AUTH_?TOKEN", re.IGNORECASE)
_FOLD = re.compile(r"\\\n\s*\\?")
"""How YAML breaks a long word."""
_PATTERNS = {what: re.compile(pattern) for what, pattern in _SECRETS.items()}


def secrets_in(folder: Path, keys: Iterable[str] = ()) -> Iterator[str]:
    """A line for each secret in any cassette: where, and what it looks like - never the string.

    Args:
        folder: of the cassettes.
        keys: those in use, which are looked for in whatever form.
    """
    keys = set(keys)
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        text = path.read_text("utf-8", "replace")
        for number, line in enumerate(text.splitlines(), 1):
            for what, pattern in _PATTERNS.items():
                if pattern.search(line):
                    yield f"{_named(path, folder)}:{number} holds what looks like {what}: take it out and record again"
        if holds_a_key(text, keys):
            yield f"{_named(path, folder)} holds a key that is in use here: take it out, change the key, and record again"


def keys_in_use(environ: Mapping[str, str]) -> set[str]:
    """The keys that the environment holds."""
    return {value for name, value in environ.items() if _NAMES_A_KEY.search(name)}


def holds_a_key(text: str, keys: Iterable[str]) -> bool:
    """Whether a cassette's text holds one of the keys, in any form; also where a line's end was put into it."""
    secrets = Secrets(key for key in keys if len(key) >= _SHORTEST_KEY)
    return any(map(secrets.stands_in, (text, _FOLD.sub("", text))))


def orphans_in(
    folder: Path, played: Iterable[Path], collected: Iterable[Path], existing: Iterable[Path]
) -> Iterator[str]:
    """A line for each cassette that no test plays.

    A cassette is judged only when its module was collected in this run (`collected`), or does not exist at all.
    """
    expected, in_this_run, there = set(played), set(collected), set(existing)
    for path in sorted(folder.rglob("*.yaml")):
        module = path.parent
        if path not in expected and (module in in_this_run or module not in there):
            yield f"{_named(path, folder)} belongs to no test: delete it, or bring the test back"


def _named(path: Path, folder: Path) -> str:
    return f"{folder.name}/{path.relative_to(folder)}"
