import hashlib
import io

import pytest
from django.db import transaction

from portal.audit.models import AuditEvent
from portal.cases.models import Actor, system_actor
from portal.documents.domain.inspection import MAX_BYTES
from portal.documents.errors import (
    DocumentInUse,
    FileEmpty,
    FileTooLarge,
    NotAllowed,
    TooManyFiles,
    TypeNotAllowed,
    UploadRefused,
)
from portal.documents.models import Document, StoredFile
from portal.documents.services import (
    discard_unsent_documents,
    erase_documents,
    mark_handed_in,
    open_document,
    receive_document,
    remove_document,
)
from portal.documents.services import documents as module
from tests.factories.cases import CaseFactory, claimant_actor
from tests.factories.documents import DocumentFactory, make_pdf

pytestmark = pytest.mark.django_db


def receive(case, content, name="Auszug.pdf", actor=None):
    actor = actor or claimant_actor(case)
    return receive_document(actor=actor, case=case, person=None, upload=io.BytesIO(content), name=name)


def files_on_disk():
    return set(StoredFile.path_for(StoredFile().id).parent.parent.glob("??/*"))


def events(case):
    return list(AuditEvent.objects.filter(case_id=case.pk).order_by("id").values_list("event", flat=True))


def test_received_document_holds_the_facts_of_the_upload():
    content = make_pdf(3)
    document = receive(CaseFactory(), content, "../Łohn\r\nzettel.pdf")
    document = Document.objects.get(pk=document.pk)

    assert (document.pages, document.size, document.sha256) == (3, len(content), hashlib.sha256(content).hexdigest())
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
        (b"%PDF-1.7" + bytes(MAX_BYTES), "gross.pdf", FileTooLarge),
        (b"MZ" + bytes(500), "programm.pdf", TypeNotAllowed),
    ],
    ids=["empty", "26 MB", "exe renamed"],
)
def test_refused_upload_leaves_nothing(content, name, situation):
    case, before = CaseFactory(), files_on_disk()

    with pytest.raises(situation) as refused:
        receive(case, content, name)

    assert (Document.objects.count(), files_on_disk(), len(str(refused.value.message)) > 60) == (0, before, True)


def test_every_refusal_says_what_to_do_next():
    kinds = UploadRefused.__subclasses__()

    assert [kind for kind in kinds if "Sie" not in str(kind.message)] == []


def test_document_of_a_foreign_case_is_refused():
    stranger = claimant_actor(CaseFactory())

    with pytest.raises(NotAllowed):
        receive(CaseFactory(), make_pdf(), actor=stranger)


def test_too_many_unsent_files_are_refused(monkeypatch):
    monkeypatch.setattr(module, "MAX_WAITING", 2)
    case = CaseFactory()
    DocumentFactory.create_batch(2, case=case)

    with pytest.raises(TooManyFiles):
        receive(case, make_pdf())


def test_removed_document_loses_its_content(django_capture_on_commit_callbacks):
    document = DocumentFactory()
    path = document.stored.path

    with django_capture_on_commit_callbacks(execute=True):
        remove_document(actor=claimant_actor(document.case), document=document)
        remove_document(actor=claimant_actor(document.case), document=document)

    document.refresh_from_db()
    assert (path.exists(), document.stored, document.status, StoredFile.objects.count()) == (False, None, "removed", 0)
    assert events(document.case) == ["document.received", "document.removed"]


def test_sent_document_cannot_be_removed():
    document = DocumentFactory()
    mark_handed_in(documents=[document], at=document.created_at)

    with pytest.raises(DocumentInUse), transaction.atomic():
        remove_document(actor=claimant_actor(document.case), document=document)

    assert document.stored.path.exists() is True


def test_document_of_others_cannot_be_removed():
    with pytest.raises(NotAllowed):
        remove_document(actor=claimant_actor(CaseFactory()), document=DocumentFactory())


def test_opened_document_gives_its_content_and_is_audited():
    content = make_pdf(2)
    document = DocumentFactory(content=content)

    pieces = open_document(actor=claimant_actor(document.case), document=document)

    assert (b"".join(pieces), events(document.case)[-1]) == (content, "seen.documents")


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
    assert not waiting.stored.path.exists()
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
    assert not sent.stored.path.exists()
    assert events(sent.case)[-1] == "document.erased"


def test_nobody_but_the_system_erases_documents():
    document = DocumentFactory()

    with pytest.raises(NotAllowed):
        erase_documents(actor=claimant_actor(document.case), case=document.case)
