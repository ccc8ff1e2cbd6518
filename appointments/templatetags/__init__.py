"""Template tags of the appointments."""
