"""Django's entry to the app."""

from django.apps import AppConfig


class PdfConfig(AppConfig):
    """PDFs."""

    name = "portal.pdf"
    label = "pdf"
