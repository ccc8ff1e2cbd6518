"""The case: one Bedarfsgemeinschaft (§ 7 (3) SGB II) at one jobcenter. Everything handed in hangs on it."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Jobcenter, StaffMembership, Team
from portal.cases.enums import CaseStatus
from portal.crypto.models import EncryptedTextField


class Case(models.Model):
    """One Bedarfsgemeinschaft at one jobcenter.

    Prospective: somebody fills in, nothing was handed in, staff do not see it. Open with a jobcenter: normal work. Open
    without: accepted, nobody knows yet which jobcenter is responsible (clearing list, JUR-01/02).
    ``opened_at`` is the receipt time of the earliest submission; split, merge and forward never make it later
    (ADR 0005).
    ``responsible`` is whom the person is told to turn to: who looks after the latest application.
    ``household_number`` is the Bedarfsgemeinschaft's number at the office, searchable by its keyed index only.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    jobcenter = models.ForeignKey(
        Jobcenter, on_delete=models.PROTECT, null=True, blank=True, related_name="cases", verbose_name=_("Jobcenter")
    )
    team = models.ForeignKey(
        Team, on_delete=models.SET_NULL, null=True, blank=True, related_name="cases", verbose_name=_("Team")
    )
    responsible = models.ForeignKey(
        StaffMembership,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("zuständige Person"),
    )
    status = models.CharField(_("Stand"), max_length=12, choices=CaseStatus, default=CaseStatus.PROSPECTIVE)
    number = models.CharField(_("Fallnummer"), max_length=20, null=True, blank=True, unique=True)
    household_number = EncryptedTextField(_("Nummer der Bedarfsgemeinschaft"), null=True, blank=True)
    household_number_index = models.CharField(max_length=32, null=True, blank=True, db_index=True, editable=False)  # noqa: DJ001 -- null: none
    opened_at = models.DateTimeField(_("eröffnet am"), null=True, blank=True)
    closed_at = models.DateTimeField(_("geschlossen am"), null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("Fall")
        verbose_name_plural = _("Fälle")
        indexes = [models.Index(fields=["jobcenter", "status"], name="case_by_jobcenter_and_status")]
        constraints = [
            models.CheckConstraint(
                condition=Q(status=CaseStatus.PROSPECTIVE, opened_at__isnull=True)
                | (~Q(status=CaseStatus.PROSPECTIVE) & Q(opened_at__isnull=False)),
                name="case_has_opening_time_once_opened",
            ),
            models.CheckConstraint(
                condition=Q(status=CaseStatus.CLOSED, closed_at__isnull=False)
                | (~Q(status=CaseStatus.CLOSED) & Q(closed_at__isnull=True)),
                name="case_has_closing_time_while_closed",
            ),
            models.CheckConstraint(
                condition=Q(team__isnull=True) | Q(jobcenter__isnull=False), name="case_team_needs_jobcenter"
            ),
        ]

    def __str__(self) -> str:
        return self.number or str(self.pk)

    @property
    def is_in_clearing(self) -> bool:
        """Whether the case was accepted and still waits for a jobcenter."""
        return self.status == CaseStatus.OPEN and self.jobcenter_id is None


class CaseStatusChange(models.Model):
    """History of a case's status: one row per change, never altered."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="status_changes")
    from_status = models.CharField(max_length=12, choices=CaseStatus)
    to_status = models.CharField(max_length=12, choices=CaseStatus)
    at = models.DateTimeField()
    actor_role = models.CharField(max_length=16)
    membership = models.ForeignKey(StaffMembership, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["at", "id"]


class JobcenterChange(models.Model):
    """Log of responsibility and forwarding (§ 16 (2) SGB I): which jobcenter got the case when, never altered."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="jobcenter_changes")
    from_jobcenter = models.ForeignKey(Jobcenter, on_delete=models.PROTECT, null=True, related_name="+")
    to_jobcenter = models.ForeignKey(Jobcenter, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    actor_role = models.CharField(max_length=16)
    membership = models.ForeignKey(StaffMembership, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["at", "id"]
