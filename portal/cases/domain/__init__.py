"""Life of a case."""
