"""What is put before a model that only points: clauses and sentences of the article that can stand as lines of a brief."""
