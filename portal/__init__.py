"""Composition root of the jobcenter portal and the capabilities that every app stands on."""
