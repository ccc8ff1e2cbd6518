"""A data folder of its own for each test, and one person with one of everything."""

import pytest
from msgspec import structs

from tests.factories.leaving import make_household


@pytest.fixture(autouse=True)
def data_dir(tmp_path, settings):
    settings.PORTAL = structs.replace(settings.PORTAL, data_dir=tmp_path)
    return tmp_path


@pytest.fixture
def household(db):
    return make_household()
