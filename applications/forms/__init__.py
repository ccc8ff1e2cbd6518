"""Validation of what a browser sends."""
