"""From the computer to the phone: a page on which photos for exactly one item can be uploaded."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.crypto.models import EncryptedTextField


class HandOver(models.Model):
    """Somebody at a computer has asked to take the photos with a phone. Whoever has the code may upload, nothing else.

    ``code_index`` finds the row by the code, ``code`` shows it again on the computer only. ``place`` says to the app
    that asked for what it is (never shown), ``title`` what the phone shows, ``back`` the address to return to.
    ``opened_by_…``: in whose name the photos come; ``is_own_post``: they are the own post of ``person``.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code_index = models.CharField(max_length=32, unique=True)
    code = EncryptedTextField(_("Code"))
    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="+", verbose_name=_("Fall"))
    person = models.ForeignKey(
        "cases.Person", null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("Person")
    )
    title = EncryptedTextField(_("wofür"))
    place = models.CharField(max_length=120)
    back = models.CharField(max_length=300)
    evidence_code = models.CharField(max_length=40, blank=True, default="")
    evidence_person = models.CharField(max_length=40, blank=True, default="")
    is_restricted = models.BooleanField(default=False)
    is_own_post = models.BooleanField(default=False, editable=False)
    opened_by_role = models.CharField(max_length=20)
    opened_by_standing_id = models.UUIDField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField(_("gilt bis"))

    class Meta:
        """Newest first."""

        verbose_name = _("Übergabe an das Handy")
        verbose_name_plural = _("Übergaben an das Handy")
        ordering = ("-created_at",)
        indexes = [models.Index(fields=["expires_at"], name="hand_over_expires")]

    @property
    def is_open(self) -> bool:
        """Whether the code still takes photos."""
        return self.expires_at > timezone.now()
