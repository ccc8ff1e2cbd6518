"""Passkeys: added, used to sign in and to confirm; answers that are not what they claim are refused in words."""

import json
from datetime import timedelta

import pytest

from portal.audit.models import AuditEvent
from tests.factories.accounts import PASSWORD, UserFactory
from tests.soft_passkey import SoftPasskey, passkeys_of

pytestmark = pytest.mark.django_db

ADD = "/konto/sicherheit/passkeys/neu/"
SIGN_IN = "/konto/anmelden/passkey/"
SECOND_STEP = "/konto/anmelden/zweiter-schritt/"
CONFIRM = "/konto/erneut-anmelden/passkey/"
FAILED = (
    "Das hat mit diesem Passkey nicht geklappt. Bitte versuchen Sie es noch einmal oder nehmen Sie einen anderen Weg."
)
COPIED = "Diesen Passkey haben wir abgelehnt: Vielleicht hat ihn jemand kopiert. Bitte melden Sie sich anders an und entfernen Sie diesen Passkey in Ihrem Konto. Wir haben Ihnen eine E-Mail geschickt."
GARBAGE = [
    "",
    "x",
    "1",
    "[]",
    "{}",
    '"text"',
    "null",
    '{"id":"a","rawId":"!","response":[]}',
    '{"response":{"userHandle":"eA"}}',
]


@pytest.fixture
def user():
    return UserFactory()


@pytest.fixture
def phone(user):
    """A device that holds a passkey of the account."""
    device = SoftPasskey()
    device.belong_to(user)
    return device


def creation_options(client):
    return client.get(ADD).context["js_data"]["creation_options"]["publicKey"]


def add(client, answer, name="Mein Handy"):
    return client.post(ADD, {"name": name, "credential": json.dumps(answer)})


def sign_in_options(client):
    answer = client.get(SIGN_IN, headers={"accept": "application/json"})
    return json.loads(answer.content)["request_options"]["publicKey"]


def sign_in(client, answer, **more):
    return client.post(SIGN_IN, {"credential": json.dumps(answer), **more})


def signed_in_as(client):
    return client.session.get("_auth_user_id")


def said(client):
    return [str(message) for message in client.get("/konto/anmelden/").context["messages"]]


def test_passkey_is_added_with_its_name_and_the_person_is_told(
    client, user, mailoutbox, django_capture_on_commit_callbacks
):
    client.force_login(user)
    with django_capture_on_commit_callbacks(execute=True):
        answer = add(client, SoftPasskey().create(creation_options(client)))
    assert answer.url == "/konto/sicherheit/ersatzcodes/"
    assert [passkey.wrap().name for passkey in passkeys_of(user)] == ["Mein Handy"]
    assert [mail.subject for mail in mailoutbox] == ["Ein Passkey wurde hinzugefügt"]
    assert "account.second_factor_added" in AuditEvent.objects.values_list("event", flat=True)


def test_browser_is_asked_for_a_passkey_that_checks_the_person_and_is_kept_by_the_device(client, user):
    client.force_login(user)
    options = creation_options(client)
    assert options["rp"] == {"id": "localhost", "name": "Jobcenter Online-Portal"}
    assert options["user"]["displayName"] == user.email
    assert (
        options["authenticatorSelection"]["residentKey"],
        options["authenticatorSelection"]["userVerification"],
    ) == (
        "required",
        "required",
    )


def test_passkey_signs_in_without_password_and_goes_to_next(client, user, phone):
    answer = sign_in(client, phone.get(sign_in_options(client)), next="/postfach/")
    assert (answer.url, signed_in_as(client)) == ("/postfach/", str(user.pk))


def test_passkey_is_the_second_step_after_a_password(client, user, phone):
    assert client.post("/konto/anmelden/", {"login": user.email, "password": PASSWORD}).url == SECOND_STEP
    options = client.get(SECOND_STEP).context["js_data"]["request_options"]["publicKey"]
    client.post(SECOND_STEP, {"credential": json.dumps(phone.get(options))})
    assert signed_in_as(client) == str(user.pk)


def test_passkey_confirms_before_something_that_matters(client, user, phone, time_machine):
    client.force_login(user)
    time_machine.move_to("2099-01-01", tick=False)
    client.force_login(user)
    time_machine.shift(timedelta(minutes=20))
    options = client.get(f"{CONFIRM}?next={ADD}").context["js_data"]["request_options"]["publicKey"]
    assert client.post(f"{CONFIRM}?next={ADD}", {"credential": json.dumps(phone.get(options))}).url == ADD
    assert client.get(ADD).status_code == 200


def test_failed_confirmation_offers_another_try(client, user, phone):
    client.force_login(user)
    answer = client.post(f"{CONFIRM}?next={ADD}", {"credential": "{}"})
    assert answer.url == f"{CONFIRM}?next=%2Fkonto%2Fsicherheit%2Fpasskeys%2Fneu%2F"
    assert [str(message) for message in client.get(answer.url).context["messages"]] == [FAILED]


