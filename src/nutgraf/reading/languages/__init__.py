"""What a language says: its words, and how to tell it from another."""
