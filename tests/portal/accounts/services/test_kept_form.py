"""What was typed comes back to the same account in the same browser, and to nobody else."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from portal.accounts.enums import GUEST_CASE
from portal.accounts.models import Session
from portal.accounts.services.kept_form import (
    KEY,
    KeptForm,
    forget_form,
    forget_unless_of,
    keep_form,
    kept_form,
    owner_of_ended_session,
)
from portal.accounts.services.sessions import SessionStore
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db

PATH = "/postfach/neu/?an=1"
FIELDS = [("text", ["Meine Miete ist höher"])]


@pytest.fixture
def session():
    store = SessionStore()
    store.create()
    return store


def session_of(user, ended=timedelta(minutes=1)):
    client = Client()
    client.force_login(user)
    Session.objects.update(expire_date=timezone.now() - ended)
    return client.cookies["sessionid"].value


def test_session_that_ran_out_says_whose_it_was():
    user = UserFactory()
    assert owner_of_ended_session(session_of(user)) == user.pk


def test_running_session_says_nothing():
    assert owner_of_ended_session(session_of(UserFactory(), ended=timedelta(minutes=-1))) is None


def test_session_that_was_ended_on_purpose_says_nothing():
    key = session_of(UserFactory())
    Session.objects.all().delete()
    assert owner_of_ended_session(key) is None


def test_session_of_yesterday_says_nothing():
    assert owner_of_ended_session(session_of(UserFactory(), ended=timedelta(hours=12, seconds=1))) is None


def test_session_of_a_blocked_account_says_nothing():
    user = UserFactory()
    key = session_of(user)
    user.is_active = False
    user.save()
    assert owner_of_ended_session(key) is None


def test_session_of_an_old_password_says_nothing():
    user = UserFactory()
    key = session_of(user)
    user.set_password("Tal-Wiese-Fluss-9")
    user.save()
    assert owner_of_ended_session(key) is None


def test_anonymous_session_says_nothing(session):
    Session.objects.update(expire_date=timezone.now() - timedelta(minutes=1))
    assert owner_of_ended_session(session.session_key) is None


def test_form_comes_back_whole(session):
    owner_id = uuid.uuid4()
    assert keep_form(session, owner_id=owner_id, path=PATH, fields=FIELDS, had_files=True)
    assert kept_form(session, owner_id) == KeptForm(PATH, dict(FIELDS), had_files=True)


def test_form_is_kept_encrypted(session):
    keep_form(session, owner_id=uuid.uuid4(), path=PATH, fields=FIELDS, had_files=False)
    assert sorted(session[KEY]) == ["at", "data", "path"]
    assert "Miete" not in str(session[KEY])


def test_somebody_else_cannot_open_it(session):
    keep_form(session, owner_id=uuid.uuid4(), path=PATH, fields=FIELDS, had_files=False)
    assert kept_form(session, uuid.uuid4()) is None


def test_form_cannot_be_moved_to_another_address(session):
    owner_id = uuid.uuid4()
    keep_form(session, owner_id=owner_id, path=PATH, fields=FIELDS, had_files=False)
    session[KEY]["path"] = "/anderswo/"
    assert kept_form(session, owner_id) is None


def test_form_is_forgotten_after_an_hour(session, time_machine):
    owner_id = uuid.uuid4()
    keep_form(session, owner_id=owner_id, path=PATH, fields=FIELDS, had_files=False)
    time_machine.move_to(timezone.now() + timedelta(seconds=3602))
    assert kept_form(session, owner_id) is None


def test_more_than_a_page_can_hold_is_not_kept(session):
    fields = [("text", ["x" * 70_000])]
    assert not keep_form(session, owner_id=uuid.uuid4(), path=PATH, fields=fields, had_files=False)
    assert KEY not in session


def test_signing_in_as_somebody_else_throws_it_away(session):
    owner_id = uuid.uuid4()
    keep_form(session, owner_id=owner_id, path=PATH, fields=FIELDS, had_files=False)
    forget_unless_of(session, owner_id)
    assert KEY in session
    forget_unless_of(session, uuid.uuid4())
    assert KEY not in session


def test_form_is_forgotten_for_its_own_address_only(session):
    keep_form(session, owner_id=uuid.uuid4(), path=PATH, fields=FIELDS, had_files=False)
    forget_form(session, path="/anderswo/")
    assert KEY in session
    forget_form(session, path=PATH)
    assert KEY not in session


def test_session_of_a_guest_says_whose_case_it_is(session):
    case = uuid.uuid4()
    session[GUEST_CASE] = str(case)
    session.save()
    Session.objects.update(expire_date=timezone.now() - timedelta(minutes=1))
    assert owner_of_ended_session(session.session_key, guests=True) == case
    assert owner_of_ended_session(session.session_key) is None
