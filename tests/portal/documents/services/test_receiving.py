import hashlib
import io
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from portal.audit.models import AuditEvent
from portal.documents.domain import limits
from portal.documents.errors import (
    FileEmpty,
    FileTooLarge,
    NotAllowed,
    TooManyFiles,
    TooMuchAtOnce,
    TooMuchToday,
    TypeNotAllowed,
)
from portal.documents.models import Document, DocumentStep
from portal.documents.selectors import documents_visible_to
from portal.documents.services import mark_handed_in, receive_document, receive_from_office
from portal.outbox.models import OutboxMessage
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory, claimant_actor, staff_actor
from tests.factories.documents import DocumentFactory, make_pdf
from tests.factories.stores import names_in_store

pytestmark = pytest.mark.django_db


def receive(case, content, name="Auszug.pdf", actor=None):
    actor = actor or claimant_actor(case)
    return receive_document(actor=actor, case=case, person=None, upload=io.BytesIO(content), name=name)


def files_on_disk():
    return set(names_in_store())


def events(case):
    return list(AuditEvent.objects.filter(case_id=case.pk).order_by("id").values_list("event", flat=True))


def test_received_document_holds_the_facts_of_the_upload():
    content = make_pdf(3)
    document = receive(CaseFactory(), content, "../Łohn\r\nzettel.pdf")
    document = Document.objects.get(pk=document.pk)

    assert (document.pages, document.size, document.sha256) == (None, len(content), hashlib.sha256(content).hexdigest())
    assert (document.original_name, document.media_type, document.status) == (
        "Łohn zettel.pdf",
        "application/pdf",
        "received",
    )
    assert (document.uploaded_by_role, events(document.case)) == ("claimant", ["document.received"])


@pytest.mark.parametrize(
    ("content", "name", "situation"),
    [
        (b"", "leer.pdf", FileEmpty),
        (b"%PDF-1.7" + bytes(limits.FILE), "gross.pdf", FileTooLarge),
        (b"MZ" + bytes(500), "programm.pdf", TypeNotAllowed),
    ],
    ids=["empty", "26 MB", "exe renamed"],
)
def test_refused_upload_leaves_nothing(content, name, situation):
    case, before = CaseFactory(), files_on_disk()

    with pytest.raises(situation) as refused:
        receive(case, content, name)

    assert (Document.objects.count(), files_on_disk(), len(str(refused.value.message)) > 60) == (0, before, True)


def test_document_of_a_foreign_case_is_refused():
    stranger = claimant_actor(CaseFactory())

    with pytest.raises(NotAllowed):
        receive(CaseFactory(), make_pdf(), actor=stranger)


def test_received_document_waits_for_the_scanner():
    document = receive(CaseFactory(), make_pdf())

    messages = OutboxMessage.objects.filter(subject_id=document.pk).values_list("fact", "handler")
    assert list(messages) == [("document.received", "documents.tasks.scan")]
    assert list(DocumentStep.objects.values_list("status", "at")) == [("received", document.created_at)]


def test_too_many_unsent_files_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "FILES", 2)
    case = CaseFactory()
    DocumentFactory.create_batch(2, case=case, is_checked=False)

    with pytest.raises(TooManyFiles):
        receive(case, make_pdf())


def test_files_that_are_too_large_together_are_refused(monkeypatch):
    content = make_pdf()
    monkeypatch.setattr(limits, "TOGETHER", 2 * len(content) - 1)
    case, before = CaseFactory(), None
    receive(case, content)
    before = files_on_disk()

    with pytest.raises(TooMuchAtOnce):
        receive(case, content)

    assert files_on_disk() == before


def test_what_was_uploaded_a_day_ago_no_longer_counts(monkeypatch):
    content = make_pdf()
    monkeypatch.setattr(limits, "A_DAY", 2 * len(content) - 1)
    case = CaseFactory()
    receive(case, content)
    with pytest.raises(TooMuchToday):
        receive(case, content)

    Document.objects.update(created_at=timezone.now() - timedelta(days=1, seconds=1))

    assert receive(case, content).size == len(content)


def test_as_many_files_may_be_chosen_as_may_wait():
    assert settings.DATA_UPLOAD_MAX_NUMBER_FILES == limits.FILES


def test_scan_of_the_office_is_nobodys_on_the_persons_side_until_it_is_handed_in():
    case = CaseFactory()
    person = claimant_actor(case)
    staff = staff_actor(StaffMembershipFactory(jobcenter=case.jobcenter))
    document = receive_from_office(
        actor=staff, case=case, person=None, upload=io.BytesIO(make_pdf()), name="Scan.pdf", is_from_office=True
    )
    before = documents_visible_to(person).filter(pk=document.pk).exists()

    mark_handed_in(documents=[document], at=timezone.now())

    assert (before, documents_visible_to(person).filter(pk=document.pk).exists()) == (False, True)
    assert Document.objects.get(pk=document.pk).uploaded_by_role == "caseworker"


def test_only_staff_of_the_house_file_for_the_office():
    case = CaseFactory()
    for actor in (claimant_actor(case), staff_actor(StaffMembershipFactory())):
        with pytest.raises(NotAllowed):
            receive_from_office(actor=actor, case=case, person=None, upload=io.BytesIO(make_pdf()), name="Scan.pdf")
