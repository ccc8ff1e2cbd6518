"""A data folder of its own for each test: what lies on disk is part of what is tested."""

import dataclasses

import pytest


@pytest.fixture(autouse=True)
def data_dir(tmp_path, settings):
    settings.PORTAL = dataclasses.replace(settings.PORTAL, data_dir=tmp_path)
    return tmp_path
