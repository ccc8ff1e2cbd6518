import io

import pytest
from django.core.management import CommandError, call_command
from django.db import connection


def test_command_grants_and_says_so(db):
    output = io.StringIO()
    call_command("grant_app_role", stdout=output)

    assert output.getvalue() == "Rechte vergeben an die Datenbankrolle portal_app.\n"


def test_command_refuses_the_owner(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        owner = cursor.fetchone()[0]

    with pytest.raises(CommandError, match="Die Datenbankrolle ist nicht geeignet"):
        call_command("grant_app_role", role=owner)
