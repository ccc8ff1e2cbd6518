"""Who may act on which case, with which scopes, from when to when, on what proof."""

import datetime
import uuid
from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Organisation, StaffMembership
from portal.cases.enums import ACTING_AS, GuardianTask, Scope, StandingKind
from portal.cases.models.case import Case
from portal.cases.models.person import Person
from portal.crypto.models import EncryptedTextField

LONGEST_SCOPE = 20
_SCOPES = [(scope.value, scope.value) for scope in Scope]


class StandingQuerySet(models.QuerySet["Standing"]):
    """Named filters on standings."""

    def valid_at(self, moment: datetime.datetime) -> Self:
        """Keep standings that hold at ``moment``; the end is exclusive, a revocation works at once."""
        return self.filter(
            Q(valid_to__isnull=True) | Q(valid_to__gt=moment), valid_from__lte=moment, revoked_at__isnull=True
        )

    def own(self) -> Self:
        """Keep standings of people on their own case."""
        return self.filter(kind=StandingKind.OWN)

    def guests(self) -> Self:
        """Keep standings of people on their own case who have a code and no account; once they have one, none."""
        return self.own().exclude(guest_key_hash="").filter(person__user__isnull=True)

    def of_others(self) -> Self:
        """Keep standings of people who act for somebody else."""
        return self.filter(kind__in=ACTING_AS)


class Standing(models.Model):
    """One grant: ``user`` (or every member of ``organisation``, or the holder of a guest key) may act on ``case``.

    ``person`` is for whom one acts, null for the whole case. Rows are never deleted or reused: ``revoked_at`` ends one.
    ``holder_name`` is what the person calls the helper, ``known_as`` what the helper calls the person until the portal
    knows the name. ``proof`` says what the grant rests on (Vollmacht § 13 SGB X, Betreuerausweis § 290 FamFG);
    ``proof_document_id`` is the paper among the documents of the case, ``proof_checked_at`` when staff have seen it.
    Names and proofs are encrypted. ``tasks`` and ``has_reservation`` (Einwilligungsvorbehalt, § 1825 BGB) are for
    guardians. ``reminded_at``: when both sides were told that the grant ends soon.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="standings", verbose_name=_("Fall"))
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, null=True, blank=True, related_name="standings", verbose_name=_("handelt für")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="standings",
        verbose_name=_("Konto"),
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="standings",
        verbose_name=_("Organisation"),
    )
    guest_key_hash = models.CharField(max_length=64, default="", blank=True, editable=False)
    kind = models.CharField(_("Art"), max_length=16, choices=StandingKind)
    scopes = ArrayField(models.CharField(max_length=LONGEST_SCOPE, choices=_SCOPES), verbose_name=_("Umfang"))
    valid_from = models.DateTimeField(_("gültig ab"), default=timezone.now)
    valid_to = models.DateTimeField(_("gültig bis"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("widerrufen am"), null=True, blank=True)
    holder_name = EncryptedTextField(_("Name der helfenden Person"), null=True, blank=True)
    known_as = EncryptedTextField(_("Name der Person für die helfende"), null=True, blank=True)
    tasks = ArrayField(
        models.CharField(max_length=LONGEST_SCOPE, choices=GuardianTask),
        verbose_name=_("Aufgabenbereiche"),
        default=list,
        blank=True,
    )
    has_reservation = models.BooleanField(_("Einwilligungsvorbehalt"), default=False)
    proof = EncryptedTextField(_("Nachweis"), null=True, blank=True)
    proof_document_id = models.UUIDField(null=True, blank=True, editable=False)
    proof_checked_at = models.DateTimeField(_("Nachweis geprüft am"), null=True, blank=True)
    proof_checked_by = models.ForeignKey(
        StaffMembership, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)
    granted_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = StandingQuerySet.as_manager()

    class Meta:
        verbose_name = _("Handlungsrecht")
        verbose_name_plural = _("Handlungsrechte")
        indexes = [
            models.Index(fields=["user"], condition=Q(revoked_at__isnull=True), name="standing_by_user"),
            models.Index(
                fields=["organisation"], condition=Q(organisation__isnull=False), name="standing_by_organisation"
            ),
            models.Index(fields=["guest_key_hash"], condition=~Q(guest_key_hash=""), name="standing_by_guest_key"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False, organisation__isnull=True, guest_key_hash="")
                | Q(user__isnull=True, organisation__isnull=False, guest_key_hash="")
                | (Q(user__isnull=True, organisation__isnull=True) & ~Q(guest_key_hash="")),
                name="standing_has_one_holder",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="standing_ends_after_its_start",
            ),
            models.CheckConstraint(condition=Q(scopes__len__gt=0), name="standing_has_scopes"),
            models.CheckConstraint(
                condition=Q(proof_checked_at__isnull=True) | Q(proof_checked_by__isnull=False),
                name="standing_proof_was_checked_by_somebody",
            ),
            models.UniqueConstraint(
                fields=["case", "user"],
                condition=Q(kind=StandingKind.OWN, revoked_at__isnull=True, valid_to__isnull=True),
                name="one_own_standing_per_case_and_user",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
