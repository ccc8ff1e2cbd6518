import datetime
import io

import pytest
from django.utils import timezone

from mailbox.enums import ContactChannel, Topic
from mailbox.errors import NothingToSend, NotYet
from mailbox.models import EvidenceAnswer, EvidenceItem, EvidenceRequest, Message, MessageDraft, Thread
from mailbox.services import (
    Contact,
    add_scan,
    contact_draft,
    discard_old_contacts,
    record_contact,
    recorded_with,
    remove_scan,
    save_draft,
)
from portal.cases.errors import NotPermitted
from portal.cases.models import Person
from portal.documents.models import Document
from portal.documents.services import mark_handed_in
from portal.outbox.models import OutboxMessage
from portal.submissions.models import Submission
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory, claimant_actor, staff_actor
from tests.factories.documents import DocumentFactory, make_pdf, release

pytestmark = pytest.mark.django_db
YESTERDAY = timezone.now() - datetime.timedelta(days=1)


@pytest.fixture
def case():
    case = CaseFactory()
    claimant_actor(case)
    return case


@pytest.fixture
def office(case):
    return staff_actor(StaffMembershipFactory(jobcenter=case.jobcenter))


@pytest.fixture
def draft(case, office):
    return contact_draft(actor=office, case=case, person=Person.objects.get(case=case))


def contact(**fields):
    said = {"channel": ContactChannel.PHONE, "is_from_person": True, "happened_at": YESTERDAY, "body": "Fragt nach."}
    return Contact(**said | fields)


def scan(office, draft, content, name="Scan.pdf"):
    return add_scan(actor=office, draft=draft, upload=io.BytesIO(content), name=name)


@pytest.mark.parametrize(("days", "left"), [(13, 1), (15, 0)])
def test_contact_that_was_begun_and_left_goes_with_its_scans(case, office, draft, days, left):
    content = make_pdf(3)
    before = DocumentFactory(case=case, content=content, pages=3)
    mark_handed_in(documents=[before], at=before.created_at)
    scan(office, draft, content, "schon da.pdf")
    new = scan(office, draft, make_pdf(2)).document

    discard_old_contacts(now=timezone.now() + datetime.timedelta(days=days))

    assert MessageDraft.objects.count() == left
    assert set(Document.objects.present()) == ({before, new} if left else {before})


def test_message_that_staff_have_begun_stays(case, office):
    save_draft(actor=office, case=case, person=Person.objects.get(case=case), body="Guten Tag")

    assert discard_old_contacts(now=timezone.now() + datetime.timedelta(days=99)) == 0


def test_call_is_an_entry_with_its_time_and_no_submission(office, draft):
    message = record_contact(actor=office, draft=draft, contact=contact(topic=Topic.MONEY))

    assert (message.kind, message.channel, message.happened_at) == ("contact", "phone", YESTERDAY)
    assert (message.sender_role, message.author_id, message.submission) == ("claimant", office.membership_id, None)
    assert (message.thread.topic, message.thread.waiting_since) == (Topic.MONEY, None)
    assert not MessageDraft.objects.exists()


def test_letter_is_handed_in_with_the_day_it_came(office, draft):
    scan(office, draft, make_pdf(2))
    message = record_contact(
        actor=office, draft=draft, contact=contact(channel=ContactChannel.PAPER, needs_answer=True)
    )

    submission = Submission.objects.get()
    document = Document.objects.get()
    assert (message.submission, submission.channel, submission.received_at) == (submission, "paper", YESTERDAY)
    assert (submission.title, submission.submitted_by_role) == ("Unterlagen mit der Post", "caseworker")
    assert (submission.submitted_by_user_id, submission.receipt.issued_at) == (None, None)
    assert (document.handed_in_at, document.is_from_office) == (YESTERDAY, False)
    assert message.thread.waiting_since == YESTERDAY
    assert OutboxMessage.objects.filter(fact="message.posted", subject_id=message.pk).exists()


