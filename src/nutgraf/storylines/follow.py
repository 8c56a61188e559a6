"""`nutgraf.stories`: briefs in, stories out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Unpack

from nutgraf.errors import ConfigurationError
from nutgraf.results import Brief, Outcome, Story, Usage
from nutgraf.results.brief import brief_in
from nutgraf.settings import Options
from nutgraf.storylines.gathering import Gathering, Noted, Same, gathered, noted
from nutgraf.storylines.grouping import grouped
from nutgraf.storylines.making import made
from nutgraf.storylines.members import Member
from nutgraf.telling.stories import Stories

if TYPE_CHECKING:
    from nutgraf.storylines.judging import SameEvent

_EXTRACTS_IN_MEMORY = 256


def stories(
    briefs: Iterable[Brief | Outcome],
    *,
    model: str | None = None,
    same: Same | None = None,
    **settings: Unpack[Options],
) -> Stories:
    """Find the same events in many articles, and tell each story: sources, additions, quotations, conflicts, corrections.

    Events are compared by rules: what they tell, of whom, where, when, with which figures, in articles about what. Memory
    stays flat, since what is compared lies in a temporary file. Outcomes without a brief are passed over.

    Args:
        briefs: briefs, or the outcomes of a run.
        model: a model that judges the pairs rules are not sure of, as for `summarize`; None asks nobody.
        same: a judge of your own in its place: takes pairs, gives for each whether its two events are one, or None.
        **settings: of the model, as for `Summarizer`: base_url, api_key, cache, budget, concurrency …; `deadline` is for all
            that is judged.

    Returns:
        Stories of two or more articles, the one that most articles tell first; with what the judge cost (`usage`) and what
        it could not be asked (`problems`).

    Raises:
        ConfigurationError: a model and a judge of your own, settings without a model, a model that can't judge; or as
            `Summarizer`.
    """
    return found_in(map(noted, filter(None, map(brief_in, briefs))), model=model, same=same, **settings)


def found_in(
    found: Iterable[Noted], *, model: str | None = None, same: Same | None = None, **settings: Unpack[Options]
) -> Stories:
    """The stories in what was noted of briefs, here or on other machines (`gathering.noted`); otherwise as `stories`."""
    if model is None:
        if same is None and settings:
            raise ConfigurationError(
                f"{', '.join(sorted(settings))} without a model: name model=… that judges unsure pairs"
            )
        return _told(found, same)
    if same is not None:
        raise ConfigurationError("model and same: one of them judges, not both")
    from nutgraf.desk import judge_desk
    from nutgraf.settings import Settings
    from nutgraf.storylines.judging import SameEvent

    judge = SameEvent(judge_desk(Settings(model=model, **settings)))
    try:
        return _told(found, judge, judge)
    finally:
        judge.close()


def _told(found: Iterable[Noted], same: Same | None, judge: SameEvent | None = None) -> Stories:
    with gathered(found, same=same) as gathering:
        every = list(following(gathering))
        usage, problems = (judge.usage, judge.problems) if judge else (Usage(), ())
        return Stories(every, articles=gathering.articles, events=gathering.notes, usage=usage, problems=problems)


def following(gathering: Gathering) -> Iterator[Story]:
    """The stories of briefs that were gathered and compared, one after another."""
    extract = lru_cache(_EXTRACTS_IN_MEMORY)(gathering.extract)
    for at, clusters in enumerate(grouped(list(gathering.told())), 1):
        members = [
            [Member(of := extract(note.article), of.event(note.event)) for note in map(gathering.note, cluster.events)]
            for cluster in clusters
        ]
        yield made(f"s{at}", members)
