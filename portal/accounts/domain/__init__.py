"""Decisions about accounts as plain functions."""
