import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from mailbox.domain.evidence_code import grouped
from mailbox.enums import ItemStatus
from mailbox.services.evidence import withdraw_request
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory
from tests.factories.documents import make_pdf
from tests.factories.evidence import LEASE, asked

pytestmark = pytest.mark.django_db

SHEET = "/verwaltung/deckblatt/"


@pytest.fixture
def found(jobcenter):
    return asked(LEASE, case=CaseFactory(jobcenter=jobcenter))


def url(found):
    item = found.items[0]
    return f"/verwaltung/faelle/{found.request.case_id}/bitten/{found.request.pk}/punkte/{item.pk}/papier/"


def scan():
    return SimpleUploadedFile("scan.pdf", make_pdf(), "application/pdf")


def test_code_leads_to_what_it_belongs_to(desk_of, worker, found):
    response = desk_of(worker).post(SHEET, {"code": grouped(found.items[0].code).lower()})

    assert response.headers["Location"] == url(found)


@pytest.mark.parametrize("code", ["", "ABCD-EFGH-JKMN"])
def test_unknown_code_is_told(desk_of, worker, code):
    assert desk_of(worker).post(SHEET, {"code": code}).status_code == 422


def test_code_of_another_house_is_unknown(desk_of, found):
    response = desk_of(StaffMembershipFactory()).post(SHEET, {"code": found.items[0].code})

    assert response.status_code == 422
    assert LEASE.what not in response.content.decode()


def test_scan_is_filed_with_the_day_of_the_paper(desk_of, worker, found):
    day = timezone.localdate() - datetime.timedelta(days=2)
    desk = desk_of(worker)
    assert LEASE.what in desk.get(url(found)).content.decode()

    desk.post(url(found), {"received_on": day.isoformat(), "scan": scan()})

    answer = found.items[0].answers.get()
    assert (timezone.localdate(answer.created_at), answer.recorded_by) == (day, worker)
    assert found.statuses == [ItemStatus.HANDED_IN]
    assert answer.submission.received_at == answer.created_at


def test_what_cannot_be_filed_comes_back(desk_of, worker, found):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    desk = desk_of(worker)

    for data in ({}, {"received_on": tomorrow.isoformat(), "scan": scan()}):
        assert desk.post(url(found), data).status_code == 422
    text = SimpleUploadedFile("scan.exe", b"MZ", "application/pdf")
    assert desk.post(url(found), {"received_on": timezone.localdate().isoformat(), "scan": text}).status_code == 422
    assert not found.items[0].answers.exists()


def test_nothing_is_filed_to_what_was_taken_back(desk_of, worker, found):
    withdraw_request(actor=found.staff, request=found.request)

    response = desk_of(worker).get(url(found), follow=True)

    assert "Es wurde nichts abgelegt." in response.content.decode()
