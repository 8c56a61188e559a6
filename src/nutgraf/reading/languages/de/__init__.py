"""German: its words, its inflection, its rules."""
