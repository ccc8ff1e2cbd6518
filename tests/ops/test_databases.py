import os
from pathlib import Path

import pytest

from ops.databases import Redis, ServiceError, find_postgres, find_redis, runnable
from ops.processes import Account, service_account


def test_a_chosen_program_comes_before_all_others(base, monkeypatch):
    for name in ("initdb", "postgres", "my-redis"):
        (base / name).touch(0o755)
    monkeypatch.setenv("PORTAL_PG_BIN", str(base))
    monkeypatch.setenv("PORTAL_REDIS_SERVER", str(base / "my-redis"))
    assert find_postgres(None) == base
    assert find_redis(None) == base / "my-redis"


def test_a_chosen_folder_without_postgres_is_refused(base, monkeypatch):
    monkeypatch.setenv("PORTAL_PG_BIN", str(base))
    with pytest.raises(SystemExit, match="No PostgreSQL here"):
        find_postgres(None)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root lends an account")
def test_a_program_the_account_can_reach_is_used_where_it_is():
    assert runnable(Path("/bin/true"), service_account()) == Path("/bin/true")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_an_account_cannot_run_what_lies_in_a_closed_folder(base):
    base.chmod(0o700)
    (base / "program").write_text("#!/bin/sh\n")
    (base / "program").chmod(0o755)
    assert not Account("nobody", 65534, 65534).may_run(base / "program")


def test_a_service_that_cannot_start_shows_its_log(base, monkeypatch):
    (base / "broken").write_text("#!/bin/sh\necho the disk is on fire\nexit 1\n")
    (base / "broken").chmod(0o755)
    monkeypatch.setenv("PORTAL_REDIS_SERVER", str(base / "broken"))
    service = Redis(base, base, None, lasting=False, safe_writes=False)
    with pytest.raises(ServiceError, match="redis ended at once:\nthe disk is on fire"):
        service.start()
