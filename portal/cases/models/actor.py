"""Who acts, on which cases, with which scopes and for what purpose. Passed to every service and selector."""

from collections.abc import Mapping
from types import MappingProxyType
from uuid import UUID

from msgspec import Struct, field

from portal.cases.enums import CITIZEN_ROLES, STAFF_ROLES, Role, Scope
from portal.discreet import Discreet


def _no_cases() -> Mapping[UUID, frozenset[Scope]]:
    return MappingProxyType({})


class ActingFor(Discreet, frozen=True, kw_only=True):
    """For whom somebody acts at this moment, and on what grounds. ``name`` is for the page only.

    ``is_by_right``: as authorised representative, guardian or parent, with a proof that staff have checked.
    """

    case_id: UUID
    person_id: UUID | None
    standing_id: UUID
    name: str = ""
    is_by_right: bool = False


class Actor(Struct, frozen=True, kw_only=True):
    """One person, guest or part of the system at work, as known at the start of a request or task.

    ``key`` identifies who has no account: a guest's key or the name of a part of the system. ``jobcenter_id``,
    ``team_id`` and ``membership_id`` are set for staff, ``opens_restricted`` (the function to open specially protected
    papers) for some of them, ``scopes`` (by case) for everybody else. ``acting_for`` is set
    while somebody acts for another person: then the actor has that one case and no other, not even the own (ADR 0006).
    ``purpose`` is the short reason written to audit events; it holds no social data.
    """

    role: Role
    user_id: UUID | None = None
    key: str | None = None
    jobcenter_id: UUID | None = None
    team_id: UUID | None = None
    membership_id: UUID | None = None
    opens_restricted: bool = False
    acting_for: ActingFor | None = None
    scopes: Mapping[UUID, frozenset[Scope]] = field(default_factory=_no_cases)
    purpose: str = ""

    def __hash__(self) -> int:
        """Of all but the scopes, a mapping: who acts says enough."""
        return hash((self.role, self.user_id, self.key, self.membership_id, self.acting_for, self.purpose))

    @property
    def case_ids(self) -> frozenset[UUID]:
        """Cases on which a claimant, helper or guest has a valid standing; empty for staff and system."""
        return frozenset(self.scopes)

    @property
    def acting_standing_id(self) -> UUID | None:
        """The standing by which the actor acts for somebody else, to mark what they touch. None in own affairs."""
        return self.acting_for.standing_id if self.acting_for is not None else None

    @property
    def is_staff(self) -> bool:
        """Whether the actor works for a jobcenter."""
        return self.role in STAFF_ROLES

    @property
    def is_citizen(self) -> bool:
        """Whether the actor is on the citizens' side: claimant, member, guest, or somebody who acts for them."""
        return self.role in CITIZEN_ROLES

    @property
    def is_system(self) -> bool:
        """Whether the portal itself acts, for example a worker."""
        return self.role is Role.SYSTEM

    def may(self, scope: Scope, case_id: UUID) -> bool:
        """Whether a standing of the actor on the case allows ``scope``. Says nothing about staff and system."""
        return scope in self.scopes.get(case_id, frozenset())

    def case_ids_with(self, scope: Scope) -> frozenset[UUID]:
        """Cases on which a standing of the actor allows ``scope``."""
        return frozenset(case_id for case_id, scopes in self.scopes.items() if scope in scopes)


def system_actor(name: str, *, purpose: str = "") -> Actor:
    """Return the actor for work that nobody asked for directly; ``name`` says which part, e.g. ``"worker.receipt"``."""
    return Actor(role=Role.SYSTEM, key=name, purpose=purpose or name)
