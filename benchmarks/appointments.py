"""Slot search: the first page of the picker in a land of 3, 30 and 302 jobcenters with 40 colleagues each.

Everybody has time for 26 half hours a week, for 90 days: 4 million candidates with 302 jobcenters. A third of the next
three weeks is taken on one time of each day. The floor is one statement of PostgreSQL that finds the same times of the
same jobcenter with ``generate_series`` and knows neither holidays nor absences, exceptions, rooms or changes of clocks.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from benchmarks.measure import Figure, compared, limited
from benchmarks.stack import ROOT, Stack, stack

SIZES = (3, 30, 302)
MOST_SQL = 10
GOAL = 3.0  # times the floor
FLAT = 1.5  # the largest land to the smallest


def run() -> list[Figure]:
    """One line for each size, then how much more the largest costs than the smallest."""
    with stack() as built:
        results = [_measured(built, size) for size in SIZES]
    figures = [_figure(result) for result in results]
    for result in results:
        figure = Figure(bench="slots", figure=f"{result['jobcenters']} jobcenters, SQL", sql=result["sql"])
        figures.append(limited(figure, result["sql"], MOST_SQL))
    growth = min(results[-1]["ours"]) / min(results[0]["ours"])  # the quickest: what else runs does not count
    line = Figure(bench="slots", figure=f"{SIZES[-1]} beside {SIZES[0]} jobcenters", ratio=round(growth, 2))
    figures.append(limited(line, growth, FLAT))
    print(f"candidates: {', '.join(str(result['candidates']) for result in results)}")
    return figures


def _figure(result: dict[str, Any]) -> Figure:
    name = f"first page, {result['jobcenters']} jobcenters"
    return compared("slots", name, result["ours"], result["floor"], GOAL, sql=result["sql"])


def _measured(built: Stack, jobcenters: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.offices", str(jobcenters)]
    environment = {**built.environment, "PORTAL_DB_USER": "portal"}  # it fills tables, too
    answer = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE)
    result: dict[str, Any] = json.loads(answer.stdout)
    return result
