"""Five hundred people who want the same fifty times at the same moment, over HTTP: how long each waits for an answer.

All begin at once, so the last of them waits for all others: the p95 is about the whole crowd on this machine, not about
one request. ``per_second`` is how many answers the portal gave.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from typing import Any

from benchmarks.measure import Figure, percentile
from benchmarks.stack import PORTAL_PORT, ROOT, Stack, stack, start_web
from tests.faults.fleet import Browser
from tests.faults.haste.crowd import PATIENCE, race

PEOPLE, COLLEAGUES, TIMES = 500, 10, 5


def run() -> list[Figure]:
    """Two figures: who has booked, and who reads that the time is gone. Fails when a time was given twice or not."""
    with stack() as built:
        crowd = _crowd(built)
        start_web(built)
        begun = time.perf_counter()
        results = race(crowd, lambda cookies: Browser(PORTAL_PORT, cookies, PATIENCE))
        seconds = time.perf_counter() - begun
    found = Counter(result.what for result in results)
    if found != {"booked": COLLEAGUES * TIMES, "gone": PEOPLE - COLLEAGUES * TIMES}:
        raise RuntimeError(f"not exactly as many bookings as times: {dict(found)}")
    return [
        _figure(what, [each.took for each in results if each.what == what], len(results) / seconds) for what in found
    ]


def _crowd(built: Stack) -> dict[str, Any]:
    """People, colleagues and sessions, made by the clerk of the fault tests in a process of its own."""
    settings = {"DJANGO_SETTINGS_MODULE": "portal.settings.production", "PORTAL_DB_USER": "portal"}
    asked = subprocess.run(
        [sys.executable, "-m", "tests.faults.haste.clerk"],
        cwd=ROOT,
        env={**built.environment, **settings},
        input=json.dumps(["crowd", PEOPLE, COLLEAGUES, TIMES]) + "\n",
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    crowd: dict[str, Any] = json.loads(asked.stdout)
    return crowd


def _figure(what: str, took: list[float], per_second: float) -> Figure:
    return Figure(
        bench="appointments",
        figure=f"race of {PEOPLE} for {COLLEAGUES * TIMES} times: {what} ({len(took)})",
        p50=round(percentile(took, 0.5), 1),
        p95=round(percentile(took, 0.95), 1),
        per_second=round(per_second, 1),
    )
