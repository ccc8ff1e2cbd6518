"""Closed lists of the submissions app."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ContactChannel(TextChoices):
    """On which way something came or went."""

    PORTAL = "portal", _("Portal")
    PAPER = "paper", _("Post oder Briefkasten")
    PHONE = "phone", _("Telefon")
    IN_PERSON = "in_person", _("persönlich")
    EMAIL = "email", _("E-Mail")
    FAX = "fax", _("Fax")


class SubmissionKind(TextChoices):
    """What was handed in."""

    APPLICATION = "application", _("Antrag")
    CHANGE_NOTICE = "change_notice", _("Veränderungsmitteilung")
    MESSAGE = "message", _("Nachricht")
    DOCUMENT = "document", _("Unterlagen")
    WITHDRAWAL = "withdrawal", _("Rücknahme")
    APPOINTMENT = "appointment", _("Termin")
