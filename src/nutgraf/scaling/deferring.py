"""An exchange that does not ask: it answers from the cache and from collected batches, and notes what is left."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from nutgraf.asking.budget.tab import Tab
from nutgraf.asking.exchange import Exchange
from nutgraf.asking.line.batches import Batches
from nutgraf.asking.line.dialect import Dialect, NotUnderstood
from nutgraf.asking.question.asked import Question
from nutgraf.asking.replies.answer import Reply
from nutgraf.counting import counted
from nutgraf.errors import ModelError, NutgrafError
from nutgraf.parsed import is_object
from nutgraf.results import Usage

_log = logging.getLogger("nutgraf")


class Deferred(ModelError):
    """The answer is not there yet: the question waits for a batch."""


class RepairDeferred(NutgrafError):
    """The repair of an answer waits for a batch: without it the brief would pass for done."""


class Answered:
    """The lines of downloaded answer files, by the name of their request; on disk, read when they are wanted."""

    def __init__(self) -> None:
        self._places: dict[str, tuple[Path, int]] = {}

    def add(self, path: Path) -> None:
        """Take in a file."""
        unread = start = 0
        with path.open("rb") as file:
            for line in file:
                found = _object_in(line)
                if found is not None and isinstance(name := found.get("custom_id"), str):
                    self._places[name] = (path, start)
                elif line.strip():
                    unread += 1
                start += len(line)
        if unread:
            _log.warning("a batch's answers hold %s that can't be read: asked again", counted(unread, "line"))

    def take(self, name: str) -> Mapping[str, Any] | None:
        """The line of a request, once."""
        place = self._places.pop(name, None)
        if place is None:
            return None
        with place[0].open("rb") as file:
            file.seek(place[1])
            return _object_in(file.readline())


def _object_in(line: bytes) -> Mapping[str, Any] | None:
    """The object of a line, or None where it was cut or is none."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if is_object(found) else None


class Deferring(Exchange):
    """In the place of a Summarizer's exchange: what it would ask for is noted.

    Attributes:
        answered: what came back.
        asked_in: how the requests of the batches were put.
        batches: reads it.
        note: called with the name of a question, and the question, that waits for a batch.
        online: ask at once for what repairs an answer.
    """

    defers = Deferred
    answered: Answered
    asked_in: Dialect
    batches: Batches
    note: Callable[[str, Question], None]
    online: bool

    async def ask(self, question: Question, tab: Tab, *, again: bool = True, instead: Question | None = None) -> Reply:
        """The answer, if it is there.

        Raises:
            Deferred, RepairDeferred: it waits for a batch.
            ModelError, ConfigurationError: what the batch said of it.
        """
        name = self._name(question)
        if (kept := self._kept(question, name, tab)) is not None:
            return kept
        line = self.answered.take(name) if instead is None else None
        if line is not None and (reply := self._read(question, name, line, tab)) is not None:
            return reply
        if self.online and (instead is not None or _repairs(question)):
            return await super().ask(question, tab, again=again, instead=instead)
        self.note(name, instead or question)
        if _repairs(question):
            raise RepairDeferred("its repair waits for a batch")
        raise Deferred("waits for a batch", usage=Usage())

    def _read(self, question: Question, name: str, line: Mapping[str, Any], tab: Tab) -> Reply | None:
        spent = Usage(requests=1)
        try:
            reply = self.batches.reply(question, line, self.asked_in)
            spent = Usage() if reply is None else reply.usage  # None: nobody worked on it
        except NotUnderstood as complaint:
            self.manners.dialect, reply = complaint.dialect, None
        except ModelError as error:
            spent = error.usage or spent
            raise
        finally:
            self.ledger.add(spent, question.step)
            tab.add(spent)
        if reply is not None:
            self._keep(name, reply)
        return reply


def _repairs(question: Question) -> bool:
    """True for what comes after an answer: what failed asked again, what holds judged."""
    return any(name.startswith(("repair/", "judge/")) for name in question.prompts)
