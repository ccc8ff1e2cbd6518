import pytest
from django.utils import timezone

from mailbox.domain.evidence_lifecycle import lock_request
from mailbox.domain.evidence_request import ItemDraft, add_items, settle_when_done
from mailbox.enums import RequestStatus
from mailbox.errors import RequestIncomplete
from mailbox.models import EvidenceItem, Message
from tests.factories.evidence import LEASE, STATEMENTS, asked, drafted

pytestmark = pytest.mark.django_db


def test_things_follow_one_another_each_with_a_code_of_its_own():
    found = drafted(STATEMENTS)

    add_items(found.request, [LEASE, LEASE])

    assert [item.position for item in found.items] == [1, 2, 3]
    assert len({item.code for item in found.items}) == 3


def test_nothing_is_asked_for_without_words():
    with pytest.raises(RequestIncomplete):
        add_items(drafted(LEASE).request, [ItemDraft(what=" ")])


def test_request_is_settled_once_and_opens_again():
    found = asked(LEASE)
    EvidenceItem.objects.update(status="accepted")
    number = Message.objects.count()

    for _time in range(2):
        settle_when_done(lock_request(found.request.pk), actor=found.staff, at=timezone.now())
    assert (found.now().status, Message.objects.count()) == (RequestStatus.SETTLED, number + 1)

    EvidenceItem.objects.update(status="requested")
    settle_when_done(lock_request(found.request.pk), actor=found.staff, at=timezone.now())
    assert found.now().status == RequestStatus.SENT
