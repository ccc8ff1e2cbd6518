"""Reads of consents and settings, and what they mean for what may be sent."""

from uuid import UUID

from allauth.account.models import EmailAddress
from django.db.models import F, QuerySet

from portal.accounts.models import User
from portal.notices.enums import ConsentKind, DispatchStatus, Obstacle
from portal.notices.models import Consent, Dispatch, NoticeSettings


def consents_of(user_id: UUID) -> QuerySet[Consent]:
    """Everything the account has agreed to and taken back, the newest first."""
    return Consent.objects.filter(user_id=user_id).order_by("-given_at")


def held_kinds(user_id: UUID) -> frozenset[ConsentKind]:
    """What holds today. One query."""
    kinds = Consent.objects.filter(user_id=user_id, revoked_at=None).values_list("kind", flat=True)
    return frozenset(ConsentKind(kind) for kind in kinds)


def holds(user_id: UUID, kind: ConsentKind) -> bool:
    """Whether this consent holds today."""
    return Consent.objects.filter(user_id=user_id, kind=kind, revoked_at=None).exists()


def notice_settings_of(user_id: UUID) -> NoticeSettings:
    """How the account wants to be told; the defaults, not stored, for who has never chosen. One query."""
    return NoticeSettings.objects.filter(user_id=user_id).first() or NoticeSettings(user_id=user_id)


def has_confirmed_address(user_id: UUID) -> bool:
    """Whether the address of the account was confirmed."""
    return bool(EmailAddress.objects.filter(user_id=user_id, verified=True, email=F("user__email")).exists())


def email_works(user_id: UUID) -> bool:
    """Whether the account has a confirmed address from which nothing has come back. Two queries at most."""
    return has_confirmed_address(user_id) and notice_settings_of(user_id).bounced_at is None


def wants_question(user: User) -> bool:
    """Whether this account should be asked once if it wants e-mails about news. Three queries at most.

    Never who has answered, in whatever way, who wants no notices at all, and who has no address.
    """
    settings = notice_settings_of(user.pk)
    if not user.email or settings.asked_at or settings.is_discreet:
        return False
    return not Consent.objects.filter(user=user, kind=ConsentKind.EMAIL).exists() and has_confirmed_address(user.pk)


def delivery_obstacle(user_id: UUID | None) -> Obstacle:
    """Why a decision for this account has to go by post; `Obstacle.NONE` (empty) when it may come electronically.

    § 37 (2a) SGB X: consent of the addressee and a notice by e-mail that arrives. Of several reasons the first counts.
    Ask for the addressee: the representative, where one is to be written to.
    """
    user = User.objects.filter(pk=user_id, is_active=True).first() if user_id else None
    if user is None or not has_confirmed_address(user.pk):
        return Obstacle.NO_ACCOUNT
    if not holds(user.pk, ConsentKind.ELECTRONIC_DECISIONS):
        return Obstacle.NO_CONSENT
    settings = notice_settings_of(user.pk)
    if settings.is_discreet:
        return Obstacle.DISCREET
    return Obstacle.BOUNCED if settings.bounced_at else Obstacle.NONE


def unsent_notices() -> QuerySet[Dispatch]:
    """Notices that wait because a server was away when they were to go out: for who looks after the portal."""
    return Dispatch.objects.filter(status=DispatchStatus.PENDING).exclude(error="")
