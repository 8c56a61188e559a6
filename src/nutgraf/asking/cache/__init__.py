"""Answers kept and found again."""
