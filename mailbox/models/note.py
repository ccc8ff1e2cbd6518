"""What colleagues write for each other."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mailbox.enums import NoteKind
from mailbox.models.thread import Thread
from portal.crypto.models import EncryptedTextField


class Note(models.Model):
    """An internal note on a case, beside a conversation or by itself. No page, file or e-mail for the person shows it
    while the procedure runs; what the file inspection must show (§ 25 SGB X, Art. 15 GDPR) is handed out by people.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="notes", verbose_name=_("Fall"))
    thread = models.ForeignKey(
        Thread,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="notes",
        verbose_name=_("Nachrichtenverlauf"),
    )
    kind = models.CharField(_("Art"), max_length=12, choices=NoteKind)
    body = EncryptedTextField(_("Text"))
    author = models.ForeignKey(
        "accounts.StaffMembership", on_delete=models.PROTECT, related_name="+", verbose_name=_("geschrieben von")
    )
    created_at = models.DateTimeField(_("geschrieben"), default=timezone.now, editable=False)

    class Meta:
        """Newest first."""

        verbose_name = _("interne Notiz")
        verbose_name_plural = _("interne Notizen")
        ordering = ("-created_at",)
