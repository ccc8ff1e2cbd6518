import io
import zipfile

import pytest
from django.urls import reverse

from mailbox.domain.export.parts import LONGEST
from tests.factories.accounts import UserFactory
from tests.factories.cases import StandingFactory
from tests.factories.exports import full_case, message

pytestmark = pytest.mark.django_db


@pytest.fixture
def full():
    return full_case()


def test_page_offers_both_files_and_the_copy_of_all_data(client, full):
    client.force_login(full.person.user)
    html = client.get(reverse("mailbox:export")).content.decode()

    for kind in ("pdf", "zip"):
        assert reverse(f"mailbox:export_case_{kind}", args=[full.case.pk]) in html
    assert reverse("leaving:data_copy") in html


def test_page_says_when_there_is_nothing(client):
    client.force_login(UserFactory())
    assert "noch nichts, was Sie herunterladen können" in client.get(reverse("mailbox:export")).content.decode()


@pytest.mark.slow
def test_pdf_and_zip_are_downloads_nobody_keeps(client, full):
    client.force_login(full.person.user)
    pdf = client.get(reverse("mailbox:export_thread_pdf", args=[full.thread.pk]))
    packed = client.get(reverse("mailbox:export_case_zip", args=[full.case.pk]))

    assert b"".join(pdf).startswith(b"%PDF-")
    assert zipfile.ZipFile(io.BytesIO(b"".join(packed))).testzip() is None
    assert {each.headers["Cache-Control"] for each in (pdf, packed)} == {"no-store"}
    assert "attachment" in packed.headers["Content-Disposition"]
    assert "Content-Length" not in packed.headers


def test_helper_exports_in_the_space(client, full):
    helping = StandingFactory(helper=True, person=full.person, scopes=["read_postbox"])
    client.force_login(helping.user)
    html = client.get(f"/fuer/{full.case.pk}/postfach/herunterladen/").content.decode()

    assert f"/fuer/{full.case.pk}/postfach/herunterladen/{full.case.pk}/zip/" in html
    assert "/konto/datenkopie/" not in html


def test_inbox_and_thread_lead_to_it(client, full):
    client.force_login(full.person.user)
    assert reverse("mailbox:export") in client.get(reverse("mailbox:inbox")).content.decode()
    page = client.get(reverse("mailbox:thread", args=[full.thread.pk])).content.decode()
    assert reverse("mailbox:export_thread_zip", args=[full.thread.pk]) in page


def test_too_much_for_one_pdf_leads_to_the_zip(client, full):
    for number in range(LONGEST):
        message(full.thread, number, body="x")
    client.force_login(full.person.user)
    html = client.get(reverse("mailbox:export_thread_pdf", args=[full.thread.pk])).content.decode()

    assert "Das ist zu viel für eine PDF-Datei" in html
    assert reverse("mailbox:export_thread_zip", args=[full.thread.pk]) in html
