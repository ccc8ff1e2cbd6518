from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from portal.accounts.services.sessions import SessionStore

pytestmark = pytest.mark.django_db


@pytest.fixture
def key():
    store = SessionStore()
    store["kept"] = "yes"
    store.save()
    return store.session_key


def test_session_is_read_in_one_query(key, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert SessionStore(key)["kept"] == "yes"


def test_expired_session_is_empty_and_gets_a_new_key(key):
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    store = SessionStore(key)

    assert (store.get("kept"), store.session_key) == (None, None)


def test_unknown_session_is_empty():
    assert SessionStore("0123456789abcdef0123456789abcdef").get("kept") is None
