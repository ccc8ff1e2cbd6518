import re

import pytest
from django.core import mail
from django.test import Client

from portal.accounts.models import User
from portal.outbox.services import deliver_due
from tests.factories.accounts import UserFactory
from tests.factories.cases import LETTER_CODE, AccessLetterFactory, PersonFactory, StandingFactory

pytestmark = pytest.mark.django_db
START = "/konto/wiederherstellen/"
TYPED = {"code": LETTER_CODE, "birth_date_0": "25", "birth_date_1": "1", "birth_date_2": "1997"}
WRONG_DATE = TYPED | {"birth_date_0": "26"}
PASSWORD = {"password1": "Blumen-Topf-93"}


@pytest.fixture
def letter():
    return AccessLetterFactory(person=StandingFactory().person)


def choose_address(client, email="neu@example.org"):
    """The way up to the code in the mail; returns it."""
    assert client.post(START, TYPED).headers["Location"] == f"{START}e-mail/"
    assert client.post(f"{START}e-mail/", {"email": email}).headers["Location"] == f"{START}code/"
    found = re.search(r"\d{4}-\d{4}", mail.outbox[-1].body)
    return found.group() if found else ""


def test_letter_opens_the_account_with_a_new_address_and_password(client, letter):
    user = letter.person.user
    code = choose_address(client)
    assert client.post(f"{START}code/", {"code": code}).headers["Location"] == f"{START}passwort/"

    response = client.post(f"{START}passwort/", PASSWORD, follow=True)

    assert "Geschafft" in response.content.decode()
    user.refresh_from_db()
    assert user.email == "neu@example.org"
    signed_in = client.post("/konto/anmelden/", {"login": "neu@example.org", "password": "Blumen-Topf-93"})
    assert signed_in.headers["Location"] == "/"


def test_new_account_is_joined_to_the_person(client):
    letter = AccessLetterFactory(person=PersonFactory(user=None))
    client.post(f"{START}code/", {"code": choose_address(client)})

    client.post(f"{START}passwort/", PASSWORD)

    letter.person.refresh_from_db()
    assert letter.person.user.email == "neu@example.org"


def test_page_says_before_what_will_end(client, letter):
    client.post(START, TYPED)

    page = client.get(f"{START}e-mail/").content.decode()

    assert "Alle Geräte werden abgemeldet." in page
    assert "Der zweite Schritt bei der Anmeldung fällt weg" in page


def test_nothing_changes_before_the_password_is_stored(client, letter):
    before = User.objects.values().get(pk=letter.person.user_id)

    client.post(f"{START}code/", {"code": choose_address(client)})

    assert User.objects.values().get(pk=letter.person.user_id) == before


def test_wrong_code_and_wrong_date_get_the_same_page(client, letter):
    pages = [
        re.sub(r'value="[^"]*"', "", client.post(START, typed).content.decode())
        for typed in (TYPED | {"code": "2222333344445555"}, WRONG_DATE)
    ]

    assert pages[0] == pages[1]
    assert "Mit diesen Angaben kommen wir nicht weiter." in pages[0]


def test_what_was_typed_is_kept(client, letter):
    page = client.post(START, WRONG_DATE).content.decode()

    assert f'value="{LETTER_CODE}"' in page
    assert 'value="26"' in page


def test_many_tries_from_one_address_have_to_wait(client, letter, settings):
    settings.ACCOUNT_RATE_LIMITS = {"access_letter": "20/10m/ip"}
    statuses = [client.post(START, TYPED | {"code": "2222333344445555"}).status_code for _ in range(21)]

    assert statuses == [200] * 20 + [429]
    assert "zehn Minuten" in client.post(START, TYPED).content.decode()


def test_address_of_another_account_looks_the_same_and_no_code_fits(client, letter):
    UserFactory(email="vergeben@example.org")

    assert choose_address(client, "vergeben@example.org") == ""

    assert mail.outbox[-1].to == ["vergeben@example.org"]
    assert "Dieser Code stimmt nicht" in client.post(f"{START}code/", {"code": "12345678"}).content.decode()


def test_five_wrong_codes_lead_back_to_the_address(client, letter):
    choose_address(client)
    answers = [client.post(f"{START}code/", {"code": "00000000"}) for _ in range(5)]

    assert [answer.status_code for answer in answers] == [200] * 4 + [302]
    assert answers[-1].headers["Location"] == f"{START}e-mail/"


def test_another_code_can_be_sent(client, letter):
    first = choose_address(client)
    client.post(f"{START}code/", {"action": "resend"})

    assert len(mail.outbox) == 2
    assert client.post(f"{START}code/", {"code": first}).status_code == 200


def test_code_of_one_browser_is_worth_nothing_in_another(client, letter):
    code = choose_address(client)
    other = Client()

    assert other.post(f"{START}code/", {"code": code}).headers["Location"] == START


def test_password_page_needs_the_confirmed_address(client, letter):
    choose_address(client)

    assert client.post(f"{START}passwort/", PASSWORD).headers["Location"] == f"{START}e-mail/"
    letter.person.user.refresh_from_db()
    assert letter.person.user.email != "neu@example.org"


def test_half_an_hour_is_enough(client, letter, time_machine):
    time_machine.move_to(letter.printed_at)
    client.post(START, TYPED)
    time_machine.shift(31 * 60)

    response = client.get(f"{START}e-mail/", follow=True)

    assert response.redirect_chain[-1][0] == START
    assert "Das hat zu lange gedauert." in response.content.decode()


def test_who_is_signed_in_signs_out_first(client, letter):
    client.force_login(UserFactory())

    page = client.post(START, TYPED)

    assert "Bitte melden Sie sich zuerst ab" in page.content.decode()
    assert client.get(f"{START}e-mail/").headers["Location"] == START


def test_owner_is_told_at_both_addresses_without_contents(client, letter):
    former = letter.person.user.email
    client.post(f"{START}code/", {"code": choose_address(client)})
    client.post(f"{START}passwort/", PASSWORD)
    mail.outbox.clear()

    deliver_due()

    assert sorted(address for message in mail.outbox for address in message.to) == ["neu@example.org", former]
    assert not any(letter.person.name in message.body for message in mail.outbox)
    letter.refresh_from_db()
    assert letter.former_email is None


def test_pages_stay_in_no_cache(client, letter):
    assert client.get(START).headers["Cache-Control"] == "no-store"
