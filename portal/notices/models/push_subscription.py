"""A device on which a person wants to see hints: where its browser's service takes them, and how to encrypt them."""

import hashlib
import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.crypto.models import EncryptedTextField
from portal.crypto.services import blind_index, blind_index_candidates

_PURPOSE = "notices.push_subscription.endpoint"


def endpoint_index(endpoint: str) -> str:
    """Return the keyed index of an endpoint, as it is stored."""
    return blind_index(endpoint, purpose=_PURPOSE)


class PushSubscriptionQuerySet(models.QuerySet["PushSubscription"]):
    """Named filters."""

    def at(self, endpoint: str) -> "PushSubscriptionQuerySet":
        """Keep the one of this endpoint."""
        return self.filter(endpoint_index__in=blind_index_candidates(endpoint, purpose=_PURPOSE))


class PushSubscription(models.Model):
    """One browser on one device, subscribed by one account (RFC 8030); at most one account a browser.

    ``endpoint`` is a secret: whoever knows it could send. ``p256dh``, ``auth``: the browser's public key and secret, in
    base64url (RFC 8291). ``browser``: "Chrome auf Android", so that a person knows which is meant. ``last_ok_at``: when
    its service last took a hint.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="push_subscriptions", verbose_name=_("Konto")
    )
    endpoint = EncryptedTextField()
    endpoint_index = models.CharField(max_length=32, unique=True, editable=False)
    p256dh = EncryptedTextField()
    auth = EncryptedTextField()
    browser = models.CharField(_("Browser"), max_length=80, default="", blank=True)
    created_at = models.DateTimeField(_("eingeschaltet"), default=timezone.now)
    last_ok_at = models.DateTimeField(_("zuletzt gesendet"), null=True, blank=True)

    objects = PushSubscriptionQuerySet.as_manager()

    class Meta:
        """The newest first."""

        verbose_name = _("Gerät für Hinweise")
        verbose_name_plural = _("Geräte für Hinweise")
        ordering = ["-created_at"]

    @property
    def mark(self) -> str:
        """SHA-256 of the endpoint in hex: by it, and by nothing secret, a page knows its own browser again."""
        return hashlib.sha256(self.endpoint.encode()).hexdigest()
