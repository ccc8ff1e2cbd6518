import pytest
from django.urls import reverse

from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory, claimant_actor
from tests.factories.documents import DocumentFactory, make_pdf

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
    membership = StaffMembershipFactory(**({"jobcenter": document.case.jobcenter} if own else {}))
    client.force_login(membership.user)

    assert client.get(address(document)).status_code == status


def test_anonymous_is_sent_to_sign_in(client):
    assert client.get(address(DocumentFactory())).status_code == 302
