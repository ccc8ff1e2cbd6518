import pytest
from django.test import Client


@pytest.fixture
def client_of():
    """A client of its own in which this user has just signed in; ``client_of()`` is nobody's."""

    def opened(user=None):
        client = Client()
        if user is not None:
            client.force_login(user)
        return client

    return opened
