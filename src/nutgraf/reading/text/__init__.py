"""The text cut up: paragraphs, sentences, quotation marks in pairs, and what in them is no speech."""
