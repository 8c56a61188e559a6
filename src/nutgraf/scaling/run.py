"""A run: articles in, a file of briefs out; stopped at any moment, it goes on where it was and pays nothing twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from nutgraf.article import Article
from nutgraf.errors import ArticleError, BudgetExceeded, ConfigurationError, ModelUnavailable, NutgrafError
from nutgraf.results import Outcome, Usage
from nutgraf.scaling.books import Briefs, Piped, failures_of, is_final, mark_of
from nutgraf.scaling.failures import Failures, why
from nutgraf.scaling.inputs import Inputs
from nutgraf.scaling.keys import Keys
from nutgraf.scaling.reasons import Reasons
from nutgraf.scaling.stopping import Stop
from nutgraf.scaling.undated import Undated
from nutgraf.summarizer import Summarizer

_IN_A_ROW = 8
"""Articles that end in the same trouble with the endpoint before a run takes it for a dead end."""
_REFUSED_AS_IT_IS = 400
"""A request that is refused for what it says: too long, perhaps. That is one article's trouble - once any got through."""

Ended = Literal["all", "limit", "stopped", "budget", "endpoint"]


@dataclass
class Report:
    """What a run came to.

    Attributes:
        written: briefs written now, those of incomplete articles among them.
        incomplete: of these, the ones in which a pass has failed for good.
        failed: articles in the file of failures, earlier ones included.
        earlier: of these, what was not run again.
        unreadable: of these, the inputs that are no article.
        known: articles that an earlier run was done with.
        twice: articles that were met again in this run (the same in key, text, headline and date).
        replaced: briefs of an earlier text, headline or date of an article, which has a new one now.
        waiting: articles of which something is still to come (from a batch).
        unanswered: articles to which the endpoint gave no answer in this run.
        undated: the articles without a publication date whose briefs were written now.
        usage: what this run cost.
        reasons: why inputs failed in this run.
        ended: why it ended: all articles done, the limit, a stop, the budget, or an endpoint that is gone.
        error: the trouble that ended it, else the first article's that was not answered.
    """

    written: int = 0
    incomplete: int = 0
    failed: int = 0
    earlier: int = 0
    unreadable: int = 0
    known: int = 0
    twice: int = 0
    replaced: int = 0
    waiting: int = 0
    unanswered: int = 0
    undated: Undated = field(default_factory=Undated)
    usage: Usage = field(default_factory=Usage)
    reasons: Reasons = field(default_factory=Reasons)
    ended: Ended = "all"
    error: NutgrafError | None = None


def run(
    desk: Summarizer,
    articles: Iterable[Article | ArticleError],
    out: str | Path,
    *,
    failures: str | Path | None = None,
    limit: int | None = None,
    ordered: bool = False,
    again: bool = False,
    progress: bool = False,
    total: int | None = None,
    stop: Stop | None = None,
    waits: Callable[[Outcome], bool] = lambda _outcome: False,
) -> Report:
    """Write the briefs of articles into a file, one a line; call it again to go on after whatever ended it.

    An article is known by its key, text, headline and publication date: those in the file, and those that failed for
    good, are not asked about again. A key that is a path is told from the folder of `out`, so that one file is one article
    however it was typed. Failures that may pass (no answer, no budget) are tried again by the next run. Of an article that
    has changed in any of these the new brief takes the place of the old one, once the run has met all articles; a file
    holds the work of one model, the same passes and the same prompts.

    Args:
        desk: makes the briefs. With a cache, what was paid for when a run was killed is not paid again.
        articles: from `articles_in`, `read_many(…, errors="yield")`, or of your own.
        out: the file of briefs, "-" for standard output.
        failures: the file of what failed; by default beside `out` (OUT.failed.jsonl), none for standard output.
        limit: begin no more than this many articles.
        ordered: write in the order of the input.
        again: try everything again that failed before.
        progress: show a bar.
        total: how many articles there are, for the bar.
        stop: tells the run to finish what is in flight and end.
        waits: tells an article of which something is still to come: it is counted, and written nowhere.

    Raises:
        ConfigurationError: there is no key, a file can't be used, or the endpoint refuses whatever it is asked.
    """
    desk.endpoint.ready()
    side = failures_of(out, failures)
    briefs = Piped() if str(out) == "-" else Briefs(Path(out), made_by=desk.provenance)
    keys = Keys(None if str(out) == "-" else Path(out))
    with closing(briefs), closing(Failures(side, keys, again=again, done=briefs.marks)) as failed:
        return _Run(desk, briefs, failed, keys, stop or Stop(), limit, waits).through(
            articles, ordered=ordered, progress=progress, total=total
        )


