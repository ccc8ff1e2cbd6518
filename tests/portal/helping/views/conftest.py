import pytest
from django.test import Client


@pytest.fixture
def browser():
    """A browser of its own in which this user has just signed in; ``browser()`` is nobody's."""

    def opened(user=None):
        client = Client()
        if user is not None:
            client.force_login(user)
        return client

    return opened
