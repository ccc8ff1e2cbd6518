"""Invented jobcenters with colleagues, hours and appointments, as rows: ``python -m benchmarks.offices NUMBER``.

Fills up to NUMBER jobcenters, searches in one of them and prints one JSON document with the times in ms.
"""

from __future__ import annotations

import datetime
import json
import sys
import time
from typing import Any

import django

django.setup()

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from appointments.models import Service
from appointments.selectors.slots import SlotQuery, days_with_slots, free_slots

STAFF, DAYS, PAGE = 40, 90, 5
ROUNDS, WARM = 60, 5
# A week has 26 half hours of everybody.
SEED = """
INSERT INTO accounts_jobcenter (id, name, slug, kind, land, phone, email, emergency_phone, legal_texts, housing_limits,
    sends_hints, is_active, is_default)
SELECT md5('jc' || n)::uuid, 'Bench ' || n, 'bench-' || n, 'joint', 'BE', '1', '', '', '{{}}', '{{}}', false,
    true, false
FROM generate_series({first}, {last}) n;
INSERT INTO accounts_user (id, email, password, is_active, is_staff, is_superuser, {user_columns})
SELECT md5('u' || n || '-' || s)::uuid, 'bench' || n || '-' || s || '@example.org', '!', true, true, false,
    {user_values}
FROM generate_series({first}, {last}) n, generate_series(1, {staff}) s;
INSERT INTO accounts_staffmembership (id, user_id, jobcenter_id, role, display_name, phone, reachable, valid_from,
    opens_restricted)
SELECT md5('m' || n || '-' || s)::uuid, md5('u' || n || '-' || s)::uuid, md5('jc' || n)::uuid, 'caseworker',
    'Person ' || s, '', '', '2024-01-01', false
FROM generate_series({first}, {last}) n, generate_series(1, {staff}) s;
INSERT INTO appointments_service (id, jobcenter_id, kind, name, description, bring, minutes, gap_minutes, notice_hours,
    horizon_days, channels, is_bookable, can_be_asked_for, is_active)
SELECT md5('s' || n)::uuid, md5('jc' || n)::uuid, 'benefit', 'Fragen', '', '', 30, 0, 24, {days},
    '{{in_person,phone}}', true, true, true
FROM generate_series({first}, {last}) n;
INSERT INTO appointments_openingrule (id, membership_id, weekdays, every_weeks, starts, ends, first_day, channels,
    languages)
SELECT md5('r' || half || n || '-' || s)::uuid, md5('m' || n || '-' || s)::uuid,
    CASE half WHEN 1 THEN '{{0,1,2,3}}'::smallint[] ELSE '{{3,4}}'::smallint[] END, 1,
    CASE half WHEN 1 THEN time '09:00' ELSE time '14:00' END,
    CASE half WHEN 1 THEN time '11:30' ELSE time '15:30' END, '2026-01-05', '{{in_person,phone}}',
    CASE WHEN s % 5 = 0 THEN '{{uk}}'::varchar[] ELSE '{{}}' END
FROM generate_series({first}, {last}) n, generate_series(1, {staff}) s, generate_series(1, 2) half;
INSERT INTO cases_case (id, jobcenter_id, {case_columns})
SELECT md5('c' || n)::uuid, md5('jc' || n)::uuid, {case_values} FROM generate_series({first}, {last}) n;
INSERT INTO cases_person (id, case_id, {person_columns})
SELECT md5('p' || n || '-' || s)::uuid, md5('c' || n)::uuid, {person_values}
FROM generate_series({first}, {last}) n, generate_series(1, {staff}) s;
INSERT INTO appointments_appointment (id, case_id, person_id, service_id, membership_id, channel, origin, status,
    period, occupied, {appointment_columns})
SELECT gen_random_uuid(), md5('c' || n)::uuid, md5('p' || n || '-' || s)::uuid, md5('s' || n)::uuid,
    md5('m' || n || '-' || s)::uuid, 'phone', 'booked', 'booked', span, span, {appointment_values}
FROM generate_series({first}, {last}) n, generate_series(1, {staff}) s, generate_series(0, 20) d,
    LATERAL (SELECT tstzrange(at, at + interval '30 minutes') AS span FROM
        (SELECT (current_date + d + time '09:00' + (s % 4) * interval '30 minutes')
            AT TIME ZONE 'Europe/Berlin' AS at) x) y
WHERE (s + d) % 3 = 0;
"""
FLOOR = """
SELECT DISTINCT at FROM appointments_openingrule r
JOIN accounts_staffmembership m ON m.id = r.membership_id JOIN accounts_user u ON u.id = m.user_id,
    generate_series(current_date + 1, current_date + 21, interval '1 day') d,
    LATERAL (SELECT generate_series(d + r.starts, d + r.ends - interval '30 minutes', interval '30 minutes')
        AT TIME ZONE 'Europe/Berlin' AS at) t
WHERE m.jobcenter_id = %s AND u.is_active AND extract(isodow FROM d)::int - 1 = ANY (r.weekdays)
    AND at >= now() + interval '24 hours' AND NOT EXISTS (SELECT 1 FROM appointments_appointment a
        WHERE a.membership_id = m.id AND a.status IN ('held', 'offered', 'booked')
        AND a.occupied && tstzrange(at, at + interval '30 minutes'))
ORDER BY at
"""