def test_paper_that_is_there_is_linked_and_not_stored_again(case, office, draft):
    content = make_pdf(3)
    before = DocumentFactory(case=case, content=content, pages=3)
    mark_handed_in(documents=[before], at=before.created_at)

    found = scan(office, draft, content, "noch einmal.pdf")
    message = record_contact(actor=office, draft=draft, contact=contact(channel=ContactChannel.IN_PERSON))

    assert (found.document, found.is_known, Document.objects.count()) == (before, True, 1)
    assert [each.document for each in message.attachments.all()] == [before]
    assert message.submission.files.count() == 0


def test_pages_that_are_there_are_linked_and_the_scan_goes(case, office, draft):
    before = DocumentFactory(case=case)
    mark_handed_in(documents=[before], at=before.created_at)
    found = release(scan(office, draft, make_pdf(1) + b" ").document)
    Document.objects.filter(pk=found.pk).update(double_of=before, double_pages=[1])

    message = record_contact(actor=office, draft=draft, contact=contact(channel=ContactChannel.PAPER))

    assert [each.document for each in message.attachments.all()] == [before]
    assert Document.objects.get(pk=found.pk).removed_at is not None


def test_unsent_upload_of_the_person_counts_as_not_there(case, office, draft):
    content = make_pdf(4)
    DocumentFactory(case=case, content=content, pages=4)

    assert scan(office, draft, content).is_known is False


def test_same_draft_twice_is_one_entry(office, draft):
    first = record_contact(actor=office, draft=draft, contact=contact())

    assert record_contact(actor=office, draft=draft, contact=contact()) == first
    assert recorded_with(actor=office, token=draft.token) == first
    assert Message.objects.count() == 1


def test_call_of_the_office_answers_who_waits(case, office, draft):
    thread = Thread.objects.create(
        case=case, person=draft.person, subject="Wohnung", waiting_since=timezone.now() - datetime.timedelta(days=3)
    )

    message = record_contact(actor=office, draft=draft, contact=contact(thread=thread, is_from_person=False))

    assert (message.sender_role, Thread.objects.get(pk=thread.pk).waiting_since) == ("caseworker", None)


def test_what_cannot_be_is_refused_and_the_draft_stays(office, draft):
    with pytest.raises(NotYet):
        record_contact(
            actor=office, draft=draft, contact=contact(happened_at=timezone.now() + datetime.timedelta(minutes=1))
        )
    with pytest.raises(NothingToSend):
        record_contact(actor=office, draft=draft, contact=contact(body=" "))
    assert MessageDraft.objects.filter(pk=draft.pk).exists()


def test_dropped_scan_is_gone_but_what_was_there_stays(case, office, draft):
    before = DocumentFactory(case=case)
    mark_handed_in(documents=[before], at=before.created_at)
    for content in (make_pdf(1), make_pdf(5)):
        remove_scan(actor=office, draft=draft, document=scan(office, draft, content).document)

    assert [document.pk for document in Document.objects.present()] == [before.pk]


def test_only_staff_of_the_house_write_contacts_down_each_their_own(case, draft):
    person = draft.person
    for actor in (staff_actor(StaffMembershipFactory()), claimant_actor(case)):
        with pytest.raises(NotPermitted):
            contact_draft(actor=actor, case=case, person=person)
    colleague = staff_actor(StaffMembershipFactory(jobcenter=case.jobcenter))
    with pytest.raises(NotPermitted):
        record_contact(actor=colleague, draft=draft, contact=contact())


def test_papers_with_a_cover_sheet_are_filed_to_what_was_asked_for(office, draft):
    now = timezone.now()
    request = EvidenceRequest.objects.create(
        case=draft.case,
        person=draft.person,
        thread=Thread.objects.create(case=draft.case, person=draft.person, subject="Unterlagen"),
        status="sent",
        sent_at=now,
        sent_by_id=office.membership_id,
    )
    item = EvidenceItem.objects.create(request=request, position=1, what="Mietvertrag", code="AB0110CDEFGH")
    scan(office, draft, make_pdf(2))

    record_contact(actor=office, draft=draft, contact=contact(channel=ContactChannel.PAPER, item=item))

    answer = EvidenceAnswer.objects.get(item=item)
    assert (answer.created_at, answer.documents.get().handed_in_at) == (YESTERDAY, YESTERDAY)
    assert EvidenceItem.objects.get().status == "handed_in"
