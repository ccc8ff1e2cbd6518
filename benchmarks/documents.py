"""Documents: photos from a phone until staff can read them, uploads that take no memory, encryption.

The way of a photo uses the whole stack: web, relay, document workers, clamd, the cage. The floor of a photo is what its
picture costs in any case: decode, make smaller, write as JPEG, once, in one process with the libraries loaded.
"""

from __future__ import annotations

import http.client
import json
import struct
import subprocess
import sys
import time
import uuid
from functools import cache
from typing import Any

import psycopg2

from benchmarks import measure
from benchmarks.measure import Client, Figure
from benchmarks.stack import PORTAL_PORT, ROOT, Stack, people, stack, start_web, start_workers

PHOTOS = 10  # of one document
SINGLE = 5  # photos one after another
SEVERAL = 2  # documents of so many photos, one after another; the best counts, for others may be at work here
LARGE = 24 * 1024 * 1024  # bytes of an upload that must not lie in memory
UPLOADS = 6
PATIENCE = 120.0  # seconds
READING = 600.0  # seconds: ten pages are read by a process that goes last
POLL = 0.05
CHECKED = "documents_document WHERE status IN ('received', 'scanned')"
READ = "outbox_outboxmessage WHERE done_at IS NULL AND dead_at IS NULL"


def run() -> list[Figure]:
    """All figures of this benchmark."""
    with stack() as built:
        facts = people(built, "documents")
        start_web(built)
        start_workers(built)
        client = Client(PORTAL_PORT, facts["cookies"])
        photos = _made(built)
        _upload(client, facts["path"], [("warm.heic", photos["heic"])])  # each process loads its libraries once
        _await(built)
        for number in range(SINGLE):
            _timed(built, client, facts["path"], [(f"{number}.heic", _another(photos["heic"], number))])
            _await(built, READ)  # else the picture before is being read meanwhile
        single = _worker_times(built)[-SINGLE:]
        _await(built, READ)
        several, worked = [], []
        for number in range(SEVERAL):
            before_all = built.processor_seconds()
            files = [(f"{n}.jpg", _another(photos["jpeg"], number * PHOTOS + n)) for n in range(PHOTOS)]
            several.append(_timed(built, client, facts["path"], files) / 1000)
            worked.append(built.processor_seconds() - before_all)
            _await(built, READ, patience=READING)
        before = built.peak_memory("web")
        for number in range(UPLOADS):
            _upload(client, facts["path"], [(f"{number}.pdf", b"%PDF-1.7\n" + bytes(LARGE))])
        growth = built.peak_memory("web") - before
        alone = json.loads(_ask(built, "benchmarks.photographs", "alone"))
    print(f"photo of {len(photos['heic']) / 1e6:.1f} MB (HEIC), {len(photos['jpeg']) / 1e6:.1f} MB (JPEG)")
    seconds = [each / 1000 for each in single]
    return [
        measure.compared("documents", "12 MP HEIC, received to released", single, alone["heic"], 3.0),
        measure.limited(
            _seconds("12 MP HEIC, received to released (s)", seconds), measure.percentile(seconds, 0.95), 3.0
        ),
        measure.limited(_seconds(f"{PHOTOS} photos to one PDF (s)", several), min(several), 6.0),
        _seconds(f"{PHOTOS} photos, processor time (s)", worked),
        measure.limited(
            Figure(bench="documents", figure=f"web, growth by {UPLOADS} x 24 MB", rss_mb=round(growth, 1)), growth, 10
        ),
        _encryption(alone),
    ]


def _another(photo: bytes, number: int) -> bytes:
    """The same picture as another file: what the scanner has seen it does not look at again."""
    return photo + struct.pack(">I4sI", 12, b"free", number)  # a box of HEIC that says nothing; JPEG has ended before


def _seconds(name: str, values: list[float]) -> Figure:
    return Figure(
        bench="documents",
        figure=name,
        p50=round(measure.percentile(values, 0.5), 2),
        p95=round(measure.percentile(values, 0.95), 2),
    )


def _encryption(alone: dict[str, Any]) -> Figure:
    """MB/s of a file with its own key, beside AES-GCM in one piece; at least 300."""
    ours = alone["encryption"]
    return Figure(
        bench="documents",
        figure="encryption (MB/s)",
        p50=round(ours),
        floor_p50=round(alone["aes_gcm"]),
        goal=300,
        met=ours >= 300,
    )


def _made(built: Stack) -> dict[str, bytes]:
    """A sheet photographed with twelve megapixels, made once."""
    folder = built.environment["PORTAL_DATA_DIR"]
    _ask(built, "benchmarks.photographs", "make", folder)
    return {kind: open(f"{folder}/photo.{kind}", "rb").read() for kind in ("heic", "jpeg")}  # noqa: PTH123 -- one line


def _ask(built: Stack, module: str, *arguments: str) -> str:
    command = [sys.executable, "-m", module, *arguments]
    answer = subprocess.run(command, cwd=ROOT, env=built.environment, check=True, stdout=subprocess.PIPE)
    return answer.stdout.decode()


def _timed(built: Stack, client: Client, path: str, files: list[tuple[str, bytes]]) -> float:
    """Milliseconds from the beginning of the request until nothing is under way any more."""
    began = time.perf_counter()
    _upload(client, path, files)
    _await(built)
    return (time.perf_counter() - began) * 1000


def _upload(client: Client, path: str, files: list[tuple[str, bytes]]) -> None:
    boundary = uuid.uuid4().hex
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="file-LEASE"; filename="{name}"\r\n\r\n'.encode()
        + content
        + b"\r\n"
        for name, content in files
    ]
    body = b"".join(parts) + f"--{boundary}--\r\n".encode()
    connection = http.client.HTTPConnection("127.0.0.1", client.port, timeout=PATIENCE)
    connection.request(
        "POST", path, body, {**client.headers, "Content-Type": f"multipart/form-data; boundary={boundary}"}
    )
    response = connection.getresponse()
    response.read()
    connection.close()
    if response.status != http.client.FOUND:
        raise SystemExit(f"upload answered {response.status}")


@cache
def _connection(host: str) -> Any:
    """One for all: to connect takes the database as long as many an answer, and it is asked twenty times a second."""
    connection = psycopg2.connect(host=host, user="portal", dbname="portal")
    connection.autocommit = True
    return connection


def _rows(built: Stack, statement: str) -> list[tuple[Any, ...]]:
    with _connection(built.environment["PORTAL_DB_HOST"]).cursor() as cursor:
        cursor.execute(statement)
        return list(cursor.fetchall())


def _worker_times(built: Stack) -> list[float]:
    """Milliseconds from received to released, the oldest first: scan, cage, encryption, and the ways between."""
    rows = _rows(
        built,
        "SELECT extract(epoch FROM max(at) FILTER (WHERE status = 'released') - min(at)) FROM documents_documentstep"
        " GROUP BY document_id ORDER BY min(at)",
    )
    return [float(seconds) * 1000 for (seconds,) in rows if seconds is not None]


def _await(built: Stack, condition: str = CHECKED, *, patience: float = PATIENCE) -> None:
    """Until nothing is left to do; asked in the database, which costs less than a page."""
    deadline = time.perf_counter() + patience
    while time.perf_counter() < deadline:
        if _rows(built, f"SELECT count(*) FROM {condition}") == [(0,)]:  # noqa: S608 -- ours
            return
        time.sleep(POLL)
    raise SystemExit("documents are still under way")
