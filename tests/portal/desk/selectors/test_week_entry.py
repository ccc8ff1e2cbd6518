import pytest

from portal.desk.selectors.week_entry import Entry
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("status", "kind", "takes_time"),
    [("booked", "booked", True), ("held", "held", True), ("offered", "offered", True), ("missed", "over", False)],
)
def test_kind_says_how_far_it_is_and_whether_it_takes_time(status, kind, takes_time):
    held = {"held_until": MONDAY_NINE} if takes_time else {}
    entry = Entry.of(AppointmentFactory(status=status, **held))

    assert (entry.kind, entry.takes_time, entry.name) == (kind, takes_time, "Miriam Sander")
    assert f"{entry.starts:%H:%M}" == "09:00"


def test_free_time_names_nobody():
    free = Entry.free(MONDAY_NINE, MONDAY_NINE)

    assert (free.kind, free.pk, free.takes_time) == ("free", None, False)
