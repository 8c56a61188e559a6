"""The two files of a run: the briefs, and beside them what failed and why. Together they say where it stopped."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Set as AbstractSet
from contextlib import closing
from pathlib import Path
from typing import Any

from nutgraf.article import Article
from nutgraf.errors import ConfigurationError, ModelRefused, ReplyInvalid
from nutgraf.results import Brief, Outcome, Provenance
from nutgraf.scaling.keys import Keys
from nutgraf.scaling.lines import Lines, refuse_unwritable, write_anew

_PASSING = frozenset({"ModelUnavailable", "BudgetExceeded"})
"""Problems that another run may not have."""


_HALF = 8
"""Bytes of a mark for the key, and as many for the text."""
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


def mark(key: str, digest: str) -> bytes:
    """What tells one article of a run from all others, in 16 bytes: its key, then its text."""
    return b"".join(
        hashlib.blake2b(part.encode("utf-8", "surrogatepass"), digest_size=_HALF).digest() for part in (key, digest)
    )


def mark_of(article: Article) -> bytes:
    """The mark of an article."""
    return mark(article.key, article.digest)


def former(marks: AbstractSet[bytes], met: AbstractSet[bytes], current: AbstractSet[bytes]) -> set[bytes]:
    """Of these marks those of texts that have changed since: a run over all articles met another text of the same key.

    Args:
        marks: what a file holds.
        met: what the run was given.
        current: what has its brief.
    """
    changed = {one[:_HALF] for one in met & current}
    return {one for one in marks - met if one[:_HALF] in changed}


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
        """Drop the briefs of texts that have changed since, once all articles were met; returns how many.

        A text has changed where another of the same key, source and title has its brief: the rows 1 and 2 of another table are
        others.
        """
        old = former(self.marks, met, self.marks)
        if old:
            origins = {one: _origin(r) for r in self._lines.records() if (one := self._mark_of(r)) in old or one in met}
            now = {one[:_HALF]: origin for one, origin in origins.items() if one in met}
            old = {one for one in old if origins[one] == now[one[:_HALF]]}
        if old:
            self._lines.keep(lambda record: self._mark_of(record) not in old)
            self.marks -= old
        return len(old)

    def close(self) -> None:
        """Bring the file to the disk."""
        self._lines.close()

    def _mark_of(self, record: dict[str, Any]) -> bytes:
        return mark(self._keys.kept(record["article"]["key"]), record["article"]["digest"])


def _origin(record: dict[str, Any]) -> tuple[str | None, str | None]:
    return record["article"].get("source"), record["article"].get("title")


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


class Failures:
    """What failed, one a line of JSON: key, kind of error, reason, usage, and the brief if there is a part of one.

    Opening it keeps what is final and drops the rest, which is about to be tried again.

    Args:
        path: the file, made at the first failure; None keeps none.
        keys: tells keys as the file of briefs does.
        again: try everything again.
    """

    def __init__(self, path: Path | None, keys: Keys, *, again: bool = False) -> None:
        self.path = path
        self._keys = keys
        self.marks: set[bytes] = set()
        self.count = 0
        self._lines: Lines | None = None
        if path is not None and path.exists():
            self._keep_what_is_final(path, again=again)

    def append(self, outcome: Outcome) -> None:
        """Add a failure."""
        self.count += 1
        if self.path is None:
            return
        if self._lines is None:
            self._lines = _lines_of(self.path)
        self._lines.append(json.dumps(_record(outcome), ensure_ascii=False))

    def drop_former(self, met: AbstractSet[bytes], current: AbstractSet[bytes]) -> None:
        """Drop the failures of texts that have changed since and have their brief now."""
        old = former(self.marks, met, current)
        if old and self.path is not None:
            if self._lines is None:
                self._lines = _lines_of(self.path)
            self._lines.keep(lambda record: self._mark_of(record) not in old)
            self.marks -= old
            self.count -= len(old)

    def close(self) -> None:
        """Bring the file to the disk."""
        if self._lines is not None:
            self._lines.close()

    def _mark_of(self, record: dict[str, Any]) -> bytes:
        return mark(self._keys.kept(record["key"]), record["digest"])

    def _keep_what_is_final(self, path: Path, *, again: bool) -> None:
        lines = _lines_of(path)
        kept = [record for record in lines.records() if record["final"] and not again]
        lines.close()
        self.marks.update(self._mark_of(record) for record in kept)
        self.count = len(kept)
        if not kept:
            path.unlink()
            return
        write_anew(path, (json.dumps(record, ensure_ascii=False) + "\n" for record in kept))


def _lines_of(path: Path, *, looks: bool = False) -> Lines:
    needed = {"key", "digest", "final", "error"}
    return Lines(path, ours=lambda r: needed <= r.keys(), what="line of a run's failures", looks=looks)


def look(out: str | Path, failures: str | Path | None, *, made_by: Provenance) -> None:
    """Refuse the files that a run would refuse, and change none of them.

    Raises:
        ConfigurationError: as `Briefs` and `Failures`.
    """
    if str(out) != "-":
        path = Path(out)
        if path.exists():
            Briefs(path, made_by=made_by, looks=True).close()
        else:
            refuse_unwritable(path)
    side = failures_of(out, failures)
    if side is None:
        return
    if not side.exists():
        refuse_unwritable(side)
        return
    with closing(_lines_of(side, looks=True)) as lines:
        for _ in lines.records():
            pass


def _record(outcome: Outcome) -> dict[str, Any]:
    brief, error = outcome.brief, outcome.error
    if brief is not None:
        unresolved = [p for p in brief.problems if p.resolution == "unresolved"]
        kind, reason = "Incomplete", "; ".join(f"{p.step}: {p.detail}" for p in unresolved)
    else:
        kind, reason = type(error).__name__, str(error)
    source = brief.article if brief is not None else outcome.source
    return {
        "key": outcome.key,
        "digest": source.digest if isinstance(source, Article) else "",
        "error": kind,
        "reason": reason[:2_000],
        "final": is_final(outcome),
        "usage": outcome.usage.model_dump(mode="json", exclude_defaults=True),
        "brief": brief.model_dump(mode="json") if brief is not None else None,
    }
