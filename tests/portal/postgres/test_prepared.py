from uuid import uuid4

import pytest
from django.db import connection, transaction

from portal.accounts.models import Jobcenter, Office
from portal.cases.models import Case
from portal.postgres.prepared import PreparedQuery
from tests.factories.accounts import JobcenterFactory, OfficeFactory
from tests.factories.cases import CaseFactory

pytestmark = pytest.mark.django_db

BY_ID = PreparedQuery(lambda key: Jobcenter.objects.filter(pk=key), key=uuid4())


def test_row_is_the_same_as_the_queryset_gives(django_assert_num_queries):
    jobcenter = JobcenterFactory()

    with django_assert_num_queries(1):
        found = BY_ID.first(key=jobcenter.pk)

    expected = Jobcenter.objects.get(pk=jobcenter.pk)
    assert {**vars(found), "_state": None} == {**vars(expected), "_state": None}
    assert (found._state.adding, found._state.db) == (False, "default")


@pytest.mark.parametrize("has_office", [True, False])
def test_what_select_related_names_comes_along(django_assert_num_queries, has_office):
    case = CaseFactory(**({} if has_office else {"jobcenter": None}))
    with_office = PreparedQuery(lambda key: Case.objects.filter(pk=key).select_related("jobcenter"), key=uuid4())

    with django_assert_num_queries(1):
        assert with_office.first(key=case.pk).jobcenter == case.jobcenter


def test_nothing_found_is_none():
    assert BY_ID.first(key=uuid4()) is None


def test_values_of_one_call_do_not_stay_for_the_next():
    one, other = JobcenterFactory.create_batch(2)

    assert [BY_ID.first(key=one.pk), BY_ID.first(key=other.pk)] == [one, other]


def test_values_list_gives_tuples_and_constants_stay():
    office = OfficeFactory(city="Musterstadt")
    OfficeFactory(city="Nebenstadt", jobcenter=office.jobcenter, is_default=False)
    cities = PreparedQuery(
        lambda key: Office.objects.filter(jobcenter=key).exclude(city="Nebenstadt").values_list("city", "jobcenter_id"),
        key=uuid4(),
    )

    assert list(cities.rows(key=office.jobcenter_id)) == [("Musterstadt", office.jobcenter_id)]


def known_to_the_server():
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        return [statement for (statement,) in cursor.fetchall() if "accounts_jobcenter" in statement]


@pytest.fixture
def new_connection():
    connection.close()
    yield
    connection.close()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("new_connection")
def test_statement_is_parsed_once_on_a_connection():
    BY_ID.first(key=uuid4())
    BY_ID.first(key=uuid4())

    assert len(known_to_the_server()) == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("new_connection")
def test_statement_is_prepared_anew_on_another_connection():
    BY_ID.first(key=uuid4())
    connection.close()

    assert BY_ID.first(key=uuid4()) is None
    assert len(known_to_the_server()) == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("new_connection")
def test_statement_outlives_the_transaction_that_prepared_it():
    with transaction.atomic():
        BY_ID.first(key=uuid4())
        transaction.set_rollback(True)

    assert BY_ID.first(key=uuid4()) is None


def test_value_that_the_query_would_ignore_is_refused():
    careless = PreparedQuery(lambda key: Jobcenter.objects.all(), key=uuid4())  # noqa: ARG005 -- the mistake

    with pytest.raises(ValueError, match="key"):
        careless.first(key=uuid4())
