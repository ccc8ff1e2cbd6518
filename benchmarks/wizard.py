"""A step of the wizard: save (POST), show (GET), save and show the next page; beside a bare Django view with its SQL.

The draft is the largest there is: eight people, something in every section. A draft of twenty people is measured beside
one of a single person.

The floor saves six fields of a small JSON document and renders six inputs: no validation, no encryption, no audit.
"""

from __future__ import annotations

from typing import Any

from benchmarks import measure
from benchmarks.measure import Client, Figure
from benchmarks.stack import FLOOR_PORT, PORTAL_PORT, people, stack, start_again, start_bare, start_floor, start_web

ROUNDS = 12
REQUESTS = 25  # of each kind in each round
WARM_UP = 30
GROWTH = 1.3  # how much dearer a page may be for twenty people than for one
STARTS = 5  # after the first, which compiles and warms up


def run() -> list[Figure]:
    """All figures of this benchmark."""
    with stack() as built:
        facts = people(built, "wizard")
        start_web(built)
        start_floor(built)
        starts = [(start_again(built) * 1000, start_bare(built) * 1000) for _ in range(STARTS)]
        ours, floor = Client(PORTAL_PORT, facts["cookies"]), _floor_client()
        series: dict[str, list[float]] = {name: [] for name in ("post", "get", "both", "floor post", "floor get")}
        for round_number in range(ROUNDS + 1):
            collected = _round(ours, floor, facts, WARM_UP if round_number == 0 else REQUESTS)
            if round_number:
                for name, values in collected.items():
                    series[name] += values
        flat = _flat(facts["flat"])
        memory = built.peak_memory("web")
    print(
        f"{facts['pages']} pages, draft of {facts['draft_bytes'] / 1024:.1f} KB, {facts['fields']} fields on the page"
    )
    sql = facts["sql"]
    started, bare = [ours for ours, _floor in starts], [floor for _ours, floor in starts]
    return [
        measure.compared("wizard", "step POST", series["post"], series["floor post"], 2.5, sql=sql["post"]),
        measure.compared("wizard", "step GET", series["get"], series["floor get"], 3.0, sql=sql["get"]),
        measure.compared("wizard", "save and next page", series["both"], series["floor post"], 3.5),
        measure.limited(Figure(bench="wizard", figure="step POST SQL", sql=sql["post"]), sql["post"], 6),
        measure.limited(Figure(bench="wizard", figure="step GET SQL", sql=sql["get"]), sql["get"], 4),
        measure.limited(Figure(bench="wizard", figure="web worker memory", rss_mb=round(memory, 1)), memory, 130),
        measure.compared("wizard", "start to first answer", started, bare, 2.5),
        *flat,
    ]


def _flat(drafts: dict[str, Any]) -> list[Figure]:
    """The draft of many people beside the one of few, which is the floor here; in turn."""
    (few, one), (many, other) = sorted(drafts.items(), key=lambda item: int(item[0]))
    clients = {few: Client(PORTAL_PORT, one["cookies"]), many: Client(PORTAL_PORT, other["cookies"])}
    shown: dict[str, list[float]] = {few: [], many: []}
    saved: dict[str, list[float]] = {few: [], many: []}
    for number in range(WARM_UP + ROUNDS * REQUESTS):
        for household, page in ((few, one), (many, other)):
            save, show = _saved_and_shown(clients[household], page, number)
            again, answer, _body = clients[household].request("GET", page["path"])
            _expect(answer.status, 200)
            if number >= WARM_UP:
                saved[household].append(save + show)
                shown[household].append(again)
    return [
        measure.compared("wizard", f"page: {many} people to {few}", shown[many], shown[few], GROWTH),
        measure.compared("wizard", f"save and next: {many} people to {few}", saved[many], saved[few], GROWTH),
    ]


def _saved_and_shown(client: Client, page: dict[str, Any], number: int) -> tuple[float, float]:
    """Milliseconds of a save that changes something, and of the page it leads to."""
    typed = {page["changed"]: page["values"][number % len(page["values"])]}
    saved, response, _body = client.request("POST", page["path"], page["data"] | typed)
    _expect(response.status, 302)
    shown, answer, _body = client.request("GET", response.headers["Location"])
    _expect(answer.status, 200)
    return saved, shown


def _round(ours: Client, floor: Client, facts: dict[str, Any], requests: int) -> dict[str, list[float]]:
    """Ours and floor in turn, so that a slow moment of the machine hits both."""
    result: dict[str, list[float]] = {name: [] for name in ("post", "get", "both", "floor post", "floor get")}
    for number in range(requests):
        saved, shown = _saved_and_shown(ours, facts, number)
        result["floor post"].append(_timed(floor, "POST", "/step"))
        again, page, _body = ours.request("GET", facts["path"])
        _expect(page.status, 200)
        result["floor get"].append(_timed(floor, "GET", "/read"))
        result["post"].append(saved)
        result["get"].append(again)
        result["both"].append(saved + shown)
    return result


FLOOR_DATA = {
    "firstName": "Miriam", "lastName": "Sander", "birthDate": "1997-01-25",
    "email": "miriam.sander@example.org", "phone": "030 23125 000", "bsn": "123456782",
}  # fmt: skip


def _floor_client() -> Client:
    begin = Client(FLOOR_PORT, {})
    _elapsed, response, body = begin.request("GET", "/start")
    cookies = {}
    for header in response.headers.get_all("Set-Cookie") or []:
        name, _, value = header.split(";")[0].partition("=")
        cookies[name] = value
    client = Client(FLOOR_PORT, cookies)
    client.headers["X-CSRFToken"] = body.decode()
    return client


def _timed(client: Client, method: str, path: str) -> float:
    elapsed, response, _body = client.request(method, path, FLOOR_DATA if method == "POST" else None)
    _expect(response.status, 200)
    return elapsed


def _expect(status: int, expected: int) -> None:
    if status != expected:
        raise SystemExit(f"answered {status} instead of {expected}")
