"""What the child does to itself before it looks at a file: limits, no network, no other files, no other programs.

Each wall stands by itself, so that a container that refuses one keeps the others. Numbers come from the Linux headers.
"""

import ctypes
import os
import platform
import resource
import signal
import struct
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

_LIBC: Final = ctypes.CDLL(None, use_errno=True)

_CLONE_NEWIPC, _CLONE_NEWUSER, _CLONE_NEWNET = 0x08000000, 0x10000000, 0x40000000
_PR_SET_PDEATHSIG, _PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS = 1, 22, 38
_SECCOMP_MODE_FILTER = 2


class WallMissing(Exception):
    """The kernel refuses a wall that must stand. The text is for the operator."""


def raise_all(folder: Path, *, parent: int, limits: Mapping[str, int], unsealed: bool = False) -> tuple[str, ...]:
    """Shut this process in with ``folder``, the only place it may write to; returns the names of what holds.

    ``parent``: the process that must live. ``limits``: bytes, seconds and numbers by ``resource`` name.
    ``unsealed``: go on although the network could not be shut off. Raises WallMissing.
    """
    os.umask(0o077)
    standing = [name for name, build in (("namespace", _leave_networks), ("privileges", _drop_privileges)) if build()]
    _die_with(parent)
    _limit(limits)
    standing += [name for name, built in (("files", _see_only(folder)), ("calls", _filter_calls())) if built]
    if not {"namespace", "calls"} & set(standing) and not unsealed:
        raise WallMissing("The kernel permits neither a network namespace nor a seccomp filter.")
    return tuple(standing)


def _limit(limits: Mapping[str, int]) -> None:
    for name, most in limits.items():
        number = getattr(resource, f"RLIMIT_{name}")
        _soft, hard = resource.getrlimit(number)
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(number, (bound, bound))


def _leave_networks() -> bool:
    """Into namespaces without any network device; as an ordinary user this takes a user namespace as well."""
    return any(_LIBC.unshare(flags | _CLONE_NEWNET | _CLONE_NEWIPC) == 0 for flags in (_CLONE_NEWUSER, 0))


def _drop_privileges() -> bool:
    """No program that is started can gain rights, and what root or a namespace gave is laid down."""
    if _LIBC.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        raise WallMissing("The kernel does not know no_new_privs.")
    header = struct.pack("=Ii", 0x20080522, 0)  # _LINUX_CAPABILITY_VERSION_3, this process
    return bool(_LIBC.capset(header, bytes(24)) == 0)


def _die_with(parent: int) -> None:
    """After the credentials have changed for the last time: changing them forgets the death signal."""
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        raise WallMissing("The portal's process is gone.")


# ---------------------------------------------------------------- Landlock: which files
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same on every architecture
_READ_FILE, _READ_DIR, _WRITE_FILE = 1 << 2, 1 << 3, 1 << 1
_IN_OWN_FOLDER = _READ_FILE | _READ_DIR | _WRITE_FILE | 1 << 5 | 1 << 8  # remove and make plain files
_TRUNCATE = 1 << 14  # since version 3
_ALL_BY_VERSION = {1: 13, 2: 14, 3: 15, 4: 15}  # how many kinds of access a version knows; 16 from version 5
_ALL_NEWEST = 16


def _see_only(folder: Path) -> bool:
    """Nothing but Python, libraries, our code and fonts can be read, nothing but ``folder`` written."""
    version = _LIBC.syscall(_CREATE_RULESET, None, 0, 1)
    if version < 1:
        return False
    handled = (1 << _ALL_BY_VERSION.get(version, _ALL_NEWEST)) - 1
    network = 3 if version >= 4 else 0  # noqa: PLR2004 -- version 4: binding and connecting by TCP
    scoped = 3 if version >= 6 else 0  # noqa: PLR2004 -- version 6: abstract sockets and signals to others
    attributes = struct.pack("=QQQ", handled, network, scoped)
    length = 24 if scoped else 16 if network else 8
    ruleset = _LIBC.syscall(_CREATE_RULESET, attributes, length, 0)
    if ruleset < 0:
        return False
    try:
        for place in _readable():
            _permit(ruleset, place, _READ_FILE | _READ_DIR)
        _permit(ruleset, Path("/dev/urandom"), _READ_FILE)  # qpdf wants it to decrypt
        _permit(ruleset, folder, (_IN_OWN_FOLDER | _TRUNCATE) & handled)
        return bool(_LIBC.syscall(_RESTRICT_SELF, ruleset, 0) == 0)
    finally:
        os.close(ruleset)


