"""English: its words, its inflection, its rules."""
