import pytest

from tests.factories.bundid import InventedBundId
from tests.factories.openid import InventedOpenId


@pytest.fixture
def bundid(settings):
    """An invented BundID that the portal is configured for."""
    return InventedBundId(settings)


@pytest.fixture
def openid():
    """A sign-in service that speaks OpenID Connect."""
    service = InventedOpenId()
    yield service
    service.stop()
