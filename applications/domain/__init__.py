"""Decisions and life cycles of the applications."""
