import pytest
from django.core import mail
from django.test import Client

from applications.models import Draft
from portal.accounts.domain.session_limits import IDLE, IDLE_SHARED
from portal.accounts.services.shared_computer import is_shared
from portal.audit.models import AuditEvent
from portal.cases.models import Case, Standing
from tests.factories.accounts import UserFactory
from tests.factories.cases import StandingFactory
from tests.portal.cases.views.visits import begin, resume, shown_code, standing_in, text_of

pytestmark = pytest.mark.django_db

UNKNOWN = "Mit diesem Code kommen wir nicht weiter"
WRONG = "000-000-000-000-000-000"


def enter(client, code, **fields):
    return client.post("/weiter/", {"code": code, **fields})


def test_strangers_are_offered_both_ways(client):
    page = text_of(client.get("/antrag/"))
    assert [
        words for words in ("Mit Konto", "Ohne Konto ausfüllen", "Mit Code weitermachen") if words not in page
    ] == []


def test_beginning_shows_the_code_and_leads_to_the_forms(client):
    response = client.post("/weiter/ohne-konto/")
    assert len(shown_code(response).replace("-", "")) == 18
    assert response.headers["Cache-Control"] == "no-store"
    assert "Was Sie dafür brauchen" in text_of(client.get("/antrag/"))


def test_beginning_twice_makes_one_case(client):
    begin(client)
    assert client.post("/weiter/ohne-konto/").headers["Location"] == "/weiter/code/"
    assert Case.objects.count() == 1


def test_who_is_signed_in_needs_no_code(client):
    client.force_login(UserFactory())
    assert client.post("/weiter/ohne-konto/").headers["Location"] == "/antrag/"
    assert Case.objects.count() == 0


def test_code_opens_the_draft_on_another_device():
    visitor, code = begin()
    visitor.post("/antrag/", {"form": "main_application"})
    other = resume(code.lower().replace("-", " "))
    draft = Draft.objects.get()
    assert other.get(f"/antrag/{draft.pk}/").status_code == 200
    assert "Weitermachen" in text_of(other.get("/antrag/"))


def test_code_opens_its_own_draft_only():
    visitor, _code = begin()
    visitor.post("/antrag/", {"form": "main_application"})
    foreign = Draft.objects.get()
    other, _other_code = begin()
    assert other.get(f"/antrag/{foreign.pk}/").status_code == 404


def test_session_that_somebody_else_has_planted_opens_nothing():
    _visitor, code = begin()
    thief, _code = begin()
    planted, victim = thief.session.session_key, Client()
    victim.cookies["sessionid"] = planted
    enter(victim, code)
    assert victim.session.session_key != planted
    assert standing_in(thief) is None


@pytest.mark.parametrize("ended", [False, True])
def test_unknown_and_ended_codes_get_the_same_answer(client, ended):
    _visitor, code = begin()
    if ended:
        Standing.objects.update(revoked_at=Standing.objects.get().valid_from)
    response = enter(client, code if ended else WRONG)
    assert response.status_code == 200
    assert UNKNOWN in text_of(response)
    assert standing_in(client) is None
    assert AuditEvent.objects.latest("id").event == "guest.code_refused"


def test_what_was_typed_wrong_stays_in_the_field(client):
    assert 'value="7KQ-492"' in enter(client, "7KQ-492").content.decode()


def test_many_wrong_codes_are_slowed_down_and_a_right_one_is_still_let_in(client):
    _visitor, code = begin()
    answers = [enter(client, f"{number:06}{WRONG[7:]}") for number in range(21)]
    assert [answer.status_code for answer in answers] == [200] * 20 + [429]
    assert answers[-1].headers["Retry-After"] == "600"
    assert "zu viele falsche Codes" in text_of(answers[-1])
    assert enter(client, code).status_code == 302


def test_who_has_the_first_part_from_an_e_mail_cannot_try_out_the_second(client):
    _visitor, code = begin()
    plain = code.replace("-", "")
    others = [plain[:12] + end for end in ("000000", "111111", "222222", "333333", "444444") if end != plain[12:]]
    statuses = [enter(client, others[number % 4]).status_code for number in range(11)]
    assert statuses == [200] * 10 + [429]
    assert enter(Client(REMOTE_ADDR="203.0.113.9"), code).status_code == 429


def test_wrong_codes_of_strangers_do_not_lock_anybody_out(client):
    _visitor, code = begin()
    for number in range(25):
        enter(client, f"{number:06}{WRONG[7:]}")
    assert enter(Client(), code).status_code == 302


