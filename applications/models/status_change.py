"""The history of an application's status, one row per change."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from applications.enums import ApplicationStatus
from applications.models.application import Application
from portal.crypto.models import EncryptedTextField


class StatusChange(models.Model):
    """One step of an application. The first row has no ``from_status``: the application came in.

    ``note`` is for colleagues and is never shown to the claimant.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="status_changes", verbose_name=_("Antrag")
    )
    from_status = models.CharField(_("von"), max_length=24, choices=ApplicationStatus.choices, blank=True)
    to_status = models.CharField(_("nach"), max_length=24, choices=ApplicationStatus.choices)
    at = models.DateTimeField(_("wann"))
    actor_role = models.CharField(_("in welcher Rolle"), max_length=20)
    membership = models.ForeignKey(
        "accounts.StaffMembership", null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("wer")
    )
    note = EncryptedTextField(_("Notiz"), blank=True, default="")

    class Meta:
        """Newest first, as the timeline shows it."""

        verbose_name = _("Statuswechsel")
        verbose_name_plural = _("Statuswechsel")
        ordering = ("-at",)
