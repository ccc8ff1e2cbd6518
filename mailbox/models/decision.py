"""A decision (Bescheid) or letter of the office, and how it reaches its addressee (§ 37 SGB X)."""

import uuid

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mailbox.enums import ByPost, DecisionStatus, Delivery, Instruction
from mailbox.models.message import Message
from mailbox.models.thread import Thread
from portal.crypto.models import EncryptedTextField


class Decision(models.Model):
    """A file that the office has made, exactly as it made it. The portal shows it; it does not decide anything.

    ``delivery`` is settled when it is released. ``notified_at`` is when the mail server took the notice for it
    (``notice_id``: its dispatch record): from then on the clock counts, and it never changes again. Without a notice
    there is no clock.
    ``land``, ``local_holidays`` and ``is_abroad`` are the place whose holidays count, the days that its office had
    entered, and whether the addressee is abroad, all as known when it was released: what the office corrects later
    moves no day that a person was shown.
    ``opened_at`` is when the addressee's side opened it first.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="decisions", verbose_name=_("Fall"))
    person = models.ForeignKey("cases.Person", on_delete=models.PROTECT, related_name="+", verbose_name=_("Person"))
    thread = models.ForeignKey(
        Thread,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="decisions",
        verbose_name=_("Nachrichtenverlauf"),
    )
    message = models.OneToOneField(
        Message, null=True, blank=True, on_delete=models.PROTECT, related_name="decision", verbose_name=_("Nachricht")
    )
    document = models.OneToOneField(
        "documents.Document", on_delete=models.PROTECT, related_name="decision", verbose_name=_("Datei")
    )
    title = EncryptedTextField(_("Bezeichnung"))
    dated_on = models.DateField(_("Datum des Bescheids"))
    instruction = models.CharField(
        _("Rechtsbehelfsbelehrung"), max_length=8, choices=Instruction, default=Instruction.COMPLETE
    )
    cover = EncryptedTextField(_("Begleittext"), blank=True, default="")
    status = models.CharField(_("Stand"), max_length=10, choices=DecisionStatus, default=DecisionStatus.DRAFT)
    created_by = models.ForeignKey(
        "accounts.StaffMembership", on_delete=models.PROTECT, related_name="+", verbose_name=_("angelegt von")
    )
    created_at = models.DateTimeField(_("angelegt"), default=timezone.now, editable=False)
    released_by = models.ForeignKey(
        "accounts.StaffMembership",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("freigegeben von"),
    )
    released_at = models.DateTimeField(_("freigegeben"), null=True, blank=True)
    delivery = models.CharField(_("Zustellung"), max_length=6, choices=Delivery, blank=True, default="")
    by_post = models.CharField(_("Grund für die Post"), max_length=12, choices=ByPost, blank=True, default="")
    posted_on = models.DateField(_("zur Post gegeben"), null=True, blank=True)
    notice_id = models.UUIDField(null=True, blank=True, editable=False)
    notified_at = models.DateTimeField(_("Benachrichtigung gesendet"), null=True, blank=True)
    land = models.CharField(_("Land"), max_length=2, blank=True, default="")
    local_holidays = ArrayField(models.DateField(), verbose_name=_("örtliche Feiertage"), default=list, blank=True)
    is_abroad = models.BooleanField(_("Empfänger im Ausland"), default=False)
    opened_at = models.DateTimeField(_("zuerst geöffnet"), null=True, blank=True)

    class Meta:
        """Newest first. Whoever wrote it does not release it."""

        verbose_name = _("Bescheid oder Schreiben")
        verbose_name_plural = _("Bescheide und Schreiben")
        ordering = ("-created_at",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(status=DecisionStatus.RELEASED)
                | Q(released_at__isnull=False, released_by__isnull=False, delivery__in=Delivery.values),
                name="decision_released_has_way",
            ),
            models.CheckConstraint(
                condition=Q(released_by__isnull=True) | ~Q(released_by=models.F("created_by")),
                name="decision_seen_by_two",
            ),
            models.CheckConstraint(
                condition=Q(notified_at__isnull=True) | Q(delivery=Delivery.PORTAL),
                name="decision_clock_only_in_portal",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="decision_clock_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "OLD.notified_at IS NOT NULL AND (OLD.notified_at IS DISTINCT FROM NEW.notified_at"
                    " OR OLD.land IS DISTINCT FROM NEW.land"
                    " OR OLD.local_holidays IS DISTINCT FROM NEW.local_holidays)"
                ),
            ),
        ]


class DecisionStep(models.Model):
    """History of a decision: one row per step, never altered."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="steps")
    from_status = models.CharField(max_length=10, choices=DecisionStatus)
    to_status = models.CharField(max_length=10, choices=DecisionStatus)
    at = models.DateTimeField()
    membership = models.ForeignKey("accounts.StaffMembership", on_delete=models.PROTECT, null=True, related_name="+")
    note = EncryptedTextField(blank=True, default="")

    class Meta:
        """Oldest first."""

        ordering = ("at", "pk")
