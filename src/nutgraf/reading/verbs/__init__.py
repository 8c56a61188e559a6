"""Verb groups of a clause, and what they say about time and truth."""
