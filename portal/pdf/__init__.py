"""Accessible, archivable PDFs from HTML: PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3) in one file."""
