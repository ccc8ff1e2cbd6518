"""Pages of the postbox."""
