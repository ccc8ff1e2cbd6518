import datetime as dt

import pytest
from django.utils import timezone

from portal.accounts.models import User
from portal.cases.models import Standing
from portal.prepared import PreparedQuery
from tests.factories.accounts import UserFactory
from tests.factories.cases import StandingFactory

pytestmark = pytest.mark.django_db


def test_row_is_the_same_as_from_the_orm(django_assert_num_queries):
    user, _other = UserFactory(), UserFactory()
    query = PreparedQuery(lambda email: User.objects.filter(email=email), email="sample@example.org")
    with django_assert_num_queries(1):
        found = query.first(email=user.email)
    known = User.objects.get(pk=user.pk)
    fields = [field.attname for field in User._meta.concrete_fields]
    assert [getattr(found, name) for name in fields] == [getattr(known, name) for name in fields]
    assert found._state.adding is False


def test_nothing_found_is_none():
    query = PreparedQuery(lambda email: User.objects.filter(email=email), email="sample@example.org")
    assert query.first(email="nobody@example.org") is None


def test_tuples_and_constants_keep_their_place():
    standing = StandingFactory()
    query = PreparedQuery(
        lambda kind, now: Standing.objects.valid_at(now).filter(kind=kind).values_list("case_id", "kind"),
        kind="a-kind-that-is-not",
        now=dt.datetime.max.replace(tzinfo=dt.UTC),
    )
    assert list(query.rows(kind=standing.kind, now=timezone.now())) == [(standing.case_id, standing.kind)]
    assert list(query.rows(kind=standing.kind, now=standing.valid_from - dt.timedelta(days=1))) == []


def test_value_that_the_query_ignores_is_refused():
    query = PreparedQuery(lambda **_ignored: User.objects.all(), email="sample@example.org")
    with pytest.raises(ValueError, match="not in the query"):
        query.first(email="somebody@example.org")
