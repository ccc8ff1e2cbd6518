import contextlib

import psycopg2
import pytest
from django.db import DataError, connection

from portal.accounts.models import Jobcenter

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def kept_connection():
    """As between two requests: open, and to be checked before its next use.

    Made here: one that earlier tests have used may be older than CONN_MAX_AGE, and then its age is what ends it.
    """
    connection.close()
    connection.ensure_connection()
    yield connection
    connection.close()


def begin_request():
    connection.close_if_unusable_or_obsolete()


def end_backend():
    """What a restart of the server does to this connection."""
    parameters = {name: connection.get_connection_params()[name] for name in ("host", "user", "dbname")}
    with contextlib.closing(psycopg2.connect(**parameters)) as other, other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [connection.connection.info.backend_pid])


def test_connection_in_order_is_kept(kept_connection, django_assert_num_queries):
    before = kept_connection.connection
    begin_request()

    with django_assert_num_queries(1):
        Jobcenter.objects.count()

    assert kept_connection.connection is before


def test_connection_that_the_server_has_ended_is_replaced(kept_connection):
    before = kept_connection.connection
    end_backend()
    begin_request()

    assert Jobcenter.objects.count() == 0
    assert kept_connection.connection is not before


def test_connection_in_a_broken_transaction_is_not_usable(kept_connection):
    with connection.cursor() as cursor:
        cursor.execute("BEGIN")
        with pytest.raises(DataError):
            cursor.execute("SELECT 1 / 0")

    assert kept_connection.is_usable() is False


def test_closed_connection_is_not_usable(kept_connection):
    kept_connection.connection.close()

    assert kept_connection.is_usable() is False
