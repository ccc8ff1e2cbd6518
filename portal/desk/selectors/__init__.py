"""Reads for the desk that belong to no single app."""
