"""One message in a thread."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mailbox.enums import MessageKind
from mailbox.models.thread import Thread
from portal.crypto.models import EncryptedTextField


class Message(models.Model):
    """A text to the person (or from her), encrypted. ``key`` is unique: posting the same thing twice posts it once.

    ``addressed_to``: the standings of the representatives it was addressed to (§ 13 (3) SGB X); empty: the person.
    ``read_at`` is when the receiving side opened it in the portal; it has no legal meaning here.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    thread = models.ForeignKey(
        Thread, on_delete=models.CASCADE, related_name="messages", verbose_name=_("Nachrichtenverlauf")
    )
    kind = models.CharField(_("Art"), max_length=8, choices=MessageKind.choices)
    sender_role = models.CharField(_("von"), max_length=20)
    body = EncryptedTextField(_("Text"), blank=True, default="")
    addressed_to = ArrayField(models.UUIDField(), verbose_name=_("gerichtet an"), default=list, blank=True)
    key = models.CharField(max_length=80, unique=True)
    created_at = models.DateTimeField(_("geschrieben"), default=timezone.now, editable=False)
    read_at = models.DateTimeField(_("gelesen"), null=True, blank=True)

    class Meta:
        """Newest first."""

        verbose_name = _("Nachricht")
        verbose_name_plural = _("Nachrichten")
        ordering = ("-created_at",)
        indexes = [models.Index(fields=["thread", "created_at"], name="message_in_thread")]
