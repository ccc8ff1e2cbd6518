from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.utils import timezone

from portal.accounts.domain.ended_sessions import clear_ended_sessions
from portal.accounts.models import Session
from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


def session(ended_for):
    client = Client()
    client.post("/konto/anmelden/", {"login": UserFactory().email, "password": PASSWORD})
    key = client.session.session_key
    Session.objects.filter(session_key=key).update(expire_date=timezone.now() - ended_for)
    return key


def test_sessions_are_deleted_twelve_hours_after_their_end():
    running, late = session(timedelta(minutes=-5)), session(timedelta(hours=11, minutes=59))
    session(timedelta(hours=12))
    assert clear_ended_sessions(now=timezone.now()) == 1
    assert set(Session.objects.values_list("session_key", flat=True)) == {running, late}
    assert set(UserSession.objects.values_list("session_key", flat=True)) == {running, late}
