import datetime

import pytest
import time_machine
from django.utils import timezone

from applications.models import Draft
from portal.cases.models import Invitation, Standing
from portal.cases.services import withdraw_invitation
from tests.factories.accounts import UserFactory
from tests.factories.cases import StandingFactory
from tests.factories.invitations import begun, handed_over, offered, requested, user_actor

pytestmark = pytest.mark.django_db
NAMES = ("Julia", "Miriam", "Papa", "Sander")


def opened(client, sent):
    """Open the link and follow it; the page must name nobody to who should not know."""
    response = client.get(f"/einladung/{sent.token}/")
    assert response.headers["Location"] == "/einladung/antworten/"
    return client.get("/einladung/antworten/")


def say(client, sent, answer):
    opened(client, sent)
    return client.post("/einladung/antworten/", {"answer": answer})


def names_nobody(page):
    text = page.content.decode()
    return not any(name in text for name in NAMES)


def test_link_without_signing_in_says_that_something_waits_and_names_nobody(client_of):
    page = opened(client_of(), offered())
    assert "Sie haben eine Einladung bekommen" in page.content.decode()
    assert "next=/einladung/antworten/" in page.content.decode()
    assert names_nobody(page)


def test_link_survives_signing_in(client_of):
    client, user = client_of(), UserFactory()
    opened(client, offered())
    client.post("/konto/anmelden/?next=/einladung/antworten/", {"login": user.email, "password": "Regen-Schirm-27"})
    assert "Miriam bittet Sie um Hilfe" in client.get("/einladung/antworten/").content.decode()


def test_looking_uses_nothing_up(client_of):
    sent = offered()
    for _time in range(3):
        opened(client_of(UserFactory()), sent)
    assert Invitation.objects.get().status == "open"


def test_helper_sees_who_asks_for_what_and_says_yes(client_of):
    client, sent = client_of(UserFactory()), offered()
    page = opened(client, sent).content.decode()
    assert all(words in page for words in ("Miriam bittet Sie um Hilfe", "Unterlagen schicken", "Nein danke"))
    assert say(client, sent, "yes").headers["Location"] == "/helfen/"
    assert Standing.objects.of_others().get().case == sent.invitation.case


def test_helper_says_no_without_offence(client_of):
    client, sent = client_of(UserFactory()), offered()
    assert say(client, sent, "no").headers["Location"] == "/"
    assert Invitation.objects.get().status == "declined"


def test_neither_yes_nor_no_shows_the_question_again(client_of):
    page = say(client_of(UserFactory()), offered(), "vielleicht")
    assert "Miriam bittet Sie um Hilfe" in page.content.decode()


def test_person_sees_who_wants_to_help_with_which_account(client_of):
    helper = UserFactory(email="julia@example.org")
    page = opened(client_of(UserFactory()), requested(helper)).content.decode()
    assert "Julia möchte Ihnen helfen" in page
    assert "julia@example.org" in page


def test_helper_is_not_shown_the_address_of_the_person(client_of):
    sent = offered()
    assert sent.invitation.created_by_user.email not in opened(client_of(UserFactory()), sent).content.decode()


def test_person_lets_somebody_help(client_of):
    own, sent = StandingFactory(), requested()
    assert say(client_of(own.user), sent, "yes").headers["Location"] == "/hilfe/"
    assert Standing.objects.of_others().get().case == own.case


def test_letting_somebody_help_asks_once_more_who_one_is_and_saying_no_does_not(client_of):
    own, sent = StandingFactory(), requested()
    client = client_of(own.user)
    opened(client, sent)
    with time_machine.travel(timezone.now().timestamp() + 20 * 60, tick=False):
        asked = client.post("/einladung/antworten/", {"answer": "yes"})
        assert asked.headers["Location"].endswith("next=%2Feinladung%2Fantworten%2F")
        assert Invitation.objects.get().status == "open"
        assert client.post("/einladung/antworten/", {"answer": "no"}).headers["Location"] == "/"


def test_replayed_link_is_used_up(client_of):
    client, sent = client_of(UserFactory()), offered()
    say(client, sent, "yes")
    for visitor in (client, client_of(UserFactory()), client_of()):
        page = opened(visitor, sent)
        assert page.status_code == 410
        assert "wurde schon beantwortet" in page.content.decode()
        assert names_nobody(page)


def test_withdrawn_link_says_so(client_of):
    sent = offered()
    withdraw_invitation(actor=user_actor(sent.invitation.created_by_user), invitation=sent.invitation)
    page = opened(client_of(UserFactory()), sent)
    assert (page.status_code, names_nobody(page)) == (410, True)
    assert "Sie wurde zurückgezogen." in page.content.decode()


def test_link_of_last_week_says_so(client_of):
    sent = offered()
    with time_machine.travel(timezone.now() + datetime.timedelta(days=7), tick=False):
        page = opened(client_of(UserFactory()), sent)
    assert (page.status_code, names_nobody(page)) == (410, True)
    assert "gilt 7 Tage" in page.content.decode()


