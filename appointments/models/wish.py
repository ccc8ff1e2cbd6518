"""What people ask for when they do not book themselves, and the times that the office offers them."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.enums import Channel, OfferKind, OfferStatus, WishKind, WishStatus
from appointments.models.offering import Service
from portal.crypto.models import EncryptedJSONField, EncryptedTextField


class Wish(models.Model):
    """A wish for an appointment or for a call. It is handed in, so it has a receipt.

    ``times``: ``{"days": [0, 2], "parts": ["morning"], "not_before": "2026-12-01", "words": str}``; for a call
    ``{"day": "2026-12-01", "from": "09:00", "to": "12:00"}``, local times. ``answer`` is what the office has said.
    ``tries``: how often the office has called and nobody answered, ``tried_at`` when it last did.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("Art"), max_length=11, choices=WishKind, default=WishKind.APPOINTMENT)
    case = models.ForeignKey(
        "cases.Case", on_delete=models.PROTECT, related_name="appointment_wishes", verbose_name=_("Fall")
    )
    person = models.ForeignKey("cases.Person", on_delete=models.PROTECT, related_name="+", verbose_name=_("Person"))
    service = models.ForeignKey(
        Service, null=True, blank=True, on_delete=models.PROTECT, related_name="wishes", verbose_name=_("Anliegen")
    )
    team = models.ForeignKey(
        "accounts.Team", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("Team")
    )
    channels = ArrayField(models.CharField(max_length=10, choices=Channel), verbose_name=_("Wege"), default=list)
    status = models.CharField(_("Stand"), max_length=10, choices=WishStatus, default=WishStatus.OPEN)
    topic = EncryptedTextField(_("worum es geht"), blank=True, default="")
    times = EncryptedJSONField(_("wann es geht"), default=dict)
    needs = EncryptedJSONField(_("was gebraucht wird"), default=dict, blank=True)
    phone = EncryptedTextField(_("Telefonnummer"), blank=True, default="")
    is_confidential = models.BooleanField(_("vertraulich: keine Benachrichtigungen"), default=False)
    answer = EncryptedTextField(_("Antwort"), blank=True, default="")
    submission = models.OneToOneField(
        "submissions.Submission", on_delete=models.PROTECT, related_name="appointment_wish", verbose_name=_("Eingang")
    )
    tries = models.PositiveSmallIntegerField(_("Anrufe ohne Erfolg"), default=0)
    tried_at = models.DateTimeField(_("zuletzt angerufen"), null=True, blank=True)
    settled_by = models.ForeignKey(
        "accounts.StaffMembership",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("erledigt von"),
    )
    settled_at = models.DateTimeField(_("erledigt"), null=True, blank=True)
    created_at = models.DateTimeField(_("gesendet"), default=timezone.now, editable=False)

    class Meta:
        """Who waits longest comes first."""

        verbose_name = _("Terminwunsch")
        verbose_name_plural = _("Terminwünsche")
        ordering = ("created_at", "pk")
        indexes = [
            models.Index(fields=["created_at"], condition=Q(status=str(WishStatus.OPEN)), name="appointment_wish_open")
        ]


class Offer(models.Model):
    """Times offered to a person, of which they choose one. The times are appointments with status *offered*.

    ``until``: the last moment to choose; then the times are free again. An invitation that nobody answers may be
    reminded of once (``reminded_at``); a summons may follow, by a person, never by itself. ``replaces``: an earlier
    time for this appointment, which is given up when the offer is taken.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("Art"), max_length=10, choices=OfferKind)
    case = models.ForeignKey(
        "cases.Case", on_delete=models.PROTECT, related_name="appointment_offers", verbose_name=_("Fall")
    )
    person = models.ForeignKey("cases.Person", on_delete=models.PROTECT, related_name="+", verbose_name=_("Person"))
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="+", verbose_name=_("Anliegen"))
    wish = models.ForeignKey(
        Wish, null=True, blank=True, on_delete=models.PROTECT, related_name="offers", verbose_name=_("Terminwunsch")
    )
    replaces = models.ForeignKey(
        "appointments.Appointment",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="earlier_offers",
        verbose_name=_("statt"),
    )
    status = models.CharField(_("Stand"), max_length=10, choices=OfferStatus, default=OfferStatus.OPEN)
    words = EncryptedTextField(_("Text dazu"), blank=True, default="")
    reply = EncryptedTextField(_("Antwort der Person"), blank=True, default="")
    until = models.DateTimeField(_("Antwort bis"))
    sent_by = models.ForeignKey(
        "accounts.StaffMembership",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("gesendet von"),
    )
    sent_at = models.DateTimeField(_("gesendet"), default=timezone.now)
    reminded_at = models.DateTimeField(_("erinnert"), null=True, blank=True)
    answered_at = models.DateTimeField(_("beantwortet"), null=True, blank=True)

    class Meta:
        """Newest first. Only a place on a waiting list is offered by the portal itself."""

        verbose_name = _("Terminangebot")
        verbose_name_plural = _("Terminangebote")
        ordering = ("-sent_at", "pk")
        indexes = [models.Index(fields=["until"], condition=Q(status=str(OfferStatus.OPEN)), name="offer_open_until")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=str(OfferKind.EARLIER)) | Q(sent_by__isnull=False), name="offer_sent_by_somebody"
            ),
            models.CheckConstraint(
                condition=Q(replaces__isnull=True) | Q(kind=str(OfferKind.EARLIER)), name="offer_replaces_only_earlier"
            ),
        ]
