"""What may be spent, what was spent, what it costs."""
