"""Numbers in digits and words, and what they count or measure."""
