"""Front door of the app."""

from portal.pdf.services.rendering import EmbeddedFile, Relationship, count_pages, render_pdf

__all__ = ["EmbeddedFile", "Relationship", "count_pages", "render_pdf"]
