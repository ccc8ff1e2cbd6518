"""Advice centres, training providers and the like, whose members help clients."""

import datetime
import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.enums import OrganisationKind, OrganisationRole
from portal.accounts.models.jobcenter import validate_postcode


class Organisation(models.Model):
    """A body that helps people with their matters. ``confirmed_at``: the operators have checked that it exists.

    Until then it can be prepared, but no client can be taken on.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("Name"), max_length=120, unique=True)
    kind = models.CharField(_("Art"), max_length=16, choices=OrganisationKind, default=OrganisationKind.ADVICE_CENTRE)
    street = models.CharField(_("Straße und Hausnummer"), max_length=120)
    postcode = models.CharField(_("Postleitzahl"), max_length=5, validators=[validate_postcode])
    city = models.CharField(_("Ort"), max_length=80)
    phone = models.CharField(_("Telefon"), max_length=40)
    email = models.EmailField(_("E-Mail-Adresse"), blank=True)
    confirmed_at = models.DateTimeField(_("geprüft am"), null=True, blank=True)
    is_active = models.BooleanField(_("nimmt am Portal teil"), default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("Organisation")
        verbose_name_plural = _("Organisationen")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class OrganisationMembershipQuerySet(models.QuerySet["OrganisationMembership"]):
    """Named filters on memberships."""

    def current(self, day: datetime.date | None = None) -> Self:
        """Keep memberships that hold on ``day`` (today, local date) of active accounts in active, checked bodies."""
        day = day or timezone.localdate()
        return self.filter(
            models.Q(valid_to__isnull=True) | models.Q(valid_to__gte=day),
            valid_from__lte=day,
            ended_at__isnull=True,
            user__is_active=True,
            organisation__is_active=True,
            organisation__confirmed_at__isnull=False,
        )


class OrganisationMembership(models.Model):
    """A user's work for an organisation; the first and the last day are inclusive.

    ``ended_at``: somebody has ended it, and from that moment on it gives access to nothing.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="organisation_memberships",
        verbose_name=_("Konto"),
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="memberships", verbose_name=_("Organisation")
    )
    role = models.CharField(_("Rolle"), max_length=16, choices=OrganisationRole, default=OrganisationRole.MEMBER)
    display_name = models.CharField(_("Anzeigename"), max_length=120)
    valid_from = models.DateField(_("gültig ab"), default=timezone.localdate)
    valid_to = models.DateField(_("gültig bis"), null=True, blank=True)
    ended_at = models.DateTimeField(_("beendet am"), null=True, blank=True)

    objects = OrganisationMembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("Mitglied einer Organisation")
        verbose_name_plural = _("Mitglieder von Organisationen")
        ordering = ["display_name"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisation"],
                condition=models.Q(valid_to__isnull=True),
                name="one_open_membership_per_user_and_organisation",
            ),
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gte=models.F("valid_from")),
                name="organisation_membership_ends_after_its_start",
            ),
        ]

    def __str__(self) -> str:
        return self.display_name
