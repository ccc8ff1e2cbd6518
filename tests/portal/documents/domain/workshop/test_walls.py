"""Each wall is tried from inside, by a program that means harm."""

import os
import platform
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[5]
WALLS = """
import os, sys
sys.path.insert(0, {root!r})
from pathlib import Path
from portal.documents.domain.workshop.walls import WallMissing, raise_all
LIMITS = {{"AS": 400 << 20, "CPU": 5, "FSIZE": 1 << 20, "NOFILE": 32, "CORE": 0}}
print(*raise_all(Path({folder!r}), parent=os.getppid(), limits=LIMITS), flush=True)
"""


def attempt(folder, code):
    """What ``code`` says behind the walls; the name of the error when it fails."""
    program = WALLS.format(root=str(ROOT), folder=str(folder)) + textwrap.dedent(
        """
        try:
            {code}
        except BaseException as error:
            print(type(error).__name__)
        else:
            print("done")
        """
    ).format(code=code)
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert ended.stdout.startswith("namespace privileges"), ended.stderr
    return ended.stdout.splitlines()[-1]


def test_all_walls_stand_here(tmp_path):
    program = WALLS.format(root=str(ROOT), folder=str(tmp_path))
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert ended.stdout.split() == ["namespace", "privileges", "files", "calls"]


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket()",
        "import socket; socket.socketpair()",
        "os.fork()",
        "import subprocess; subprocess.run(['/bin/true'])",
        "os.execv('/bin/true', ['true'])",
        "os.kill(os.getppid(), 0)",
        "os.pidfd_open(os.getppid())",
        "import resource; resource.prlimit(os.getppid(), resource.RLIMIT_CPU, (1, 1))",
        "open('/etc/passwd')",
        "open(f'/proc/{os.getppid()}/environ')",
        "os.listdir('/')",
        "os.listdir('/dev/shm')",
        "open('/var/tmp/portal-workshop-test', 'w')",
        "os.chroot('.')",
    ],
)
def test_way_out_is_closed(tmp_path, code):
    assert attempt(tmp_path, code) in {"PermissionError", "OSError"}


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("bytearray(500 << 20)", "MemoryError"),
        ("open(Path({folder!r}) / 'big', 'wb').write(bytes(2 << 20))", "OSError"),
        ("[open(__import__('sys').executable) for _ in range(40)]", "OSError"),
    ],
    ids=["memory", "file", "open files"],
)
def test_limit_holds(tmp_path, code, error):
    assert attempt(tmp_path, code.format(folder=str(tmp_path))) == error


@pytest.mark.parametrize(
    "code",
    [
        "(Path({folder!r}) / 'result').write_text('x'); (Path({folder!r}) / 'result').unlink()",
        "import threading; thread = threading.Thread(target=print); thread.start(); thread.join()",
        "import pikepdf, json",
    ],
    ids=["own folder", "threads", "libraries"],
)
def test_work_is_possible(tmp_path, code):
    assert attempt(tmp_path, code.format(folder=str(tmp_path))) == "done"


def test_link_out_of_the_folder_leads_nowhere(tmp_path):
    (tmp_path / "link").symlink_to("/etc/passwd")

    assert attempt(tmp_path, f"open({str(tmp_path / 'link')!r})") == "PermissionError"


def test_nobody_stays_behind_when_the_parent_is_gone(tmp_path):
    program = WALLS.format(root=str(ROOT), folder=str(tmp_path)).replace("os.getppid()", "1 << 22")
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert ended.stderr.splitlines()[-1].endswith("WallMissing: The portal's process is gone.")


@pytest.mark.parametrize(("unsealed", "last"), [(False, "missing"), (True, "open")])
def test_network_must_be_shut_off(tmp_path, unsealed, last):
    """Walls that a kernel refuses: the calls for them are refused by a filter as in a strict container."""
    program = f"""
import os, sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from portal.documents.domain.workshop import walls
walls._CALLS.clear()
walls._CALLS.update({{"unshare": (272, 97), "seccomp": (317, 277)}})
walls._LIBC.prctl(38, 1, 0, 0, 0)
assert walls._filter_calls()
walls._CALLS["prctl"] = (157, 167)
assert walls._filter_calls()
walls._drop_privileges = lambda: True
try:
    standing = walls.raise_all(Path({str(tmp_path)!r}), parent=os.getppid(), limits={{}}, unsealed={unsealed})
    print("open" if not {{"namespace", "calls"}} & set(standing) else standing)
except walls.WallMissing:
    print("missing")
"""
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert ended.stdout.strip() == last, ended.stderr


def test_numbers_of_calls_are_those_of_this_machine():
    """Held against the kernel's headers, which come with the compiler (ops/packages.txt)."""
    names = {"x86_64": "unistd_64.h", "aarch64": "unistd.h"}
    found = sorted(Path("/usr/include").rglob(f"asm*/{names[platform.machine()]}"))
    assert found, "linux-libc-dev is missing"
    from portal.documents.domain.workshop.walls import _CALLS

    words = [line.split() for line in found[0].read_text().splitlines() if line.startswith("#define __NR")]
    known = {word[1].removeprefix("__NR3264_").removeprefix("__NR_"): word[2] for word in words if len(word) > 2}
    column = 0 if os.uname().machine == "x86_64" else 1
    assert {name: str(pair[column]) for name, pair in _CALLS.items() if pair[column] >= 0}.items() <= known.items()
