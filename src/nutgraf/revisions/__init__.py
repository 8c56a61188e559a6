"""Two versions of one article: sentences changed, and what of the brief therefore changed; only what changed is asked again.

from nutgraf.revisions import compare, revise
revision = revise(old_brief, new_article, model="openai/gpt-5-mini")
"""

from nutgraf.revisions.revise import arevise, by_rule, compare, revise

__all__ = ["arevise", "by_rule", "compare", "revise"]
