"""With what force a text tells a verb: as done, to come, possible, tried, denied, not so."""
