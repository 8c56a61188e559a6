"""What was spent: below everything, since errors carry it too."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from nutgraf.parsed import is_object


class Value(BaseModel):
    """A frozen value: equal contents compare equal; pickles, copies and survives JSON."""

    # Aliases are for whoever reads the JSON elsewhere: here a field goes by its name as well.
    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """What a class computes stands in its JSON, and is computed anew where that is read back."""
        schema = handler(source)
        computed = frozenset(cls.__pydantic_decorators__.computed_fields)
        if not computed:
            return schema

        def without(given: Any) -> Any:
            return {name: v for name, v in given.items() if name not in computed} if is_object(given) else given

        return core_schema.no_info_before_validator_function(without, schema)


class Usage(Value):
    """What was spent. Failed, truncated and refused attempts count; answers from the cache are kept apart."""

    requests: int = 0
    cached_requests: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    saved_tokens: int = 0
    """Tokens that cached answers did not cost again."""
    cost_usd: float | None = None
    """US dollars; None when the model's price is not known (or the model is local)."""
    seconds: float = 0.0
    """Wall-clock time."""

    @property
    def total_tokens(self) -> int:
        """Prompt and completion tokens paid for."""
        return self.prompt_tokens + self.completion_tokens

    def __add__(self, other: Usage) -> Usage:
        costs = [u.cost_usd for u in (self, other) if u.cost_usd is not None]
        sums = {n: getattr(self, n) + getattr(other, n) for n in Usage.model_fields if n != "cost_usd"}
        return Usage(cost_usd=sum(costs) if costs else None, **sums)
