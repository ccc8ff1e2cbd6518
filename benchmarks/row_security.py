"""What PostgreSQL's row-level security would cost, beside the same statements without it (ADR 0007).

One table in the shape of the documents of a case, 200 jobcenters' worth of rows, the statements of a page: one row by
its key, the twenty of a case, the page of a triage list. With policies the connection has to learn who asks (one more
statement for each request) and each row is held against the policy.
"""

from __future__ import annotations

import time

import psycopg2
from psycopg2.extensions import cursor as Cursor  # noqa: N812 -- a class

from benchmarks.measure import Figure, compared
from ops.services import throwaway

CASES, PER_CASE, JOBCENTERS = 20_000, 20, 200
SIZE = {"per_case": PER_CASE, "jobcenters": JOBCENTERS, "rows": CASES * PER_CASE}
ROUNDS = 2_000
TENANT = "SELECT set_config('portal.jobcenter', %s, false), set_config('portal.cases', %s, false)"
TABLE = """
CREATE TABLE {name} (id uuid PRIMARY KEY, case_id uuid, jobcenter_id int, at timestamptz, body bytea);
INSERT INTO {name} SELECT md5('row' || n)::uuid, md5('case' || n / {per_case})::uuid,
    n / {per_case} % {jobcenters}, now() - n * interval '1 second', decode(repeat('ab', 200), 'hex')
    FROM generate_series(1, {rows}) n;
CREATE INDEX ON {name} (case_id, at); CREATE INDEX ON {name} (jobcenter_id, at); ANALYZE {name};
"""
POLICY = """
CREATE ROLE asking LOGIN; GRANT SELECT ON paper, guarded TO asking; ALTER TABLE guarded ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON guarded FOR SELECT USING (
    jobcenter_id = nullif(current_setting('portal.jobcenter', true), '')::int
    OR case_id = ANY (string_to_array(current_setting('portal.cases', true), ',')::uuid[]));
"""
STATEMENTS = {
    "one row by its key": ("SELECT * FROM {table} WHERE id = %(id)s AND case_id = %(case)s", "citizen"),
    "twenty of a case": ("SELECT * FROM {table} WHERE case_id = %(case)s ORDER BY at DESC", "citizen"),
    "page of a triage list": (
        "SELECT * FROM {table} WHERE jobcenter_id = %(jobcenter)s ORDER BY at DESC LIMIT 50",
        "staff",
    ),
}


def run() -> list[Figure]:
    """Interleaved A B B A."""
    with throwaway() as services:
        host = services.environment["PORTAL_DB_HOST"]
        owner = psycopg2.connect(host=host, dbname="portal", user="portal")
        owner.autocommit = True
        with owner.cursor() as cursor:
            for name in ("paper", "guarded"):
                cursor.execute(TABLE.format(name=name, **SIZE))
            cursor.execute(POLICY)
        asking = psycopg2.connect(host=host, dbname="portal", user="asking")
        asking.autocommit = True
        with asking.cursor() as cursor:
            return [_compare(cursor, name, sql, side) for name, (sql, side) in STATEMENTS.items()]


def _compare(cursor: Cursor, name: str, sql: str, side: str) -> Figure:
    cursor.execute("SELECT id, case_id, jobcenter_id FROM paper LIMIT 1 OFFSET 777")
    values = dict(zip(("id", "case", "jobcenter"), cursor.fetchone() or (), strict=True))
    tenant = (str(values["jobcenter"]), "") if side == "staff" else ("", str(values["case"]))
    times: dict[str, list[float]] = {"guarded": [], "paper": []}
    for number in range(ROUNDS):
        for table in ("paper", "guarded") if number % 2 else ("guarded", "paper"):
            began = time.perf_counter()
            if table == "guarded":
                cursor.execute(TENANT, tenant)
            cursor.execute(sql.format(table=table), values)
            rows = len(cursor.fetchall())
            times[table].append((time.perf_counter() - began) * 1000)
            assert rows in {1, PER_CASE, 50}, rows  # noqa: S101 -- the policy lets the same rows through
    return compared("row_security", name, times["guarded"], times["paper"], 1.1)