def test_link_bound_to_another_address_names_nobody(client_of):
    sent = offered(bound_email="julia@example.org")
    page = opened(client_of(UserFactory()), sent)
    assert (page.status_code, names_nobody(page)) == (403, True)
    assert "für ein anderes Konto" in page.content.decode()
    assert Invitation.objects.get().status == "open"


def test_own_link_is_to_be_passed_on(client_of):
    sent = offered()
    page = opened(client_of(sent.invitation.created_by_user), sent)
    assert page.status_code == 403
    assert "ist von Ihnen" in page.content.decode()


def test_who_helps_already_is_told_so(client_of):
    sent = offered()
    helping = StandingFactory(helper=True, person=sent.invitation.person)
    page = opened(client_of(helping.user), sent)
    assert (page.status_code, names_nobody(page)) == (403, True)
    assert "Diese Hilfe gibt es schon" in page.content.decode()


@pytest.mark.parametrize("token", ["x", "A" * 32, "Wörter"])
def test_unknown_link_says_what_to_do(client_of, token):
    client = client_of()
    client.get(f"/einladung/{token}/")
    page = client.get("/einladung/antworten/")
    assert page.status_code == 404
    assert "Diese Einladung kennen wir nicht" in page.content.decode()


def test_second_of_two_people_with_the_same_link_is_too_late(client_of):
    sent = offered()
    first, second = client_of(UserFactory()), client_of(UserFactory())
    for client in (first, second):
        assert opened(client, sent).status_code == 200
    first.post("/einladung/antworten/", {"answer": "yes"})
    late = second.post("/einladung/antworten/", {"answer": "yes"})
    assert (late.status_code, names_nobody(late)) == (410, True)
    assert Standing.objects.of_others().count() == 1


def test_code_leads_to_the_question(client_of):
    client, sent = client_of(UserFactory()), offered()
    response = client.post("/einladung/", {"code": sent.code.lower()})
    assert response.headers["Location"] == "/einladung/antworten/"
    assert "Miriam bittet Sie um Hilfe" in client.get("/einladung/antworten/").content.decode()


def test_unknown_code_says_so_and_keeps_it(client_of):
    page = client_of(UserFactory()).post("/einladung/", {"code": "2222-2222"}).content.decode()
    assert "Diesen Code kennen wir nicht." in page
    assert 'value="2222-2222"' in page


def test_code_is_asked_behind_the_sign_in_only(client_of):
    assert client_of().get("/einladung/").headers["Location"] == "/konto/anmelden/?next=/einladung/"


def test_eleventh_code_in_ten_minutes_waits(client_of, settings):
    settings.ACCOUNT_RATE_LIMITS = {"invitation": "10/10m/user"}
    client, sent = client_of(UserFactory()), offered()
    for _number in range(10):
        assert client.post("/einladung/", {"code": "2222-2222"}).status_code == 200
    late = client.post("/einladung/", {"code": sent.code})
    assert late.status_code == 429
    assert "zu viele Versuche" in late.content.decode()
    assert client_of(UserFactory()).post("/einladung/", {"code": sent.code}).status_code == 302


def test_handover_is_not_found_by_its_code_alone(client_of):
    assert client_of(UserFactory()).post("/einladung/", {"code": handed_over().code}).status_code == 200


def test_handover_tells_nothing_before_its_code(client_of):
    page = opened(client_of(UserFactory()), handed_over())
    assert "Jemand hat etwas für Sie ausgefüllt" in page.content.decode()
    assert names_nobody(page)


def test_wrong_code_of_a_handover_takes_nothing(client_of):
    client, handover = client_of(UserFactory()), handed_over()
    opened(client, handover)
    page = client.post("/einladung/antworten/", {"code": "2222-2222", "left": "none"}).content.decode()
    assert "passt nicht zu dem Link" in page
    assert Invitation.objects.get().status == "open"


def test_person_takes_the_draft_to_its_review(client_of):
    standing = begun()
    client_of(standing.user).post(f"/fuer/{standing.case_id}/antrag/", {"form": "main_application"})
    draft, handover = Draft.objects.get(), handed_over(standing)
    client = client_of(UserFactory())
    opened(client, handover)
    response = client.post("/einladung/antworten/", {"code": handover.code, "left": "fill_in"})
    assert response.headers["Location"] == f"/antrag/{draft.pk}/pruefen/"
    assert client.get(response.headers["Location"]).status_code == 200


def test_case_without_a_draft_is_taken_to_the_applications(client_of):
    client, handover = client_of(UserFactory()), handed_over()
    opened(client, handover)
    response = client.post("/einladung/antworten/", {"code": handover.code, "left": "none"})
    assert response.headers["Location"] == "/antrag/"


def test_code_of_a_handover_has_its_limit(client_of, settings):
    settings.ACCOUNT_RATE_LIMITS = {"invitation": "1/10m/user"}
    client, handover = client_of(UserFactory()), handed_over()
    opened(client, handover)
    client.post("/einladung/antworten/", {"code": "2222-2222", "left": "none"})
    late = client.post("/einladung/antworten/", {"code": handover.code, "left": "none"})
    assert late.status_code == 429
    assert Invitation.objects.get().status == "open"
