"""Reads of the applications."""
