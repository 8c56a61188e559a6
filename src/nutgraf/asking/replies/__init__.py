"""What came back, and what of it can be kept."""
