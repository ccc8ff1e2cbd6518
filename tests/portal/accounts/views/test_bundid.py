import datetime
from types import SimpleNamespace

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.conf import settings as portal_settings
from django.contrib.auth import get_user
from django.test import Client
from django.urls import reverse

from ops.mock_bundid import answers
from portal.accounts.domain.session_limits import IDLE, IDLE_SHARED
from portal.accounts.models import User
from portal.accounts.services.shared_computer import is_shared
from portal.accounts.views.bundid import way_by_bundid
from portal.audit.models import AuditEvent
from tests.factories.accounts import UserFactory
from tests.factories.bundid import START, UID, connection

pytestmark = pytest.mark.django_db

SIGN_UP = "/konto/anmeldewege/registrieren/"
STEP_UP = "/konto/bundid/bestaetigen/"


def user_with_bundid(uid: str = UID, **fields):
    user = UserFactory(**fields)
    SocialAccount.objects.create(user=user, provider="bundid", uid=uid)
    return user


def signed_in(client):
    """The id of whoever the next page will know; a stale session counts for nothing."""
    user = get_user(SimpleNamespace(session=client.session))
    return None if user.is_anonymous else str(user.pk)


def confirmations(client) -> list[str]:
    return [
        record["method"]
        for record in client.session.get("account_authentication_methods", [])
        if record.get("reauthenticated")
    ]


def refusals(caplog) -> list[str]:
    prefix = "sign-in elsewhere refused: "
    return [line.removeprefix(prefix) for line in caplog.messages if line.startswith(prefix)]


def test_everything_is_off_when_not_configured(client):
    client.force_login(UserFactory())
    names = ("bundid_sign_in", "bundid_step_up", "bundid_finish", "bundid_metadata")
    assert [client.get(reverse(name)).status_code for name in names] == [404] * 4
    assert client.post(reverse("bundid_answer")).status_code == 404


def test_sign_in_page_offers_no_bundid_when_not_configured(client):
    assert "BundID" not in client.get("/konto/anmelden/").content.decode()


@pytest.mark.parametrize("page", ["/konto/anmelden/", "/konto/registrieren/"])
def test_page_offers_bundid(bundid, client, page):
    assert "Mit BundID anmelden" in client.get(page).content.decode()


def test_page_of_its_own_says_what_bundid_is(bundid, client):
    page = client.get(START, {"next": "/unterlagen/"}).content.decode()
    assert "Konto des Bundes" in page
    assert '<input type="hidden" name="next" value="/unterlagen/">' in page


def test_question_asks_for_little(bundid, client):
    question = bundid.question(client)
    assert (question.level, question.again) == (1, False)
    assert [name.removeprefix("urn:oid:") for name in question.attributes] == [
        "1.3.6.1.4.1.25484.494450.3",
        "1.2.40.0.10.2.1.1.261.94",
        "0.9.2342.19200300.100.1.3",
    ]


def test_first_time_asks_before_it_makes_an_account(bundid, client):
    assert bundid.come_back(client).url == SIGN_UP
    assert (User.objects.count(), signed_in(client)) == (0, None)


def test_account_is_made_without_any_address(bundid, client, mailoutbox):
    bundid.come_back(client, form={"next": "/unterlagen/"})
    done = client.post(SIGN_UP, {"email": ""})
    user = User.objects.get()
    assert (done.url, signed_in(client)) == ("/unterlagen/", str(user.pk))
    assert (user.email, user.has_usable_password(), list(EmailAddress.objects.all()), mailoutbox) == (
        None,
        False,
        [],
        [],
    )


def test_two_people_without_address_have_two_accounts(bundid, client):
    for uid in ("one", "two"):
        browser = Client()
        bundid.come_back(browser, uid=uid)
        browser.post(SIGN_UP, {"email": ""})
    assert sorted(SocialAccount.objects.values_list("uid", flat=True)) == ["one", "two"]
    assert User.objects.filter(email=None).count() == 2


def test_only_level_and_time_are_kept_beside_the_identifier(bundid, client):
    question = bundid.question(client)
    answer = bundid.answer(question, email="erika@example.org")
    more = {**answer.attributes, "urn:oid:2.5.4.42": "Erika", "urn:oid:2.5.4.4": "Musterfrau"}
    bundid.deliver(client, bundid.sealed(bundid.answer(question, attributes=more)))
    client.post(SIGN_UP, {"email": ""})
    account = SocialAccount.objects.get()
    assert (account.provider, account.uid, sorted(account.extra_data)) == ("bundid", UID, ["at", "level"])
    assert "Musterfrau" not in str(dict(client.session))


def test_address_of_bundid_is_a_proposal(bundid, client):
    bundid.come_back(client, email="erika@example.org")
    assert client.get(SIGN_UP).context["form"].initial == {"email": "erika@example.org"}


