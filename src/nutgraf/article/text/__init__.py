"""What a text shows of its make by rule alone: the dateline, and what stands around the story."""