def seed(first: int, last: int) -> None:
    """Add jobcenters ``first`` to ``last`` with everything in them; what a table needs besides gets a plain value."""
    filled: dict[str, str] = {}
    for name, table, known in (
        ("user", "accounts_user", {"id", "email", "password", "is_active", "is_staff", "is_superuser"}),
        ("case", "cases_case", {"id", "jobcenter_id"}),
        ("person", "cases_person", {"id", "case_id"}),
        (
            "appointment",
            "appointments_appointment",
            {
                *("id", "case_id", "person_id", "service_id", "membership_id"),
                *("channel", "origin", "status", "period", "occupied"),
            },
        ),
    ):
        columns, values = _others(table, known)
        filled |= {f"{name}_columns": columns, f"{name}_values": values}
    with connection.cursor() as cursor:
        cursor.execute(SEED.format(first=first, last=last, staff=STAFF, days=DAYS, **filled))


def _others(table: str, known: set[str]) -> tuple[str, str]:
    """Columns that must not be empty and have no default, each with a plain value of its type."""
    plain = {
        "boolean": "false",
        "timestamp with time zone": "now()",
        "uuid": "gen_random_uuid()",
        "date": "current_date",
        "ARRAY": "'{}'",
        "jsonb": "'{}'",
        "bytea": "''",
        "integer": "1",
        "smallint": "1",
    }
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name, data_type FROM information_schema.columns"
            " WHERE table_name = %s AND is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO'",
            [table],
        )
        found = [(name, kind) for name, kind in cursor.fetchall() if name not in known]
    special = {("cases_case", "status"): "'prospective'"}
    values = [special.get((table, name), plain.get(kind, "''")) for name, kind in found]
    return ", ".join(name for name, _kind in found), ", ".join(values)


def measure(jobcenters: int) -> dict[str, Any]:
    """Search in the first of them, beside the floor, A B B A."""
    service = Service.objects.select_related("jobcenter").get(jobcenter__slug="bench-1")
    query = SlotQuery(service=service)
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    with CaptureQueriesContext(connection) as queries:
        days_with_slots(query, first_day=tomorrow, limit=PAGE)
    times: dict[str, list[float]] = {"ours": [], "floor": []}
    for number in range(ROUNDS):
        for name in ("ours", "floor") if number % 2 else ("floor", "ours"):
            began = time.perf_counter()
            if name == "ours":
                days_with_slots(query, first_day=tomorrow, limit=PAGE)
            else:
                with connection.cursor() as cursor:
                    cursor.execute(FLOOR, [service.jobcenter_id])
                    cursor.fetchall()
            times[name].append((time.perf_counter() - began) * 1000)
    began = time.perf_counter()
    free_slots(query, first_day=tomorrow, days=DAYS)
    whole = (time.perf_counter() - began) * 1000
    return {
        "jobcenters": jobcenters,
        "sql": len(queries),
        "ours": times["ours"][WARM:],
        "floor": times["floor"][WARM:],
        "quarter": whole,
        "candidates": candidates(),
    }


def candidates() -> int:
    """How many times all colleagues of all jobcenters have open in the next 90 days."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sum(extract(epoch FROM r.ends - r.starts) / 1800)::bigint FROM appointments_openingrule r,"
            " generate_series(current_date + 1, current_date + %s, interval '1 day') d"
            " WHERE extract(isodow FROM d)::int - 1 = ANY (r.weekdays)",
            [DAYS],
        )
        return int(cursor.fetchone()[0])


if __name__ == "__main__":
    wanted = int(sys.argv[1])
    there = Service.objects.filter(jobcenter__slug__startswith="bench-").count()
    if wanted > there:
        seed(there + 1, wanted)
        with connection.cursor() as statement:
            statement.execute("ANALYZE")
    print(json.dumps(measure(wanted)))
