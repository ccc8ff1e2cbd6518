"""That somebody has taken an application back, or wants to."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from applications.enums import WaitsFor
from applications.models.application import Application


class Withdrawal(models.Model):
    """The word that an application is taken back. ``submission`` is its proof and holds the reason, if one was given.

    ``waits_for``: whose word is still needed. Until then the application goes on as if nothing had been said, but staff
    are told; empty when the status was changed at once.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="withdrawals", verbose_name=_("Antrag")
    )
    submission = models.OneToOneField(
        "submissions.Submission", on_delete=models.PROTECT, related_name="withdrawal", verbose_name=_("Eingang")
    )
    waits_for = models.CharField(_("wartet auf"), max_length=16, choices=WaitsFor, blank=True, default="")
    at = models.DateTimeField(_("wann"))

    class Meta:
        """Newest first."""

        verbose_name = _("Rücknahme")
        verbose_name_plural = _("Rücknahmen")
        ordering = ("-at", "id")
