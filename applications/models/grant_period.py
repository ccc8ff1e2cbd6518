"""For how long benefits are granted: the Bewilligungszeitraum, as staff enter it (§ 41(3) SGB II)."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from applications.enums import ApplicationStatus


class GrantPeriodQuerySet(models.QuerySet["GrantPeriod"]):
    """Named filters on grant periods."""

    def current(self) -> "GrantPeriodQuerySet":
        """Keep of every case the row that was entered last: it counts, the others are history."""
        later = GrantPeriod.objects.filter(
            Q(entered_at__gt=models.OuterRef("entered_at"))
            | Q(entered_at=models.OuterRef("entered_at"), pk__gt=models.OuterRef("pk")),
            case_id=models.OuterRef("case_id"),
        )
        return self.filter(~models.Exists(later))

    def not_renewed(self) -> "GrantPeriodQuerySet":
        """Keep those after which nobody has asked for more; a renewal that was withdrawn is none."""
        return self.filter(Q(renewed_by__isnull=True) | Q(renewed_by__status=ApplicationStatus.WITHDRAWN))


class GrantPeriod(models.Model):
    """One entry of first and last day; rows are never changed, so that a correction keeps what stood there before.

    ``renewed_by`` is the application that asks for benefits after the last day; ``reminded_at`` when the person was
    told that the period ends.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(
        "cases.Case", on_delete=models.CASCADE, related_name="grant_periods", verbose_name=_("Fall")
    )
    starts_on = models.DateField(_("bewilligt ab"))
    ends_on = models.DateField(_("bewilligt bis"))
    entered_by = models.ForeignKey(
        "accounts.StaffMembership", on_delete=models.PROTECT, related_name="+", verbose_name=_("eingetragen von")
    )
    entered_at = models.DateTimeField(_("eingetragen am"), default=timezone.now, editable=False)
    renewed_by = models.ForeignKey(
        "applications.Application",
        null=True,
        on_delete=models.SET_NULL,
        related_name="renewed_periods",
        verbose_name=_("Weiterbewilligung beantragt mit"),
    )
    reminded_at = models.DateTimeField(_("erinnert am"), null=True, editable=False)

    objects = GrantPeriodQuerySet.as_manager()

    class Meta:
        """Latest entry first."""

        verbose_name = _("Bewilligungszeitraum")
        verbose_name_plural = _("Bewilligungszeiträume")
        ordering = ("-entered_at", "-id")
        indexes = [models.Index(fields=["case", "entered_at"], name="grant_period_in_case")]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="grant_period_ends_after_start")
        ]
