import datetime
import io

import pytest
from django.utils import timezone

from mailbox.enums import ItemStatus
from mailbox.errors import ItemNotThere, RequestNotOpen
from mailbox.models import EvidenceAnswer, PaperScan
from mailbox.services import discard_old_piles
from mailbox.services.evidence import withdraw_request
from mailbox.services.paper_piles import file_parts, piles_of, take_in_pile, throw_away_pile
from portal.cases.errors import NotPermitted
from portal.documents.errors import UploadRefused
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory, claimant_actor, staff_actor
from tests.factories.documents import make_pdf
from tests.factories.evidence import LEASE, asked
from tests.factories.paper_scans import PaperScanFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def found():
    return asked(LEASE, case=CaseFactory())


@pytest.fixture
def worker(found):
    return StaffMembershipFactory(jobcenter=found.request.case.jobcenter)


@pytest.fixture
def actor(worker):
    return staff_actor(worker)


def pile(worker, found, **fields):
    return PaperScanFactory(membership=worker, codes=[[found.items[0].code], [], []], **fields)


def test_pile_is_taken_in_and_seen_by_who_holds_it(actor, found):
    scan = take_in_pile(
        actor=actor, upload=io.BytesIO(make_pdf()), name="a.pdf", received_on=datetime.date(2026, 11, 3)
    )

    assert list(piles_of(actor)) == [scan]
    assert list(piles_of(staff_actor(StaffMembershipFactory(jobcenter=found.request.case.jobcenter)))) == []
    with pytest.raises(NotPermitted):
        take_in_pile(
            actor=claimant_actor(found.request.case),
            upload=io.BytesIO(make_pdf()),
            name="a.pdf",
            received_on=datetime.date(2026, 11, 3),
        )


def test_what_is_no_scan_is_refused(actor):
    with pytest.raises(UploadRefused):
        take_in_pile(actor=actor, upload=io.BytesIO(b"hello"), name="a.pdf", received_on=datetime.date(2026, 11, 3))


def test_part_is_filed_without_its_sheet_on_the_day_it_came(actor, worker, found):
    day = timezone.localdate() - datetime.timedelta(days=2)
    item = found.items[0]
    assert file_parts(actor=actor, scan=pile(worker, found, received_on=day), codes={1: item.code}) == 1

    answer = EvidenceAnswer.objects.get()
    item.refresh_from_db()
    assert (answer.item, item.status, timezone.localdate(answer.created_at)) == (item, ItemStatus.HANDED_IN, day)
    assert answer.documents.get().original_name == f"Scan vom {day:%d.%m.%Y}.pdf"
    assert not PaperScan.objects.exists()


def test_parts_are_filed_one_after_the_other_each_once(actor, worker, found):
    item = found.items[0]
    scan = PaperScanFactory(membership=worker, codes=[[item.code], [], ["0000AAAA1111"], []])

    assert file_parts(actor=actor, scan=scan, codes={1: item.code}) == 1
    assert file_parts(actor=actor, scan=scan, codes={1: item.code}) == 0
    assert PaperScan.objects.get().filed == [1]


def test_wrong_code_files_nothing_of_the_pile(actor, worker, found):
    item = found.items[0]
    scan = PaperScanFactory(membership=worker, codes=[[item.code], [], ["0000AAAA1111"], []])

    with pytest.raises(ItemNotThere):
        file_parts(actor=actor, scan=scan, codes={1: item.code, 3: "0000AAAA1111"})
    assert not EvidenceAnswer.objects.exists()


def test_code_of_another_house_or_of_what_was_taken_back_is_refused(actor, worker, found):
    stranger = StaffMembershipFactory()
    with pytest.raises(ItemNotThere):
        file_parts(actor=staff_actor(stranger), scan=pile(stranger, found), codes={1: found.items[0].code})
    withdraw_request(actor=actor, request=found.request)
    with pytest.raises(RequestNotOpen):
        file_parts(actor=actor, scan=pile(worker, found), codes={1: found.items[0].code})


def test_pile_of_a_colleague_is_nobodys_to_file_or_to_delete(worker, found):
    other = staff_actor(StaffMembershipFactory(jobcenter=worker.jobcenter))
    scan = pile(worker, found)

    with pytest.raises(NotPermitted):
        file_parts(actor=other, scan=scan, codes={1: found.items[0].code})
    with pytest.raises(NotPermitted):
        throw_away_pile(actor=other, scan_id=scan.pk)


@pytest.mark.parametrize(("days", "left"), [(13, 1), (15, 0)])
def test_pile_that_nobody_files_goes_after_two_weeks(worker, found, days, left):
    scan = pile(worker, found)

    discard_old_piles(now=scan.created_at + datetime.timedelta(days=days))

    assert PaperScan.objects.count() == left


def test_pile_is_thrown_away(actor, worker, found):
    throw_away_pile(actor=actor, scan_id=pile(worker, found).pk)

    assert not PaperScan.objects.exists()
