"""What a brief was asked for: of the rest an empty field says nothing."""

from __future__ import annotations

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
    asked = {prompt.partition("/")[0].removesuffix("_pointing") for prompt in brief.provenance.prompts}
    return bool(getattr(brief, name)) or name in asked or not (asked.intersection(PASSES) or brief.items)
