"""One question as it goes out: prompt, schema, messages, key."""
