"""Encryption at rest: keysets of Google Tink, model fields that are sealed in the database, files, blind index."""
