"""One small world: two jobcenters, a household that has sent an application, a stranger, staff of both offices."""

from dataclasses import dataclass, field

from django.test import Client

from applications.domain.draft_answers import store_answers
from applications.models import Application, Draft, Finding
from applications.services.draft import start_draft
from applications.services.submit import submit_draft
from mailbox.models import Thread
from portal.accounts.enums import StaffRole
from portal.accounts.models import Jobcenter, StaffMembership, User
from portal.cases.models import Actor
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
from tests.factories.documents import DocumentFactory
from tests.factories.personas import P02, fresh

FORM = "main_application"


@dataclass(kw_only=True)
class World:
    """Everybody and everything that addresses can name."""

    jobcenter: Jobcenter
    claimant: User
    stranger: User
    staff: dict[str, StaffMembership]
    draft: Draft
    sent_draft: Draft
    submission: Submission
    application: Application
    finding: Finding
    document: Document
    thread: Thread
    list_slug: str  # a list of people in the draft
    browsers: dict[str, Client] = field(default_factory=dict)

    def user(self, role: str) -> User | None:
        """Who signs in for a role of the table."""
        if role == "anonymous":
            return None
        return {"claimant": self.claimant, "stranger": self.stranger}.get(role) or self.staff[role].user


def actor(user: User) -> Actor:
    return actor_for_user(user, purpose="own_case")


def filled_draft(user: User, answers: dict) -> Draft:
    """A draft of the main application with these answers."""
    draft = start_draft(actor=actor(user), form_key=FORM)
    assert store_answers(draft=draft, answers={**draft.answers, **fresh(answers)}, slug="", at=draft.created_at)
    return Draft.objects.get(pk=draft.pk)


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
    claimant, stranger = UserFactory(), UserFactory()
    sent = filled_draft(claimant, P02)
    submission = submit_draft(actor=actor(claimant), draft=sent)
    deliver_due()
    application = Application.objects.get(submission=submission)
    return World(
        jobcenter=jobcenter,
        claimant=claimant,
        stranger=stranger,
        staff=staff,
        draft=filled_draft(claimant, P02),
        sent_draft=sent,
        submission=submission,
        application=application,
        finding=application.findings.first(),
        document=DocumentFactory(case=submission.case),
        thread=Thread.objects.get(submission=submission),
        list_slug="personen",
    )
