"""The record that a notice left the house: proof of when and over which channel, never of what."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.cases.models import Case, Person
from portal.notices.enums import Channel, DispatchStatus, Template


class Dispatch(models.Model):
    """One notice to one account, or to a person without one, over one channel.

    ``key`` is unique and made of channel, template, subject and account: the same news is sent once. ``subject_type``
    and ``subject_id`` name what the notice is about, for staff; the notice itself does not say it. ``reply`` is what
    the server said when it took it (code and its own queue number, RFC 5321, 4.2), ``error`` an SMTP status code such
    as ``550``; neither is ever an address. ``id`` is made of the key, and the Message-ID of it: so a bounce finds it.

    Pending with ``due_at``: held back until then (one an hour, quiet hours, a mail server that is away); without: on
    its way. After ``not_after`` it is worth nothing and dropped. ``person``: who has no account. ``returned_at``: when
    it came back after the server had taken it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("Konto")
    )
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="dispatches", verbose_name=_("Fall"))
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("Person ohne Konto")
    )
    channel = models.CharField(_("Weg"), max_length=10, choices=Channel, default=Channel.EMAIL)
    template = models.CharField(_("Vorlage"), max_length=40, choices=Template)
    subject_type = models.CharField(max_length=80, default="", blank=True)
    subject_id = models.UUIDField()
    key = models.CharField(max_length=200, unique=True)
    status = models.CharField(_("Stand"), max_length=10, choices=DispatchStatus, default=DispatchStatus.PENDING)
    created_at = models.DateTimeField(auto_now_add=True)
    due_at = models.DateTimeField(_("wartet bis"), null=True, blank=True)
    not_after = models.DateTimeField(_("danach nicht mehr"), null=True, blank=True)
    sent_at = models.DateTimeField(_("gesendet am"), null=True, blank=True)
    reply = models.CharField(_("Antwort des Servers"), max_length=80, default="", blank=True)
    error = models.CharField(_("Fehlercode"), max_length=40, default="", blank=True)

    returned_at = models.DateTimeField(_("kam zurück am"), null=True, blank=True)

    class Meta:
        """Newest first; what is sent has its time."""

        verbose_name = _("Benachrichtigung")
        verbose_name_plural = _("Benachrichtigungen")
        ordering = ["-created_at"]
        indexes = [
            models.Index(fields=["due_at"], name="dispatch_due", condition=models.Q(due_at__isnull=False)),
            models.Index(fields=["user", "channel", "-sent_at"], name="dispatch_last_of_user"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(due_at__isnull=True) | models.Q(status=DispatchStatus.PENDING),
                name="dispatch_waits_while_pending",
            ),
            models.CheckConstraint(
                condition=models.Q(status=DispatchStatus.SENT, sent_at__isnull=False)
                | (~models.Q(status=DispatchStatus.SENT) & models.Q(sent_at__isnull=True)),
                name="dispatch_has_time_once_sent",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
