"""Agree to one thing, and take it back. Each consent stands by itself."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from portal.accounts.models import User
from portal.audit.events import EventType, UserActor
from portal.audit.services import record
from portal.notices.domain.channels.registry import CHANNELS, offered_kinds
from portal.notices.domain.consent_texts import CURRENT
from portal.notices.enums import Channel, ConsentKind
from portal.notices.errors import NotOffered
from portal.notices.events import CONSENT_GIVEN, CONSENT_REVOKED
from portal.notices.models import Consent, NoticeSettings, PushSubscription

PURPOSE = "own_account"


@transaction.atomic
def give_consent(*, user: User, kind: ConsentKind) -> Consent:
    """Note that the person agrees to today's words, and return that; the same if they hold already.

    Whoever has agreed to older words agrees anew: the old row ends, a new one begins. Raises NotOffered for what this
    portal does not have, and for e-mail and decisions without a confirmed address.
    """
    if kind not in offered_kinds() or not _can_be_reached(user, kind):
        raise NotOffered(kind)
    version = CURRENT[kind].version
    held = Consent.objects.select_for_update().filter(user=user, kind=kind, revoked_at=None).first()
    if held is not None and held.text_version == version:
        return held
    if held is not None:
        _close(held)
    given, created = Consent.objects.get_or_create(
        user=user, kind=kind, revoked_at=None, defaults={"text_version": version}
    )
    if created:
        _record(user, CONSENT_GIVEN, given)
    return given


@transaction.atomic
def revoke_consent(*, user: User, kind: ConsentKind) -> None:
    """Take it back, from this moment on; what waits to be sent by it is not sent. The one for devices forgets these."""
    held = Consent.objects.select_for_update().filter(user=user, kind=kind, revoked_at=None).first()
    if held is not None:
        _close(held)
        _record(user, CONSENT_REVOKED, held)
    if kind is ConsentKind.PUSH:
        PushSubscription.objects.filter(user=user).delete()


@transaction.atomic
def decline_notices(*, user: User) -> None:
    """Remember that the person was asked for e-mails about news and said no: nobody asks again."""
    NoticeSettings.objects.update_or_create(user=user, defaults={"asked_at": timezone.now()})


def _can_be_reached(user: User, kind: ConsentKind) -> bool:
    """Devices and numbers are registered by who agrees; an address has to be there first."""
    if kind not in {ConsentKind.EMAIL, ConsentKind.ELECTRONIC_DECISIONS}:
        return True
    return CHANNELS[Channel.EMAIL].reaches(user)


def _close(held: Consent) -> None:
    held.revoked_at = timezone.now()
    held.save(update_fields=["revoked_at"])


def _record(user: User, event: EventType, consent: Consent) -> None:
    user_id: UUID = user.pk
    role = "staff" if user.is_staff else "account"
    record(UserActor(user_id=user_id, role=role, purpose=PURPOSE), event, subject=consent)
