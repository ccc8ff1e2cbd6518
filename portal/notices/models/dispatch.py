"""The record that a notice left the house: proof of when and over which channel, never of what."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.cases.models import Case
from portal.notices.enums import Channel, DispatchStatus, Template


class Dispatch(models.Model):
    """One notice to one account, or to a person without one, over one channel.

    ``key`` is unique and made of channel, template, subject and account: the same news is sent once. ``subject_type``
    and ``subject_id`` name what the notice is about, for staff; the notice itself does not say it. ``reply`` is what
    the server said when it took it (code and its own queue number, RFC 5321, 4.2), ``error`` an SMTP status code such
    as ``550``; neither is ever an address.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("Konto")
    )
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="dispatches", verbose_name=_("Fall"))
    channel = models.CharField(_("Weg"), max_length=10, choices=Channel, default=Channel.EMAIL)
    template = models.CharField(_("Vorlage"), max_length=40, choices=Template)
    subject_type = models.CharField(max_length=80, default="", blank=True)
    subject_id = models.UUIDField()
    key = models.CharField(max_length=200, unique=True)
    status = models.CharField(_("Stand"), max_length=10, choices=DispatchStatus, default=DispatchStatus.PENDING)
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(_("gesendet am"), null=True, blank=True)
    reply = models.CharField(_("Antwort des Servers"), max_length=80, default="", blank=True)
    error = models.CharField(_("Fehlercode"), max_length=40, default="", blank=True)

    class Meta:
        verbose_name = _("Benachrichtigung")
        verbose_name_plural = _("Benachrichtigungen")
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status=DispatchStatus.SENT, sent_at__isnull=False)
                | (~models.Q(status=DispatchStatus.SENT) & models.Q(sent_at__isnull=True)),
                name="dispatch_has_time_once_sent",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
