"""The rules of speech, by what reports: verbs, participles, infinitives, nouns, phrases, a cue named by an answer."""