def test_right_codes_use_nothing_up():
    _visitor, code = begin()
    assert {enter(Client(), code).status_code for _ in range(25)} == {302}


def test_beginning_is_limited_by_address(client, settings):
    settings.PORTAL_GUEST_LIMITS = {**settings.PORTAL_GUEST_LIMITS, "begin.address": "1/10m/key"}
    begin()
    response = client.post("/weiter/ohne-konto/")
    assert (response.status_code, response.headers["Retry-After"]) == (429, "600")
    assert Case.objects.count() == 1


def test_without_the_cache_no_code_is_tried(client, settings):
    _visitor, code = begin()
    settings.CACHES = {"default": {**settings.CACHES["default"], "LOCATION": "redis://127.0.0.1:1/0"}}
    response = enter(client, code)
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "60"
    assert "Ihr Code gilt weiter" in text_of(response)


def test_one_comes_back_to_the_page_one_was_sent_away_from():
    visitor, code = begin()
    visitor.post("/antrag/", {"form": "main_application"})
    wanted = f"/antrag/{Draft.objects.get().pk}/name/"
    stranger = Client()
    login = stranger.get(wanted, follow=True)
    assert f'href="/weiter/?next={wanted}"' in login.content.decode()
    assert enter(stranger, code, next=wanted).headers["Location"] == wanted


@pytest.mark.parametrize("wanted", ["//evil.example/", "https://evil.example/", "javascript:alert(1)", "antrag/"])
def test_code_leads_to_no_foreign_page(client, wanted):
    _visitor, code = begin()
    assert enter(client, code, next=wanted).headers["Location"] == "/antrag/"


def test_end_leaves_nothing_behind():
    visitor, _code = begin()
    visitor.post("/antrag/", {"form": "main_application"})
    key, draft = visitor.session.session_key, Draft.objects.get()
    assert "Möchten Sie beenden" in text_of(visitor.get("/weiter/beenden/"))
    response = visitor.post("/weiter/beenden/")
    assert response.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert visitor.get(response.headers["Location"]).status_code == 200
    visitor.cookies["sessionid"] = key
    assert visitor.get(f"/antrag/{draft.pk}/").headers["Location"].startswith("/konto/anmelden/")


def test_end_in_an_old_window_does_not_sign_anybody_out(client):
    own = StandingFactory()
    client.force_login(own.user)
    assert client.post("/weiter/beenden/").headers["Location"] == "/konto/abmelden/"
    assert client.get("/konto/").status_code == 200


def test_signing_in_ends_the_visit_and_takes_nothing_along():
    visitor, code = begin()
    next_person = UserFactory()
    visitor.force_login(next_person)
    assert standing_in(visitor) is None
    assert not Standing.objects.filter(user=next_person).exists()
    resume(code)


def test_renewed_code_shuts_out_the_other_device():
    visitor, code = begin()
    visitor.post("/antrag/", {"form": "main_application"})
    other = resume(code)
    draft = Draft.objects.get()
    renewed = shown_code(visitor.post("/weiter/code/"))
    response = other.get(f"/antrag/{draft.pk}/", follow=True)
    assert response.redirect_chain[-1][0] == f"/weiter/?next=/antrag/{draft.pk}/"
    assert "Ihr Code gilt nicht mehr" in text_of(response)
    assert enter(other, renewed, next=f"/antrag/{draft.pk}/").headers["Location"] == f"/antrag/{draft.pk}/"
    assert visitor.get(f"/antrag/{draft.pk}/").status_code == 200


def test_session_at_a_foreign_computer_is_short():
    _visitor, code = begin()
    visitor = resume(code, shared="on")
    visitor.get("/antrag/")
    assert (is_shared(visitor.session), visitor.session[IDLE]) == (True, IDLE_SHARED)


def test_what_was_typed_when_the_code_was_renewed_elsewhere_is_shown_again():
    visitor, code = begin()
    visitor.post("/antrag/", {"form": "main_application"})
    other, page = resume(code), f"/antrag/{Draft.objects.get().pk}/name/"
    renewed = shown_code(visitor.post("/weiter/code/"))
    other.post(page, {"wizard-current_step": "name", "first_name": "Miriam", "go": "next"})
    response = other.post("/weiter/", {"code": renewed, "next": page}, follow=True)
    assert 'value="Miriam"' in response.content.decode()
    assert "Ihre Eingaben sind noch da" in text_of(response)


def test_beginning_sends_no_e_mail():
    begin()
    assert mail.outbox == []
