"""What the tests of the public pages share."""

import time

import pytest

from portal.pages import offices


class Clock:
    """Moves the monotonic clock of the office cards."""

    def __init__(self, monkeypatch):
        self.offset = 0.0
        real = time.monotonic
        monkeypatch.setattr(offices.time, "monotonic", lambda: real() + self.offset)

    def shift(self, seconds):
        self.offset += seconds


@pytest.fixture
def clock(monkeypatch):
    """A clock to move; time-machine does not touch the monotonic one."""
    return Clock(monkeypatch)


@pytest.fixture(autouse=True)
def no_known_office():
    """Every test starts with an empty memory of offices."""
    offices.forget_cards()
    yield
    offices.forget_cards()
