"""The commands, a module each, and what they share; `nutgraf.cli` is their index."""
