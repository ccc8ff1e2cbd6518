"""A data folder of its own for each test, and one person with one of everything."""

import dataclasses

import pytest

from tests.factories.leaving import make_household


@pytest.fixture(autouse=True)
def data_dir(tmp_path, settings):
    settings.PORTAL = dataclasses.replace(settings.PORTAL, data_dir=tmp_path)
    return tmp_path


@pytest.fixture
def household(db):
    return make_household()
