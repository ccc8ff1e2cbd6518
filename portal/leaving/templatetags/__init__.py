"""Template tags of leaving."""
