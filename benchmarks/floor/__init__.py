"""The floors: the least that the same stack needs for the same visible thing."""
