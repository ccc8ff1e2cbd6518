"""The law as data and arithmetic: dated parameters with their sources, and pure functions of them. Knows no claim."""
