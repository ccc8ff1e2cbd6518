import pytest

from mailbox.domain.paper_codes import item_with_code
from mailbox.enums import RequestStatus
from mailbox.models import EvidenceItem, EvidenceRequest
from tests.factories.cases import PersonFactory

pytestmark = pytest.mark.django_db


def asked(status, code="AB0110CDEFGH"):
    person = PersonFactory()
    request = EvidenceRequest.objects.create(case=person.case, person=person, status=RequestStatus.DRAFT)
    item = EvidenceItem.objects.create(request=request, position=1, what="Mietvertrag", code=code)
    EvidenceRequest.objects.filter(pk=request.pk).update(
        status=status, is_hint=True, sent_at="2026-11-20T10:00Z" if status != RequestStatus.DRAFT else None
    )
    return item


def test_code_is_found_as_people_type_it():
    item = asked(RequestStatus.SENT)

    assert item_with_code(item.request.case_id, "ab01-10cd efgh") == item
    assert item_with_code(item.request.case_id, "abo1-iocd-efgh") == item


@pytest.mark.parametrize("status", [RequestStatus.DRAFT, RequestStatus.WITHDRAWN])
def test_code_of_what_is_not_asked_for_is_none(status):
    item = asked(status)

    assert item_with_code(item.request.case_id, item.code) is None


def test_code_of_another_case_is_none():
    assert item_with_code(PersonFactory().case_id, asked(RequestStatus.SENT).code) is None
