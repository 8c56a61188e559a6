"""One step asked: its passes together, and what fails of them pass by pass."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from pydantic import BaseModel

from nutgraf.asking.budget.tab import Tab
from nutgraf.asking.exchange import Exchange
from nutgraf.asking.question.asked import Question
from nutgraf.asking.replies.answer import Heard, heard, sound_parts
from nutgraf.errors import BudgetExceeded, ConfigurationError, ModelError, NutgrafError, ReplyInvalid
from nutgraf.steps import Answered, Step

QuestionOf = Callable[[Step], Question]


async def ask_step(step: Step, question_of: QuestionOf, exchange: Exchange, tab: Tab) -> list[Answered]:
    """The answers to one step, a pass each; a pass that got none carries the error in its place.

    Raises:
        ConfigurationError: the endpoint refuses key, model or request, whatever is asked.
    """
    question = question_of(step)
    if len(step.passes) == 1:
        return [await _alone(step, question, exchange, tab)]
    if exchange.caches and not exchange.knows(question):
        singles = [(single, question_of(single)) for single in step.alone()]
        if any(exchange.knows(asked) for _, asked in singles):
            # An earlier run got some passes one by one: only the others are paid for now.
            return [await _alone(single, asked, exchange, tab) for single, asked in singles]
    try:
        reply = await exchange.ask(question, tab, again=False)
        return _answered(step, reply.heard)
    except ReplyInvalid as error:
        if error.formless:  # asked for again as a whole already
            return [_failed(single, error) for single in step.alone()]
        invalid = error
    except (ModelError, BudgetExceeded) as error:
        return [_failed(single, error) for single in step.alone()]
    return await _one_by_one(step, question, invalid, question_of, exchange, tab)


async def ask_again(question: Question, exchange: Exchange, tab: Tab) -> Mapping[str, Sequence[BaseModel]]:
    """The items given again, pass by pass; of an answer that failed as a whole what came whole of it, else nothing.

    Raises:
        ConfigurationError: as `ask_step`.
    """
    try:
        reply = await exchange.ask(question, tab, again=False)
        pieces = [reply.heard]
    except ReplyInvalid as error:
        sound, _ = sound_parts(question.parts, error.raw, room=question.max_output_tokens, cut=error.truncated)
        whole = [part for part in question.parts if part[0] in sound]
        pieces = [heard((part,), sound[part[0]], room=question.max_output_tokens) for part in whole]
    except (ModelError, BudgetExceeded):
        return {}
    return {name: items for piece in pieces for name, items in piece.answer}


async def _alone(
    single: Step, question: Question, exchange: Exchange, tab: Tab, instead: Question | None = None
) -> Answered:
    try:
        reply = await exchange.ask(question, tab, again=instead is None, instead=instead)
    except (ModelError, BudgetExceeded) as error:
        return _failed(single, error)
    return _answered(single, reply.heard)[0]


async def _one_by_one(
    step: Step, together: Question, error: ReplyInvalid, question_of: QuestionOf, exchange: Exchange, tab: Tab
) -> list[Answered]:
    """Keep the parts that are sound; ask for each of the others once more, alone."""
    sound, wrong = sound_parts(together.parts, error.raw, room=together.max_output_tokens, cut=error.truncated)
    tokens = (error.usage.prompt_tokens, error.usage.completion_tokens) if error.usage else (0, 0)
    share = (tokens[0] // len(step.passes), tokens[1] // len(step.passes))
    found: list[Answered] = []
    for single, (name, _) in zip(step.alone(), together.parts, strict=True):
        question = question_of(single)
        kept = exchange.keep(question, sound[name], share) if name in sound else None
        if kept is not None:
            found += _answered(single, kept.heard)
            continue
        reason = f"the answer does not fit the schema: {wrong.get(name, error)}"
        again = question.with_room() if error.truncated else question.with_complaint(reason)
        try:
            found.append(await _alone(single, question, exchange, tab, instead=again))
        except ConfigurationError as refused:
            if not sound or refused.status != 400:
                raise
            found.append(_failed(single, refused))  # what came whole is paid for and stays
    return found


def _answered(step: Step, found: Heard) -> list[Answered]:
    """What was read for each pass; the topics, which belong to the article, with the first."""
    answers = [
        Answered(
            p.name,
            step.window,
            items=getattr(found.answer, p.name),
            unread=tuple(one for one in found.unread if one.step == p.name),
            notes=tuple(note for note in found.notes if note.step == p.name),
        )
        for p in step.passes
    ]
    answers[0] = replace(answers[0], topics=found.topics)
    return answers


def _failed(single: Step, error: NutgrafError) -> Answered:
    return Answered(single.passes[0].name, single.window, error=error)
