import pytest
from django.db import transaction

from portal.audit.models import AuditEvent
from portal.cases.models import Actor, system_actor
from portal.documents.domain.lifecycle import advance
from portal.documents.domain.pipeline import CHECKER
from portal.documents.enums import DocumentStatus
from portal.documents.errors import DocumentInUse, NotAllowed
from portal.documents.models import Document, StoredFile
from portal.documents.services import (
    discard_unsent_documents,
    erase_documents,
    keep_anyway,
    keep_double,
    mark_handed_in,
    open_document,
    remove_document,
)
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory, claimant_actor, staff_actor
from tests.factories.documents import DocumentFactory, make_pdf, release
from tests.factories.stores import names_in_store

pytestmark = pytest.mark.django_db


def events(case):
    return list(AuditEvent.objects.filter(case_id=case.pk).order_by("id").values_list("event", flat=True))


def test_removed_document_loses_its_content(django_capture_on_commit_callbacks):
    document = DocumentFactory()
    with django_capture_on_commit_callbacks(execute=True):
        remove_document(actor=claimant_actor(document.case), document=document)
        remove_document(actor=claimant_actor(document.case), document=document)

    document.refresh_from_db()
    assert (names_in_store(), StoredFile.objects.count()) == ([], 0)
    assert (document.stored, document.normalised, document.status) == (None, None, "removed")
    assert events(document.case) == ["document.received", "document.released", "document.removed"]


def test_sent_document_cannot_be_removed():
    document = DocumentFactory()
    mark_handed_in(documents=[document], at=document.created_at)

    with pytest.raises(DocumentInUse), transaction.atomic():
        remove_document(actor=claimant_actor(document.case), document=document)

    assert document.stored.name in names_in_store()


def test_document_of_others_cannot_be_removed():
    with pytest.raises(NotAllowed):
        remove_document(actor=claimant_actor(CaseFactory()), document=DocumentFactory())


def test_opened_document_gives_its_content_and_is_audited():
    content = make_pdf(2)
    document = DocumentFactory(content=content)

    pieces = open_document(actor=claimant_actor(document.case), document=document)

    assert (b"".join(pieces), events(document.case)[-1]) == (content, "seen.documents")


def test_staff_open_the_cleaned_pages_and_nothing_before():
    document = DocumentFactory(is_checked=False)
    staff = staff_actor(StaffMembershipFactory(jobcenter=document.case.jobcenter))

    with pytest.raises(NotAllowed):
        open_document(actor=staff, document=document)
    release(document)

    assert b"".join(open_document(actor=staff, document=document)) == make_pdf()


def test_harmful_document_is_opened_by_nobody():
    document = DocumentFactory(is_checked=False)
    advance(document, DocumentStatus.REFUSED, actor=CHECKER, refusal="malware")

    with pytest.raises(NotAllowed):
        open_document(actor=claimant_actor(document.case), document=document)


def test_document_kept_anyway_says_so():
    document = DocumentFactory()

    keep_anyway(actor=claimant_actor(document.case), document=document)

    assert (Document.objects.get().kept_anyway, events(document.case)[-1]) == (True, "document.kept")


def test_document_of_others_is_not_kept():
    with pytest.raises(NotAllowed):
        keep_anyway(actor=claimant_actor(CaseFactory()), document=DocumentFactory())


def test_removed_document_cannot_be_opened():
    document = DocumentFactory()
    remove_document(actor=claimant_actor(document.case), document=document)
    document.refresh_from_db()

    with pytest.raises(NotAllowed):
        open_document(actor=Actor(role="claimant"), document=document)


def test_unsent_documents_are_discarded_with_names_and_contents(django_capture_on_commit_callbacks):
    sent = DocumentFactory()
    mark_handed_in(documents=[sent], at=sent.created_at)
    removed, waiting = DocumentFactory(case=sent.case), DocumentFactory(case=sent.case)
    actor = claimant_actor(sent.case)
    remove_document(actor=actor, document=removed)

    with django_capture_on_commit_callbacks(execute=True):
        assert discard_unsent_documents(actor=actor, case_ids=[sent.case_id]) == 2

    assert list(Document.objects.all()) == [sent]
    assert waiting.stored.name not in names_in_store()
    assert events(sent.case)[-2:] == ["document.discarded", "document.discarded"]


def test_documents_of_a_foreign_case_are_not_discarded():
    document = DocumentFactory()

    with pytest.raises(NotAllowed):
        discard_unsent_documents(actor=claimant_actor(CaseFactory()), case_ids=[document.case_id])

    assert Document.objects.exists()


def test_documents_of_an_ended_case_are_erased_with_their_contents(django_capture_on_commit_callbacks):
    sent, other = DocumentFactory(), DocumentFactory()
    mark_handed_in(documents=[sent], at=sent.created_at)

    with django_capture_on_commit_callbacks(execute=True):
        assert erase_documents(actor=system_actor("test"), case=sent.case) == 1

    assert list(Document.objects.all()) == [other]
    assert not {sent.stored.name, sent.normalised.name} & set(names_in_store())
    assert events(sent.case)[-1] == "document.erased"


def test_nobody_but_the_system_erases_documents():
    document = DocumentFactory()

    with pytest.raises(NotAllowed):
        erase_documents(actor=claimant_actor(document.case), case=document.case)


def test_double_is_kept_and_written_down():
    document = DocumentFactory()

    keep_double(actor=claimant_actor(document.case), document=document)

    assert Document.objects.get().kept_double is True
    assert events(document.case)[-1] == "document.double_kept"


def test_double_of_others_is_not_theirs_to_keep():
    with pytest.raises(NotAllowed):
        keep_double(actor=claimant_actor(CaseFactory()), document=DocumentFactory())
