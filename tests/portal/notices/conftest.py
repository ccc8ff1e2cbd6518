"""Keysets for the encrypted fields of cases behind the notices."""

import pytest

from portal.crypto.services import create_missing_keysets


@pytest.fixture(scope="session", autouse=True)
def keysets():
    create_missing_keysets()
