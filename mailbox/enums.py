"""Closed lists of the postbox."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MessageKind(TextChoices):
    """What a message is."""

    RECEIPT = "receipt", _("Eingangsbestätigung")
    NOTICE = "notice", _("Mitteilung")
    MESSAGE = "message", _("Nachricht")
