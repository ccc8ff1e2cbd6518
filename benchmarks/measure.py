"""Timing of single requests and the figures made of them."""

from __future__ import annotations

import http.client
import json
import statistics
import time
from dataclasses import asdict, dataclass
from urllib.parse import urlencode


@dataclass(kw_only=True)
class Figure:
    """One line of a result. Times in ms, memory in MB; ``ratio`` is ours to the floor, ``goal`` its upper limit."""

    bench: str
    figure: str
    p50: float | None = None
    p95: float | None = None
    per_second: float | None = None
    sql: int | None = None
    rss_mb: float | None = None
    floor_p50: float | None = None
    ratio: float | None = None
    goal: float | None = None
    met: bool | None = None


def percentile(values: list[float], share: float) -> float:
    """The value below which ``share`` of ``values`` lie (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def compared(
    bench: str, name: str, ours: list[float], floor: list[float], goal: float, *, sql: int | None = None
) -> Figure:
    """A figure from two interleaved series in ms: medians, and their ratio against ``goal``."""
    ratio = statistics.median(ours) / statistics.median(floor)
    return Figure(
        bench=bench,
        figure=name,
        p50=round(statistics.median(ours), 2),
        p95=round(percentile(ours, 0.95), 2),
        per_second=round(1000 / statistics.mean(ours), 1),
        floor_p50=round(statistics.median(floor), 2),
        ratio=round(ratio, 2),
        goal=goal,
        met=ratio <= goal,
        sql=sql,
    )


def limited(figure: Figure, value: float, goal: float) -> Figure:
    """The figure with an upper limit of its own instead of a floor."""
    figure.goal, figure.met = goal, value <= goal
    return figure


class Client:
    """A closed-loop client of one server on loopback: one request at a time, cookies kept by the caller."""

    def __init__(self, port: int, cookies: dict[str, str]) -> None:
        """``cookies`` are sent with every request; with a CSRF cookie its value is sent as the header, too."""
        self.port = port
        token = next((value for name, value in cookies.items() if "csrf" in name), "")
        self.headers = {
            "Host": "localhost",
            "X-Forwarded-Proto": "https",
            "Referer": "https://localhost/",
            "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()),
            "X-CSRFToken": token,
        }

    def request(
        self, method: str, path: str, data: dict[str, str] | None = None
    ) -> tuple[float, http.client.HTTPResponse, bytes]:
        """Milliseconds, response and body of one request."""
        body = urlencode(data or {}) if method == "POST" else None
        headers = dict(self.headers)
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        began = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        content = response.read()
        elapsed = (time.perf_counter() - began) * 1000
        connection.close()
        return elapsed, response, content


def report(figures: list[Figure]) -> None:
    """A table for people, then one JSON line per figure."""
    print(f"{'bench':10} {'figure':34} {'p50':>9} {'p95':>9} {'floor':>8} {'ratio':>7} {'goal':>7}  met")
    for line in figures:
        cells = [line.p50, line.p95, line.floor_p50, line.ratio, line.goal]
        shown = [f"{cell:g}" if cell is not None else "" for cell in cells]
        if line.rss_mb is not None:
            shown[0] = f"{line.rss_mb:g} MB"
        if line.sql is not None and line.p50 is None:
            shown[0] = f"{line.sql} SQL"
        met = {True: "yes", False: "NO", None: ""}[line.met]
        cells_text = " ".join(f"{cell:>{width}}" for cell, width in zip(shown, (9, 9, 8, 7, 7), strict=True))
        print(f"{line.bench:10} {line.figure:34} {cells_text}  {met}")
    for line in figures:
        print(json.dumps(asdict(line)))
