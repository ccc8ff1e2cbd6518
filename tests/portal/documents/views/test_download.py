import logging

import pytest
from django.urls import reverse

from portal.audit.models import AuditEvent
from portal.documents.errors import ContentUnavailable
from portal.documents.services import mark_handed_in
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory, claimant_actor
from tests.factories.documents import DocumentFactory, make_pdf
from tests.factories.stores import put, raw

pytestmark = pytest.mark.django_db


def signed_in(client, case):
    actor = claimant_actor(case)
    client.force_login(case.persons.get(user_id=actor.user_id).user)
    return client


def address(document):
    return reverse("documents:download", args=[document.pk])


def test_download_gives_the_file_and_nothing_else_may_happen(client):
    document = DocumentFactory(content=make_pdf(2))

    response = signed_in(client, document.case).get(address(document))

    assert b"".join(response.streaming_content) == make_pdf(2)
    assert {
        name: response.headers[name]
        for name in (
            "Content-Type",
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "Cache-Control",
            "Content-Length",
        )
    } == {
        "Content-Type": "application/pdf",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
        "Content-Length": str(len(make_pdf(2))),
    }


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("Auszug.pdf", 'attachment; filename="Auszug.pdf"'),
        ('a"b.pdf', 'attachment; filename="a\\"b.pdf"'),
        ("Lohn Łä.pdf", "attachment; filename*=utf-8''Lohn%20%C5%81%C3%A4.pdf"),
        ("a\r\nX-Evil: 1.pdf", 'attachment; filename="a X-Evil: 1.pdf"'),
    ],
)
def test_name_in_the_header_is_safe(client, name, header):
    document = DocumentFactory(name=name)

    response = signed_in(client, document.case).get(address(document))

    assert (response.headers["Content-Disposition"], "X-Evil" in response.headers) == (header, False)


def test_document_of_others_is_not_found(client):
    document = DocumentFactory()

    assert signed_in(client, CaseFactory()).get(address(document)).status_code == 404


@pytest.mark.parametrize(("own", "status"), [(True, 200), (False, 404)])
def test_staff_open_documents_of_their_jobcenter(client, own, status):
    document = DocumentFactory()
    mark_handed_in(documents=[document], at=document.created_at)
    membership = StaffMembershipFactory(**({"jobcenter": document.case.jobcenter} if own else {}))
    client.force_login(membership.user)

    assert client.get(address(document)).status_code == status


def test_anonymous_is_sent_to_sign_in(client):
    assert client.get(address(DocumentFactory())).status_code == 302


def test_file_that_does_not_open_is_a_page_and_no_part_of_the_file(client, caplog):
    document = DocumentFactory()
    put(document.stored.name, raw(document.stored.name)[100:])

    with caplog.at_level(logging.ERROR):
        response = signed_in(client, document.case).get(address(document))

    assert (response.status_code, response.streaming, response.headers["Cache-Control"]) == (503, False, "no-store")
    assert "Diese Datei lässt sich gerade nicht öffnen" in response.text
    assert f"stored file {document.stored_id} does not open" in caplog.messages
    assert not AuditEvent.objects.filter(event="seen.documents").exists()


def test_file_that_ends_too_early_breaks_off_before_the_announced_length(client):
    document = DocumentFactory(content=make_pdf(1) + b" " * 2_000_000)
    put(document.stored.name, raw(document.stored.name)[:-1])

    response = signed_in(client, document.case).get(address(document))
    received = []
    with pytest.raises(ContentUnavailable):
        received.extend(response.streaming_content)

    assert 0 < len(b"".join(received)) < int(response.headers["Content-Length"])
