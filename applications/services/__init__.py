"""Use cases of the applications."""