class _Run:
    def __init__(
        self,
        desk: Summarizer,
        briefs: Briefs | Piped,
        failures: Failures,
        keys: Keys,
        stop: Stop,
        limit: int | None,
        waits: Callable[[Outcome], bool],
    ) -> None:
        self._desk = desk
        self._waits = waits
        self._briefs = briefs
        self._failures = failures
        self._keys = keys
        self._stop = stop
        self._limit = limit
        self._known = briefs.marks | failures.marks
        self._met: set[bytes] = set()
        self._suspects: list[Outcome] = []
        self._proven = bool(briefs.marks)
        self._unasked = 0
        self.report = Report()

    def through(
        self, articles: Iterable[Article | ArticleError], *, ordered: bool, progress: bool, total: int | None
    ) -> Report:
        broken: Exception | None = None
        new: Iterable[Article | ArticleError] = self._new(articles)
        if total is not None:
            left = max(total - len(self._known), 0)
            new = _Sized(new, left if self._limit is None else min(left, self._limit))
        with closing(self._desk.map(new, ordered=ordered, progress=progress)) as outcomes:
            for outcome in outcomes:
                self.report.usage += outcome.usage
                if broken is None:
                    broken = self._booked(outcome)
        if self._stop.by_signal and self.report.ended == "all":
            self.report.ended = "stopped"
        if broken is None and self.report.ended == "all":
            self._drop_former(articles)
        failed = self._failures
        self.report.failed, self.report.earlier, self.report.unreadable = (
            failed.count,
            failed.earlier,
            failed.unreadable,
        )
        if broken is None and self._suspects:
            broken = self._suspects[0].error
        if broken is not None:
            raise broken
        return self.report

    def _drop_former(self, articles: object) -> None:
        """All articles were met: what the files hold of texts that have changed since is done with."""
        covers: Callable[[str], bool] = articles.covers if isinstance(articles, Inputs) else (lambda _place: False)
        self.report.replaced = self._briefs.drop_former(self._met)
        self._failures.drop_former(self._met, covers)

    def _new(self, articles: Iterable[Article | ArticleError]) -> Iterator[Article | ArticleError]:
        """The articles that no earlier run was done with, each once."""
        begun = 0
        for given in self._stop.until_asked(articles):
            source = self._keys.named(given) if isinstance(given, Article) else given
            if isinstance(source, Article):
                mine = mark_of(source)
                if mine in self._met:
                    self.report.twice += 1
                    continue
                self._met.add(mine)
                self._failures.meet(source)
                if mine in self._known:
                    self.report.known += 1
                    continue
            if begun == self._limit:
                self.report.ended = "limit"
                return
            begun += 1
            yield source

    def _booked(self, outcome: Outcome) -> ConfigurationError | None:
        """Write an outcome where it belongs; an error where nothing more can be written."""
        error = outcome.error
        if self._waits(outcome):
            self.report.waiting += 1
            return None
        try:
            if isinstance(error, ConfigurationError):
                if error.status != _REFUSED_AS_IT_IS:
                    raise error
                self._suspects.append(outcome)
                if len(self._suspects) >= _IN_A_ROW and not self._proven:
                    raise error
            else:
                self._proven = self._proven or outcome.ok
                self._write(outcome)
            if self._proven:
                self._clear_suspects()
        except ConfigurationError as fatal:  # what is in flight is finished all the same: its answers are paid for
            self._stop.ask()
            return fatal
        self._look_for_dead_ends(outcome)
        return None

    def _write(self, outcome: Outcome) -> None:
        if outcome.brief is not None and is_final(outcome):
            self._briefs.append(outcome.brief)
            self._failures.settle(mark_of(outcome.brief.article))
            self.report.undated.meet(outcome.brief.article)
            self.report.written += 1
            self.report.incomplete += not outcome.brief.complete
        else:
            self._fail(outcome)

    def _fail(self, outcome: Outcome) -> None:
        key = self._failures.append(outcome)
        if not isinstance(outcome.error, ModelUnavailable):  # told once, by `error`
            self.report.reasons.add(key, outcome.key, why(outcome)[1])

    def _clear_suspects(self) -> None:
        """Another article got through, so what was refused was refused for what it says."""
        for suspect in self._suspects:
            self._fail(suspect)
        self._suspects.clear()

    def _look_for_dead_ends(self, outcome: Outcome) -> None:
        problems = outcome.brief.problems if outcome.brief is not None else ()
        spent = isinstance(outcome.error, BudgetExceeded) or any(p.kind == "BudgetExceeded" for p in problems)
        if isinstance(outcome.error, ModelUnavailable):
            self.report.unanswered += 1
            self.report.error = self.report.error or outcome.error
        unasked = isinstance(outcome.error, ModelUnavailable) and not outcome.usage.requests
        self._unasked = self._unasked + 1 if unasked else 0
        if spent or self._unasked >= _IN_A_ROW:
            self.report.ended = "budget" if spent else "endpoint"
            self.report.error = outcome.error if isinstance(outcome.error, NutgrafError) else None
            self._stop.ask()


class _Sized:
    """An input whose length is known from elsewhere."""

    def __init__(self, items: Iterable[Article | ArticleError], length: int) -> None:
        self._items = items
        self._length = length

    def __iter__(self) -> Iterator[Article | ArticleError]:
        return iter(self._items)

    def __len__(self) -> int:
        return self._length
