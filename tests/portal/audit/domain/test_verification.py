from datetime import timedelta

import pytest
from django.db import transaction

from portal.audit.domain.anchoring import anchor_file, anchor_if_due
from portal.audit.domain.sealing import seal_all
from portal.audit.domain.verification import Fault, Finding, Verification, verify
from portal.audit.events import ACTOR_SHREDDED, SystemActor
from portal.audit.models import ActorKey
from portal.audit.services import record, shred_actor


@pytest.fixture
def trail(db, actor):
    """Four sealed events, the first three anchored, a fifth without a seal."""
    for _ in range(3):
        record(actor, ACTOR_SHREDDED)
    seal_all()
    anchor_if_due()
    record(actor, ACTOR_SHREDDED)
    seal_all()
    record(actor, ACTOR_SHREDDED)


def found():
    return verify(anchor_file()).findings


def test_untouched_trail_is_whole(trail):
    assert verify(anchor_file()) == Verification(findings=(), sealed=4, after_anchor=1, unsealed=1)


def test_trail_is_whole_after_its_actor_was_shredded(trail, actor):
    shred_actor(actor.user_id, actor=SystemActor("retention"))
    seal_all()

    assert not ActorKey.objects.filter(user_id=actor.user_id).exists()
    assert verify(anchor_file()) == Verification(findings=(), sealed=6, after_anchor=3, unsealed=0)


@pytest.mark.parametrize(
    "change",
    [
        "role = 'x'",
        "at = at + interval '1 us'",
        "actor_key = gen_random_uuid()",
        "case_id = gen_random_uuid()",
        "event = 'x'",
        "subject_id = 'x'",
        "purpose = 'x'",
        "request_id = 'x'",
        "subject_type = 'x'",
    ],
)
def test_changed_event_is_found(trail, tampering, change):
    with tampering() as cursor:
        cursor.execute(
            f"UPDATE audit_auditevent SET {change} WHERE id = (SELECT event_id FROM audit_auditseal WHERE seq = 2)"  # noqa: S608 -- our own text
        )

    assert found() == (Finding(Fault.CHANGED, 2, 2),)


def test_events_that_changed_places_are_found(trail, tampering):
    with tampering() as cursor:
        cursor.execute("UPDATE audit_auditseal SET event_id = -event_id WHERE seq IN (2, 3)")
        cursor.execute(
            "UPDATE audit_auditseal s SET event_id = -o.event_id FROM audit_auditseal o WHERE s.seq IN (2, 3) AND o.seq = 5 - s.seq"
        )

    assert found() == (Finding(Fault.CHANGED, 2, 2), Finding(Fault.CHANGED, 3, 3))


def test_seal_missing_from_the_middle_is_found(trail, tampering):
    with tampering() as cursor:
        cursor.execute("DELETE FROM audit_auditseal WHERE seq = 2")

    assert found() == (Finding(Fault.MISSING, 2, 2),)


def test_event_missing_from_the_middle_is_found(trail, tampering):
    with transaction.atomic():
        with tampering() as cursor:
            cursor.execute(
                "DELETE FROM audit_auditevent WHERE id = (SELECT event_id FROM audit_auditseal WHERE seq = 2)"
            )

        assert found() == (Finding(Fault.MISSING, 2, 2),)
        transaction.set_rollback(True)  # the foreign key would be checked at the end


def test_cut_off_end_is_found_by_the_anchor(trail, tampering):
    with tampering() as cursor:
        cursor.execute("DELETE FROM audit_auditevent WHERE id IN (SELECT event_id FROM audit_auditseal WHERE seq >= 2)")
        cursor.execute("DELETE FROM audit_auditseal WHERE seq >= 2")

    assert found() == (Finding(Fault.CUT_OFF, 2, 3),)


def test_cut_off_end_is_found_by_the_file_when_the_anchor_is_cut_off_too(trail, tampering):
    with tampering() as cursor:
        cursor.execute("DELETE FROM audit_auditseal WHERE seq >= 2")
        cursor.execute("DELETE FROM audit_auditanchor")

    assert found() == (Finding(Fault.LOST_ANCHOR, 3, 3), Finding(Fault.CUT_OFF, 2, 3))


def test_chain_written_anew_is_found(trail, tampering, actor):
    with tampering() as cursor:
        cursor.execute("UPDATE audit_auditevent SET role = 'x'")
        cursor.execute("DELETE FROM audit_auditseal")
    seal_all()

    assert found() == (Finding(Fault.REWRITTEN, 3, 3),)


def test_seal_that_does_not_follow_on_is_found(trail, tampering):
    with tampering() as cursor:
        cursor.execute("UPDATE audit_auditseal SET previous_hash = sha256('x') WHERE seq = 4")

    assert found() == (Finding(Fault.CHANGED, 4, 4), Finding(Fault.REWRITTEN, 4, 4))


def test_forged_anchor_is_found(trail, tampering):
    with tampering() as cursor:
        cursor.execute("UPDATE audit_auditanchor SET mac = sha256('x')")

    assert found() == (Finding(Fault.FALSE_ANCHOR, 3, 3),)


def test_missing_anchor_file_is_found(trail):
    anchor_file().unlink()

    assert found() == (Finding(Fault.LOST_ANCHOR, 3, 3),)


def test_second_anchor_covers_the_rest(trail):
    seal_all()
    anchor_if_due(interval=timedelta(0))

    assert verify(anchor_file()) == Verification(findings=(), sealed=5, after_anchor=0, unsealed=0)
