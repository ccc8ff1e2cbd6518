"""Measured work, each beside a floor in the same run: ``make bench [NAME=wizard]``."""
