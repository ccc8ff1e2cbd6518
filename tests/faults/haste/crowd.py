"""Many people who want the same few times: what they need, and what they do in the browser."""

import re
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from urllib.parse import urlencode
from uuid import uuid4

TOO_LATE = "gerade vergeben"
PATIENCE = 600  # seconds for all of them
_AT_ONCE = 500


@dataclass(frozen=True)
class Result:
    """What somebody got (``booked``, ``gone`` or what went wrong), and how long they waited for it in ms."""

    what: str
    took: float


def make_crowd(signed_in, people, colleagues, times):
    """Signed-in people of one jobcenter, and colleagues with ``times`` half hours each, for one service, in ten days.

    ``signed_in(user)`` gives the cookies of a session. Returns ``{"cookies": [...], "service": pk, "starts": [...]}``. To be called where Django is set up.
    """
    import datetime

    from django.utils import timezone

    from portal.law.dates import BERLIN
    from tests.factories.accounts import JobcenterFactory, StaffMembershipFactory
    from tests.factories.appointments import OpeningRuleFactory, ServiceFactory
    from tests.factories.cases import StandingFactory

    service = ServiceFactory(jobcenter=JobcenterFactory())
    day = timezone.localdate() + timedelta(days=10)
    day += timedelta(days=(7 - day.weekday()) % 7)  # a Monday
    begin = datetime.datetime(day.year, day.month, day.day, 9, 0, tzinfo=BERLIN)
    end = begin + timedelta(minutes=30 * times)
    for _each in range(colleagues):
        membership = StaffMembershipFactory(jobcenter=service.jobcenter)
        OpeningRuleFactory(membership=membership, starts=begin.time(), ends=end.time())
    standings = [StandingFactory(person__case__jobcenter=service.jobcenter) for _each in range(people)]
    return {
        "cookies": [signed_in(standing.user) for standing in standings],
        "service": str(service.pk),
        "starts": [(begin + timedelta(minutes=30 * number)).isoformat() for number in range(times)],
    }


def race(crowd, browser):
    """Let everybody of the crowd book at the same moment; ``browser(cookies)`` makes one. Returns the results."""
    gate = threading.Barrier(min(_AT_ONCE, len(crowd["cookies"])))

    def run(number, cookies):
        person = browser(cookies)
        gate.wait(PATIENCE)
        begun = time.perf_counter()
        what = _book(person, crowd["service"], crowd["starts"][number % len(crowd["starts"])])
        return Result(what, (time.perf_counter() - begun) * 1000)

    with ThreadPoolExecutor(len(crowd["cookies"])) as pool:
        waiting = [pool.submit(run, *each) for each in enumerate(crowd["cookies"])]
        return [each.result() for each in waiting]


def _book(person, service, starts):
    """Choose the time, then agree on it; the first free way is the personal one."""
    chosen = person.post(f"/termine/buchen/{service}/?{urlencode({'weg': 'in_person'})}", starts=starts)
    if chosen.status == HTTPStatus.CONFLICT:
        return "gone" if TOO_LATE in chosen.text else "gone, but nobody says so"
    if chosen.status != HTTPStatus.FOUND:
        return f"choosing: {chosen.status}"
    found = re.search(r"/termine/([0-9a-f-]{36})/", chosen.location)
    agreed = person.post(f"/termine/{found[1]}/bestaetigen/", token=str(uuid4()))
    if agreed.status == HTTPStatus.FOUND and found[1] in agreed.location:
        return "booked"
    return f"agreeing: {agreed.status}"
