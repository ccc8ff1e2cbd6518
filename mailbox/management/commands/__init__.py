"""Commands about the postbox."""
