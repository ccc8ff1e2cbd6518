"""An invented advice centre with somebody who works there, and its papers."""

import datetime
import io
from dataclasses import dataclass

from django.utils import timezone

from portal.accounts.enums import OrganisationRole
from portal.accounts.models import Organisation, OrganisationMembership, User
from portal.cases.enums import Scope, StandingKind
from portal.cases.models import Actor, Invitation, Person, Standing, system_actor
from portal.cases.selectors import actor_with_paper, standing_of_paper
from portal.cases.services import add_paper, admit_case, answer_invitation, prepare_mandate
from portal.documents.services import mark_handed_in, receive_document
from tests.factories.accounts import JobcenterFactory, OrganisationMembershipFactory, UserFactory
from tests.factories.cases import StandingFactory
from tests.factories.documents import make_pdf
from tests.factories.invitations import make_ask, requested, user_actor

WANTED = frozenset({Scope.UPLOAD, Scope.FILL_IN, Scope.SEND, Scope.READ_POSTBOX})


@dataclass
class Team:
    """An organisation and somebody who looks after its members."""

    organisation: Organisation
    user: User
    membership: OrganisationMembership

    @property
    def actor(self) -> Actor:
        return user_actor(self.user)


def team(**organisation) -> Team:
    """A checked advice centre with its coordinator."""
    names = {f"organisation__{key}": value for key, value in organisation.items()}
    membership = OrganisationMembershipFactory(role=OrganisationRole.COORDINATOR, **names)
    return Team(membership.organisation, membership.user, membership)


def colleague(of: Team, **changes) -> OrganisationMembership:
    """Somebody else who works there."""
    return OrganisationMembershipFactory(organisation=of.organisation, **changes)


def asked_client(of: Team, **changes) -> Invitation:
    """A question to a client that waits."""
    changes = {"inviter_name": "Frau Yıldız", "organisation": of.organisation, "kind": StandingKind.ADVISER} | changes
    return requested(of.user, **changes).invitation


def advised_by(of: Team, user: User | None = None, **changes) -> Standing:
    """A client with an account who has said yes."""
    own = StandingFactory(person__user=user or UserFactory())
    invitation = asked_client(of, **changes)
    answered = answer_invitation(actor=user_actor(own.user), invitation_id=invitation.pk, accept=True)
    return answered.standing


def paper_of(of: Team, **changes) -> Invitation:
    """A Vollmacht that was prepared for somebody without an account."""
    names = {"inviter_name": "Frau Yıldız", "invitee_name": "Karin Wolf", "scopes": WANTED}
    return prepare_mandate(actor=of.actor, organisation=of.organisation, ask=make_ask(**(names | changes)))


def signed(of: Team, paper: Invitation | None = None) -> Invitation:
    """The same with the signed paper uploaded."""
    paper = paper or paper_of(of)
    standing = standing_of_paper(paper)
    member = actor_with_paper(of.actor, standing)
    upload = io.BytesIO(make_pdf())
    document = receive_document(actor=member, case=standing.case, person=None, upload=upload, name="Vollmacht.pdf")
    mark_handed_in(documents=[document], at=timezone.now())
    add_paper(actor=member, paper=paper, document_id=document.pk)
    paper.refresh_from_db()
    return paper


def sent_to(paper: Invitation, jobcenter=None) -> None:
    """Something was handed in: the case is open, and a jobcenter works on it."""
    jobcenter = jobcenter or JobcenterFactory()
    admit_case(actor=system_actor("test"), case=paper.case, jobcenter=jobcenter, at=timezone.now())


def ends_in(standing: Standing, days: int) -> Standing:
    """The same standing with another end."""
    standing.valid_from = timezone.now() - datetime.timedelta(days=60)
    standing.valid_to = timezone.now() + datetime.timedelta(days=days)
    standing.save()
    return standing


def named(person: Person, name: str) -> None:
    """The portal knows the name."""
    person.name = name
    person.save()
