import re

import pytest

from ops.folders import PROJECT

LOCKS = sorted((PROJECT / "requirements").glob("*.txt"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_lock_names_no_index_and_no_host(lock):
    assert not re.search(r"--(index-url|extra-index-url|find-links|trusted-host)|https?://|file:", lock.read_text())


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_lock_pins_every_package_with_a_hash(lock):
    entries = re.split(r"\n(?=[A-Za-z0-9])", lock.read_text().strip())
    wrong = [
        entry.splitlines()[0]
        for entry in entries
        if not re.match(r"[\w.-]+(\[.+\])?==\S+ .*?--hash=sha256:[0-9a-f]{64}", entry, re.DOTALL)
    ]
    assert wrong == []


@pytest.mark.parametrize("source", sorted((PROJECT / "requirements").glob("*.in")), ids=lambda path: path.name)
def test_everything_asked_for_is_locked(source):
    asked = {
        re.split(r"[\[=<>~;# ]", line)[0].lower()
        for line in source.read_text().splitlines()
        if line and line[0] not in "#-"
    }
    locked = set(re.findall(r"^([\w.-]+)==", source.with_suffix(".txt").read_text(), re.MULTILINE))
    assert asked - {name.split("[")[0] for name in locked} == set()


def test_packages_in_two_locks_have_one_version():
    pins = {path.name: dict(re.findall(r"^([\w.-]+)==(\S+)", path.read_text(), re.MULTILINE)) for path in LOCKS}
    both = pins["runtime.txt"].keys() & pins["dev.txt"].keys()
    assert {name for name in both if pins["runtime.txt"][name] != pins["dev.txt"][name]} == set()
