import os
import shutil
import subprocess

import pytest

from ops.folders import LONGEST_BASE, check_base, copy_out, outside_folder, own_folder


def test_own_folder_is_private(base):
    made = own_folder(base / "a" / "b")
    assert made.stat().st_mode & 0o777 == 0o700
    assert made.stat().st_uid == os.geteuid()


def test_own_folder_refuses_a_link(base):
    (base / "real").mkdir()
    (base / "link").symlink_to(base / "real")
    with pytest.raises(SystemExit, match="belongs to somebody else"):
        own_folder(base / "link")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_own_folder_refuses_another_users_folder(base):
    (base / "theirs").mkdir()
    os.chown(base / "theirs", 12345, 12345)
    with pytest.raises(SystemExit, match="belongs to somebody else"):
        own_folder(base / "theirs")


def test_check_base_refuses_what_is_too_long_for_a_socket(base):
    with pytest.raises(SystemExit, match="too long for unix sockets"):
        check_base(base / ("x" * LONGEST_BASE), None)


def test_copy_out_takes_the_program_with_its_libraries(base, monkeypatch):
    monkeypatch.setattr("ops.folders.PROJECT", base)
    program = base / "site" / "wheel" / "bin" / "server"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\necho served\n")
    program.chmod(0o700)
    (base / "site" / "wheel.libs").mkdir()
    (base / "site" / "wheel.libs" / "libx.so").touch(0o600)
    copy = copy_out(program)
    try:
        assert subprocess.check_output([copy]) == b"served\n"
        assert copy.stat().st_mode & 0o777 == 0o755
        assert (copy.parents[2] / "wheel.libs" / "libx.so").stat().st_mode & 0o777 == 0o644
        assert copy_out(program) == copy
    finally:
        shutil.rmtree(outside_folder())
