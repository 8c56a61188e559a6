"""The briefs of a run, and what tells its articles: with what failed (`failures`) they say where it stopped."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any

from nutgraf.article import Article
from nutgraf.errors import ConfigurationError, ModelRefused, ReplyInvalid
from nutgraf.results import Brief, Outcome, Provenance
from nutgraf.scaling.keys import Keys
from nutgraf.scaling.lines import Lines
from nutgraf.scaling.successors import succeeds

_PASSING = frozenset({"ModelUnavailable", "BudgetExceeded"})
"""Problems that another run may not have."""


HALF = 8
"""Bytes of a mark for the key, and as many for what may change: text, headline, date."""
_LATER = ("repair/", "judge/")
"""Prompts that a brief names only where they were needed."""


def beside(out: Path, what: str) -> Path:
    """A file that belongs to a file of briefs: OUT.failed.jsonl, OUT.batch.json."""
    return out.with_name(f"{out.name.removesuffix('.jsonl')}.{what}")


def failures_of(out: str | Path, failures: str | Path | None = None) -> Path | None:
    """Where a run writes what failed; None where briefs go to standard output and no file is named."""
    if failures is not None:
        return Path(failures)
    return None if str(out) == "-" else beside(Path(out), "failed.jsonl")


def files_of(out: str | Path, failures: str | Path | None = None) -> list[Path]:
    """What a run writes: the briefs, what failed, what was submitted as a batch. None of them holds articles."""
    briefs = [] if str(out) == "-" else [Path(out), beside(Path(out), "batch.json")]
    failed = failures_of(out, failures)
    return briefs if failed is None else [*briefs, failed]


def mark(key: str, digest: str, title: str | None, published: str | None) -> bytes:
    """What tells one article of a run from all others, in 16 bytes: its key, then its text, headline and date."""
    told = "\n".join((digest, published or "", title or ""))
    return b"".join(
        hashlib.blake2b(part.encode("utf-8", "surrogatepass"), digest_size=HALF).digest() for part in (key, told)
    )


def mark_of(article: Article) -> bytes:
    """The mark of an article."""
    published = article.published.isoformat() if article.published else None
    return mark(article.key, article.digest, article.title, published)


def is_final(outcome: Outcome) -> bool:
    """True when running again would change nothing: a brief, or a failure that is the article's own."""
    if outcome.brief is not None:
        return outcome.brief.complete or not any(p.kind in _PASSING for p in outcome.brief.problems)
    # A request that is refused as it stands (400) is a ConfigurationError about this one article.
    return isinstance(outcome.error, (ModelRefused, ReplyInvalid, ConfigurationError))


class Briefs:
    """The briefs of a run, one a line of JSON.

    Args:
        path: the file.
        made_by: what makes the briefs of this run.
        looks: look at a file that is there, and change nothing.

    Raises:
        ConfigurationError: the file can't be used, or was made by another model, for other passes or with other prompts.
    """

    def __init__(self, path: Path, *, made_by: Provenance, looks: bool = False) -> None:
        self._keys = Keys(path)
        self._lines = Lines(
            path, ours=lambda r: {"article", "provenance"} <= r.keys(), what="line of a run's briefs", looks=looks
        )
        self.path = path
        self.marks: set[bytes] = set()
        for record in self._lines.records():
            if told := _difference(record["provenance"], made_by):
                self._lines.close()
                raise ConfigurationError(
                    f"{path} was begun with {told}: name another file, so that one file answers one question; what the "
                    "cache holds is not asked again"
                )
            self.marks.add(self._mark_of(record))

    def append(self, brief: Brief) -> None:
        """Add a brief."""
        self._lines.append(brief.model_dump_json())
        self.marks.add(mark_of(brief.article))

    def drop_former(self, met: AbstractSet[bytes]) -> int:
        """Drop the briefs of articles that have changed since, once all articles were met; returns how many.

        An article has changed where its successor (`succeeds`) has its brief.
        """
        changed = {one[:HALF] for one in met & self.marks}
        old = {one for one in self.marks - met if one[:HALF] in changed}
        if old:
            halves = {one[:HALF] for one in old}
            was: dict[bytes, dict[str, Any]] = {}
            now: dict[bytes, list[dict[str, Any]]] = {}
            for record in self._lines.records():
                if (one := self._mark_of(record)) in old:
                    was[one] = record["article"]
                elif one in met and one[:HALF] in halves:
                    now.setdefault(one[:HALF], []).append(record["article"])
            old = {one for one in old if any(succeeds(new, was[one], self._keys) for new in now[one[:HALF]])}
        if old:
            self._lines.keep(lambda record: self._mark_of(record) not in old)
            self.marks -= old
        return len(old)

    def close(self) -> None:
        """Bring the file to the disk."""
        self._lines.close()

    def _mark_of(self, record: dict[str, Any]) -> bytes:
        article = record["article"]
        return mark(self._keys.kept(article["key"]), article["digest"], article.get("title"), article.get("published"))


def _difference(begun: dict[str, Any], now: Provenance) -> str | None:
    """How what made a brief differs from what is about to make others; None where it does not."""
    for name, was, here in (
        ("", f"{begun['model']!r} at {begun['host']}", f"{now.model!r} at {now.host}"),
        ("judge ", begun.get("judge"), now.judge),
    ):
        if was != here:
            return f"{name}{was or 'none'}, this is {here or 'none'}"
    first = {name: digest for name, digest in begun["prompts"].items() if not name.startswith(_LATER)}
    asked = {name: digest for name, digest in now.prompts.items() if not name.startswith(_LATER)}
    if first.keys() != asked.keys():
        return f"the prompts {', '.join(sorted(first))}, this has {', '.join(sorted(asked))}"
    edited = sorted(name for name in first if first[name] != asked[name])
    return f"another text of the prompt {', '.join(edited)}" if edited else None


class Piped:
    """Briefs on standard output: nothing is known of what was written before."""

    def __init__(self) -> None:
        self.marks: set[bytes] = set()

    def append(self, brief: Brief) -> None:
        """Write a brief."""
        sys.stdout.write(brief.model_dump_json() + "\n")
        sys.stdout.flush()
        self.marks.add(mark_of(brief.article))

    def drop_former(self, met: AbstractSet[bytes]) -> int:  # noqa: ARG002 - what was written is gone
        """Nothing can be taken back."""
        return 0

    def close(self) -> None:
        """Nothing to do: the stream is the process's own."""
