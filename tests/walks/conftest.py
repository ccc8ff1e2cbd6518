"""When everybody walks, and somebody who does."""

import pytest
import time_machine

for name in ("going", "visiting"):  # says what was wrong, as in a test
    pytest.register_assert_rewrite(f"tests.walks.{name}")

from tests.factories.accounts import UserFactory
from tests.walks.answering import DAY


@pytest.fixture
def on_the_day():
    """The day on which everybody walks."""
    with time_machine.travel(f"{DAY}T10:00:00+01:00", tick=False):
        yield


@pytest.fixture
def walker(client, on_the_day):
    """Somebody signed in on that day."""
    user = UserFactory()
    client.force_login(user)
    return user
