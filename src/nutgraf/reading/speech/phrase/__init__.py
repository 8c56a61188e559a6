"""Noun phrases that may speak: where they begin and end, alone, in couples, first in a clause, before an adverbial."""
