"""Whether the words of a statement belong together where they stand: doubts that leave it open, never proofs."""
