import uuid

import pytest
from django.db import connection, transaction

from portal.notices.domain.turns import take_turn

TRY = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()"


def held():
    with connection.cursor() as cursor:
        cursor.execute(TRY)
        return cursor.fetchone()[0]


@pytest.mark.django_db(transaction=True)
def test_turn_ends_with_the_transaction():
    with transaction.atomic():
        take_turn(uuid.UUID(int=1), "email")
        take_turn(uuid.UUID(int=1), "email")
        assert held() == 1
        take_turn(uuid.UUID(int=1), "push")
        assert held() == 2
    assert held() == 0
