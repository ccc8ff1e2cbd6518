import hashlib

import pytest

from portal.documents.domain.personal_data import export_documents
from portal.documents.services import remove_document
from tests.factories.cases import PersonFactory, StandingFactory, claimant_actor
from tests.factories.documents import DocumentFactory, make_pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def own():
    return StandingFactory()


def test_own_documents_come_with_their_files_oldest_first(own):
    content = make_pdf(2)
    DocumentFactory(case=own.case, person=own.person, name="Mietvertrag.pdf", content=content)
    DocumentFactory(case=own.case, person=own.person, name="Mietvertrag.pdf")

    exported = export_documents(own.user_id)
    files = [file for record in exported.records for file in record.all_files()]

    assert [file.path for file in files] == ["unterlagen/001_Mietvertrag.pdf", "unterlagen/002_Mietvertrag.pdf"]
    assert b"".join(files[0].pieces()) == content
    assert files[0].sha256 == hashlib.sha256(content).hexdigest()
    assert dict(exported.records[0].facts)["Abgeschickt"] == "noch nicht abgeschickt"


def test_documents_of_others_and_removed_ones_are_left_out(own):
    DocumentFactory(case=own.case, person=PersonFactory(member=True, case=own.case))
    DocumentFactory()
    gone = DocumentFactory(case=own.case, person=own.person)
    remove_document(actor=claimant_actor(own.case), document=gone)

    assert export_documents(own.user_id).data == []


@pytest.mark.parametrize("number", [1, 4])
def test_documents_take_three_queries(own, number, django_assert_num_queries):
    for _each in range(number):
        DocumentFactory(case=own.case, person=own.person)

    with django_assert_num_queries(3):
        assert len(export_documents(own.user_id).records) == number
