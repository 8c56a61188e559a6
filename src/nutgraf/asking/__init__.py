"""Asking: what goes out to a model and how it comes back."""
