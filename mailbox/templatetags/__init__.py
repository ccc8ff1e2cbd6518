"""Template tags of the postbox."""
