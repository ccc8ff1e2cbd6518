import os
import signal
import subprocess
import sys

import psycopg2
import pytest
import redis

from ops.folders import PROJECT
from ops.services import durable, throwaway
from tests.ops.processes_of import processes_of, wait_until

pytestmark = pytest.mark.slow  # every test starts and stops real services


@pytest.fixture(scope="module")
def services():
    with throwaway() as running:
        yield running


def run_services(base, *command, **more):
    return subprocess.Popen(
        [sys.executable, "-m", "ops.services", "run", "--dir", base, "--", *command], cwd=PROJECT, **more
    )


def ask(services, sql, *, user="portal"):
    connection = psycopg2.connect(host=services.environment["PORTAL_DB_HOST"], user=user, dbname="portal")
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchall() if cursor.description else None
    finally:
        connection.close()


def redis_of(services, database=0):
    return redis.Redis(unix_socket_path=str(services.redis.socket), db=database)


def test_run_passes_the_exit_code_on_and_removes_everything(base):
    assert run_services(base, "sh", "-c", "exit 7").wait() == 7
    assert list(base.iterdir()) == []
    assert wait_until(lambda: processes_of(base) == set())


def test_run_names_services_and_folders_in_the_environment(base):
    shown = (
        run_services(
            base, "sh", "-c", "env; ls -d $PORTAL_DATA_DIR $PORTAL_KEYSET_DIR $PORTAL_MAIL_DIR", stdout=subprocess.PIPE
        )
        .communicate()[0]
        .decode()
    )
    (home,) = {
        line.split("=")[1].removesuffix("/run") for line in shown.splitlines() if line.startswith("PORTAL_DB_HOST=")
    }
    assert f"PORTAL_BROKER_URL=redis+socket://{home}/run/redis.sock" in shown
    assert f"PORTAL_CACHE_URL=unix://{home}/run/redis.sock?db=1" in shown
    assert f"\n{home}/data\n{home}/keysets\n{home}/mail\n" in shown


def test_run_says_when_the_command_does_not_exist(base):
    process = run_services(base, "no-such-program", stderr=subprocess.PIPE, text=True)
    assert process.communicate()[1] == "no-such-program: No such file or directory\n"
    assert process.returncode == 127


def test_run_removes_everything_when_it_is_told_to_end(base):
    with run_services(base, "sh", "-c", "echo started; exec sleep 60", stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        process.terminate()
        assert process.wait(120) == 128 + signal.SIGTERM
    assert list(base.iterdir()) == []
    assert wait_until(lambda: processes_of(base) == set())


def test_run_leaves_no_process_even_when_it_is_killed(base):
    with run_services(base, "sh", "-c", "echo started; exec sleep 60", stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        assert len(processes_of(base)) >= 4
        process.kill()
    assert wait_until(lambda: processes_of(base) == set())


def test_the_next_start_removes_what_a_killed_one_left(base):
    left = base / "portal-left"
    left.mkdir()
    (left / "lock").touch()
    os.utime(left, (0, 0))
    with throwaway(base):
        assert not left.exists()


def test_a_start_spares_the_folder_of_a_living_one(base):
    with throwaway(base) as first:
        os.utime(first.state, (0, 0))
        with throwaway(base):
            assert ask(first, "SELECT 1") == [(1,)]


def test_services_have_no_network_door(services):
    assert ask(services, "SHOW listen_addresses") == [("",)]
    assert redis_of(services).config_get("port") == {"port": "0"}
    assert (services.state / "run").stat().st_mode & 0o777 == 0o700


def test_app_role_may_sign_in_but_not_make_tables(services):
    assert ask(services, "SELECT current_user", user="portal_app") == [("portal_app",)]
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(services, "CREATE TABLE own (id int)", user="portal_app")


@pytest.mark.fault
def test_redis_comes_back_after_kill_with_what_was_queued(services):
    redis_of(services).lpush("queue", "task")
    services.redis.kill()
    assert not services.redis.running
    services.redis.start()
    assert redis_of(services).lrange("queue", 0, -1) == [b"task"]


@pytest.mark.fault
def test_postgres_comes_back_after_kill_with_what_was_committed(services):
    ask(services, "CREATE TABLE kept AS SELECT 42 AS answer")
    services.postgres.kill()
    with pytest.raises(psycopg2.OperationalError):
        ask(services, "SELECT 1")
    services.postgres.start()
    assert ask(services, "SELECT answer FROM kept") == [(42,)]


@pytest.mark.slow
def test_durable_services_keep_rows_queue_and_files(base):
    with durable(base) as services:
        ask(services, "CREATE TABLE kept AS SELECT 42 AS answer")
        redis_of(services).lpush("queue", "task")
        assert ask(services, "SHOW fsync") == [("on",)]
        assert services.environment["PORTAL_DATA_DIR"] == str(base / "data")
    assert wait_until(lambda: processes_of(base) == set())
    with durable(base) as services:
        assert ask(services, "SELECT answer FROM kept") == [(42,)]
        assert redis_of(services).lrange("queue", 0, -1) == [b"task"]


@pytest.mark.slow
def test_durable_owner_is_no_superuser_and_a_second_start_is_refused(base):
    with durable(base) as services:
        rights = "SELECT rolsuper, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = current_user"
        assert ask(services, rights) == [(False, False, False)]
        with pytest.raises(SystemExit, match="running already"), durable(base):
            pass
