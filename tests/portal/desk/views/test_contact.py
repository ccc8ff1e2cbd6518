import datetime
import io

import pytest
from django.utils import timezone

from mailbox.models import Message
from portal.documents.models import Document
from portal.documents.services import mark_handed_in
from portal.submissions.models import Submission
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory
from tests.factories.documents import DocumentFactory, make_pdf
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db
TOKEN = "5b7c5a7e-2f6a-4c0e-8f5a-3a4a0f1b2c3d"


@pytest.fixture
def application(jobcenter):
    return ApplicationFactory(case=CaseFactory(jobcenter=jobcenter))


def url(application):
    return f"/verwaltung/faelle/{application.case_id}/kontakt/"


def said(application, **fields):
    day = timezone.localdate() - datetime.timedelta(days=2)
    return {
        "token": TOKEN,
        "action": "record",
        "person": application.person_id,
        "topic": "other",
        "channel": "paper",
        "direction": "from",
        "day": day.isoformat(),
        "at": "",
        "body": "Mietvertrag mit der Post.",
    } | fields


def pdf(content, name="Scan.pdf"):
    upload = io.BytesIO(content)
    upload.name = name
    return upload


def test_letter_gets_a_number_and_a_receipt_to_print(desk_of, worker, application):
    before = set(Submission.objects.values_list("pk", flat=True))

    page = desk_of(worker).post(url(application), said(application), follow=True).content.decode()

    submission = Submission.objects.exclude(pk__in=before).get()
    assert f"Gespeichert mit der Vorgangsnummer {submission.reference}." in page
    assert f"/eingang/{submission.pk}" in page or str(submission.pk) in page
    assert "Eingangsbestätigung drucken" in page
    assert timezone.localtime(submission.received_at).time() == datetime.time()


def test_call_stands_in_the_conversation_with_its_time(desk_of, worker, application):
    data = said(application, channel="phone", at="09:30", body="Fragt nach dem Geld.")

    page = desk_of(worker).post(url(application), data, follow=True).content.decode()

    for word in (
        "Fragt nach dem Geld.",
        '<span class="desk-badge">Telefon</span>',
        ", 9:30\u00a0Uhr",
        "aufgeschrieben von Frau Yıldız",
    ):
        assert word in page


def test_scan_is_laid_down_first_and_what_was_typed_stays(desk_of, worker, application):
    page = (
        desk_of(worker)
        .post(url(application), said(application, action="upload", files=pdf(make_pdf(2))))
        .content.decode()
    )

    assert "Mietvertrag mit der Post.</textarea>" in page
    assert "wird geprüft" in page
    assert not Message.objects.exists()


def test_known_scan_is_said_to_be_there(desk_of, worker, application):
    content = make_pdf(3)
    before = DocumentFactory(case=application.case, content=content, pages=3)
    mark_handed_in(documents=[before], at=before.created_at)

    page = (
        desk_of(worker)
        .post(url(application), said(application, action="upload", files=pdf(content, "Kopie.pdf")))
        .content.decode()
    )

    assert "Kopie.pdf ist schon da und wird nur verknüpft." in page
    assert "schon da, wird verknüpft" in page
    assert Document.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"day": "2999-01-01"}, "Dieser Zeitpunkt liegt in der Zukunft."),
        ({"code": "AB01-10CD-EFGH"}, "Diesen Code gibt es in diesem Fall nicht."),
        ({"body": ""}, "Bitte schreiben Sie kurz, worum es ging, oder legen Sie einen Scan dazu."),
    ],
)
def test_what_cannot_be_stored_comes_back_with_words(desk_of, worker, application, fields, words):
    response = desk_of(worker).post(url(application), said(application, **fields))

    assert (response.status_code, words in response.content.decode()) == (422, True)
    assert not Message.objects.exists()


def test_sent_twice_it_stands_there_once(desk_of, worker, application):
    desk = desk_of(worker)
    desk.post(url(application), said(application))

    page = desk.post(url(application), said(application), follow=True).content.decode()

    assert "Dieser Kontakt ist schon gespeichert." in page
    assert Message.objects.count() == 1


def test_case_of_another_house_is_not_there(desk_of, application):
    assert desk_of(StaffMembershipFactory()).get(url(application)).status_code == 404
