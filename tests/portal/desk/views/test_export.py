import io
import zipfile

import pytest
from django.urls import reverse

from mailbox.domain.export.parts import LONGEST
from portal.accounts.models import StaffMembership
from tests.factories.exports import full_case, message

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def full(client):
    found = full_case()
    client.force_login(found.membership.user)
    session = client.session
    session["cases.reasons"] = {str(found.case.pk): ["inquiry", 4_000_000_000]}
    session.save()
    return found


def url(full):
    return reverse("desk:export", args=[full.case.pk])


def names_in(response):
    return zipfile.ZipFile(io.BytesIO(b"".join(response))).namelist()


def test_page_offers_protected_papers_to_those_with_the_function(client, full):
    assert "Besonders geschützte Unterlagen sind nicht dabei." in client.get(url(full)).content.decode()

    StaffMembership.objects.filter(pk=full.membership.pk).update(opens_restricted=True)
    assert 'name="purpose"' in client.get(url(full)).content.decode()


def test_pdf_comes_without_another_choice(client, full):
    response = client.post(url(full), {"kind": "pdf"})

    assert b"".join(response).startswith(b"%PDF-")


def test_zip_has_what_was_ticked(client, full):
    StaffMembership.objects.filter(pk=full.membership.pk).update(opens_restricted=True)
    names = names_in(client.post(url(full), {"kind": "zip", "with_notes": "on", "purpose": "on_request"}))

    assert {"interne-notizen.pdf", "unterlagen/002_Attest.pdf"} <= set(names)


def test_unknown_purpose_is_asked_again(client, full):
    StaffMembership.objects.filter(pk=full.membership.pk).update(opens_restricted=True)

    assert client.post(url(full), {"kind": "zip", "purpose": "curiosity"}).status_code == 422


def test_without_the_function_a_purpose_opens_nothing(client, full):
    names = names_in(client.post(url(full), {"kind": "zip", "purpose": "on_request"}))

    assert "unterlagen/002_Attest.pdf" not in names


def test_too_much_for_one_pdf_is_said(client, full):
    for number in range(LONGEST):
        message(full.thread, number, body="x")
    response = client.post(url(full), {"kind": "pdf"})

    assert response.status_code == 422
    assert "Das ist zu viel für eine PDF-Datei." in response.content.decode()
