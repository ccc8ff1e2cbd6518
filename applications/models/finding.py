"""What the automatic checks found: questions about data, never a verdict (docs/concepts.md)."""

import uuid
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from applications.enums import FindingState, Severity
from applications.models.application import Application
from portal.crypto.models import EncryptedJSONField, EncryptedTextField


class Finding(models.Model):
    """One finding of one rule for one application.

    ``key`` (keyed hash) names the same question across evaluations. ``refs`` are paths in the claim, never values.
    ``staff_message`` and ``claimant_message`` are ``{"msgid": str, "data": {name: str}}``, so that a stored finding can
    be read in another language; an empty ``claimant_message`` is not for the claimant. ``title`` is the rule's, without
    social data. ``parameters``: ``[{"key": str, "valid_from": "YYYY-MM-DD"}]`` of the law the finding rests on.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="findings", verbose_name=_("Antrag")
    )
    key = models.CharField(max_length=32)
    rule_id = models.CharField(_("Regel"), max_length=40)
    rule_version = models.PositiveSmallIntegerField(_("Fassung der Regel"))
    severity = models.CharField(_("Gewicht"), max_length=1, choices=Severity.choices)
    title = models.CharField(_("Worum es geht"), max_length=200)
    legal_basis = models.CharField(_("Rechtsgrundlage"), max_length=200, blank=True)
    person_answer_id = models.CharField(max_length=40, blank=True)
    refs = models.JSONField(default=list, blank=True)
    parameters = models.JSONField(default=list, blank=True)
    staff_message = EncryptedJSONField(_("Feststellung"), default=dict)
    claimant_message = EncryptedJSONField(_("Frage"), default=dict, blank=True)
    state = models.CharField(_("Stand"), max_length=12, choices=FindingState.choices, default=FindingState.OPEN)
    decided_by = models.ForeignKey(
        "accounts.StaffMembership", null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("wer")
    )
    decided_at = models.DateTimeField(_("wann"), null=True)
    reason = EncryptedTextField(_("Begründung"), blank=True, default="")
    found_at = models.DateTimeField(_("zuerst gefunden"))

    class Meta:
        """One row per question and application."""

        verbose_name = _("Feststellung")
        verbose_name_plural = _("Feststellungen")
        ordering = ("rule_id", "key")
        constraints = [
            models.UniqueConstraint(fields=["application", "key"], name="finding_once_per_application"),
            models.CheckConstraint(condition=Q(severity__in=Severity.values), name="finding_severity_known"),
            models.CheckConstraint(
                condition=Q(state=FindingState.OPEN) | Q(decided_at__isnull=False), name="finding_decided_has_time"
            ),
        ]

    @property
    def staff_text(self) -> str:
        """The sentence for caseworkers, in the active language."""
        return _sentence(self.staff_message)

    @property
    def claimant_text(self) -> str:
        """The sentence for the claimant; empty when the finding is not for the claimant."""
        return _sentence(self.claimant_message)


def _sentence(message: dict[str, Any]) -> str:
    """``msgid`` in the active language with its data filled in; as plausibility.base.Text does before storing."""
    if not message:
        return ""
    text = gettext(message["msgid"])
    return text % message["data"] if message["data"] else text
