"""What belongs to a language stands in its folder: no rule elsewhere asks which language it is."""

from __future__ import annotations

import re
from pathlib import Path

import nutgraf
from nutgraf.reading.languages.language import codes

SOURCE = Path(nutgraf.__file__).parent


def test_no_rule_asks_which_language_it_is() -> None:
    asks = re.compile(rf"\b(?:language|code|spoken_in) [!=]= [\"'](?:{'|'.join(codes())})[\"']")
    asking = [
        f"{path.relative_to(SOURCE)}: {line.strip()}"
        for path in SOURCE.rglob("*.py")
        if "languages" not in path.parts
        for line in path.read_text("utf-8").splitlines()
        if asks.search(line)
    ]
    assert asking == [], "let the language's record say it: a field of Language or of its rules"
