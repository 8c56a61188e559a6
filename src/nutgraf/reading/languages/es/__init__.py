"""Spanish as far as dates and numbers go: its words, its inflection, its rules."""
