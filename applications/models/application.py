"""An application as the jobcenter works on it: who, where it stands, who looks after it."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from applications.enums import ApplicationStatus, ChecksState
from portal.accounts.models import Jobcenter


class Application(models.Model):
    """One application for benefits after sending. What was said stands in ``submission``; here stands the work on it.

    Which jobcenter works on it is the case's business alone, so that the two can never disagree. ``received_at``
    repeats the submission's time, which never changes: the triage list sorts by it all day. A correction
    (``is_correction``) says anew what ``follows`` has said; it counts from when that one does. ``copy_told_at`` is when
    the person was told that what she has sent is kept until ``copy_told_until`` only.
    ``iban_index`` stands for the account named in it: staff find it by the whole IBAN, nobody can read it there.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(
        "cases.Case", on_delete=models.PROTECT, related_name="applications", verbose_name=_("Fall")
    )
    person = models.ForeignKey(
        "cases.Person", on_delete=models.PROTECT, related_name="applications", verbose_name=_("Person")
    )
    submission = models.OneToOneField(
        "submissions.Submission", on_delete=models.PROTECT, related_name="application", verbose_name=_("Eingang")
    )
    form_key = models.CharField(_("Formular"), max_length=60)
    status = models.CharField(
        _("Stand"), max_length=24, choices=ApplicationStatus.choices, default=ApplicationStatus.RECEIVED
    )
    urgent = models.BooleanField(_("dringend"), default=False)
    effective_from = models.DateField(_("gilt ab"), null=True, help_text=_("§ 37 Abs. 2 SGB II; nur Anträge"))
    received_at = models.DateTimeField(_("eingegangen"))
    team = models.ForeignKey(
        "accounts.Team", null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("Team")
    )
    assigned_to = models.ForeignKey(
        "accounts.StaffMembership",
        null=True,
        on_delete=models.PROTECT,
        related_name="assigned_applications",
        verbose_name=_("zuständig"),
    )
    iban_index = models.CharField(max_length=32, null=True, db_index=True, editable=False)  # noqa: DJ001 -- null: none
    checks_state = models.CharField(
        _("Automatische Prüfung"), max_length=8, choices=ChecksState.choices, default=ChecksState.PENDING
    )
    checked_at = models.DateTimeField(_("geprüft am"), null=True)
    follows = models.ForeignKey(
        "self",
        null=True,
        on_delete=models.PROTECT,
        related_name="followed_by",
        verbose_name=_("gehört zu"),
        help_text=_("Antrag, den diese Sendung ergänzt, berichtigt oder fortsetzt"),
    )
    is_correction = models.BooleanField(_("berichtigt"), default=False)
    copy_told_at = models.DateTimeField(null=True, editable=False)
    copy_told_until = models.DateField(null=True, editable=False)
    created_at = models.DateTimeField(_("angelegt"), default=timezone.now, editable=False)

    class Meta:
        """Oldest first, as work is done."""

        verbose_name = _("Antrag")
        verbose_name_plural = _("Anträge")
        ordering = ("received_at", "id")
        indexes = [
            models.Index(fields=["status", "received_at"], name="application_triage"),
            models.Index(fields=["assigned_to", "status"], name="application_mine"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=ApplicationStatus.values), name="application_status_known"),
            models.CheckConstraint(
                condition=Q(is_correction=False) | Q(follows__isnull=False), name="application_corrects_another"
            ),
            models.CheckConstraint(
                condition=Q(checks_state=ChecksState.PENDING) | Q(checked_at__isnull=False),
                name="application_checked_has_time",
            ),
        ]

    @property
    def jobcenter(self) -> Jobcenter | None:
        """The jobcenter that works on it; None while nobody knows yet who is responsible (clearing list)."""
        return self.case.jobcenter
