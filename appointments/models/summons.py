"""The formal call to an appointment (Meldeaufforderung, § 59 SGB II with § 309 SGB III), and proof of its dispatch."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.enums import MeetingPurpose
from appointments.models.appointment import Appointment
from appointments.models.wish import Offer
from portal.crypto.models import EncryptedTextField


class Summons(models.Model):
    """A letter that says when, where and for what one has to come, and what follows otherwise. A person sends it.

    ``invitation``: the offer that nobody answered, or ``reason`` why there was none before. ``legal_notice`` is the
    notice as it was sent (§ 32 SGB II), ``notice_version`` where it comes from. ``document``: the letter. ``notice_id``
    is the dispatch record and ``notified_at`` when the mail server took it; without these it goes by post
    (``by_post`` says why, ``posted_on`` when).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    appointment = models.OneToOneField(
        Appointment, on_delete=models.PROTECT, related_name="summons", verbose_name=_("Termin")
    )
    invitation = models.ForeignKey(
        Offer, null=True, blank=True, on_delete=models.PROTECT, related_name="summonses", verbose_name=_("Einladung")
    )
    reason = EncryptedTextField(_("warum ohne Einladung vorher"), blank=True, default="")
    purpose = models.CharField(_("Zweck (§ 309 Abs. 2 SGB III)"), max_length=12, choices=MeetingPurpose)
    legal_notice = models.TextField(_("Hinweis auf die Folgen"))
    notice_version = models.ForeignKey(
        "mailbox.TextVersion", on_delete=models.PROTECT, related_name="+", verbose_name=_("Fassung")
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
        """Newest first."""

        verbose_name = _("Meldeaufforderung")
        verbose_name_plural = _("Meldeaufforderungen")
        ordering = ("-sent_at",)
        constraints = [
            models.CheckConstraint(condition=~Q(legal_notice=""), name="summons_has_legal_notice"),
        ]
