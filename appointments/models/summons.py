"""The formal call to an appointment (Meldeaufforderung, § 59 SGB II with § 309 SGB III), and proof of its dispatch."""

import uuid
from typing import Any

from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.enums import Channel, MeetingPurpose
from appointments.models.times import Times
from appointments.models.wish import Offer
from portal.crypto.models import EncryptedTextField


class Summons(models.Model):
    """A letter that says when, where and for what one has to come, and what follows otherwise. A person sends it.

    An appointment has several when it was changed: each ``replaces`` the one before, the last one counts. ``period``,
    ``channel`` and ``office`` are what the letter names. Only what calls somebody in person is a summons; a later
    letter may say that one need not come: on another ``channel``, or "" when the appointment was called off (``period``
    is the time that was). ``invitation``: the offer that nobody answered, or ``reason`` why there was none before.
    ``legal_notice`` is the notice as it was sent (§ 32 SGB II), ``notice_version`` where it comes from. ``document``:
    the letter. ``notice_id`` is the dispatch record and ``notified_at`` when the mail server took it; without these it
    goes by post (``by_post`` says why, ``posted_on`` when).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    appointment = models.ForeignKey(
        "appointments.Appointment", on_delete=models.PROTECT, related_name="summonses", verbose_name=_("Termin")
    )
    replaces = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.RESTRICT, related_name="replaced_by", verbose_name=_("ersetzt")
    )
    period: "models.Field[Any, Times]" = DateTimeRangeField(_("genannte Zeit"))  # type: ignore[assignment] # never without ends
    channel = models.CharField(
        _("genannter Weg"), max_length=10, choices=Channel, blank=True, default=Channel.IN_PERSON
    )
    office = models.ForeignKey(
        "accounts.Office",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("genannter Standort"),
    )
    invitation = models.ForeignKey(
        Offer, null=True, blank=True, on_delete=models.PROTECT, related_name="summonses", verbose_name=_("Einladung")
    )
    reason = EncryptedTextField(_("warum ohne Einladung vorher"), blank=True, default="")
    purpose = models.CharField(_("Zweck (§ 309 Abs. 2 SGB III)"), max_length=12, choices=MeetingPurpose)
    legal_notice = models.TextField(_("Hinweis auf die Folgen"), blank=True, default="")
    notice_version = models.ForeignKey(
        "mailbox.TextVersion",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("Fassung"),
    )
    message = models.OneToOneField(
        "mailbox.Message", null=True, blank=True, on_delete=models.PROTECT, related_name="summons"
    )
    document = models.OneToOneField(
        "documents.Document", on_delete=models.PROTECT, related_name="summons", verbose_name=_("Schreiben")
    )
    sent_by = models.ForeignKey(
        "accounts.StaffMembership", on_delete=models.PROTECT, related_name="+", verbose_name=_("gesendet von")
    )
    sent_at = models.DateTimeField(_("gesendet"), default=timezone.now)
    notice_id = models.UUIDField(null=True, blank=True, editable=False)
    notified_at = models.DateTimeField(_("Benachrichtigung gesendet"), null=True, blank=True)
    by_post = models.CharField(_("Grund für die Post"), max_length=12, blank=True, default="")
    posted_on = models.DateField(_("zur Post gegeben"), null=True, blank=True)

    class Meta:
        """Newest first. Nobody is called without the notice, and no letter is replaced twice."""

        verbose_name = _("Meldeaufforderung")
        verbose_name_plural = _("Meldeaufforderungen")
        ordering = ("-sent_at",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(channel=str(Channel.IN_PERSON)) | ~Q(legal_notice=""), name="summons_has_legal_notice"
            ),
            models.UniqueConstraint(
                fields=["appointment"], condition=Q(replaces__isnull=True), name="summons_begins_once"
            ),
        ]

    @property
    def is_call(self) -> bool:
        """Whether it calls somebody to come; else it says that they need not."""
        return self.channel == Channel.IN_PERSON
