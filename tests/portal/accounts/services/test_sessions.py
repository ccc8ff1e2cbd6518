import datetime as dt

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from portal.accounts.services.sessions import SessionStore

pytestmark = pytest.mark.django_db


def stored(**values):
    session = SessionStore()
    session.update(values)
    session.save()
    return session


def test_session_is_read_in_one_query(django_assert_num_queries):
    key = stored(step="name").session_key
    with django_assert_num_queries(1):
        assert SessionStore(key)["step"] == "name"


def test_expired_session_is_empty():
    key = stored(step="name").session_key
    Session.objects.filter(pk=key).update(expire_date=timezone.now() - dt.timedelta(seconds=1))
    assert SessionStore(key).get("step") is None


def test_unknown_key_is_empty():
    assert SessionStore("x" * 32).get("step") is None
