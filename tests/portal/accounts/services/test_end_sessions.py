import pytest
from allauth.usersessions.models import UserSession
from django.test import Client

from portal.accounts.models import Session
from portal.accounts.services.end_sessions import end_sessions
from portal.audit.models import AuditEvent
from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


def signed_in(user):
    client = Client()
    client.post("/konto/anmelden/", {"login": user.email, "password": PASSWORD})
    return client


def number(client):
    return UserSession.objects.get(session_key=client.session.session_key).pk


def is_in(client):
    return client.get("/konto/").status_code == 200


def test_one_session_is_dead_at_once():
    user = UserFactory()
    here, there, elsewhere = (signed_in(user) for _ in range(3))
    assert end_sessions(user=user, numbers=[number(there)], but_for=here.session.session_key) == 1
    assert [is_in(client) for client in (here, there, elsewhere)] == [True, False, True]


def test_all_others_are_dead_at_once():
    user = UserFactory()
    here, there, elsewhere = (signed_in(user) for _ in range(3))
    assert end_sessions(user=user, but_for=here.session.session_key) == 2
    assert [is_in(client) for client in (here, there, elsewhere)] == [True, False, False]
    assert AuditEvent.objects.filter(event="account.session_ended").count() == 2


def test_session_of_somebody_else_stays():
    stranger = signed_in(UserFactory())
    assert end_sessions(user=UserFactory(), numbers=[number(stranger)]) == 0
    assert is_in(stranger)


def test_own_session_is_not_ended_here():
    user = UserFactory()
    here = signed_in(user)
    assert end_sessions(user=user, numbers=[number(here)], but_for=here.session.session_key) == 0
    assert Session.objects.count() == 1
