"""One step asked: its passes together, and what fails of them pass by pass."""

from __future__ import annotations

from collections.abc import Callable

from nutgraf.asking.exchange import Exchange, Tab
from nutgraf.asking.question.asked import Question
from nutgraf.asking.replies.salvage import flaw_of, sound_parts
from nutgraf.errors import BudgetExceeded, ModelError, NutgrafError, ReplyInvalid
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
        return [Answered(p.name, step.window, items=getattr(reply.answer, p.name)) for p in step.passes]
    except ReplyInvalid as error:
        invalid = error
    except (ModelError, BudgetExceeded) as error:
        return [_failed(single, error) for single in step.alone()]
    return await _one_by_one(step, question, invalid, question_of, exchange, tab)


async def _alone(
    single: Step, question: Question, exchange: Exchange, tab: Tab, instead: Question | None = None
) -> Answered:
    (asked,) = single.passes
    try:
        reply = await exchange.ask(question, tab, again=instead is None, instead=instead)
    except (ModelError, BudgetExceeded) as error:
        return _failed(single, error)
    return Answered(asked.name, single.window, items=getattr(reply.answer, asked.name))


async def _one_by_one(
    step: Step, together: Question, error: ReplyInvalid, question_of: QuestionOf, exchange: Exchange, tab: Tab
) -> list[Answered]:
    """Keep the parts that are sound; ask for each of the others once more, alone."""
    sound = sound_parts(together.parts, error)
    tokens = (error.usage.prompt_tokens, error.usage.completion_tokens) if error.usage else (0, 0)
    share = (tokens[0] // len(step.passes), tokens[1] // len(step.passes))
    found: list[Answered] = []
    for single, part in zip(step.alone(), together.parts, strict=True):
        question, (name, _) = question_of(single), part
        kept = exchange.keep(question, sound[name], share) if name in sound else None
        if kept is not None:
            found.append(Answered(name, step.window, items=getattr(kept.answer, name)))
            continue
        again = question.with_room() if error.truncated else question.with_complaint(flaw_of(part, error))
        found.append(await _alone(single, question, exchange, tab, instead=again))
    return found


def _failed(single: Step, error: NutgrafError) -> Answered:
    return Answered(single.passes[0].name, single.window, error=error)
