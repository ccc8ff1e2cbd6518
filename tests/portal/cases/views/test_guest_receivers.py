import re

import pytest
import time_machine
from django.core import mail

from applications.models import Draft
from portal.accounts.models import User
from portal.cases.models import Person, Standing
from tests.factories.accounts import PASSWORD, UserFactory
from tests.portal.cases.views.visits import begin, resume, shown_code, standing_in, text_of

pytestmark = pytest.mark.django_db

EMAIL = "neu@example.org"
CODE_IN_MAIL = re.compile(r"^(\d{4}-\d{4})$", re.MULTILINE)


def sign_up(visitor, address="/konto/registrieren/", email=EMAIL):
    """An account, confirmed by the code from the e-mail; returns the page one comes to."""
    visitor.post(address, {"email": email, "password1": "Nebel-Laterne-58"})
    code = CODE_IN_MAIL.search(mail.outbox[-1].body)[1]
    return visitor.post("/konto/e-mail/bestaetigen/", {"code": code}, follow=True)


def keep(visitor) -> str:
    return visitor.post("/weiter/konto/").headers["Location"]


def test_account_made_on_purpose_keeps_everything():
    visitor, code = begin()
    visitor.post("/antrag/", {"form": "main_application"})
    page = sign_up(visitor, keep(visitor))
    user = User.objects.get(email=EMAIL)
    assert Person.objects.get().user == user
    assert "Alles ist jetzt in Ihrem Konto" in text_of(page)
    assert visitor.get(f"/antrag/{Draft.objects.get().pk}/").status_code == 200
    assert visitor.post("/weiter/", {"code": code}).headers["Location"] == "/konto/code-einloesen/"
    assert standing_in(visitor) is None


def test_nothing_is_kept_before_the_address_is_confirmed():
    visitor, code = begin()
    visitor.post(keep(visitor), {"email": EMAIL, "password1": "Nebel-Laterne-58"})
    assert Person.objects.get().user is None
    resume(code)


def test_next_person_who_signs_up_in_the_same_browser_gets_nothing():
    visitor, code = begin()
    keep(visitor)
    page = sign_up(visitor)  # not on the page that was opened for it
    assert Person.objects.get().user is None
    assert "nicht in diesem Konto" in text_of(page)
    resume(code)


def test_next_person_who_signs_in_gets_nothing():
    visitor, code = begin()
    keep(visitor)
    other = UserFactory()
    visitor.post("/konto/anmelden/", {"login": other.email, "password": PASSWORD})
    assert not Standing.objects.filter(user=other).exists()
    assert standing_in(visitor) is None
    resume(code)


def test_other_account_than_the_one_made_for_it_gets_nothing():
    visitor, code = begin()
    visitor.post(keep(visitor), {"email": EMAIL, "password1": "Nebel-Laterne-58"})
    other = UserFactory()
    visitor.post("/konto/anmelden/", {"login": other.email, "password": PASSWORD})
    assert not Standing.objects.filter(user=other).exists()
    resume(code)


def test_address_that_has_an_account_already_gets_nothing():
    visitor, code = begin()
    owner = UserFactory(email=EMAIL)
    visitor.post(keep(visitor), {"email": EMAIL, "password1": "Nebel-Laterne-58"})
    assert not Standing.objects.filter(user=owner).exists()
    resume(code)


def test_wish_does_not_last_longer_than_an_hour():
    with time_machine.travel("2026-11-26T12:00:00Z", tick=False):
        visitor, _code = begin()
        address = keep(visitor)
    with time_machine.travel("2026-11-26T13:00:01Z", tick=False):
        sign_up(visitor, address)
    assert Person.objects.get().user is None


def test_code_renewed_elsewhere_meanwhile_keeps_nothing_and_says_so():
    visitor, code = begin()
    address = keep(visitor)
    shown_code(resume(code).post("/weiter/code/"))
    page = sign_up(visitor, address)
    assert Person.objects.get().user is None
    assert "nicht in diesem Konto" in text_of(page)


def test_signing_in_without_a_visit_changes_nothing(client):
    user = UserFactory()
    page = client.post("/konto/anmelden/", {"login": user.email, "password": PASSWORD}, follow=True)
    assert "ohne Konto offen" not in text_of(page)
