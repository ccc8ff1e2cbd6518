import datetime
import uuid

from appointments.models import Service
from appointments.selectors.slot import Busy, Slot, SlotQuery, channels_for, each_time_once, in_turn
from tests.factories.appointments import MONDAY_NINE

HALF = datetime.timedelta(minutes=30)
FIRST, SECOND = uuid.UUID(int=1), uuid.UUID(int=2)


def slot(membership=FIRST, starts=MONDAY_NINE, **facts):
    known = {"office_id": None, "room_id": None, "channels": frozenset({"phone"})}
    return Slot(
        starts=starts, ends=starts + HALF, free_again=starts + 2 * HALF, membership_id=membership, **{**known, **facts}
    )


def test_slot_occupies_its_pause_too():
    assert (slot().period.upper, slot().occupied.upper) == (MONDAY_NINE + HALF, MONDAY_NINE + 2 * HALF)
    assert slot().occupied.lower == slot().period.lower == MONDAY_NINE


def test_turn_is_by_time_then_by_load():
    busy = Busy(of_staff={(FIRST, MONDAY_NINE.date()): [(MONDAY_NINE + HALF, MONDAY_NINE + 2 * HALF)]})
    slots = [slot(FIRST, MONDAY_NINE + 4 * HALF), slot(SECOND, MONDAY_NINE + 4 * HALF), slot(FIRST)]

    assert in_turn(slots, busy) == [slots[2], slots[1], slots[0]]


def test_time_once_keeps_whose_turn_it_is():
    (once,) = each_time_once([slot(SECOND), slot(FIRST, channels=frozenset({"in_person"}), is_step_free=True)])

    assert (once.membership_id, once.channels, once.is_step_free) == (SECOND, frozenset({"phone", "in_person"}), True)


def test_channels_are_those_of_the_service():
    query = SlotQuery(service=Service(channels=["phone", "video"]))

    assert channels_for(query, has_video=True) == {"phone", "video"}
    assert channels_for(query, has_video=False) == {"phone"}
    assert channels_for(SlotQuery(service=query.service, channel="in_person"), has_video=True) == set()
