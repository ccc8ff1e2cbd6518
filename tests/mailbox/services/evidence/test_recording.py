import datetime

import pytest
from django.utils import timezone

from mailbox.domain.evidence_code import grouped
from mailbox.enums import AnswerKind, ContactChannel, ItemStatus
from mailbox.errors import ItemNotThere, PaperNotThere
from mailbox.models import EvidenceAnswer, Message
from mailbox.services.evidence import item_by_code, record_paper
from portal.cases.errors import NotPermitted
from portal.submissions.models import Submission
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import staff_actor
from tests.factories.documents import DocumentFactory
from tests.factories.evidence import LEASE, asked

pytestmark = pytest.mark.django_db
CAME_AT = timezone.now() - datetime.timedelta(days=2)


def test_code_as_typed_finds_the_item_of_the_own_jobcenter_only():
    found = asked(LEASE)
    typed = f" {grouped(found.items[0].code).lower()} "

    assert item_by_code(actor=found.staff, code=typed) == found.items[0]
    for actor, code in ((staff_actor(StaffMembershipFactory()), typed), (found.staff, "12"), (found.staff, "")):
        with pytest.raises(ItemNotThere):
            item_by_code(actor=actor, code=code)


def test_scan_belongs_to_the_item_with_the_day_on_which_it_came():
    found = asked(LEASE)
    found.answer(1, AnswerKind.BY_POST)
    scan = found.document()

    answer = record_paper(actor=found.staff, item=found.items[0], document=scan, received_at=CAME_AT)

    message = Message.objects.latest("created_at")
    assert found.statuses == [ItemStatus.HANDED_IN]
    assert (answer.recorded_by_id, answer.submission.received_at) == (found.staff.membership_id, CAME_AT)
    assert (message.channel, message.happened_at) == (ContactChannel.PAPER, CAME_AT)


def test_same_scan_twice_is_one_answer():
    found = asked(LEASE)
    scan = found.document()

    for _time in range(2):
        record_paper(actor=found.staff, item=found.items[0], document=scan, received_at=CAME_AT)

    assert (EvidenceAnswer.objects.count(), Submission.objects.count()) == (1, 1)


def test_paper_of_another_case_is_not_filed():
    found = asked(LEASE)

    with pytest.raises(PaperNotThere):
        record_paper(actor=found.staff, item=found.items[0], document=DocumentFactory(), received_at=CAME_AT)


def test_claimant_files_no_paper():
    found = asked(LEASE)

    with pytest.raises(NotPermitted):
        record_paper(actor=found.claimant, item=found.items[0], document=found.document(), received_at=CAME_AT)
