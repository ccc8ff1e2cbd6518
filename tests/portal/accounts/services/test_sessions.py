from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.utils import timezone

from portal.accounts.domain.session_limits import IDLE, STARTED
from portal.accounts.models import Session, User
from portal.accounts.services.closing import close_user
from portal.accounts.services.sessions import SessionStore
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 26, 13, 0, tzinfo=UTC)


@pytest.fixture
def key():
    store = SessionStore()
    store["kept"] = "yes"
    store.save()
    return store.session_key


def test_session_is_read_in_one_query(key, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert SessionStore(key)["kept"] == "yes"


def test_account_comes_with_its_session(client, django_assert_num_queries):
    user = UserFactory()
    client.force_login(user)

    with django_assert_num_queries(1):
        assert SessionStore(client.session.session_key).account() == user


@pytest.mark.parametrize(
    "change",
    [
        {HASH_SESSION_KEY: "of another password"},
        {HASH_SESSION_KEY: ""},
        {SESSION_KEY: str(UUID(int=1))},
        {BACKEND_SESSION_KEY: "of.another.release"},
    ],
)
def test_account_is_left_to_django_when_something_is_unusual(client, change):
    client.force_login(UserFactory())
    store = SessionStore(client.session.session_key)
    store.get(SESSION_KEY)
    store.update(change)

    assert store.account() is None


def test_blocked_account_is_nobody(client):
    user = UserFactory()
    client.force_login(user)
    User.objects.update(is_active=False)

    assert SessionStore(client.session.session_key).account() is None


def test_visitor_is_nobody(key):
    assert SessionStore(key).account() is None


def test_session_is_kept_although_its_account_was_closed_a_moment_ago(client):
    user = UserFactory()
    client.force_login(user)
    data = dict(client.session.items())
    close_user(user=user)
    store = SessionStore()
    store.update(data)
    store.save(must_create=True)

    assert SessionStore(store.session_key).account() is None


def test_expired_session_is_empty_and_gets_a_new_key(key):
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    store = SessionStore(key)

    assert (store.get("kept"), store.session_key) == (None, None)


def test_unknown_session_is_empty():
    assert SessionStore("0123456789abcdef0123456789abcdef").get("kept") is None


def signed_in(**data):
    store = SessionStore()
    store.update({STARTED: int(timezone.now().timestamp()), IDLE: 1800, **data})
    store.save()
    return store.session_key


def row(key):
    return Session.objects.get(session_key=key)


def test_row_ends_after_the_idle_limit(time_machine):
    time_machine.move_to(NOW, tick=False)
    assert row(signed_in()).expire_date == NOW + timedelta(minutes=30)


def test_end_is_pushed_back_at_most_every_two_minutes(time_machine, django_assert_num_queries):
    time_machine.move_to(NOW, tick=False)
    key = signed_in()
    time_machine.shift(119)
    with django_assert_num_queries(1):  # the read
        SessionStore(key).extend()
    time_machine.shift(1)
    with django_assert_num_queries(3):
        SessionStore(key).extend()
    assert row(key).expire_date == NOW + timedelta(minutes=32)


def test_end_is_never_pushed_beyond_eight_hours(time_machine):
    time_machine.move_to(NOW, tick=False)
    key = signed_in()
    for _ in range(25):
        time_machine.shift(20 * 60)
        SessionStore(key).extend()
    assert row(key).expire_date == NOW + timedelta(hours=8)
    assert SessionStore(key).get(IDLE) is None


def test_ended_session_is_not_brought_back(time_machine):
    time_machine.move_to(NOW, tick=False)
    key = signed_in()
    open_page = SessionStore(key)
    open_page.get(IDLE)
    Session.objects.all().delete()
    time_machine.shift(600)
    open_page.extend()
    assert not Session.objects.exists()


def test_saving_says_the_new_end(time_machine):
    time_machine.move_to(NOW, tick=False)
    store = SessionStore(signed_in())
    store["kept"] = "yes"
    time_machine.shift(60)
    store.save()
    assert store.ends_at == NOW + timedelta(minutes=31)
