"""What runs on this machine, asked of the kernel."""

import time
from pathlib import Path


def processes_of(folder):
    """Ids of the living processes whose command line or environment names ``folder``."""
    found = set()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            said = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
            state = (process / "stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            continue
        if str(folder).encode() in said and state not in "ZX":
            found.add(int(process.name))
    return found


def wait_until(true, seconds=60):
    """Whether ``true()`` became true within ``seconds``."""
    deadline = time.monotonic() + seconds
    while not true():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True
