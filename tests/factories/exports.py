"""A case with one of everything that a postbox can hold."""

import datetime
from dataclasses import dataclass

from mailbox.enums import (
    AnswerKind,
    ContactChannel,
    DecisionStatus,
    Delivery,
    ExtensionStatus,
    ItemStatus,
    MessageKind,
    NoteKind,
    RequestStatus,
)
from mailbox.models import (
    Attachment,
    Decision,
    EvidenceAnswer,
    EvidenceItem,
    EvidenceRequest,
    Extension,
    Message,
    Note,
    Thread,
)
from portal.accounts.models import StaffMembership
from portal.cases.models import Actor, Case, Person, Standing
from portal.cases.selectors import actor_for_user
from portal.documents.models import Document
from portal.documents.services import mark_handed_in
from portal.submissions.models import Submission
from portal.ui.formats import BERLIN
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import CaseFactory, PersonFactory, StandingFactory, claimant_actor, staff_actor
from tests.factories.documents import DocumentFactory, make_pdf
from tests.factories.mailbox import MessageFactory, ReceiptMessageFactory, ThreadFactory
from tests.factories.submissions import RECEIVED_AT, SubmissionFactory

SENT_AT = datetime.datetime(2026, 11, 20, 10, 0, tzinfo=BERLIN)
DECISION_FILE = make_pdf(3)


@dataclass(frozen=True, kw_only=True)
class FullCase:
    """The case with who takes part in it."""

    case: Case
    person: Person
    claimant: Actor
    staff: Actor
    membership: StaffMembership
    submission: Submission
    paper: Document
    restricted: Document
    thread: Thread
    request: EvidenceRequest
    decision: Decision
    note: Note


def full_case() -> FullCase:
    """An application with a paper; a conversation with a specially protected paper; a request, a decision, a note."""
    case = CaseFactory(jobcenter__land="BY", jobcenter__name="Jobcenter Musterkreis")
    claimant = claimant_actor(case)
    person = Person.objects.get(case=case, is_applicant=True)
    member = StaffMembershipFactory(jobcenter=case.jobcenter, display_name="Frau Yıldız")
    paper = DocumentFactory(case=case, name="Mietvertrag März.pdf", content=make_pdf(2), pages=2)
    submission = SubmissionFactory(case=case, documents=[paper], issued=True)
    ReceiptMessageFactory(submission=submission)
    restricted = restricted_paper(case)
    thread = ThreadFactory(person=person, case=case, subject="Unterlagen und Nachweise", created_at=SENT_AT)
    question = message(thread, body="Wann kommt der Bescheid?", from_claimant=True)
    Attachment.objects.create(message=question, document=restricted, position=1)
    answer = message(thread, 1, body="Wir melden uns.\nBis bald.", kind=MessageKind.CONTACT, author=member)
    Message.objects.filter(pk=answer.pk).update(channel=ContactChannel.PHONE, happened_at=SENT_AT)
    request = request_for(thread, member, paper, submission)
    return FullCase(
        case=case,
        person=person,
        claimant=claimant,
        staff=staff_actor(member),
        membership=member,
        submission=Submission.objects.select_related("receipt").get(pk=submission.pk),
        paper=paper,
        restricted=restricted,
        thread=thread,
        request=request,
        decision=decision_in(thread, member),
        note=Note.objects.create(
            case=case, thread=thread, kind=NoteKind.BENEFIT, body="Eisvogelnotiz: bitte anrufen.", author=member
        ),
    )


def message(thread: Thread, minutes: int = 0, **fields) -> Message:
    """A message some minutes after the first one."""
    found: Message = MessageFactory(thread=thread, created_at=SENT_AT + datetime.timedelta(minutes=minutes), **fields)
    return found


def restricted_paper(case: Case) -> Document:
    """A specially protected paper that was handed in."""
    found = DocumentFactory(case=case, name="Attest.pdf", content=make_pdf(4), pages=4)
    mark_handed_in(documents=[found], at=found.created_at)
    Document.objects.filter(pk=found.pk).update(is_restricted=True)
    return Document.objects.get(pk=found.pk)


def request_for(thread: Thread, member: StaffMembership, paper: Document, proof: Submission) -> EvidenceRequest:
    """Two things are asked for; the first was answered, for the second there is a wish for more time."""
    brought = message(thread, 2, kind=MessageKind.REQUEST, body="", author=member)
    request = EvidenceRequest.objects.create(
        case=thread.case,
        person=thread.person,
        thread=thread,
        message=brought,
        status=RequestStatus.SENT,
        introduction="Bitte schicken Sie uns noch zwei Unterlagen.",
        legal_notice="Ohne die Unterlagen können wir nicht entscheiden.",
        first_deadline=datetime.date(2026, 12, 4),
        deadline=datetime.date(2026, 12, 11),
        created_by=member,
        sent_by=member,
        sent_at=SENT_AT,
    )
    lease = EvidenceItem.objects.create(
        request=request,
        position=1,
        what="Mietvertrag",
        why="Damit wir Ihre Miete übernehmen können.",
        basis="§ 22 Abs. 1 SGB II",
        status=ItemStatus.HANDED_IN,
        code="AAAA1111",
    )
    EvidenceItem.objects.create(request=request, position=2, what="Lohnabrechnungen", code="BBBB2222")
    answer = EvidenceAnswer.objects.create(
        item=lease, kind=AnswerKind.DOCUMENTS, text="Seite zwei ist die Anlage.", submission=proof, created_at=SENT_AT
    )
    answer.documents.add(paper)
    Extension.objects.create(
        request=request,
        until=datetime.date(2026, 12, 11),
        text="Der Arbeitgeber braucht länger.",
        status=ExtensionStatus.GRANTED,
        reply="Gern.",
        decided_by=member,
        decided_at=SENT_AT,
        created_at=SENT_AT,
    )
    return request


def decision_in(thread: Thread, member: StaffMembership, **fields) -> Decision:
    """A decision whose notice was sent on 20 November 2026, unopened; its file comes from the office."""
    document = DocumentFactory(case=thread.case, name="Bescheid.pdf", content=DECISION_FILE, pages=3)
    Document.objects.filter(pk=document.pk).update(is_from_office=True)
    second = StaffMembershipFactory(jobcenter=thread.case.jobcenter)
    return Decision.objects.create(
        **{
            "case": thread.case,
            "person": thread.person,
            "thread": thread,
            "message": message(thread, 3, kind=MessageKind.DECISION, body="", author=member),
            "document": Document.objects.get(pk=document.pk),
            "title": "Bewilligungsbescheid für Dezember",
            "dated_on": datetime.date(2026, 11, 18),
            "status": DecisionStatus.RELEASED,
            "created_by": member,
            "released_by": second,
            "released_at": SENT_AT,
            "delivery": Delivery.PORTAL,
            "notified_at": SENT_AT,
            "land": "BY",
            **fields,
        }
    )


def member_with_own_post(case: Case) -> Actor:
    """Another adult of the household who wants letters of her own, with one in her postbox."""
    person = PersonFactory(
        case=case, user=UserFactory(), is_applicant=False, name="Ida Sander", wants_own_post_since=RECEIVED_AT
    )
    standing: Standing = StandingFactory(person=person, kind="member", scopes=["own_part"])
    message(ThreadFactory(person=person, case=case, subject="Nur für Ida"), body="Zilpzalp")
    return actor_for_user(standing.user, purpose="test")
