"""The words that verb groups and their status go by, as queries on the word table."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS

_any = WORDS.any_of
PRESENT_BE, PAST_BE, HAVE, HAD = _any(c.PRESENT_BE), _any(c.PAST_BE), _any(c.HAVE), _any(c.HAD)
DO, DID, WILL, MAYBE, DUTY = _any(c.DO), _any(c.DID), _any(c.WILL), _any(c.MAYBE), _any(c.DUTY) | {"needs"}
PLANNED, PLANNED_ALONE, PLAN_VERBS = _any(c.PLANNED), _any(c.PLANNED_ALONE), _any(c.PLANS)
CANCELLED, GOING_ON = _any(c.CANCELS | c.PAST), _any(c.LASTS | c.THIRD, c.LASTS | c.BASE) | {"ongoing", "underway"}
SAYING = _any(c.SAID | c.PAST, c.SAID | c.THIRD) | {"say", "saying", "believe", "think"}
IRREGULAR_PAST, ED_BUT_NO_VERB = _any(c.IRREGULAR), _any(c.NO_VERB)
ADVERBS = _any(c.BETWEEN) | {"no"}
ARTICLES = _any(c.ARTICLE, c.POSSESSIVE) | {"some", "any", "no", "of"}
DETERMINERS = ARTICLES | _any(c.DEMONSTRATIVE)
CLAUSE_WORDS = _any(c.BREAK)
CLAUSE_MARKS = frozenset(';:—–"“”()«»')
NEGATIONS = WORDS.values_of(c.NEGATION)
"""Each negation word and the word that stands for its kind."""