def _readable() -> Iterable[Path]:
    """Folders of Python, of system libraries and of the portal's code; never one that holds keys or data."""
    package = Path(__file__).resolve().parents[3]  # portal/
    python = {sys.prefix, sys.base_prefix, sys.exec_prefix, *(path for path in sys.path if "site-packages" in path)}
    return [package, *map(Path, sorted(python)), *map(Path, ("/usr", "/lib", "/lib64"))]


def _permit(ruleset: int, place: Path, access: int) -> None:
    try:
        descriptor = os.open(place, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        _LIBC.syscall(_ADD_RULE, ruleset, 1, struct.pack("=Qi", access, descriptor), 0)
    finally:
        os.close(descriptor)


# ---------------------------------------------------------------- seccomp: which calls of the kernel
_EPERM, _ENOSYS = 1, 38
_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_CLONE_THREAD = 0x00010000
_X32 = 0x40000000
_CALLS: Final[dict[str, tuple[int, int]]] = {  # name: number on x86_64, on aarch64; -1: there is none
    "socket": (41, 198),
    "socketpair": (53, 199),
    "connect": (42, 203),
    "fork": (57, -1),
    "vfork": (58, -1),
    "execve": (59, 221),
    "execveat": (322, 281),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "kill": (62, 129),
    "tkill": (200, 130),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    "pidfd_open": (434, 434),
    "pidfd_send_signal": (424, 424),
    "pidfd_getfd": (438, 438),
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "keyctl": (250, 219),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "open_by_handle_at": (304, 265),
}
_CLONE, _CLONE3, _PRLIMIT = (56, 220), (435, 435), (302, 261)


def _filter_calls() -> bool:
    """No sockets, no programs, no processes (threads may be), no hand on other processes."""
    machine = platform.machine()
    if machine not in _ARCHITECTURES or sys.maxsize < 1 << 32:
        return False
    program = _program(_ARCHITECTURES[machine], 0 if machine == "x86_64" else 1)
    code = ctypes.create_string_buffer(program, len(program))
    filters = struct.pack("@HxxxxxxP", len(program) // 8, ctypes.addressof(code))
    return bool(_LIBC.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, filters, 0, 0) == 0)


def _program(architecture: int, column: int) -> bytes:
    """Classic BPF over ``struct seccomp_data``: number at byte 0, architecture at 4, arguments from 16."""
    steps = [
        _load(4), _if_equal(architecture, 1), _refuse(_EPERM),
        _load(0), _if_below(_X32, 1), _refuse(_EPERM),
        # glibc falls back from clone3, whose flags a filter cannot see, to clone
        _if_not_equal(_CLONE3[column], 1), _refuse(_ENOSYS),
    ]  # fmt: skip
    for numbers in _CALLS.values():
        if numbers[column] >= 0:
            steps += [_if_not_equal(numbers[column], 1), _refuse(_EPERM)]
    steps += [_if_not_equal(_CLONE[column], 4), _load(16), _if_any(_CLONE_THREAD, 1), _refuse(_EPERM), _load(0)]
    steps += [_if_not_equal(_PRLIMIT[column], 4), _load(16), _if_equal(0, 1), _refuse(_EPERM), _load(0)]
    return b"".join([*steps, _step(0x06, 0x7FFF0000)])  # SECCOMP_RET_ALLOW


def _step(code: int, value: int, when_true: int = 0, when_false: int = 0) -> bytes:
    return struct.pack("=HBBI", code, when_true, when_false, value)


def _load(offset: int) -> bytes:
    return _step(0x20, offset)


def _refuse(number: int) -> bytes:
    return _step(0x06, 0x00050000 | number)  # SECCOMP_RET_ERRNO


def _if_equal(value: int, skip: int) -> bytes:
    return _step(0x15, value, skip, 0)


def _if_not_equal(value: int, skip: int) -> bytes:
    return _step(0x15, value, 0, skip)


def _if_below(value: int, skip: int) -> bytes:
    return _step(0x35, value, 0, skip)


def _if_any(bits: int, skip: int) -> bytes:
    return _step(0x45, bits, skip, 0)
