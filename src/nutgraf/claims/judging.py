"""A model that judges statements by the sentences that code found for them: many in one request, each with its neighbours."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from nutgraf.asking import loop
from nutgraf.asking.budget.tab import Tab
from nutgraf.asking.exchange import Exchange
from nutgraf.asking.judging import Claim, Docket, Ruling, ask_judge, dockets
from nutgraf.checking.judged import unruled
from nutgraf.claims.index import Index
from nutgraf.claims.statements import Part
from nutgraf.claims.telling import Looked
from nutgraf.desk import Desk
from nutgraf.reading.reading import Reading
from nutgraf.results import Problem, Usage


@dataclass(frozen=True)
class Judged:
    """What a judge said, by statement; what it could not be asked, and what it cost."""

    rulings: Mapping[int, Ruling]
    problems: tuple[Problem, ...]
    usage: Usage
    model: str


def judged(looked: Sequence[Looked], text: Reading, index: Index, desk: Desk) -> Judged:
    """Have judged what rules neither refute nor find word for word; what fails leaves its statements without a ruling.

    Raises:
        ConfigurationError: the endpoint refuses key, model or request.
    """
    return loop.run(_judged(looked, text, index, desk))


async def _judged(looked: Sequence[Looked], text: Reading, index: Index, desk: Desk) -> Judged:
    asked = [at for at, one in enumerate(looked) if one.evidence and one.verdict in ("worded", "open")]
    began, tab = time.monotonic(), Tab(desk.settings.deadline)
    found = _dockets([looked[at] for at in asked], text, index)
    async with aclosing(desk.exchange(Exchange)) as exchange:
        rulings, errors = await ask_judge([(docket, desk.judge(docket)) for docket in found], exchange, tab)
    usage = tab.usage.model_copy(update={"seconds": time.monotonic() - began})
    problems = unruled(len(asked), len(rulings), errors, "the verdict of the rules stands")
    return Judged({asked[n]: ruling for n, ruling in rulings.items()}, problems, usage, desk.endpoint.model)


def _dockets(looked: Sequence[Looked], text: Reading, index: Index) -> list[Docket]:
    """The requests: of the articles only those that a statement rests on are shown."""
    documents: list[list[str]] = []
    places: dict[tuple[str, int], int] = {}
    cited = {evidence.article for one in looked for evidence in one.evidence}
    for reading in index.readings:
        if (key := reading.article.key) not in cited:
            continue
        start = sum(map(len, documents))
        places |= {(key, sentence.start): start + sentence.number - 1 for sentence in reading.sentences}
        documents.append([reading.sentence_span(sentence.number).text for sentence in reading.sentences])
    claims = [
        Claim(
            _for_a_judge(one.part, text),
            tuple(sorted(places[evidence.article, span.start] for evidence in one.evidence for span in evidence.spans)),
        )
        for one in looked
    ]
    return dockets(claims, documents)


_HEAD = 2
"""Words that may stand before a pronoun whose sentence has named nobody yet: "In May he"."""
_PRONOUN = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)


def _for_a_judge(part: Part, text: Reading) -> str:
    """The words, with whom a pronoun at their head means where the text's own sentences tell; a later one they explain themselves."""
    found = _PRONOUN.search(part.span.text)
    if found is None or len(part.span.text[: found.start()].split()) > _HEAD:
        return part.words
    place = part.span.start + found.start(), part.span.start + found.end()
    name = text.voices.name_at(place)
    return f"{part.words} ({found[0].lower()}: {name})" if name and name not in part.words else part.words
