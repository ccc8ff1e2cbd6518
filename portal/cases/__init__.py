"""Cases, the persons in them, and who may act on which case."""
