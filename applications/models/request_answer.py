"""What staff answer to somebody who asks for the jobcenter's consent."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from applications.enums import Verdict
from applications.models.application import Application
from portal.crypto.models import EncryptedTextField


class RequestAnswer(models.Model):
    """One answer; the latest counts. ``text`` is what the person reads beside it: the reason, or what is asked."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="answers", verbose_name=_("Anfrage")
    )
    verdict = models.CharField(_("Antwort"), max_length=8, choices=Verdict.choices)
    text = EncryptedTextField(_("Text"), blank=True, default="")
    at = models.DateTimeField(_("wann"))
    membership = models.ForeignKey(
        "accounts.StaffMembership", null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("wer")
    )

    class Meta:
        """Latest first."""

        verbose_name = _("Antwort auf eine Anfrage")
        verbose_name_plural = _("Antworten auf Anfragen")
        ordering = ("-at", "-id")
        constraints = [
            models.CheckConstraint(condition=Q(verdict__in=Verdict.values), name="request_answer_verdict_known")
        ]
