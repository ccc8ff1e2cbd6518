"""Who works where, as what, from when to when."""

import datetime
import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.enums import StaffRole
from portal.accounts.models.jobcenter import Jobcenter, Team


class StaffMembershipQuerySet(models.QuerySet["StaffMembership"]):
    """Named filters on staff memberships."""

    def valid_on(self, day: datetime.date) -> Self:
        """Keep memberships that hold on ``day``; the first and the last day are inclusive."""
        return self.filter(models.Q(valid_to__isnull=True) | models.Q(valid_to__gte=day), valid_from__lte=day)

    def current(self) -> Self:
        """Keep memberships that hold today (local date) of accounts and jobcenters that are active."""
        return self.valid_on(timezone.localdate()).filter(user__is_active=True, jobcenter__is_active=True)


class StaffMembership(models.Model):
    """A user's work for one jobcenter. ``display_name`` is what claimants and colleagues see.

    ``opens_restricted`` is a function of its own, whatever the role: papers about health and the like (§ 35 (1) SGB I).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="staff_memberships", verbose_name=_("Konto")
    )
    jobcenter = models.ForeignKey(
        Jobcenter, on_delete=models.CASCADE, related_name="staff_memberships", verbose_name=_("Jobcenter")
    )
    team = models.ForeignKey(
        Team, on_delete=models.SET_NULL, null=True, blank=True, related_name="staff_memberships", verbose_name=_("Team")
    )
    role = models.CharField(_("Rolle"), max_length=16, choices=StaffRole, default=StaffRole.CASEWORKER)
    display_name = models.CharField(_("Anzeigename"), max_length=120)
    phone = models.CharField(
        _("Durchwahl"), max_length=40, blank=True, default="", help_text=_("Leer: Telefon des Teams")
    )
    reachable = models.CharField(
        _("Sprechzeiten"),
        max_length=120,
        blank=True,
        default="",
        help_text=_("Zum Beispiel: Montag bis Donnerstag, 9 bis 12 Uhr. Leer: Öffnungszeiten des Standorts"),
    )
    valid_from = models.DateField(_("gültig ab"), default=timezone.localdate)
    valid_to = models.DateField(_("gültig bis"), null=True, blank=True)
    opens_restricted = models.BooleanField(
        _("darf besonders geschützte Unterlagen öffnen"),
        default=False,
        help_text=_(
            "Atteste, Bescheide zur Teilhabe und Ähnliches. Nur für Personen, die über einen Mehrbedarf oder die "
            "Erwerbsfähigkeit entscheiden. Jedes Öffnen braucht einen Zweck, und die betroffene Person kann ihn lesen."
        ),
    )

    objects = StaffMembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("Beschäftigte Person")
        verbose_name_plural = _("Beschäftigte")
        ordering = ["display_name"]
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=models.Q(valid_to__isnull=True), name="one_open_staff_membership_per_user"
            ),
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gte=models.F("valid_from")),
                name="staff_membership_ends_after_its_start",
            ),
        ]

    def __str__(self) -> str:
        return self.display_name


class Absence(models.Model):
    """Somebody is away from ``first_day`` to ``last_day`` (inclusive, local dates); who stands in for them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    membership = models.ForeignKey(
        StaffMembership, on_delete=models.CASCADE, related_name="absences", verbose_name=_("wer fehlt")
    )
    first_day = models.DateField(_("erster Tag"))
    last_day = models.DateField(_("letzter Tag"))
    deputy = models.ForeignKey(
        StaffMembership,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("Vertretung"),
    )

    class Meta:
        verbose_name = _("Abwesenheit")
        verbose_name_plural = _("Abwesenheiten")
        ordering = ["first_day"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")), name="absence_ends_after_its_start"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
