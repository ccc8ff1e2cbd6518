import pytest

from appointments.tasks.resuming import resume_summons_notices

pytestmark = pytest.mark.django_db


def test_nothing_is_stuck():
    assert resume_summons_notices() == 0
