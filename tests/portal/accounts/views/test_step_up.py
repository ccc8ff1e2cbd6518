"""Pages that matter ask once more who somebody is. The page for another e-mail address stands for all of them."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from allauth.account.internal.flows.reauthentication import STATE_SESSION_KEY
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from portal.accounts.models import Session
from portal.accounts.views.step_up import FURTHER_WAYS, record_step_up, step_up_required
from portal.audit.models import AuditEvent
from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

PAGE = "/konto/e-mail/"
BY_PASSWORD = "/konto/erneut-anmelden/"
BY_CODE = "/konto/erneut-anmelden/code/"
TYPED = {"email": "neu@example.org", "action_add": "1"}
START = "2026-11-26 10:00:00+01:00"


@pytest.fixture
def later(time_machine):
    """A function that lets minutes pass."""
    time_machine.move_to(START, tick=False)
    return lambda minutes: time_machine.shift(timedelta(minutes=minutes))


@pytest.fixture
def signed_in_long_ago(client, later):
    """A function: somebody who signed in a while ago."""

    def sign_in(**options):
        user = UserFactory(**options)
        client.force_login(user)
        later(20)
        return user

    return sign_in


def asking_for(path):
    return f"{BY_PASSWORD}?{urlencode({'next': path})}"


def confirm(client, path=PAGE, password=PASSWORD):
    return client.post(asking_for(path), {"password": password})


@pytest.mark.parametrize(("minutes", "status"), [(0, 200), (9, 200), (10, 302)])
def test_sign_in_counts_for_ten_minutes(client, later, minutes, status):
    client.force_login(UserFactory())
    later(minutes)
    assert client.get(PAGE).status_code == status


def test_later_the_page_asks_for_the_password_and_comes_back(client, signed_in_long_ago):
    signed_in_long_ago()
    assert client.get(PAGE).url == asking_for(PAGE)
    assert confirm(client).url == PAGE
    assert client.get(PAGE).status_code == 200


def test_confirmation_holds_for_ten_minutes(client, signed_in_long_ago, later):
    signed_in_long_ago()
    client.get(PAGE)
    confirm(client)
    later(10)
    assert client.get(PAGE).url == asking_for(PAGE)


def test_confirmation_is_recorded(client, signed_in_long_ago):
    signed_in_long_ago()
    confirm(client)
    assert AuditEvent.objects.order_by("id").last().event == "account.stepped_up"


def test_wrong_password_opens_nothing(client, signed_in_long_ago):
    signed_in_long_ago()
    assert confirm(client, password="falsch").status_code == 200
    assert client.get(PAGE).status_code == 302


def test_what_was_typed_is_carried_out_afterwards(client, signed_in_long_ago, mailoutbox):
    signed_in_long_ago()
    assert client.post(PAGE, TYPED).url == asking_for(PAGE)
    assert mailoutbox == []
    assert confirm(client).url == reverse("account_email_verification_sent")
    assert [mail.to for mail in mailoutbox] == [["neu@example.org"]]


def test_what_was_typed_does_not_lie_in_the_database_in_clear(client, signed_in_long_ago):
    signed_in_long_ago()
    client.post(PAGE, TYPED)
    assert "neu@example" not in str(Session.objects.get(pk=client.session.session_key).get_decoded())


def test_what_was_typed_is_carried_out_once(client, signed_in_long_ago, mailoutbox):
    signed_in_long_ago()
    client.post(PAGE, TYPED)
    confirm(client)
    assert confirm(client).url == PAGE
    assert len(mailoutbox) == 1


def test_what_was_typed_long_ago_is_not_carried_out(client, signed_in_long_ago, later, mailoutbox):
    signed_in_long_ago()
    client.post(PAGE, TYPED)
    later(20)
    client.get("/konto/")  # or the session would end
    later(11)
    assert confirm(client).url == PAGE
    assert mailoutbox == []


def test_confirmation_for_another_page_carries_nothing_out_and_keeps_it(client, signed_in_long_ago, later, mailoutbox):
    signed_in_long_ago()
    client.post(PAGE, TYPED)
    assert confirm(client, path="/konto/passwort/festlegen/").url == "/konto/passwort/festlegen/"
    assert mailoutbox == []
    later(11)
    confirm(client)
    assert len(mailoutbox) == 1


def test_what_one_person_typed_is_gone_for_the_next(client, signed_in_long_ago, mailoutbox):
    signed_in_long_ago()
    client.post(PAGE, TYPED)
    client.force_login(UserFactory())
    assert confirm(client).url == PAGE
    assert mailoutbox == []


def test_opening_the_page_anew_forgets_what_was_typed(client, signed_in_long_ago, mailoutbox):
    signed_in_long_ago()
    client.post(PAGE, TYPED)
    client.get(PAGE)
    confirm(client)
    assert mailoutbox == []


def test_files_are_never_kept_and_the_page_says_so(client, signed_in_long_ago, mailoutbox):
    signed_in_long_ago()
    client.post(PAGE, {**TYPED, "paper": SimpleUploadedFile("a.pdf", b"%PDF")})
    assert confirm(client).url == PAGE
    page = client.get(PAGE)
    assert [str(message) for message in page.context["messages"]] == [
        "Ihre Dateien haben wir nicht übernommen. Bitte wählen Sie die Dateien noch einmal aus."
    ]
    assert mailoutbox == []


def test_nothing_is_kept_of_a_post_made_for_somebody_else(client, signed_in_long_ago, rf):
    """The middleware that knows for whom would be passed by when it is carried out later."""
    user = signed_in_long_ago()
    request = rf.post("/geld/", TYPED)
    request.path, request.user, request.session = "/fuer/6f1/geld/", user, client.session
    request._messages = CookieStorage(request)
    assert step_up_required(lambda _request: None)(request).url == asking_for("/fuer/6f1/geld/")
    assert STATE_SESSION_KEY not in request.session
    assert len(request._messages) == 1


def test_foreign_address_is_no_way_back(client, signed_in_long_ago):
    signed_in_long_ago()
    assert confirm(client, path="https://evil.example/").url == reverse("pages:home")


def test_who_is_not_signed_in_signs_in_first(rf):
    from django.contrib.auth.models import AnonymousUser

    request = rf.get("/geschuetzt/")
    request.user = AnonymousUser()
    assert step_up_required(lambda _request: None)(request).url == "/konto/anmelden/?next=/geschuetzt/"


def test_account_without_password_is_led_to_the_code(client, signed_in_long_ago):
    signed_in_long_ago(without_password=True)
    asked = client.get(PAGE)
    assert client.get(asked.url).url == f"{BY_CODE}?{urlencode({'next': PAGE})}"


def test_account_with_password_may_take_the_code_instead(client, signed_in_long_ago):
    signed_in_long_ago()
    page = client.get(asking_for(PAGE))
    assert [way["url"] for way in page.context["reauthentication_alternatives"]] == [
        f"{BY_CODE}?{urlencode({'next': PAGE})}"
    ]


def test_account_with_no_way_to_confirm_signs_in_anew(client, signed_in_long_ago):
    signed_in_long_ago(without_password=True, verified=False)
    page = client.get(PAGE)
    assert (page.status_code, "account/step_up_by_sign_in.html" in {used.name for used in page.templates}) == (
        403,
        True,
    )
    assert page.context["sign_in_url"] == f"{reverse('account_login')}?{urlencode({'next': PAGE})}"


def test_further_way_is_offered_and_counts(client, signed_in_long_ago, rf):
    user = signed_in_long_ago(without_password=True, verified=False)
    FURTHER_WAYS.append(lambda _user: {"id": "card", "description": "Mit Ihrer Karte", "url": "/karte/"})
    try:
        assert client.get(PAGE).url == asking_for(PAGE)
        assert client.get(asking_for(PAGE)).url == f"/karte/?{urlencode({'next': PAGE})}"
    finally:
        FURTHER_WAYS.pop()
    request = rf.get("/")
    request.user, request.session = user, client.session
    record_step_up(request, method="card")
    request.session.save()
    assert client.get(PAGE).status_code == 200