def test_answer_is_worth_nothing_the_second_time(client, phone):
    answer = phone.get(sign_in_options(client))
    sign_in(client, answer)
    other = type(client)()
    sign_in_options(other)
    sign_in(other, answer)
    assert (signed_in_as(other), said(other)) == (None, [FAILED])


def test_answer_without_a_question_is_refused(client, phone):
    answer = phone.get(sign_in_options(client))
    other = type(client)()
    sign_in(other, answer)
    assert signed_in_as(other) is None


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "http://localhost:8001", "https://sub.localhost:8000", "http://sub.localhost:8000"],
)
def test_answer_given_at_another_address_is_refused(client, phone, origin):
    phone.origin = origin
    sign_in(client, phone.get(sign_in_options(client)))
    assert (signed_in_as(client), said(client)) == (None, [FAILED])


def test_answer_for_another_host_is_refused(client, phone):
    phone.host = "evil.example"
    sign_in(client, phone.get(sign_in_options(client)))
    assert signed_in_as(client) is None


def test_answer_without_pin_finger_or_face_is_refused(client, phone):
    sign_in(client, phone.get(sign_in_options(client), verified=False))
    assert (signed_in_as(client), said(client)) == (None, [FAILED])


def test_answer_signed_by_another_key_is_refused(client, phone):
    phone.key = SoftPasskey().key
    sign_in(client, phone.get(sign_in_options(client)))
    assert (signed_in_as(client), said(client)) == (None, [FAILED])


def test_passkey_of_one_account_does_not_open_another(client, phone):
    from fido2.utils import websafe_encode

    phone.user = websafe_encode(str(UserFactory().pk).encode())
    sign_in(client, phone.get(sign_in_options(client)))
    assert signed_in_as(client) is None


@pytest.mark.parametrize("step", [0, -1], ids=["the same", "lower"])
def test_counter_that_does_not_go_up_is_refused_recorded_and_told(client, user, phone, mailoutbox, step):
    sign_in(client, phone.get(sign_in_options(client)))
    thief = type(client)()
    sign_in(thief, phone.get(sign_in_options(thief), step=step))
    assert (signed_in_as(thief), said(thief)) == (None, [COPIED])
    assert [(mail.to, mail.subject) for mail in mailoutbox] == [([user.email], "Wir haben einen Passkey abgelehnt")]
    assert AuditEvent.objects.order_by("id").last().event == "account.passkey_refused"


def test_refused_copy_does_not_lock_the_real_one_out(client, user, phone):
    phone.count = 50
    sign_in(client, phone.get(sign_in_options(client)))
    copy, owner = type(client)(), type(client)()
    sign_in(copy, phone.get(sign_in_options(copy), step=-10))
    sign_in(owner, phone.get(sign_in_options(owner), step=11))
    assert (signed_in_as(copy), signed_in_as(owner)) == (None, str(user.pk))


def test_passkey_that_does_not_count_works_always(client, user, phone):
    for _n in range(2):
        browser = type(client)()
        sign_in(browser, phone.get(sign_in_options(browser), step=0))
        assert signed_in_as(browser) == str(user.pk)


@pytest.mark.parametrize(("wrong", "options"), [("origin", {}), (None, {"verified": False})], ids=["address", "no PIN"])
def test_new_passkey_from_elsewhere_or_without_pin_is_refused(client, user, wrong, options):
    client.force_login(user)
    device = SoftPasskey(origin="https://evil.example") if wrong else SoftPasskey()
    page = add(client, device.create(creation_options(client), **options))
    assert page.context["form"].non_field_errors() == [FAILED]
    assert not passkeys_of(user).exists()


@pytest.mark.parametrize("garbage", GARBAGE)
def test_garbage_is_refused_and_never_an_error_page(client, user, garbage):
    client.force_login(user)
    creation_options(client)
    assert client.post(ADD, {"name": "x", "credential": garbage}).status_code == 200
    stranger = type(client)()
    sign_in_options(stranger)
    assert stranger.post(SIGN_IN, {"credential": garbage}).url == "/konto/anmelden/"
    assert signed_in_as(stranger) is None


def test_long_name_is_shortened_because_the_device_has_made_the_passkey(client, user):
    client.force_login(user)
    add(client, SoftPasskey().create(creation_options(client)), name="x" * 500)
    assert passkeys_of(user).get().wrap().name == "x" * 60


def test_nameless_passkey_gets_a_name(client, user):
    client.force_login(user)
    add(client, SoftPasskey().create(creation_options(client)), name="")
    assert passkeys_of(user).get().wrap().name == "Passkey 1"


def test_passkey_is_renamed(client, user, phone):
    client.force_login(user)
    address = f"/konto/sicherheit/passkeys/{passkeys_of(user).get().pk}/umbenennen/"
    assert client.post(address, {"name": "Altes Handy"}).url == "/konto/sicherheit/"
    assert passkeys_of(user).get().wrap().name == "Altes Handy"


def test_blocked_account_is_not_opened_by_its_passkey(client, user, phone):
    user.is_active = False
    user.save()
    sign_in(client, phone.get(sign_in_options(client)))
    assert signed_in_as(client) is None
