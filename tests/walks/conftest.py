"""Who walks, and when."""

import pytest
import time_machine

from tests.factories.accounts import UserFactory
from tests.walks.answering import DAY


@pytest.fixture
def walker(client):
    """Somebody signed in on the day on which everybody walks."""
    with time_machine.travel(f"{DAY}T10:00:00+01:00", tick=False):
        user = UserFactory()
        client.force_login(user)
        yield user
