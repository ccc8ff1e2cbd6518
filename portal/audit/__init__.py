"""Who did what to whose case: append-only events without contents, numbered and chained by a sealer."""