def test_address_counts_only_once_its_code_is_entered(bundid, client, mailoutbox):
    bundid.come_back(client, email="erika@example.org")
    sent = client.post(SIGN_UP, {"email": "erika@example.org"})
    assert sent.url.startswith("/konto/e-mail/bestaetigen/")
    assert (User.objects.get().email, EmailAddress.objects.count(), len(mailoutbox)) == (None, 0, 1)
    code = mailoutbox[0].body.split("\n\n")[2].strip()
    client.post(sent.url, {"code": code})
    assert User.objects.get().email == "erika@example.org"
    assert EmailAddress.objects.get().verified


def test_address_of_another_account_opens_nothing(bundid, client, mailoutbox):
    """Neither signed in as the other, nor linked, nor told that there is one."""
    other = UserFactory(email="erika@example.org")
    bundid.come_back(client, email="erika@example.org")
    taken = client.post(SIGN_UP, {"email": "erika@example.org"})
    assert taken.url.startswith("/konto/e-mail/bestaetigen/")
    assert SocialAccount.objects.get().user_id != other.pk
    assert signed_in(client) != str(other.pk)


def test_bad_address_keeps_what_was_typed(bundid, client):
    bundid.come_back(client)
    page = client.post(SIGN_UP, {"email": "erika-at-example"})
    assert (page.status_code, page.context["form"]["email"].value()) == (200, "erika-at-example")
    assert User.objects.count() == 0


def test_sign_up_sent_twice_makes_one_account(bundid, client):
    bundid.come_back(client)
    pending = client.session["socialaccount_sociallogin"]
    client.post(SIGN_UP, {"email": ""})
    again = Client()
    bundid.question(again)  # has a session
    session = again.session
    session["socialaccount_sociallogin"] = pending
    session.save()
    assert again.post(SIGN_UP, {"email": ""}).url == "/konto/anmelden/"
    assert User.objects.count() == 1


def test_known_person_is_signed_in(bundid, client):
    user = user_with_bundid()
    assert bundid.come_back(client, form={"next": "/unterlagen/"}).url == "/unterlagen/"
    assert signed_in(client) == str(user.pk)


def test_session_at_a_foreign_computer_is_short(bundid, client):
    user_with_bundid()
    bundid.come_back(client, form={"shared": "on"})
    assert (is_shared(client.session), client.session[IDLE]) == (True, IDLE_SHARED)


def test_foreign_address_is_not_followed(bundid, client):
    user_with_bundid()
    assert bundid.come_back(client, form={"next": "https://evil.example/"}).url == "/"


def test_blocked_account_stays_outside(bundid, client):
    user_with_bundid(is_active=False)
    assert bundid.come_back(client).url == "/konto/gesperrt/"
    assert signed_in(client) is None


def test_level_that_is_too_low_is_refused_in_words(bundid, client, caplog, settings):
    settings.BUNDID = connection(level=3)
    user_with_bundid()
    page = bundid.come_back(client, level=1)
    assert (page.status_code, signed_in(client), refusals(caplog)) == (403, None, ["trust_level_too_low"])
    assert "mit Ihrem Online-Ausweis oder mit ELSTER" in page.content.decode()


def test_refusal_is_recorded_without_a_name(bundid, client):
    bundid.come_back(client, issuer="https://other.example/idp")
    event = AuditEvent.objects.get()
    assert (event.event, event.role) == ("account.sign_in_failed", "system")


def test_answer_is_worth_nothing_in_another_browser(bundid, client, caplog):
    user_with_bundid()
    sealed = bundid.sealed(bundid.answer(bundid.question(client)))
    stranger = Client()
    assert bundid.deliver(stranger, sealed).status_code == 403
    assert (signed_in(stranger), refusals(caplog)) == (None, ["unknown_question"])


def test_finish_without_answer_says_so(bundid, client, caplog):
    page = client.get(reverse("bundid_finish"))
    assert (page.status_code, refusals(caplog)) == (403, ["unknown_question"])
    assert "Diese Anmeldung ist abgelaufen" in page.content.decode()


def test_answer_that_waits_too_long_is_forgotten(bundid, client, caplog, time_machine):
    user_with_bundid()
    time_machine.move_to(datetime.datetime.now(datetime.UTC), tick=False)
    received = client.post(
        reverse("bundid_answer"), {"SAMLResponse": bundid.sealed(bundid.answer(bundid.question(client)))}
    )
    time_machine.shift(301)
    client.get(received.url)
    assert (signed_in(client), refusals(caplog)) == (None, ["unknown_question"])


