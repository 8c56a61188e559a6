"""A statement or sentence as its words: folded, its numbers in every form, its countries and peoples."""
