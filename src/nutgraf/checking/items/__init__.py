"""Items of any class held against the article, and what is asked again."""
