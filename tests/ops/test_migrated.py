import psycopg2
import pytest

from ops.migrated import migrated_cluster
from ops.services import throwaway

pytestmark = pytest.mark.slow  # starts a real service


def test_cluster_begins_with_a_migrated_database():
    with throwaway(cluster=migrated_cluster()) as services:
        connection = psycopg2.connect(host=services.environment["PORTAL_DB_HOST"], user="portal", dbname="portal")
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) > 0 FROM django_migrations WHERE app = 'applications'")
            found = cursor.fetchone()
        connection.close()

    assert found == (True,)


def test_cluster_is_made_once():
    assert migrated_cluster() == migrated_cluster()
