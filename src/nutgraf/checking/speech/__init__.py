"""Quotations held against the article."""
