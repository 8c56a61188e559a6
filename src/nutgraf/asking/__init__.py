"""Asking: what goes out to a model and how it comes back."""

import logging

logging.getLogger("nutgraf").addHandler(logging.NullHandler())
