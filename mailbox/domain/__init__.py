"""Decisions and life cycles of the postbox."""
