"""Which two tellings of a verb can't both be true: "will close" beside "closed", "may close" beside "does not close"."""

from __future__ import annotations

from nutgraf.checking.rules.claim import Outcome
from nutgraf.checking.rules.force.governed import Manner

TELLING: dict[Manner, tuple[str, str]] = {
    "will": ("plan_as_done", "as to come"),
    "planned": ("plan_as_done", "as planned"),
    "decided": ("plan_as_done", "as decided"),
    "maybe": ("maybe_as_certain", "as possible"),
    "would": ("maybe_as_certain", "as what would be"),
    "sought": ("attempt_as_done", "as tried or wanted"),
    "denied": ("denied_as_fact", "as denied"),
    "alleged": ("alleged_as_fact", "as alleged"),
    "almost": ("nearly_as_done", "as nearly so"),
    "not": ("negation_dropped", "with a negation"),
    "done": ("done_as_coming", "as done"),
    "present": ("done_as_coming", "as a fact"),
    "ongoing": ("done_as_coming", "as going on"),
}
"""By the manner of the sentences the rule that it breaks to tell it otherwise, and how they tell it."""
_FACT: dict[Manner, Outcome] = {
    **dict.fromkeys(("will", "planned", "maybe", "would", "sought", "denied", "almost", "not"), "refuted"),
    **dict.fromkeys(("decided", "alleged"), "open"),
}
CLASHES: dict[Manner, dict[Manner, Outcome]] = {
    "done": _FACT,
    "ongoing": _FACT,
    "present": {**_FACT, "will": "open", "planned": "open", "would": "open"},  # "the mill closes in May"
    "will": {
        **dict.fromkeys(("done", "maybe", "not", "denied"), "refuted"),
        **dict.fromkeys(("sought", "almost"), "open"),
    },
    "planned": dict.fromkeys(("done", "maybe", "not", "denied", "sought", "almost"), "open"),
    "decided": dict.fromkeys(("maybe", "not", "denied"), "open"),
    "would": {"done": "open", "not": "refuted", "denied": "refuted"},
    "maybe": {"done": "open"},
    "sought": {"denied": "open"},
    "alleged": {"maybe": "open", "not": "open"},
    "denied": {"done": "open"},
    "almost": {"done": "open"},
    "not": {
        **dict.fromkeys(("done", "will", "present", "ongoing"), "refuted"),
        **dict.fromkeys(("planned", "decided", "maybe", "alleged"), "open"),
    },
}
"""By the manner of a statement those of sentences that it can't be true beside: proved, or as far as words tell."""
