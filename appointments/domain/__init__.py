"""Decisions about appointments, as plain functions."""
