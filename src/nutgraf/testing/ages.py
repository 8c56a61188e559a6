"""How old recordings are: when, by which model and with which version each was made, and which are older than they may be."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from nutgraf.counting import counted
from nutgraf.parsed import is_list, is_object
from nutgraf.release import release

_AGE = re.compile(r"(\d+)([dw])")
_DAYS = {"d": 1, "w": 7}
_HEAD = re.compile(r"\A(?:#.*\n)*(recorded:\n(?:[ -].*\n)+)", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Recorded:
    """What a cassette says of itself. Those of earlier versions say nothing: their date is None."""

    date: dt.date | None = None
    models: tuple[str, ...] = ()
    """As the servers name them, else as they were asked for."""
    version: str | None = None
    """The version of nutgraf."""

    @classmethod
    def now(cls, interactions: Iterable[Mapping[str, Any]], *, since: Recorded | None = None) -> Recorded:
        """Of these interactions. `since` is what the file said before some of them were added: they are as old as that."""
        asked = [told for one in interactions if (told := _model_of(one))]
        models = tuple(sorted(dict.fromkeys(asked)))
        if since is not None:
            return cls(date=since.date, models=models, version=since.version)
        return cls(date=dt.datetime.now(dt.UTC).date(), models=models, version=release())

    @classmethod
    def of(cls, text: str) -> Recorded:
        """What a cassette's text says, by its first lines alone."""
        head = _HEAD.match(text)
        try:
            told = yaml.safe_load(head[1])["recorded"] if head else None
        except (yaml.YAMLError, KeyError, TypeError):
            told = None
        if not is_object(told):
            return cls()
        date, models, made_by = told.get("date"), told.get("models"), told.get("nutgraf")
        return cls(
            date=date if isinstance(date, dt.date) else None,
            models=tuple(map(str, models)) if is_list(models) else (),
            version=None if made_by is None else str(made_by),
        )

    def written(self) -> dict[str, Any]:
        """As it stands in the file."""
        return {"date": self.date, "models": list(self.models), "nutgraf": self.version}


def days_of(age: str) -> int:
    """The days of an age: 90d, 12w.

    Raises:
        ValueError: it is none.
    """
    found = _AGE.fullmatch(age.strip())
    if not found:
        raise ValueError(f"--nutgraf-max-age={age}: it is a number of days or weeks, like 90d or 12w")
    return int(found[1]) * _DAYS[found[2]]


def too_old(played: Mapping[Path, str], folder: Path, most: int, today: dt.date) -> Iterator[str]:
    """A line for each recording that is older than so many days, with the command that records it again.

    Args:
        played: the cassettes that are looked at, each with the tests that play it, as pytest names them.
        folder: of the cassettes.
        most: days.
        today: from which they are counted.
    """
    for path, tests in sorted(played.items()):
        if not path.is_file():
            continue
        told = Recorded.of(path.read_text("utf-8", "replace"))
        name = f"{folder.name}/{path.relative_to(folder)}"
        again = f"record again: pytest {tests!r} --record-mode=rewrite"
        if told.date is None:
            yield f"{name} does not say when it was made, and may be older than {counted(most, 'day')}; {again}"
        elif (age := (today - told.date).days) > most:
            by = f" by {', '.join(told.models)}" * bool(told.models)
            yield f"{name} was made {counted(age, 'day')} ago ({told.date}{by} with nutgraf {told.version}), {most} allowed; {again}"


def _model_of(interaction: Mapping[str, Any]) -> str | None:
    for side in ("response", "request"):
        body = interaction.get(side, {}).get("json")
        if is_object(body) and isinstance(body.get("model"), str):
            return str(body["model"])
    return None