def test_handed_over_answer_is_for_our_page_and_no_script(bundid, client):
    received = client.post(reverse("bundid_answer"), {"SAMLResponse": "x"})
    cookie = received.cookies["bundid-answer"]
    assert (cookie["httponly"], cookie["path"], cookie["samesite"]) == (True, reverse("bundid_finish"), "Lax")


def test_answer_needs_no_token_and_no_session(bundid):
    browser = Client(enforce_csrf_checks=True)
    assert browser.post(reverse("bundid_answer"), {"SAMLResponse": "x"}).url == reverse("bundid_finish")


def test_start_needs_a_token(bundid):
    assert Client(enforce_csrf_checks=True).post(START).status_code == 403


def test_cache_away_answers_503(bundid, client, settings):
    user_with_bundid()
    sealed = bundid.sealed(bundid.answer(bundid.question(client)))
    received = client.post(reverse("bundid_answer"), {"SAMLResponse": sealed})
    settings.CACHES = {**settings.CACHES, "default": {**settings.CACHES["default"], "LOCATION": "unix:///nowhere.sock"}}
    page = client.get(received.url)
    assert (page.status_code, page["Retry-After"], signed_in(client)) == (503, "60", None)


def test_flood_of_answers_is_stopped(bundid, client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "3/m/ip"}
    codes = [client.post(reverse("bundid_answer"), {"SAMLResponse": "x"}).status_code for _ in range(4)]
    assert codes == [302, 302, 302, 429]


def test_metadata_name_the_address_of_answers(bundid, client):
    page = client.get(reverse("bundid_metadata"))
    assert page["Content-Type"] == "application/samlmetadata+xml"
    assert f'Location="{portal_settings.PORTAL.base_url}/konto/bundid/antwort/"' in page.content.decode()


@pytest.fixture
def person(bundid, client):
    user = user_with_bundid(without_password=True)
    client.force_login(user)
    return user


def test_step_up_asks_for_a_fresh_proof_at_the_higher_level(bundid, client, person):
    question = bundid.question(client, STEP_UP)
    assert (question.level, question.again, question.methods) == (3, True, ("Elster", "eID", "eIDAS"))


def test_step_up_confirms_and_goes_on(bundid, client, person):
    assert bundid.come_back(client, STEP_UP, {"next": "/unterlagen/"}).url == "/unterlagen/"
    assert (signed_in(client), confirmations(client)) == (str(person.pk), ["bundid"])


def test_step_up_is_recorded(bundid, client, person):
    bundid.come_back(client, STEP_UP)
    assert "account.stepped_up" in AuditEvent.objects.values_list("event", flat=True)


def test_bundid_is_offered_to_who_is_connected(bundid):
    assert (way_by_bundid(user_with_bundid())["url"], way_by_bundid(UserFactory())) == (STEP_UP, None)


def test_bundid_is_not_offered_when_not_configured():
    assert way_by_bundid(user_with_bundid()) is None


def test_step_up_with_the_bundid_of_somebody_else_is_refused(bundid, client, person, caplog):
    page = bundid.come_back(client, STEP_UP, uid="somebody-else")
    assert (page.status_code, refusals(caplog), confirmations(client)) == (403, ["another_person"], [])
    assert "gehört nicht zu Ihrem Konto" in page.content.decode()
    assert signed_in(client) == str(person.pk)


def test_step_up_below_its_level_is_refused(bundid, client, person, caplog):
    assert bundid.come_back(client, STEP_UP, level=1).status_code == 403
    assert (refusals(caplog), confirmations(client)) == (["trust_level_too_low"], [])


def test_step_up_with_an_old_session_at_bundid_is_refused(bundid, client, person, caplog):
    assert bundid.come_back(client, STEP_UP, proved=datetime.timedelta(minutes=-2)).status_code == 403
    assert (refusals(caplog), confirmations(client)) == (["not_fresh"], [])


def test_step_up_of_one_person_confirms_nobody_else(bundid, client, person, caplog):
    sealed = bundid.sealed(bundid.answer(bundid.question(client, STEP_UP)))
    states = client.session["socialaccount_states"]
    client.force_login(UserFactory())
    session = client.session
    session["socialaccount_states"] = states
    session.save()
    assert bundid.deliver(client, sealed).status_code == 403
    assert (refusals(caplog), confirmations(client)) == (["unknown_question"], [])


def test_step_up_is_not_there_without_bundid_of_ones_own(bundid, client):
    client.force_login(UserFactory())
    assert client.get(STEP_UP).status_code == 404


def test_cancelled_step_up_keeps_the_person_signed_in(bundid, client, person):
    question = bundid.question(client, STEP_UP)
    page = bundid.deliver(client, answers.encode(answers.build_cancelled(bundid.answer(question))))
    assert (page.status_code, signed_in(client), confirmations(client)) == (200, str(person.pk), [])
