"""One small world: two jobcenters, a household that has sent an application, two helpers, a stranger, the staff."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.test import Client

from applications.domain.draft_answers import store_answers
from applications.models import Application, Draft
from applications.services.draft import start_draft
from applications.services.submit import submit_draft
from mailbox.models import Thread
from portal.accounts.enums import StaffRole
from portal.accounts.models import User
from portal.cases.enums import ALL_SCOPES, Scope
from portal.cases.models import Actor, Person
from portal.cases.selectors import actor_for_user
from portal.documents.models import Document
from portal.outbox.services import deliver_due
from portal.submissions.models import Submission
from tests.factories.accounts import (
    JobcenterFactory,
    OfficeFactory,
    PostcodeAreaFactory,
    StaffMembershipFactory,
    UserFactory,
)
from tests.factories.cases import StandingFactory
from tests.factories.documents import DocumentFactory
from tests.factories.personas import P02, fresh

FORM = "main_application"


@dataclass(kw_only=True)
class World:
    """Everybody and everything that addresses can name."""

    users: dict[str, User]  # who signs in for a role of the table; anonymous has none
    draft: Draft
    submission: Submission
    application: Application
    document: Document
    thread: Thread
    list_slug: str  # a list of people in the draft
    browsers: dict[str, Client] = field(default_factory=dict)


def actor(user: User) -> Actor:
    return actor_for_user(user, purpose="own_case")


def filled_draft(user: User, answers: dict) -> Draft:
    """A draft of the main application with these answers."""
    draft = start_draft(actor=actor(user), form_key=FORM)
    assert store_answers(draft=draft, answers={**draft.answers, **fresh(answers)}, slug="", at=draft.created_at)
    return Draft.objects.get(pk=draft.pk)


def helper(person: Person, scopes: Iterable[Scope]) -> User:
    """Somebody who may act for this person, in these things."""
    user: User = StandingFactory(helper=True, person=person, scopes=sorted(scopes)).user
    return user


def build_world() -> World:
    """Everything goes through the services that the pages use."""
    jobcenter = JobcenterFactory()
    PostcodeAreaFactory(jobcenter=jobcenter, postcode="00123")
    foreign = JobcenterFactory()
    OfficeFactory(jobcenter=jobcenter)
    staff = {
        "caseworker": StaffMembershipFactory(jobcenter=jobcenter, role=StaffRole.CASEWORKER),
        "team_lead": StaffMembershipFactory(jobcenter=jobcenter, role=StaffRole.TEAM_LEAD),
        "administrator": StaffMembershipFactory(jobcenter=jobcenter, role=StaffRole.ADMINISTRATOR),
        "foreign_caseworker": StaffMembershipFactory(jobcenter=foreign, role=StaffRole.CASEWORKER),
    }
    claimant = UserFactory()
    sent = filled_draft(claimant, P02)
    submission = submit_draft(actor=actor(claimant), draft=sent)
    deliver_due()
    application = Application.objects.get(submission=submission)
    citizens = {
        "claimant": claimant,
        "helper": helper(application.person, ALL_SCOPES),
        "helper_without_scope": helper(application.person, {Scope.APPOINTMENTS}),  # a standing has at least one
        "stranger": UserFactory(),
    }
    return World(
        users=citizens | {role: membership.user for role, membership in staff.items()},
        draft=filled_draft(claimant, P02),
        submission=submission,
        application=application,
        document=DocumentFactory(case=submission.case),
        thread=Thread.objects.get(submission=submission),
        list_slug="personen",
    )
