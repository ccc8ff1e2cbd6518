"""The receipt: our rendering beside WeasyPrint's on the same HTML, and the way from "send" to the file in the hand.

Rendering runs in one process (``benchmarks.rendering``), as in a worker; the way to the file uses the whole stack.
"""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
import threading
import time
from typing import Any

from benchmarks import measure
from benchmarks.measure import Client, Figure
from benchmarks.stack import PORTAL_PORT, ROOT, people, stack, start_web, start_workers

CLIENTS = 8
POLL = 0.2  # seconds between two looks for the file; more often would measure the looking
PATIENCE = 60.0  # seconds


def run() -> list[Figure]:
    """All figures of this benchmark."""
    with stack() as built:
        senders = people(built, "receipt")
        start_web(built)
        start_workers(built)
        _all([senders.pop() for _warm_up in range(4)])  # each process that makes proofs loads WeasyPrint once
        number = len(senders)
        began = time.perf_counter()
        waits = _all(senders)
        elapsed = time.perf_counter() - began
        command = [sys.executable, "-m", "benchmarks.rendering"]
        answer = subprocess.run(command, cwd=ROOT, env=built.environment, check=True, stdout=subprocess.PIPE)
        memory = built.peak_memory("proofs")
    print(f"{number} submissions by {CLIENTS} clients, {elapsed:.0f} s")
    rendered = json.loads(answer.stdout)
    p95 = measure.percentile(waits, 0.95) / 1000
    way = Figure(
        bench="receipt",
        figure=f"send to file, {CLIENTS} clients (s)",
        p50=round(measure.percentile(waits, 0.5) / 1000, 2),
        p95=round(p95, 2),
        per_second=round(len(waits) / elapsed, 1),
    )
    return [
        measure.compared(
            "receipt", "confirmation, HTML to PDF", rendered["confirmation"][0], rendered["confirmation"][1], 1.15
        ),
        measure.compared("receipt", "copy, HTML to PDF", rendered["copy"][0], rendered["copy"][1], 1.15),
        measure.limited(way, p95, 2.0),
        Figure(bench="receipt", figure="memory of a process for proofs", rss_mb=round(memory, 1)),
    ]


def _all(senders: list[dict[str, Any]]) -> list[float]:
    """Milliseconds from the answer to the POST until the file is there, of all senders, ``CLIENTS`` at a time."""
    waits: list[float] = []

    def work() -> None:
        while senders:
            waits.append(_send(senders.pop()))

    threads = [threading.Thread(target=work) for _ in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return waits


def _send(sender: dict[str, Any]) -> float:
    client = Client(PORTAL_PORT, sender["cookies"])
    _elapsed, response, _body = client.request("POST", sender["path"])
    if response.status != http.client.FOUND:
        raise SystemExit(f"sending answered {response.status}")
    answered = time.perf_counter()
    file = response.headers["Location"] + "bestaetigung.pdf"
    while time.perf_counter() - answered < PATIENCE:
        _elapsed, response, body = client.request("GET", file)
        if response.status == http.client.OK and body.startswith(b"%PDF"):
            return (time.perf_counter() - answered) * 1000
        time.sleep(POLL)
    raise SystemExit("no receipt came")
