"""The commands that are more than a page, a module each; `nutgraf.cli` is their index."""
