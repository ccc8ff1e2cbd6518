"""Front door of the app."""

from portal.pdf.services.qr import qr_code
from portal.pdf.services.rendering import EmbeddedFile, Relationship, count_pages, render_pdf

__all__ = ["EmbeddedFile", "Relationship", "count_pages", "qr_code", "render_pdf"]
