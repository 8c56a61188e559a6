"""A text that somebody wrote, held against articles: split into statements, evidence found, weighed by rules, judged by a model."""
