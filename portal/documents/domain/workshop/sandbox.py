"""The portal's side of the workshop: a folder in memory, a child that is kept in, and an end to both whatever happens.

The child limits itself in its first lines (``walls``), before it looks at the file: Popen's preexec_fn would run
Python between fork and exec, where threads could deadlock.
"""

import contextlib
import fcntl
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO, Final

from django.conf import settings

from portal.documents.domain.workshop.outcome import Outcome, WorkshopClosed, WorkshopFailed, read_result

_MIB: Final = 1024 * 1024
_ROOM: Final = 256 * _MIB  # free bytes that make a folder in memory worth it
_MEMORY: Final = Path("/dev/shm")  # noqa: S108 -- only a private mkdtemp folder is made inside
_PREFIX: Final = "workshop-"
_STALE_AFTER: Final = 60.0  # seconds after which an unlocked folder is one that a SIGKILL left behind
_ROOT: Final = Path(__file__).resolve().parents[4]
# All that the child knows of the portal's environment. One thread and few arenas: both count as memory.
_ENVIRONMENT: Final = {
    "PYTHONPATH": str(_ROOT),
    "LANG": "C.UTF-8",
    "MALLOC_ARENA_MAX": "2",
    "OMP_NUM_THREADS": "1",
    "OMP_THREAD_LIMIT": "1",  # tesseract asks for four threads itself
    "OPENBLAS_NUM_THREADS": "1",
}


class Action(StrEnum):
    """What can be done in the workshop."""

    PREPARE = "prepare"  # one upload -> plain PDF
    JOIN = "join"  # plain PDFs -> one
    PAGES = "pages"  # plain PDF -> pictures and text of some pages
    CODES = "codes"  # plain PDF -> what the QR codes on its pages say
    CUT = "cut"  # plain PDF -> some of its pages
    READ = "read"  # plain PDF -> the text of a page that has no text layer, and which way up it is


@dataclass(frozen=True, slots=True)
class Limits:
    """``seconds`` by the clock, ``cpu`` seconds of work, ``memory`` and ``file`` in bytes (address space, one file)."""

    seconds: float = 75.0  # below CELERY_TASK_SOFT_TIME_LIMIT
    cpu: int = 45
    memory: int = 1536 * _MIB
    file: int = 256 * _MIB
    files: int = 64  # open at the same time

    def by_name(self) -> dict[str, int]:
        """As ``resource`` calls them."""
        return {"AS": self.memory, "CPU": self.cpu, "FSIZE": self.file, "NOFILE": self.files, "CORE": 0}


DEFAULT: Final = Limits()


def prepare(
    source: Iterable[bytes], *, media_type: str, password: str = "", limits: Limits = DEFAULT
) -> contextlib.AbstractContextManager[Outcome]:
    """Make one plain PDF of an upload (``media_type``: what its content says). As ``run``."""
    return run(Action.PREPARE, [source], limits=limits, options={"media_type": media_type, "password": password})


def join(sources: Sequence[Iterable[bytes]], *, limits: Limits = DEFAULT) -> contextlib.AbstractContextManager[Outcome]:
    """Put plain PDFs one behind the other. As ``run``."""
    return run(Action.JOIN, sources, limits=limits)


def pages(
    source: Iterable[bytes], *, first: int, last: int, width: int, limits: Limits = DEFAULT
) -> contextlib.AbstractContextManager[Outcome]:
    """Pictures (``width`` pixels), text and fingerprints of pages ``first`` to ``last``. As ``run``."""
    return run(Action.PAGES, [source], limits=limits, options={"first": first, "last": last, "width": width})


def read(
    source: Iterable[bytes], *, page: int, languages: str, limits: Limits = DEFAULT
) -> contextlib.AbstractContextManager[Outcome]:
    """Text of one page, read from its picture, and how to turn it; no ``texts`` without tesseract here. As ``run``."""
    return run(Action.READ, [source], limits=limits, options={"page": page, "languages": languages})


def codes(source: Iterable[bytes], *, limits: Limits = DEFAULT) -> contextlib.AbstractContextManager[Outcome]:
    """What the QR codes on each page say. As ``run``."""
    return run(Action.CODES, [source], limits=limits)


def cut(
    source: Iterable[bytes], *, first: int, last: int, limits: Limits = DEFAULT
) -> contextlib.AbstractContextManager[Outcome]:
    """Pages ``first`` to ``last`` of a plain PDF as one of their own. As ``run``."""
    return run(Action.CUT, [source], limits=limits, options={"first": first, "last": last})


