"""Decisions about uploads (inspection) and how files lie on disk (storage)."""
