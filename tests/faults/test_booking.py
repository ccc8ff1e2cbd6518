"""Many people want few times, over HTTP, in the portal as it runs in production."""

from collections import Counter

import pytest

from tests.faults.fleet import Browser, free_port, wait_until
from tests.faults.haste.crowd import PATIENCE, race

pytestmark = pytest.mark.fault
BOOKED = "SELECT count(*) FROM appointments_appointment WHERE status = 'booked'"
RECEIPTS = "SELECT count(*) FROM submissions_receipt"
DOUBLED = """
SELECT count(*) FROM appointments_appointment one JOIN appointments_appointment other
ON one.id < other.id AND one.occupied && other.occupied AND one.membership_id = other.membership_id
WHERE one.status IN ('held', 'offered', 'booked') AND other.status IN ('held', 'offered', 'booked')
"""


def test_five_hundred_people_who_want_fifty_times_get_fifty_and_the_rest_a_kind_page(portal, clerk, count):
    crowd = clerk.ask("crowd", 500, 10, 5)
    port = free_port()
    portal.start_roles("web", PORTAL_WEB_BIND=f"127.0.0.1:{port}", PORTAL_WEB_WORKERS="2")
    assert wait_until(lambda: is_up(port)), portal.written()

    results = race(crowd, lambda cookies: Browser(port, cookies, PATIENCE))

    assert Counter(result.what for result in results) == {"booked": 50, "gone": 450}
    assert (count(BOOKED), count(DOUBLED), count(RECEIPTS)) == (50, 0, 50)


def is_up(port):
    try:
        return Browser(port).get("/robots.txt").status == 200
    except OSError:
        return False
