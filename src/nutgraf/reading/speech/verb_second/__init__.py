"""Rules of speech for languages whose finite verb stands second, or last in a subordinate clause, and that capitalise nouns: German."""