@contextlib.contextmanager
def run(
    action: Action,
    sources: Sequence[Iterable[bytes]],
    *,
    limits: Limits = DEFAULT,
    options: Mapping[str, str | int] | None = None,
) -> Iterator[Outcome]:
    """Let a child do ``action`` with the plain bytes of ``sources``; its files are there until the block ends.

    Raises WorkshopFailed when the file is to blame (too long, too large, a crash), WorkshopClosed when we are.
    """
    with _own_folder() as (path, folder):
        job = {
            **(options or {}),
            "action": action,
            "sources": len(sources),
            "parent": os.getpid(),
            "limits": limits.by_name(),
            "unsealed": settings.PORTAL.workshop_unsealed,
        }
        try:
            (path / "job.json").write_text(json.dumps(job))
            for number, source in enumerate(sources, 1):
                _write(path / f"source-{number}", source)
        except OSError as error:
            raise WorkshopClosed(f"No room for the work in {path.parent}: {error.strerror}.") from None
        walls, cpu = _work(path, limits)
        yield read_result(folder, action=action, most=limits.file, cpu=cpu, walls=walls)


def _write(path: Path, source: Iterable[bytes]) -> None:
    read: Callable[[int], bytes] | None = getattr(source, "read", None)  # a file's lines may be as long as the file
    with path.open("wb") as target:
        target.writelines(iter(lambda: read(_MIB), b"") if read else source)


def _work(path: Path, limits: Limits) -> tuple[tuple[str, ...], float]:
    """Run the child to its end; returns the walls that stood and its seconds of work."""
    # -P: nothing is imported from the folder; -s: nor from a home; -B: it has no place to keep compiled code
    command = [sys.executable, "-B", "-P", "-s", "-X", "utf8", "-m", "portal.documents.domain.workshop", str(path)]
    try:
        child = subprocess.Popen(  # noqa: S603 -- our own words
            command,
            cwd=path,
            env=_ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as error:
        raise WorkshopClosed(f"The child does not start: {error.strerror}.") from None
    with child:
        try:
            ended = _wait(child.pid, limits.seconds)
        finally:
            # Before the number of the group can be given to somebody else: nobody has waited for the child yet.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            _pid, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
        said = _said(child.stdout)
    if not said.startswith("ready"):
        raise WorkshopClosed(said.strip().rpartition("\n")[2] or f"The child ended with {child.returncode}.")
    if not ended:
        raise WorkshopFailed("time")
    if child.returncode:
        raise WorkshopFailed(f"exit {child.returncode}")
    return tuple(said.split()[1:]), usage.ru_utime + usage.ru_stime


def _wait(pid: int, seconds: float) -> bool:
    """Whether the child ended within ``seconds``; it is left to be waited for."""
    descriptor = os.pidfd_open(pid)
    try:
        poll = select.poll()
        poll.register(descriptor, select.POLLIN)
        return bool(poll.poll(seconds * 1000))
    finally:
        os.close(descriptor)


def _said(output: IO[bytes] | None) -> str:
    """What the child said until the walls stood; later it has no output."""
    return output.read(65536).decode("utf-8", "replace") if output else ""


@contextlib.contextmanager
def _own_folder() -> Iterator[tuple[Path, int]]:
    """A new folder that only we can enter, and its descriptor, locked while we live."""
    base = _base()
    _sweep(base)
    try:
        path = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=base))
    except OSError as error:
        raise WorkshopClosed(f"No folder can be made in {base}: {error.strerror}.") from None
    try:
        folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            fcntl.flock(folder, fcntl.LOCK_EX)
            yield path, folder
        finally:
            os.close(folder)
    finally:
        shutil.rmtree(path, ignore_errors=True)


def _base() -> Path:
    chosen: Path | None = settings.PORTAL.memory_dir
    if chosen:
        return chosen
    roomy = _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ROOM
    return _MEMORY if roomy else Path(tempfile.gettempdir())


def _sweep(base: Path) -> None:
    """Remove what a SIGKILL left behind: it holds social data."""
    for path in base.glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            facts = path.lstat()
            if facts.st_uid != os.geteuid() or time.time() - facts.st_mtime < _STALE_AFTER:
                continue
            folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
            try:
                fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(path, ignore_errors=True)
            finally:
                os.close(folder)
