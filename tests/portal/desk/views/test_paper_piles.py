import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from mailbox.domain.evidence_code import grouped
from mailbox.models import EvidenceAnswer, PaperScan
from mailbox.services.evidence import withdraw_request
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory, staff_actor
from tests.factories.documents import make_pdf
from tests.factories.evidence import LEASE, asked
from tests.factories.paper_scans import PaperScanFactory

pytestmark = pytest.mark.django_db
NEW = "/verwaltung/deckblatt/stapel/"
UNKNOWN = "Diesen Code gibt es in diesem Jobcenter nicht."


@pytest.fixture
def found(jobcenter):
    return asked(LEASE, case=CaseFactory(jobcenter=jobcenter))


def fields(scan, item, **changes):
    return {"part-1": "on", "code-1": grouped(item.code), "seen-1": item.code, "file": "1"} | changes


def pile(worker, *codes):
    return PaperScanFactory(membership=worker, codes=[list(each) for each in codes])


def test_pile_is_uploaded_and_waits_for_its_check(desk_of, worker):
    today = timezone.localdate().isoformat()
    desk = desk_of(worker)
    scan = SimpleUploadedFile("post.pdf", make_pdf(), "application/pdf")

    response = desk.post(NEW, {"stapel-received_on": today, "stapel-scan": scan})
    text = desk.get(response.headers["Location"]).content.decode()

    assert response.headers["Location"] == f"{NEW}{PaperScan.objects.get().pk}/"
    assert "wird gerade geprüft" in text


@pytest.mark.parametrize("content", [b"", b"kein Scan"])
def test_what_is_no_scan_is_told_at_the_field(desk_of, worker, content):
    day = (timezone.localdate() + datetime.timedelta(days=1)).isoformat()
    scan = SimpleUploadedFile("post.pdf", content, "application/pdf")

    response = desk_of(worker).post(NEW, {"stapel-received_on": day, "stapel-scan": scan})

    assert response.status_code == 422
    assert "Dieser Tag ist noch nicht da." in response.content.decode()


def test_page_says_where_each_part_belongs_and_not_what_was_asked_for(desk_of, worker, found):
    scan = pile(worker, [found.items[0].code], [], ["0000AAAA1111"], [])

    text = desk_of(worker).get(f"{NEW}{scan.pk}/").content.decode()

    assert found.person.name in text
    assert LEASE.what not in text
    assert "Seite 2" in text
    assert UNKNOWN in text


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        ([[]], "Hier ist kein Deckblatt."),
        ([["BCD 001"]], "aber keiner von einem Deckblatt"),
        ([["0000AAAA1111"]], UNKNOWN),
    ],
)
def test_what_is_no_sheet_of_this_house_is_told_in_words(desk_of, worker, codes, said):
    assert said in desk_of(worker).get(f"{NEW}{pile(worker, *codes).pk}/").content.decode()


def test_code_of_another_house_is_unknown(desk_of, found):
    stranger = StaffMembershipFactory()

    text = desk_of(stranger).get(f"{NEW}{pile(stranger, [found.items[0].code], []).pk}/").content.decode()

    assert UNKNOWN in text
    assert found.person.name not in text


def test_request_that_was_taken_back_is_told(desk_of, worker, found):
    withdraw_request(actor=staff_actor(worker), request=found.request)

    text = desk_of(worker).get(f"{NEW}{pile(worker, [found.items[0].code], []).pk}/").content.decode()

    assert "Die Bitte wurde zurückgenommen." in text


def test_chosen_part_is_filed(desk_of, worker, found):
    scan = pile(worker, [found.items[0].code], [])

    response = desk_of(worker).post(f"{NEW}{scan.pk}/", fields(scan, found.items[0]))

    assert response.headers["Location"] == "/verwaltung/deckblatt/"
    assert EvidenceAnswer.objects.get().item == found.items[0]


def test_typed_code_is_shown_before_anything_is_filed(desk_of, worker, found):
    scan, item = pile(worker, [], []), found.items[0]
    desk = desk_of(worker)

    response = desk.post(f"{NEW}{scan.pk}/", fields(scan, item, **{"seen-1": ""}))

    assert response.status_code == 422
    assert "Neuer Code." in response.content.decode()
    assert not EvidenceAnswer.objects.exists()
    desk.post(f"{NEW}{scan.pk}/", fields(scan, item))
    assert EvidenceAnswer.objects.exists()


def test_nothing_chosen_files_nothing(desk_of, worker, found):
    scan = pile(worker, [found.items[0].code], [])

    response = desk_of(worker).post(f"{NEW}{scan.pk}/", {"file": "1"})

    assert response.status_code == 422
    assert not EvidenceAnswer.objects.exists()


def test_pile_is_deleted(desk_of, worker):
    scan = pile(worker, [])

    desk_of(worker).post(f"{NEW}{scan.pk}/", {"discard": "1"})

    assert not PaperScan.objects.exists()


def test_page_is_drawn_for_who_has_scanned_it(desk_of, worker):
    scan = pile(worker, [], [])
    desk = desk_of(worker)

    response = desk.get(f"{NEW}{scan.pk}/seiten/2/")

    assert response.headers["Content-Type"] == "image/webp"
    assert desk.get(f"{NEW}{scan.pk}/seiten/3/").status_code == 404
