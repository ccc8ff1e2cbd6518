import pytest
from django.db import ProgrammingError, connection, transaction

from portal.audit.domain.anchoring import anchor_if_due
from portal.audit.domain.sealing import seal_all
from portal.audit.errors import RoleUnfit
from portal.audit.events import ACTOR_SHREDDED, SystemActor
from portal.audit.models import INSERT_ONLY_TABLES, AuditAnchor, AuditSeal
from portal.audit.services import grant_app_role, record, shred_actor


@pytest.fixture
def as_app(db):
    grant_app_role()
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE portal_app")
        yield cursor
        cursor.execute("RESET ROLE")


@pytest.mark.parametrize("table", INSERT_ONLY_TABLES)
@pytest.mark.parametrize(
    "statement",
    ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {}", "ALTER TABLE {} DISABLE TRIGGER ALL", "DROP TABLE {}"],
)
def test_app_may_not_touch_audit_rows(as_app, table, statement):
    column = "id" if table == "audit_auditevent" else "seq"
    with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"), transaction.atomic():
        as_app.execute(statement.format(table).replace("id = id", f"{column} = {column}"))


def test_app_may_record_seal_anchor_and_shred(as_app, actor):
    record(actor, ACTOR_SHREDDED)
    assert seal_all() == 1
    assert anchor_if_due().seq == 1
    assert shred_actor(actor.user_id, actor=SystemActor("retention")) == 1
    assert (AuditSeal.objects.count(), AuditAnchor.objects.count()) == (1, 1)


def test_app_may_not_give_a_key_to_somebody_else(as_app):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        as_app.execute("UPDATE audit_actorkey SET user_id = NULL")


def test_app_may_use_other_tables_but_not_the_migration_history(as_app):
    as_app.execute("INSERT INTO auth_group (name) VALUES ('g')")
    as_app.execute("UPDATE auth_group SET name = 'h'")
    as_app.execute("DELETE FROM auth_group")
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        as_app.execute("DELETE FROM django_migrations")


def test_granting_again_takes_back_what_is_too_much(db):
    with connection.cursor() as cursor:
        cursor.execute("GRANT ALL ON ALL TABLES IN SCHEMA public TO portal_app")
        grant_app_role()
        cursor.execute("SELECT has_table_privilege('portal_app', 'audit_auditevent', 'DELETE')")
        assert cursor.fetchone() == (False,)


def test_missing_role_is_made(db):
    grant_app_role("portal_andere")
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege('portal_andere', 'audit_auditevent', 'INSERT')")
        assert cursor.fetchone() == (True,)


def test_role_that_may_everything_anyway_is_refused(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        owner = cursor.fetchone()[0]

    with pytest.raises(RoleUnfit, match="is a superuser or owns tables"):
        grant_app_role(owner)
