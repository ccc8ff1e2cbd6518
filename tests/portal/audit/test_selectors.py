import uuid
from datetime import timedelta

from django.db.models.functions import Now
from django.utils import timezone

from portal.audit.domain.sealing import seal_all, seal_batch
from portal.audit.events import ACTOR_SHREDDED, SystemActor
from portal.audit.models import AuditEvent, AuditSeal
from portal.audit.selectors import (
    actors_behind,
    events_for_case,
    unsealed_age,
    unsealed_events,
)
from portal.audit.services import record


def test_events_of_a_case_come_newest_first(db, actor):
    case_id = uuid.uuid4()
    record(actor, ACTOR_SHREDDED, case_id=case_id)
    record(actor, ACTOR_SHREDDED, case_id=uuid.uuid4())
    record(SystemActor("retention"), ACTOR_SHREDDED, case_id=case_id)

    assert [event.role for event in events_for_case(case_id)] == ["system", "caseworker"]


def test_actors_behind_events_are_found_in_one_query(db, django_assert_num_queries):
    record(SystemActor("retention"), ACTOR_SHREDDED)
    keys = [AuditEvent.objects.get().actor_key, uuid.uuid4()]
    with django_assert_num_queries(1):
        names = {key: actor.description for key, actor in actors_behind(keys).items()}

    assert names == {keys[0]: "retention"}


def test_age_is_none_before_anything_happened(db):
    assert unsealed_age() is None


def test_age_tells_how_late_the_sealer_is(db, actor):
    before = timezone.now()
    record(actor, ACTOR_SHREDDED)
    assert timedelta(0) < unsealed_age() < timezone.now() - before
    seal_all()
    assert unsealed_age() is None


def test_event_later_than_an_hour_is_left_to_the_thorough_run(db, actor):
    record(actor, ACTOR_SHREDDED)
    record(actor, ACTOR_SHREDDED)
    late, sealed = AuditEvent.objects.order_by("id")
    AuditSeal.objects.create(
        seq=1, event=sealed, previous_hash=bytes(32), hash=bytes(32), sealed_at=Now() - timedelta(hours=2)
    )

    assert list(unsealed_events()) == []
    assert list(unsealed_events(thorough=True)) == [late]
    assert (seal_batch(), seal_batch(thorough=True)) == (0, 1)
