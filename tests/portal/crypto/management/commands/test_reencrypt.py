import io
import os

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from portal.cases.models import Person
from portal.crypto.services import rotate_keyset
from tests.factories.cases import PersonFactory

pytestmark = pytest.mark.django_db


def run(*args, **options):
    output = io.StringIO()
    call_command("reencrypt", *args, stdout=output, **options)
    return output.getvalue().splitlines()


def test_command_moves_what_waits_and_says_how_much():
    person = PersonFactory()
    rotate_keyset("fields")

    assert "cases.Person: 1 von 1 umgezogen" in run()
    assert Person.objects.get(pk=person.pk).name == person.name
    assert run() == []


def test_command_rotates_and_moves_in_one_go(keyset_dir):
    PersonFactory()
    os.utime(keyset_dir / "fields.json", (0, 0))

    said = run("fields", rotate=True)

    assert said[0].startswith("Neuer Schlüssel ")
    assert "cases.Person: 1 von 1 umgezogen" in said


def test_command_goes_on_with_a_move_instead_of_another_key(keyset_dir):
    PersonFactory()
    rotate_keyset("fields")
    before = (keyset_dir / "fields.json").read_text()

    assert run("fields", rotate=True)[0] == "fields: Der letzte Umzug ist noch nicht fertig, er geht weiter."
    assert (keyset_dir / "fields.json").read_text() == before


def test_command_rotates_once_a_day(keyset_dir):
    before = (keyset_dir / "fields.json").read_text()

    assert run("fields", rotate=True) == ["fields: Der neueste Schlüssel ist noch keinen Tag alt, er bleibt."]
    assert (keyset_dir / "fields.json").read_text() == before


def test_command_ends_with_an_error_for_what_does_not_open():
    PersonFactory()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE cases_person SET name = set_byte(name, 20, get_byte(name, 20) # 1)")
    rotate_keyset("fields")

    with pytest.raises(CommandError, match=r"^1 Stück lassen sich nicht öffnen"):
        run()


@pytest.mark.parametrize(("args", "says"), [((), "nennen Sie die Schlüsselbunde"), (("nix",), "nix")])
def test_command_wants_names_it_knows(args, says):
    with pytest.raises(CommandError, match=says):
        run(*args, rotate=True)
