"""What the office did with a conversation besides writing in it."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mailbox.enums import ThreadStepKind, Topic
from mailbox.models.thread import Thread
from portal.crypto.models import EncryptedTextField


class ThreadStep(models.Model):
    """History of a conversation: given to another team or topic, or marked as needing no answer. Never altered.

    ``reason`` is for colleagues; the person finds it in the copy of their data.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    thread = models.ForeignKey(
        Thread, on_delete=models.CASCADE, related_name="steps", verbose_name=_("Nachrichtenverlauf")
    )
    kind = models.CharField(_("Schritt"), max_length=10, choices=ThreadStepKind)
    from_team = models.ForeignKey("accounts.Team", null=True, on_delete=models.SET_NULL, related_name="+")
    to_team = models.ForeignKey("accounts.Team", null=True, on_delete=models.SET_NULL, related_name="+")
    from_topic = models.CharField(max_length=12, choices=Topic)
    to_topic = models.CharField(max_length=12, choices=Topic)
    membership = models.ForeignKey("accounts.StaffMembership", on_delete=models.PROTECT, related_name="+")
    reason = EncryptedTextField(blank=True, default="")
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """Oldest first."""

        verbose_name = _("Schritt eines Nachrichtenverlaufs")
        verbose_name_plural = _("Schritte von Nachrichtenverläufen")
        ordering = ("at", "pk")
