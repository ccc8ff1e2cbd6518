import io

import pytest
from django.core.management import CommandError, call_command

from portal.audit.domain.anchoring import anchor_file, anchor_if_due
from portal.audit.domain.sealing import seal_all
from portal.audit.events import ACTOR_SHREDDED
from portal.audit.services import record


@pytest.fixture
def trail(db, actor):
    for _ in range(3):
        record(actor, ACTOR_SHREDDED)
    seal_all()
    anchor_if_due()
    record(actor, ACTOR_SHREDDED)


def run(*arguments):
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("audit", "verify", *arguments, stdout=out, stderr=err, no_color=True)
    except CommandError as error:
        return out.getvalue(), err.getvalue() + str(error), error.returncode
    return out.getvalue(), err.getvalue(), 0


def test_whole_trail_ends_with_zero(trail):
    assert run() == (
        "3 gesiegelt, davon 0 nach dem letzten Anker; 1 noch ohne Siegel.\nDas Protokoll ist unversehrt.\n",
        "",
        0,
    )


def test_findings_are_named_and_end_with_one(trail, tampering):
    with tampering() as cursor:
        cursor.execute(
            "UPDATE audit_auditevent SET role = 'x' WHERE id = (SELECT event_id FROM audit_auditseal WHERE seq = 1)"
        )
        cursor.execute("DELETE FROM audit_auditseal WHERE seq > 1")

    assert run() == (
        "1 gesiegelt, davon 0 nach dem letzten Anker; 3 noch ohne Siegel.\n",
        """Nr. 1: Der Eintrag wurde nach dem Siegeln geändert.
Nr. 2–3: Das Ende der Kette wurde abgeschnitten; ein Anker belegt es.
Das Protokoll ist nicht unversehrt: 2 Befunde.""",
        1,
    )


def test_copy_of_the_anchor_file_can_be_used(trail, folders, tampering):
    copy = folders / "copy.jsonl"
    anchor_file().rename(copy)
    with tampering() as cursor:
        cursor.execute("DELETE FROM audit_auditseal WHERE seq > 1")

    assert "Nr. 2–3: Das Ende der Kette wurde abgeschnitten" in run("--anchors", str(copy))[1]


def test_unreadable_anchor_file_is_named(trail):
    anchor_file().write_text("kaputt\n")

    assert run() == ("", "Die Ankerdatei anchors.jsonl ist nicht lesbar.", 1)
