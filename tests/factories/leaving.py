"""A person with one of everything, beside people whose data must not be in her copy."""

import uuid
from dataclasses import dataclass

from applications.enums import Severity
from applications.models import Application, Draft, Finding
from mailbox.models import Message
from portal.cases.enums import Scope, StandingKind
from portal.cases.models import Case, Person, PersonIndex
from portal.cases.selectors import actor_for_user
from portal.documents.models import Document
from portal.submissions.enums import SubmissionKind
from portal.submissions.models import Entry, Section, Submission
from portal.submissions.services import receive_submission
from tests.factories.accounts import JobcenterFactory, UserFactory
from tests.factories.applications import DraftFactory
from tests.factories.cases import OPENED_AT, CaseFactory, PersonFactory, StandingFactory
from tests.factories.documents import DocumentFactory
from tests.factories.mailbox import MessageFactory, ThreadFactory
from tests.factories.submissions import SubmissionFactory, make_content

CANARY = "Kanarienvogel"  # in every word of others


@dataclass(kw_only=True)
class Household:
    """The applicant's things, and whom else there is."""

    case: Case
    person: Person
    sent: Document
    waiting: Document
    submission: Submission
    application: Application
    draft: Draft
    message: Message
    partner: Person
    helped: Person

    @property
    def user(self):
        return self.person.user


def make_application(submission: Submission) -> Application:
    """Received and checked; the checks have one question for the claimant, one for staff only."""
    application = Application.objects.create(
        case=submission.case,
        person=submission.person,
        submission=submission,
        form_key="main",
        effective_from="2026-10-01",
        received_at=submission.received_at,
    )
    application.status_changes.create(
        to_status="received", at=submission.received_at, actor_role="claimant", note="intern"
    )
    shared = {
        "application": application,
        "rule_version": 1,
        "severity": Severity.ERROR,
        "found_at": submission.received_at,
    }
    question = {"msgid": "Wie hoch ist Ihre Miete?", "data": {}}
    Finding.objects.create(key="a", rule_id="RENT-01", title="Miete", claimant_message=question, **shared)
    Finding.objects.create(
        key="b", rule_id="RENT-02", title="Miete", staff_message={"msgid": "Nur intern", "data": {}}, **shared
    )
    return application


def make_others(case: Case) -> Person:
    """The partner, with an account and things of her own in the same case."""
    partner = PersonFactory(case=case, is_applicant=False, name=f"{CANARY} Partnerin", answer_id="c1")
    scopes = sorted({Scope.FILL_IN, Scope.SEND, Scope.UPLOAD, Scope.READ_POSTBOX})
    StandingFactory(person=partner, kind=StandingKind.MEMBER, scopes=scopes)
    DocumentFactory(case=case, person=partner, name=f"{CANARY}.pdf")
    answers = (Section(title=CANARY, entries=(Entry(label="Einkommen", value=CANARY),)),)
    receive_submission(
        actor=actor_for_user(partner.user, purpose="test"),
        kind=SubmissionKind.MESSAGE,
        title=CANARY,
        case=case,
        person=partner,
        content=make_content(sections=answers, applicant=CANARY, for_whom=CANARY),
        data={"canary": CANARY},
        token=uuid.uuid4(),
    )
    MessageFactory(thread=ThreadFactory(person=partner, subject=CANARY), body=CANARY)
    return partner


def make_helped() -> Person:
    """Somebody else's case, which is full, too."""
    helped = PersonFactory(name=f"{CANARY} Vater")
    StandingFactory(person=helped)
    DocumentFactory(case=helped.case, person=helped, name=f"{CANARY} Vater.pdf")
    SubmissionFactory(case=helped.case, title=CANARY, content=make_content(applicant=CANARY))
    MessageFactory(thread=ThreadFactory(person=helped, subject=CANARY), body=CANARY)
    return helped


def make_household(*, issued: bool = False) -> Household:
    """Miriam Sander: applicant with one of everything, who also helps somebody; her partner has an account as well."""
    user = UserFactory(email="miriam@example.org")
    case = CaseFactory(jobcenter=JobcenterFactory(name="Jobcenter Musterkreis"), number="MK-1", opened_at=OPENED_AT)
    person = PersonFactory(case=case, user=user, name="Miriam Sander")
    own = StandingFactory(person=person, granted_by_user=user)
    PersonIndex.objects.create(person=person, normalised_name="miriam sander", contact_phone="0170123")
    StandingFactory(helper=True, person=person, granted_by_user=user)
    sent = DocumentFactory(case=case, person=person, name="Mietvertrag.pdf")
    waiting = DocumentFactory(case=case, person=person, name="Lohn: Mai?.pdf")
    submission = SubmissionFactory(case=case, documents=(sent,), issued=issued)
    message = MessageFactory(thread=ThreadFactory(person=person), body="Bitte rufen Sie uns an <b>heute</b>.")
    draft = DraftFactory(standing=own)
    helped = make_helped()
    StandingFactory(helper=True, person=helped, user=user, scopes=sorted(Scope))
    return Household(
        case=case,
        person=person,
        sent=sent,
        waiting=waiting,
        submission=submission,
        application=make_application(submission),
        draft=draft,
        message=message,
        partner=make_others(case),
        helped=helped,
    )
