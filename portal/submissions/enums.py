"""Closed lists of the submissions app."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SubmissionKind(TextChoices):
    """What was handed in."""

    APPLICATION = "application", _("Antrag")
    CHANGE_NOTICE = "change_notice", _("Veränderungsmitteilung")
    MESSAGE = "message", _("Nachricht")
    DOCUMENT = "document", _("Unterlagen")
    WITHDRAWAL = "withdrawal", _("Rücknahme")
    APPOINTMENT_REQUEST = "appointment_request", _("Terminanfrage")
