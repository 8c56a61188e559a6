"""Expressions of time, and the days, months and years that they come to."""
