import datetime as dt
import hashlib
import uuid

import pytest

from portal.audit.domain.chain import GENESIS, link
from portal.audit.models import AuditEvent

KEY = uuid.UUID(int=1)


def event(**changes):
    values = {
        "pk": 7,
        "at": dt.datetime(2026, 7, 1, 12, 0, 0, 5, tzinfo=dt.UTC),
        "actor_key": KEY,
        "role": "caseworker",
        "purpose": "prüfen",
        "event": "case.opened",
        "subject_type": "cases.case",
        "subject_id": "9",
        "case_id": KEY,
        "request_id": "r",
    }
    return AuditEvent(**values | changes)


def test_hash_is_that_of_the_published_text():
    text = (
        '[3,7,"2026-07-01T12:00:00.000005+00:00","00000000-0000-0000-0000-000000000001","caseworker","pr\\u00fcfen",'
        '"case.opened","cases.case","9","00000000-0000-0000-0000-000000000001","r"]'
    )

    assert link(GENESIS, 3, event()) == hashlib.sha256(bytes(32) + text.encode()).digest()


def test_hash_does_not_depend_on_the_time_zone_it_is_read_in():
    berlin = event(at=dt.datetime(2026, 7, 1, 14, 0, 0, 5, tzinfo=dt.timezone(dt.timedelta(hours=2))))

    assert link(GENESIS, 3, berlin) == link(GENESIS, 3, event())


@pytest.mark.parametrize(
    "change",
    [
        {"pk": 8},
        {"role": "x"},
        {"purpose": ""},
        {"event": "x"},
        {"subject_type": "cases.case9", "subject_id": ""},
        {"case_id": None},
        {"request_id": ""},
        {"actor_key": uuid.UUID(int=2)},
    ],
)
def test_hash_depends_on_every_column(change):
    assert link(GENESIS, 3, event(**change)) != link(GENESIS, 3, event())


def test_hash_depends_on_number_and_predecessor():
    assert len({link(GENESIS, 3, event()), link(GENESIS, 4, event()), link(bytes([1] * 32), 3, event())}) == 3
