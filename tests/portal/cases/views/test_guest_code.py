import re

import pytest
from django.core import mail
from django.test import Client

from portal.cases.models import Standing
from portal.cases.services import begin_as_guest
from tests.portal.cases.views.visits import begin, shown_code, text_of

pytestmark = pytest.mark.django_db

MAIL = "/weiter/code/e-mail/"


def test_code_stands_in_no_address():
    visitor, _code = begin()
    response = visitor.post("/weiter/code/")
    code = shown_code(response)
    addresses = re.findall(r'(?:href|src|action)="([^"]*)"', response.content.decode())
    assert len(addresses) > 10
    assert [each for each in addresses if code in each or code.replace("-", "") in each] == []


def test_qr_code_holds_the_address_of_the_page_and_is_the_same_for_everybody():
    pages = [begin(Client())[0].post("/weiter/code/").content.decode() for _ in range(2)]
    found = {re.search(r'<img src="(data:image/svg[^"]+)"', page)[1] for page in pages}
    assert len(found) == 1


def test_code_is_not_shown_again():
    visitor, code = begin()
    page = visitor.get("/weiter/code/").content.decode()
    assert code not in page
    assert code.replace("-", "") not in page
    assert "Neuen Code holen" in page


def test_new_code_is_another_one():
    visitor, code = begin()
    assert shown_code(visitor.post("/weiter/code/")) != code


@pytest.mark.parametrize(("method", "address"), [("get", "/weiter/code/"), ("post", "/weiter/code/"), ("post", MAIL)])
def test_who_is_no_guest_is_asked_for_the_code(client, method, address):
    assert getattr(client, method)(address).headers["Location"] == "/weiter/"


@pytest.mark.parametrize("address", ["/weiter/code/", MAIL, "/weiter/konto/"])
def test_guest_whose_code_has_ended_is_told_so(address):
    visitor, _code = begin()
    Standing.objects.update(revoked_at=Standing.objects.get().valid_from)
    response = visitor.post(address, follow=True)
    assert response.redirect_chain == [("/weiter/", 302)]
    assert "Dieser Code gilt nicht mehr" in text_of(response)


def test_e_mail_holds_the_first_part_only():
    visitor, code = begin()
    response = visitor.post(MAIL, {"code": code, "email": "oma@example.org"})
    (message,) = mail.outbox
    assert (message.to, message.subject) == (["oma@example.org"], "Teil 1 Ihres Codes")
    assert code[:15] in message.body
    assert not [part for part in (code[16:], code[16:19] + code[20:], "Antrag", "oma") if part in message.body]
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"
    assert shown_code(response) == code
    assert f"Schreiben Sie ihn auf: {code[16:]}" in text_of(response)


def test_e_mail_address_is_kept_nowhere_and_the_code_still_holds():
    visitor, code = begin()
    visitor.post(MAIL, {"code": code, "email": "oma@example.org"})
    assert "oma@example.org" not in str(visitor.session.items())
    assert Standing.objects.get().revoked_at is None


def test_typing_error_in_the_address_shows_the_code_again_and_what_was_typed():
    visitor, code = begin()
    response = visitor.post(MAIL, {"code": code, "email": "oma@"})
    assert shown_code(response) == code
    assert 'value="oma@"' in response.content.decode()
    assert mail.outbox == []


def test_nothing_but_the_guests_own_code_is_sent():
    visitor, _code = begin()
    foreign = begin_as_guest().code
    response = visitor.post(MAIL, {"code": foreign, "email": "oma@example.org"})
    assert response.headers["Location"] == "/weiter/code/"
    assert mail.outbox == []


def test_nobodys_mailbox_is_flooded():
    visitor, code = begin()
    statuses = [visitor.post(MAIL, {"code": code, "email": "oma@example.org"}).status_code for _ in range(4)]
    assert statuses == [200, 200, 200, 429]
    assert len(mail.outbox) == 3
