"""For whom an organisation acts, its papers, and who of it did something last. Every read asks who works there."""

from collections.abc import Collection
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from portal.accounts.models import Organisation, OrganisationMembership
from portal.accounts.selectors import coordinators_of, names_of_members, works_for
from portal.audit.models import ActorKey, AuditEvent
from portal.audit.selectors import actors_behind
from portal.cases.enums import InvitationSide, InvitationStatus, Role, Scope, StandingKind
from portal.cases.models import ActingFor, Actor, Invitation, Standing
from portal.cases.models.invitation import InvitationQuerySet
from portal.cases.models.standing import StandingQuerySet
from portal.cases.selectors.actor import name_for_helper
from portal.cases.selectors.case import cases_visible_to
from portal.discreet import Discreet

SHOWN_AFTER_END: Final = timedelta(days=90)


class LastAct(Discreet, frozen=True):
    """What was done last for a client, by whom of the organisation; "" when that is not known any more."""

    at: datetime
    what: str
    who: str


def client_standings(actor: Actor, organisation: Organisation) -> StandingQuerySet:
    """Return the grants an organisation holds or has held lately; empty for who does not work there today."""
    if actor.acting_for is not None or not works_for(actor.user_id, organisation.pk):
        return Standing.objects.none()
    held = Standing.objects.filter(organisation=organisation, kind=StandingKind.ADVISER)
    long_over = timezone.now() - SHOWN_AFTER_END
    held = held.exclude(revoked_at__lt=long_over).exclude(valid_to__lt=long_over)
    return held.select_related("person", "case", "organisation").order_by("-created_at", "id")


def waiting_requests(actor: Actor, organisation: Organisation) -> QuerySet[Invitation]:
    """Return the questions to clients that wait for an answer; empty for who does not work there today."""
    return _of_members(actor, organisation).waiting().filter(side=InvitationSide.REQUEST).order_by("-created_at")


def waiting_colleagues(actor: Actor, organisation: Organisation) -> QuerySet[Invitation]:
    """Return the questions to future colleagues that wait for an answer."""
    return _of_members(actor, organisation).waiting().filter(side=InvitationSide.COLLEAGUE).order_by("-created_at")


def latest_papers(actor: Actor, organisation: Organisation) -> dict[UUID, Invitation]:
    """Return by case the latest Vollmacht that was prepared for it. One SQL beside the question who works there."""
    papers = _of_members(actor, organisation).filter(side=InvitationSide.PAPER)
    papers = papers.exclude(status=InvitationStatus.WITHDRAWN).order_by("created_at")
    return {paper.case_id: paper for paper in papers if paper.case_id is not None}


def papers_of_members(actor: Actor) -> QuerySet[Invitation]:
    """Return the papers of every organisation the actor works for today."""
    if actor.user_id is None or actor.acting_for is not None:
        return Invitation.objects.none()
    bodies = OrganisationMembership.objects.current().filter(user_id=actor.user_id).values("organisation_id")
    papers = Invitation.objects.filter(side=InvitationSide.PAPER, organisation_id__in=bodies)
    return papers.select_related("case", "person", "organisation")


def standing_of_paper(paper: Invitation) -> Standing | None:
    """Return the grant that the paper is about, as long as nobody has ended it; the latest."""
    if paper.case_id is None or paper.organisation_id is None:
        return None
    held = Standing.objects.filter(
        case_id=paper.case_id, organisation_id=paper.organisation_id, kind=StandingKind.ADVISER, revoked_at__isnull=True
    )
    return held.select_related("case", "person").order_by("-created_at").first()


def actor_with_paper(actor: Actor, standing: Standing) -> Actor:
    """Return the member as somebody who may add the signed paper to the case and nothing else, also after the end."""
    return Actor(
        user_id=actor.user_id,
        role=Role.ADVISER,
        acting_for=ActingFor(
            case_id=standing.case_id,
            person_id=standing.person_id,
            standing_id=standing.pk,
            name=name_for_helper(standing),
        ),
        scopes=MappingProxyType({standing.case_id: frozenset({Scope.UPLOAD})}),
        purpose="mandate",
    )


def receivers_of(standing: Standing) -> list[UUID]:
    """Return the accounts that are told of changes: who holds it, or the members of the organisation in question."""
    if standing.organisation_id is None:
        return [standing.user_id] if standing.user_id is not None else []
    asked = Invitation.objects.filter(case_id=standing.case_id, organisation_id=standing.organisation_id)
    return members_to_tell(
        standing.organisation_id, list(asked.order_by("-created_at").values_list("created_by_user_id", flat=True)[:1])
    )


def members_to_tell(organisation_id: UUID, asked_by: list[UUID]) -> list[UUID]:
    """Return of these accounts who works there today; when nobody does, who looks after the members."""
    there = [user_id for user_id in asked_by if works_for(user_id, organisation_id)]
    return there or list(coordinators_of(organisation_id).values_list("user_id", flat=True))


def papers_to_check(actor: Actor) -> QuerySet[Invitation]:
    """Return the signed papers on cases that staff see, the oldest first; empty for everybody else."""
    if not actor.is_staff:
        return Invitation.objects.none()
    still_held = Standing.objects.filter(
        case_id=OuterRef("case_id"),
        organisation_id=OuterRef("organisation_id"),
        kind=StandingKind.ADVISER,
        revoked_at__isnull=True,
    )
    papers = Invitation.objects.filter(
        Exists(still_held),
        case__in=cases_visible_to(actor),
        side=InvitationSide.PAPER,
        status=InvitationStatus.OPEN,
        paper_document_id__isnull=False,
    )
    return papers.select_related("case", "person", "organisation").order_by("created_at")


def last_acts(case_ids: Collection[UUID], organisation: Organisation) -> dict[UUID, LastAct]:
    """Return by case what was done last by who works or worked for the organisation. Three SQL, none without cases."""
    if not case_ids:
        return {}
    members = OrganisationMembership.objects.filter(organisation=organisation).values("user_id")
    keys = ActorKey.objects.filter(user_id__in=members).values("key")
    done = AuditEvent.objects.filter(case_id__in=case_ids, role=Role.ADVISER, actor_key__in=keys)
    latest = list(done.order_by("case_id", "-id").distinct("case_id"))
    users = {key: behind.user_id for key, behind in actors_behind(event.actor_key for event in latest).items()}
    names = names_of_members({user for user in users.values() if user}, organisation.pk)
    return {
        event.case_id: LastAct(event.at, event.label, _name(names, users.get(event.actor_key)))
        for event in latest
        if event.case_id is not None
    }


def _name(names: dict[UUID, str], user_id: UUID | None) -> str:
    return names.get(user_id, "") if user_id is not None else ""


def _of_members(actor: Actor, organisation: Organisation) -> InvitationQuerySet:
    if actor.acting_for is not None or not works_for(actor.user_id, organisation.pk):
        return Invitation.objects.none()
    return Invitation.objects.filter(organisation=organisation)
