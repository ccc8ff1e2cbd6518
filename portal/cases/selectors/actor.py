"""Who somebody is when they act: for themselves, for somebody else, as a guest, or as staff."""

from collections.abc import Iterable
from datetime import UTC, datetime
from types import MappingProxyType
from uuid import UUID, uuid4

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from portal.accounts.models import OrganisationMembership, User
from portal.accounts.selectors import staff_membership
from portal.cases.enums import ACTING_AS, ACTING_WORDS, OPENS_POST, Role, Scope, StandingKind
from portal.cases.models import ActingFor, Actor, Standing
from portal.cases.models.standing import StandingQuerySet
from portal.cases.selectors.representation import REPRESENTS
from portal.postgres.prepared import PreparedQuery

RESERVED = frozenset({Scope.READ_POSTBOX})  # what a recorded reservation takes from the person


def _own_standings(user_id: UUID, now: datetime) -> QuerySet[Standing, tuple[UUID, str, list[str], bool]]:
    reserved = Standing.objects.valid_at(now).filter(
        case_id=OuterRef("case_id"),
        person_id=OuterRef("person_id"),
        kind=StandingKind.GUARDIAN,
        has_reservation=True,
        proof_checked_at__isnull=False,
        tasks__overlap=sorted(OPENS_POST),
    )
    own = Standing.objects.valid_at(now).filter(user_id=user_id, kind__in=[StandingKind.OWN, StandingKind.MEMBER])
    return own.annotate(is_reserved=Exists(reserved)).values_list("case_id", "kind", "scopes", "is_reserved")


_OWN_STANDINGS: PreparedQuery[tuple[UUID, str, list[str], bool]] = PreparedQuery(
    _own_standings,
    user_id=uuid4(),
    now=datetime.max.replace(tzinfo=UTC),
)


def actor_for_user(user: User, *, purpose: str) -> Actor:
    """Return the user in their own affairs, with the scopes of every own standing valid now. One SQL.

    Standings to act for others do not count here, nor does working for a jobcenter: see `actor_acting_for` and
    `actor_for_staff`. Somebody who only is a member of another's household acts as member. Where a court's reservation
    (§ 1825 BGB) was recorded, the post is the guardian's to open; filling in and sending stay, as nothing that is
    handed in may be lost.
    """
    scopes: dict[UUID, frozenset[Scope]] = {}
    kinds: set[str] = set()
    if user.is_active:
        for case_id, kind, granted, is_reserved in _OWN_STANDINGS.rows(user_id=user.pk, now=timezone.now()):
            allowed = {Scope(scope) for scope in granted} - (RESERVED if is_reserved else frozenset())
            scopes[case_id] = scopes.get(case_id, frozenset()) | allowed
            kinds.add(kind)
    return Actor(
        user_id=user.pk,
        role=Role.MEMBER if kinds == {StandingKind.MEMBER} else Role.CLAIMANT,
        scopes=MappingProxyType(scopes),
        purpose=purpose,
    )


def actor_acting_for(user: User, case_id: UUID, *, purpose: str) -> Actor | None:
    """Return the user as somebody who acts on this case for its person, and on no other; None without a standing.

    The standing is the user's own or that of an organisation they work for today. Several add up; the weightiest names
    the role. One SQL.
    """
    held = list(standings_to_act(user).filter(case_id=case_id)) if user.is_active else []
    if not held:
        return None
    weightiest = min(held, key=lambda standing: list(ACTING_AS).index(StandingKind(standing.kind)))
    return Actor(
        user_id=user.pk,
        role=ACTING_AS[StandingKind(weightiest.kind)],
        acting_for=ActingFor(
            case_id=case_id,
            person_id=weightiest.person_id,
            standing_id=weightiest.pk,
            name=name_for_helper(weightiest),
            is_by_right=weightiest.kind in REPRESENTS and weightiest.proof_checked_at is not None,
        ),
        scopes=MappingProxyType({case_id: _all_scopes(held)}),
        purpose=purpose,
    )


def standings_to_act(user: User) -> StandingQuerySet:
    """Return the standings by which the user may act for others now, with the person; own or of an organisation."""
    organisations = OrganisationMembership.objects.current().filter(user=user).values("organisation_id")
    held = Standing.objects.valid_at(timezone.now()).of_others()
    return held.filter(Q(user=user) | Q(organisation_id__in=organisations)).select_related("person")


def name_for_helper(standing: Standing) -> str:
    """Return how the helped person is called on pages: the name the portal knows, else what the helper calls them."""
    return (standing.person.name if standing.person else "") or standing.known_as or ""


def name_of_holder(standing: Standing) -> str:
    """Return how the person calls who acts for them; an organisation by its name, else in words what the grant is."""
    if standing.holder_name:
        return standing.holder_name
    if standing.organisation is not None:
        return standing.organisation.name
    return str(StandingKind(standing.kind).label)


def holders_in_words(standing_ids: Iterable[UUID | None]) -> dict[UUID | None, str]:
    """Return by standing who acted, as in "Julia (helfende Person)"; None is skipped. At most one query, for all."""
    wanted = {standing_id for standing_id in standing_ids if standing_id is not None}
    if not wanted:
        return {}
    found = Standing.objects.of_others().filter(pk__in=wanted).select_related("organisation")
    return {standing.pk: _in_words(standing) for standing in found}


def _in_words(standing: Standing) -> str:
    words = str(ACTING_WORDS[StandingKind(standing.kind)])
    name = standing.holder_name or (standing.organisation.name if standing.organisation else "")
    return f"{name} ({words})" if name else words


def actor_for_guest(standing_id: UUID, *, purpose: str) -> Actor | None:
    """Return who proved a guest key, by the standing that hangs on it; None when it holds no more. One SQL."""
    held = Standing.objects.guests().valid_at(timezone.now()).filter(pk=standing_id).first()
    return guest_actor(held, purpose=purpose) if held is not None else None


def guest_actor(standing: Standing, *, purpose: str) -> Actor:
    """Return the guest who holds this standing; whether it holds now is the caller's question."""
    return Actor(
        role=Role.GUEST,
        key=str(standing.pk),
        scopes=MappingProxyType({standing.case_id: _all_scopes([standing])}),
        purpose=purpose,
    )


def guest_standing_of(actor: Actor) -> Standing | None:
    """Return the standing by which a guest acts; None for everybody else, and when it holds no more."""
    if actor.role is not Role.GUEST or actor.key is None:
        return None
    return Standing.objects.guests().valid_at(timezone.now()).filter(pk=actor.key).first()


def is_key_of_guest(actor: Actor, hashes: list[str]) -> bool:
    """Say whether a code, given by its keyed hashes, opens what the guest has open: by any standing of the person."""
    held = guest_standing_of(actor)
    if held is None or held.person_id is None:
        return False
    same = Standing.objects.guests().valid_at(timezone.now()).filter(person_id=held.person_id)
    return same.filter(guest_key_hash__in=hashes).exists()


def _all_scopes(standings: Iterable[Standing]) -> frozenset[Scope]:
    return frozenset(Scope(scope) for standing in standings for scope in standing.scopes)


def actor_for_staff(user: User, *, purpose: str) -> Actor | None:
    """Return the user in the function they have at their jobcenter today; None when they have none. One SQL."""
    membership = staff_membership(user) if user.is_active else None
    if membership is None:
        return None
    return Actor(
        user_id=user.pk,
        role=Role(membership.role),
        jobcenter_id=membership.jobcenter_id,
        team_id=membership.team_id,
        membership_id=membership.pk,
        opens_restricted=membership.opens_restricted,
        purpose=purpose,
    )
