import pytest
from django.test import Client
from django.utils import timezone

from portal.accounts.models import Session
from portal.accounts.selectors.sessions import open_sessions
from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


def sign_in(user, browser="Firefox/1 Linux"):
    client = Client(HTTP_USER_AGENT=browser)
    client.post("/konto/anmelden/", {"login": user.email, "password": PASSWORD})
    return client.session.session_key


@pytest.mark.parametrize("number", [1, 4])
def test_open_sessions_take_two_queries(number, django_assert_num_queries):
    user = UserFactory()
    keys = {sign_in(user) for _ in range(number)}
    with django_assert_num_queries(2):
        found = open_sessions(user)
    assert {entry.key for entry in found} == keys


def test_open_sessions_hold_neither_ended_ones_nor_strangers():
    user = UserFactory()
    key, ended = sign_in(user), sign_in(user)
    sign_in(UserFactory())
    Session.objects.filter(session_key=ended).update(expire_date=timezone.now())
    assert [entry.key for entry in open_sessions(user)] == [key]


def test_open_sessions_of_an_old_password_are_none():
    user = UserFactory()
    sign_in(user)
    user.set_password("Tal-Wiese-Fluss-9")
    user.save()
    assert open_sessions(user) == []
