"""Fonts that travel with every PDF, and the mark of PDF/UA."""
