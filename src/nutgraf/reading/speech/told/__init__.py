"""What is reported: the clause behind a cue or before it, and where it ends."""
