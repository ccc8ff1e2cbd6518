import datetime

import pytest

from tests.factories.appointments import BERLIN

FRIDAY = datetime.datetime(2026, 11, 27, 10, 0, tzinfo=BERLIN)


@pytest.fixture
def friday(time_machine):
    """Ten days before the appointments of the factories."""
    time_machine.move_to(FRIDAY)
    return FRIDAY
