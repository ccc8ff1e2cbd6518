"""What an event type is and who can be named as its actor.

Each app declares its own types in its ``events`` room; no central file knows them all::

    SUBMISSION_RECEIVED = EventType("submission.received", _("Antrag eingegangen"), ShredRule.WITH_ACCOUNT)
"""

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from msgspec import Struct

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

SYSTEM_ROLE = "system"


class ShredRule(StrEnum):
    """When the link from an event's random actor key to the user is destroyed; the event itself stays."""

    WITH_ACCOUNT = "with_account"  # the person's own doings: when the account is deleted
    AFTER_RETENTION = "after_retention"  # staff's doings in a case: when the case's retention period ends
    NEVER = "never"  # no person behind it, or needed as proof as long as the trail exists


class AuditedActor(Protocol):
    """Whoever acts. The Actor of portal.cases is one; ``SystemActor`` and ``UserActor`` serve where no case is."""

    @property
    def user_id(self) -> UUID | None:
        """The signed-in user; None for guests and the system."""

    @property
    def role(self) -> str:
        """The role used for this deed, for example ``"caseworker"``; at most 32 characters."""

    @property
    def purpose(self) -> str:
        """What for, for example ``"triage"``; at most 64 characters."""

    @property
    def key(self) -> str | None:
        """Without a user: the guest's key or the name of the background work."""


class SystemActor(Struct, frozen=True):
    """Background work: ``SystemActor("documents.scan", "upload check")``."""

    key: str
    purpose: str = ""
    role: str = SYSTEM_ROLE
    user_id: None = None


class UserActor(Struct, frozen=True):
    """A signed-in user outside of any case: settings, own account, operations."""

    user_id: UUID
    role: str
    purpose: str = ""
    key: None = None


class EventType(Struct, frozen=True):
    """A kind of event: ``code`` (``object.deed``, up to 64 characters, never changed), label for people, shred rule."""

    code: str
    label: "str | StrPromise"
    shred: ShredRule


ACTOR_SHREDDED = EventType("actor.shredded", _("Zuordnung zur Person gelöscht"), ShredRule.NEVER)
