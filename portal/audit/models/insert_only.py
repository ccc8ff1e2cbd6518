"""Tables that take rows and never give them up.

Two locks: triggers, which also hold against the owner's slips, and grants (``manage.py grant_app_role``), which hold
against the portal itself. The owner of the tables can remove both; against that there are anchors in a second place.
"""

import pgtrigger

INSERT_ONLY_TABLES = ("audit_auditevent", "audit_auditseal", "audit_auditanchor")


def insert_only_triggers() -> list[pgtrigger.Trigger]:
    """Refuse UPDATE, DELETE and TRUNCATE.

    Emptying is let through only in a session with ``portal.allow_truncate = on``: test databases are emptied that way.
    """
    return [
        pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        pgtrigger.Trigger(
            name="no_truncate",
            level=pgtrigger.Statement,
            when=pgtrigger.Before,
            operation=pgtrigger.Truncate,
            func="""
                IF current_setting('portal.allow_truncate', true) = 'on' THEN RETURN NULL; END IF;
                RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
            """,
        ),
    ]
