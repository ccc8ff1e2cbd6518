"""What the portal's database role may do."""

from django.db import connection, transaction
from django.db.utils import ProgrammingError

from portal.audit.errors import RoleUnfit
from portal.audit.models import INSERT_ONLY_TABLES, ActorKey

APP_ROLE = "portal_app"


@transaction.atomic
def grant_app_role(role: str = APP_ROLE) -> None:
    """Give ``role`` exactly what the portal needs in the current schema; run it after every migration.

    Read and write everywhere, but only insert and read in the audit tables, no changing of actor keys, and no writing
    of the migration history. Makes the role if it may. Raises RoleUnfit when the role cannot be made, is a superuser or
    owns tables (grants would not hold it).
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = %s", [role])
        found = cursor.fetchone()
        cursor.execute("SELECT EXISTS (SELECT FROM pg_tables WHERE tableowner = %s)", [role])
        if (found and found[0]) or cursor.fetchone()[0]:
            raise RoleUnfit(f"{role} is a superuser or owns tables")
        if not found:
            _make(role)
        for statement in _statements(connection.introspection.table_names(cursor)):
            cursor.execute(statement.format(role=connection.ops.quote_name(role)))


def _statements(tables: list[str]) -> list[str]:
    """The grants, each with ``{role}`` to be filled in."""
    quote = connection.ops.quote_name
    read_only = ["django_migrations"]
    narrower = dict.fromkeys(INSERT_ONLY_TABLES, "UPDATE, DELETE")
    narrower |= dict.fromkeys(read_only, "INSERT, UPDATE, DELETE")
    narrower |= {ActorKey._meta.db_table: "UPDATE"}
    return [
        "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}",
        "GRANT USAGE ON SCHEMA public TO {role}",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
        "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
        *(f"REVOKE {rights} ON {quote(table)} FROM {{role}}" for table, rights in narrower.items() if table in tables),
    ]


def _make(role: str) -> None:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"CREATE ROLE {connection.ops.quote_name(role)} LOGIN")
    except ProgrammingError:
        raise RoleUnfit(f"{role} is missing and this role may not make it") from None
