"""What a brief was asked for: of the rest an empty field says nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

from nutgraf.results.brief import Brief

Asked = Literal["quotes", "events", "summary"]
PASSES: tuple[Asked, ...] = get_args(Asked)


def asked_for(brief: Brief, name: Asked) -> bool:
    """Whether a pass of ours was asked for, as its prompts tell. True where they name none of ours, and nobody can know.

    Args:
        brief: the brief.
        name: the pass, which is the brief's field, too: what stands there was asked for.
    """
    return is_asked(name, brief.provenance.prompts, filled=bool(getattr(brief, name)), own=bool(brief.items))


def is_asked(name: Asked, prompts: Iterable[str], *, filled: bool, own: bool) -> bool:
    """The same of the ids of a brief's prompts.

    Args:
        name: the pass.
        prompts: the prompts' ids, "quotes/v2".
        filled: whether the pass's field holds anything.
        own: whether passes of the user's own found anything.
    """
    asked = {prompt.partition("/")[0].removesuffix("_pointing") for prompt in prompts}
    return filled or name in asked or not (asked.intersection(PASSES) or own)
