import logging

from django.core.management import call_command

from portal.audit.events import ACTOR_SHREDDED
from portal.audit.models import AuditAnchor, AuditSeal
from portal.audit.services import record


def test_once_seals_and_anchors_what_is_there(db, actor):
    record(actor, ACTOR_SHREDDED)
    call_command("seal_audit", once=True)

    assert (AuditSeal.objects.count(), AuditAnchor.objects.count()) == (1, 1)


def test_sealing_goes_on_when_the_anchor_cannot_be_made(db, actor, folders, caplog):
    (folders / "data").write_text("no folder")
    record(actor, ACTOR_SHREDDED)
    with caplog.at_level(logging.ERROR):
        call_command("seal_audit", once=True)

    assert (AuditSeal.objects.count(), AuditAnchor.objects.count()) == (1, 0)
    assert [entry.getMessage() for entry in caplog.records] == [
        "audit anchor could not be made: anchors.jsonl: Not a directory"
    ]
