"""The reporting clause: a cue with its subject and its hearer, and where what it reports begins."""
