import hashlib
import io

import pytest

from portal.cases.models import system_actor
from portal.documents.domain import limits
from portal.documents.enums import MediaType
from portal.documents.errors import DocumentInUse, FileTooLarge, NotAllowed, TypeNotAllowed
from portal.documents.models import Document
from portal.documents.selectors import documents_in_case, documents_visible_to, pages_of_case, waiting_documents
from portal.documents.services import discard_from_office, discard_unsent_documents, open_file, receive_from_office
from portal.outbox.models import OutboxMessage
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory, claimant_actor, staff_actor
from tests.factories.documents import DocumentFactory, make_image, make_pdf, release
from tests.factories.stores import names_in_store

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return CaseFactory()


@pytest.fixture
def staff(case):
    return staff_actor(StaffMembershipFactory(jobcenter=case.jobcenter))


def receive(case, actor, content=None, name="Bescheid.pdf", **facts):
    return receive_from_office(
        actor=actor, case=case, person=None, upload=io.BytesIO(content or make_pdf()), name=name, **facts
    )


def test_file_of_the_office_is_kept_byte_for_byte_and_scanned(case, staff):
    document = receive(case, staff, make_pdf(2))

    content = b"".join(open_file(document.stored))
    assert hashlib.sha256(content).hexdigest() == document.sha256 == hashlib.sha256(make_pdf(2)).hexdigest()
    assert (document.is_from_office, document.status, document.uploaded_by_role) == (True, "received", "caseworker")
    assert OutboxMessage.objects.filter(fact="document.received", subject_id=document.pk).exists()


def test_citizens_and_other_houses_bring_in_nothing(case):
    for actor in (claimant_actor(case), staff_actor(StaffMembershipFactory())):
        with pytest.raises(NotAllowed):
            receive(case, actor)
    assert names_in_store() == []


def test_kinds_can_be_narrowed(case, staff):
    with pytest.raises(TypeNotAllowed):
        receive(case, staff, make_image(), "Foto.jpg", kinds=frozenset({MediaType.PDF}))
    assert receive(case, staff, make_image(), "Scan.jpg").media_type == "image/jpeg"


def test_limit_of_one_file_holds(case, staff, monkeypatch):
    monkeypatch.setattr(limits, "FILE", 100)
    with pytest.raises(FileTooLarge):
        receive(case, staff)


def test_person_sees_it_nowhere_among_her_papers(case, staff):
    claimant = claimant_actor(case)
    release(receive(case, staff))

    assert [*documents_visible_to(claimant), *waiting_documents(claimant, case_id=case.pk)] == []
    assert [*documents_in_case(staff, case.pk), *pages_of_case(case.pk)] == []


def test_it_takes_no_room_from_the_person_and_is_not_discarded_with_her_unsent_papers(case, staff, monkeypatch):
    receive(case, staff)
    monkeypatch.setattr(limits, "FILES", 1)
    mine = DocumentFactory(case=case)

    assert discard_unsent_documents(actor=claimant_actor(case), case_ids=[case.pk]) == 1
    assert not Document.objects.filter(pk=mine.pk).exists()
    assert Document.objects.get().is_from_office


def test_discarded_one_leaves_its_row_and_no_content(case, staff):
    document = release(receive(case, staff))
    discard_from_office(actor=staff, document=document)

    document.refresh_from_db()
    assert (document.status, document.stored, document.normalised, document.page_list.count()) == (
        "removed",
        None,
        None,
        0,
    )


def test_papers_of_the_person_are_not_discarded_here(case, staff):
    with pytest.raises(DocumentInUse):
        discard_from_office(actor=staff, document=DocumentFactory(case=case))


def test_who_is_not_of_the_house_discards_nothing(case, staff):
    document = receive(case, staff)

    with pytest.raises(NotAllowed):
        discard_from_office(actor=claimant_actor(case), document=document)
    assert discard_from_office(actor=system_actor("test"), document=document) is None
