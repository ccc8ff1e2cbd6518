"""Template tags of the applications."""
