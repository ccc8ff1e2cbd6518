import re
import subprocess

import psycopg2
import pytest
import yaml

from ops.folders import PROJECT
from ops.services import throwaway

COMPOSE = yaml.safe_load((PROJECT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
OURS = {name: service for name, service in SERVICES.items() if "build" in service}
OTHERS = ("beat", "relay", "sealer", "migrate", "postgres", "redis", "clamav")
ENTRY = (PROJECT / "ops" / "container-entry").read_text()


def script(name, *arguments, **more):
    return subprocess.run(
        [PROJECT / "ops" / name, *arguments], cwd=PROJECT, capture_output=True, text=True, check=False, **more
    )


def test_the_real_topology_is_complete():
    assert set(SERVICES) == {"web", "proofs", "worker", "documents", *OTHERS}
    assert SERVICES["postgres"]["image"].startswith("postgres:15")
    assert SERVICES["redis"]["command"][1:3] == ["--appendonly", "yes"]


@pytest.mark.parametrize("name", sorted(OURS))
def test_every_part_is_a_role_of_the_entry_script(name):
    assert OURS[name]["command"] == [name]
    assert re.search(rf"^{name}\)", ENTRY, re.MULTILINE)


def test_every_part_waits_for_migrate_and_redis():
    waiting = {name for name, part in OURS.items() if set(part["depends_on"]) == {"migrate", "redis"}}
    assert waiting == {"web", "proofs", "worker", "documents", "beat", "relay", "sealer"}


def test_health_checks_call_existing_programs():
    checks = {name: service["healthcheck"]["test"][1] for name, service in SERVICES.items() if "healthcheck" in service}
    assert checks == {
        "web": "ops/container-health",
        "proofs": "ops/container-health",
        "worker": "ops/container-health",
        "documents": "ops/container-health",
        "clamav": "clamdcheck.sh",
        "postgres": "pg_isready",
        "redis": "redis-cli",
    }


def test_every_named_volume_is_declared_and_every_mounted_file_exists():
    mounts = [mount.split(":")[0] for service in SERVICES.values() for mount in service.get("volumes", [])]
    assert {mount for mount in mounts if not mount.startswith(".")} == set(COMPOSE["volumes"])
    assert all((PROJECT / mount).is_file() for mount in mounts if mount.startswith("."))


def networks_of(name):
    return set(SERVICES[name]["networks"])


def test_only_document_workers_reach_the_scanner():
    reaching = {name for name in SERVICES if name != "clamav" and networks_of(name) & networks_of("clamav")}
    assert reaching == {"documents"}


def test_only_who_needs_it_has_a_way_to_the_world():
    ways_out = {name for name, network in COMPOSE["networks"].items() if not (network or {}).get("internal")}
    assert {name for name in SERVICES if networks_of(name) & ways_out} == {"web", "worker", "clamav"}


def test_everybody_reaches_database_and_queue_but_the_scanner():
    assert {name for name in SERVICES if "inside" not in networks_of(name)} == {"clamav"}


def test_streams_under_scan_never_lie_on_a_disk():
    folder = re.search(r"^TemporaryDirectory (\S+)$", (PROJECT / "ops" / "clamd.conf").read_text(), re.MULTILINE)[1]
    assert [mount.split(":")[0] for mount in SERVICES["clamav"]["tmpfs"]] == [folder]


def test_no_part_holds_the_owners_password_but_migrate():
    holders = {name for name, service in SERVICES.items() if "secrets/owner.env" in service.get("env_file", [])}
    assert holders == {"migrate"}


def test_new_secrets_writes_every_env_file_and_never_overwrites(base):
    named = {path for service in SERVICES.values() for path in service.get("env_file", [])}
    assert script("new-secrets", base / "secrets", "portal.example.org").returncode == 0
    written = {path: path.read_text() for path in (base / "secrets").iterdir()}
    assert {f"secrets/{path.name}" for path in written} == named
    assert {path.stat().st_mode & 0o777 for path in written} == {0o600}
    assert script("new-secrets", base / "secrets").returncode == 1
    assert {path: path.read_text() for path in written} == written


@pytest.mark.slow
def test_database_script_makes_two_plain_roles(base):
    names = {"PORTAL_OWNER_ROLE": "owner_x", "PORTAL_APP_ROLE": "app_x", "PORTAL_DB_NAME": "portal_x"}
    passwords = {"PORTAL_OWNER_PASSWORD": "a'b\"c", "PORTAL_APP_PASSWORD": "d"}
    with throwaway(base) as services:
        host = services.environment["PORTAL_DB_HOST"]
        made = script(
            "container-database",
            env={
                "PATH": f"{services.postgres.programs}:/usr/bin:/bin",
                "PGHOST": host,
                "POSTGRES_USER": "portal",
                **names,
                **passwords,
            },
        )
        assert (made.stderr, made.returncode) == ("", 0)
        with (
            psycopg2.connect(host=host, dbname="portal_x", user="owner_x") as connection,
            connection.cursor() as cursor,
        ):
            cursor.execute(
                "SELECT rolname, rolsuper, rolcreatedb FROM pg_roles WHERE rolname IN ('owner_x', 'app_x') ORDER BY 1"
            )
            assert cursor.fetchall() == [("app_x", False, False), ("owner_x", False, False)]
        connection.close()


def test_image_folders_are_private(base):
    assert script("prepare-image", base).returncode == 0
    assert {path.name: path.stat().st_mode & 0o777 for path in (base / "srv").iterdir()} == {
        "files": 0o700,
        "keysets": 0o700,
    }


def test_an_unknown_role_is_refused_with_the_list():
    process = script("container-entry", "database")
    assert (process.returncode, process.stderr) == (
        1,
        "ops/container-entry web|proofs|worker|documents|beat|relay|sealer|migrate|manage COMMAND\n",
    )


def test_every_step_of_the_dockerfile_is_a_script_of_ours():
    steps = re.findall(r"^RUN (.+)$", (PROJECT / "Dockerfile").read_text(), re.MULTILINE)
    programs = [part.split()[0] for step in steps for part in step.split(" && ")]
    assert programs == [
        "ops/install-packages",
        "ops/install-requirements",
        "ops/build-assets",
        "ops/install-packages",
        "ops/prepare-image",
    ]
    assert all((PROJECT / program).stat().st_mode & 0o111 for program in programs)


def test_the_image_does_not_run_as_root():
    assert re.findall(r"^USER (\w+)$", (PROJECT / "Dockerfile").read_text(), re.MULTILINE) == ["portal"]
