"""Where the services keep their data and sockets: private folders whose owner is checked before use."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import tempfile
from pathlib import Path

from ops.processes import Account

PROJECT = Path(__file__).resolve().parent.parent
VAR = PROJECT / "var"
LONGEST_BASE = 60  # a unix socket's whole path may have 107 characters
ROOM_NEEDED = 1 << 30  # bytes free in /dev/shm (Docker gives 64 MiB, too little for a cluster per test run)
STALE_AFTER = 60.0  # seconds after which an unlocked temporary folder is one that a SIGKILL left behind


def own_folder(path: Path, account: Account | None = None, mode: int = 0o700) -> Path:
    """Make ``path`` a real folder of ``account`` (default: ours) with ``mode``.

    Raises SystemExit when it belongs to somebody else or is a link.
    """
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    uid = account.uid if account else os.geteuid()
    facts = path.lstat()
    if not stat.S_ISDIR(facts.st_mode) or facts.st_uid not in (uid, os.geteuid()):
        raise SystemExit(f"{path} belongs to somebody else; remove it or ask its owner.")
    if account and facts.st_uid != uid:
        os.chown(path, account.uid, account.gid)
    path.chmod(mode)
    return path


def temporary_base(account: Account | None) -> Path:
    """The folder in which a throw-away home is made: in memory when there is room, open to ``account``."""
    memory = Path("/dev/shm")  # noqa: S108 -- only a private mkdtemp folder is made inside
    roomy = [memory] if memory.is_dir() and shutil.disk_usage(memory).free > ROOM_NEEDED else []
    for base in [*roomy, Path(tempfile.gettempdir()), Path("/tmp")]:  # noqa: S108 -- as above
        if len(str(base)) <= LONGEST_BASE and os.access(base, os.W_OK | os.X_OK) and _open_to(account, base):
            return base
    raise SystemExit("No temporary folder is open to us and to the account of the services; set TMPDIR.")


def check_base(base: Path, account: Account | None) -> Path:
    """``base`` as given, when sockets and the services' account can live in it. Raises SystemExit with the reason."""
    if len(str(base.absolute())) > LONGEST_BASE:
        raise SystemExit(f"{base} is too long for unix sockets (at most {LONGEST_BASE} characters).")
    if not _open_to(account, base):
        raise SystemExit(f"The account of the services cannot enter {base}.")
    return base.absolute()


def _open_to(account: Account | None, folder: Path) -> bool:
    return account is None or account.may_enter(folder)


def state_folder(account: Account | None, chosen: Path | None = None) -> Path:
    """The lasting data folder: ``chosen``, else ``var/services``, else (closed to root's ``account``) one outside."""
    if chosen is None:
        VAR.mkdir(exist_ok=True)
        chosen = VAR / "services" if _open_to(account, VAR) else outside_folder()
    return own_folder(chosen, mode=0o711 if account else 0o700)


def outside_folder() -> Path:
    """A folder of this project under the system's lasting temporary folder (for root with a closed home)."""
    key = hashlib.sha256(str(PROJECT).encode()).hexdigest()[:16]
    return Path("/var/tmp") / f"portal-{key}"  # noqa: S108 -- the owner is checked by own_folder


def copy_out(program: Path) -> Path:
    """A copy of ``program`` that every account can run, made once with the folders it needs; the copy belongs to us.

    The wheels hold plain programs, but root's home, where the environment may lie, is closed to other accounts.
    """
    tree = next((folder for folder in program.parents if _libraries(folder).is_dir()), program.parent)
    copies = own_folder(own_folder(outside_folder(), mode=0o711) / "programs", mode=0o711)
    target = copies / f"{tree.name}-{tree.stat().st_mtime_ns:x}"
    if not target.exists():
        fresh = own_folder(target.with_name(f"{target.name}.{os.getpid()}"), mode=0o711)
        for part in (tree, _libraries(tree)):
            if part.is_dir():
                shutil.copytree(part, fresh / part.name, symlinks=True)
        for path in fresh.rglob("*"):
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
        try:
            fresh.rename(target)
        except OSError:  # another process was faster
            shutil.rmtree(fresh)
    return target / tree.name / program.relative_to(tree)


def _libraries(tree: Path) -> Path:
    """Where a wheel's own shared libraries lie: beside the package, found by the programs by this relative place."""
    return tree.parent / f"{tree.name}.libs"
