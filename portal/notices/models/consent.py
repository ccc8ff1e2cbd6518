"""What a person has agreed to, and how they want to be told that something is there."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.notices.enums import ConsentKind


class Consent(models.Model):
    """One consent of an account: to what, to which words, from when to when. Never deleted while the account lives.

    ``text_version`` names the words (`portal.notices.domain.consent_texts`). Revoking closes the row, agreeing again
    makes a new one.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="consents", verbose_name=_("Konto")
    )
    kind = models.CharField(_("wozu"), max_length=10, choices=ConsentKind)
    text_version = models.CharField(_("Fassung des Textes"), max_length=20)
    given_at = models.DateTimeField(_("gegeben"), default=timezone.now)
    revoked_at = models.DateTimeField(_("widerrufen"), null=True, blank=True)

    class Meta:
        """Newest first; at most one holds."""

        verbose_name = _("Einwilligung")
        verbose_name_plural = _("Einwilligungen")
        ordering = ["-given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "kind"], condition=models.Q(revoked_at__isnull=True), name="consent_open_once"
            ),
        ]


class NoticeSettings(models.Model):
    """How an account is told of news. ``is_discreet``: not at all, on no channel; then decisions come by post.

    ``quiet_from``, ``quiet_until``: local times between which nothing is sent but notices of decisions; over midnight
    if the first is later. ``bounced_at``: since when e-mail to this account comes back; ``address_confirmed_at``: when
    an address was confirmed after that. ``asked_at``: when somebody was asked for notices and said no.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="notice_settings",
        verbose_name=_("Konto"),
    )
    is_discreet = models.BooleanField(_("keine Benachrichtigungen"), default=False)
    quiet_from = models.TimeField(_("Ruhe von"), null=True, blank=True)
    quiet_until = models.TimeField(_("Ruhe bis"), null=True, blank=True)
    bounced_at = models.DateTimeField(_("E-Mail kommt zurück seit"), null=True, blank=True)
    address_confirmed_at = models.DateTimeField(_("Adresse bestätigt am"), null=True, blank=True)
    asked_at = models.DateTimeField(_("gefragt am"), null=True, blank=True)

    class Meta:
        """A time of rest has two ends."""

        verbose_name = _("Einstellungen für Benachrichtigungen")
        verbose_name_plural = verbose_name
        constraints = [
            models.CheckConstraint(
                condition=models.Q(quiet_from__isnull=True, quiet_until__isnull=True)
                | models.Q(quiet_from__isnull=False, quiet_until__isnull=False),
                name="notice_settings_rest_has_two_ends",
            ),
        ]
