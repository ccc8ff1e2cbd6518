import uuid

import pytest
from django.contrib.auth.models import Group
from django.db import DataError, connection, transaction

from portal.audit.errors import UnknownEventType
from portal.audit.events import ACTOR_SHREDDED, EventType, ShredRule, SystemActor, UserActor
from portal.audit.models import ActorKey, AuditEvent
from portal.audit.services import current_request_id, record, record_for_cases, request_id, shred_actor
from tests.portal.races import Race


def test_event_says_who_what_for_and_when(db, actor):
    case_id = uuid.uuid4()
    group = Group.objects.create(name="g")
    with request_id("anfrage-1"):
        record(actor, ACTOR_SHREDDED, subject=group, case_id=case_id)
    event = AuditEvent.objects.get()

    assert (event.role, event.purpose, event.event) == ("caseworker", "triage", "actor.shredded")
    assert (event.subject_type, event.subject_id, event.case_id) == ("auth.group", str(group.pk), case_id)
    assert (event.request_id, current_request_id()) == ("anfrage-1", "")
    assert ActorKey.objects.get(key=event.actor_key).user_id == actor.user_id


def test_event_takes_one_statement_from_the_first_on(db, actor, django_assert_num_queries):
    with django_assert_num_queries(2):
        record(actor, ACTOR_SHREDDED)
        record(actor, ACTOR_SHREDDED)

    assert AuditEvent.objects.values("actor_key").distinct().count() == 1
    assert ActorKey.objects.count() == 1


def test_people_have_different_keys_which_are_not_their_ids(db):
    people = [UserActor(uuid.uuid4(), "claimant") for _ in range(2)]
    for person in people:
        record(person, ACTOR_SHREDDED)
    keys = set(AuditEvent.objects.values_list("actor_key", flat=True))

    assert len(keys) == 2
    assert keys.isdisjoint(person.user_id for person in people)


def test_background_work_is_named(db):
    record(SystemActor("documents.scan", "upload check"), ACTOR_SHREDDED)

    assert ActorKey.objects.get().description == "documents.scan"
    assert AuditEvent.objects.get().role == "system"


class Guest:
    user_id = None
    role = "guest"
    purpose = ""
    key = "geheimer-schluessel"


def test_guests_key_is_not_kept_in_the_clear(db):
    record(Guest, ACTOR_SHREDDED)
    record(Guest, ACTOR_SHREDDED)
    description = ActorKey.objects.get().description

    assert description.startswith("guest:")
    assert len(description) == 30
    assert "geheim" not in description


def test_event_goes_with_a_rolled_back_transaction(db, actor):
    with transaction.atomic():
        record(actor, ACTOR_SHREDDED)
        transaction.set_rollback(True)

    assert not AuditEvent.objects.exists()


def test_undeclared_type_is_not_written(db, actor):
    with pytest.raises(UnknownEventType):
        record(actor, EventType("not.declared", "", ShredRule.NEVER))
    assert not AuditEvent.objects.exists()


def test_role_that_is_too_long_is_refused(db):
    with pytest.raises(DataError):
        record(UserActor(uuid.uuid4(), role="x" * 33), ACTOR_SHREDDED)


def test_shredding_destroys_the_link_and_keeps_the_events(db, actor):
    record(actor, ACTOR_SHREDDED)
    key = AuditEvent.objects.get().actor_key

    assert shred_actor(actor.user_id, actor=SystemActor("retention")) == 1
    assert not ActorKey.objects.filter(key=key).exists()
    assert AuditEvent.objects.filter(actor_key=key).count() == 1
    assert AuditEvent.objects.last().subject_id == ""


def test_user_seen_again_after_shredding_gets_a_new_key(db, actor):
    record(actor, ACTOR_SHREDDED)
    shred_actor(actor.user_id, actor=SystemActor("retention"))
    record(actor, ACTOR_SHREDDED)
    keys = AuditEvent.objects.filter(role="caseworker").order_by("id").values_list("actor_key", flat=True)

    assert keys[0] != keys[1]


@pytest.mark.django_db(transaction=True)
def test_opposite_order_of_row_and_event_does_not_deadlock(actor):
    row = Group.objects.create(name="g")

    def row_then_event(meet):
        Group.objects.select_for_update().get(pk=row.pk)
        meet()
        record(actor, ACTOR_SHREDDED)

    def event_then_row(meet):
        record(actor, ACTOR_SHREDDED)
        meet()
        Group.objects.select_for_update().get(pk=row.pk)

    assert Race(row_then_event, event_then_row).run() == [None, None]
    assert AuditEvent.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_events_never_wait_for_each_other(actor):
    def event_while_other_is_open(meet):
        record(actor, ACTOR_SHREDDED)
        meet()
        record(actor, ACTOR_SHREDDED)
        meet()

    assert Race(event_while_other_is_open, event_while_other_is_open).run() == [None, None]
    assert AuditEvent.objects.count() == 4
    assert shred_actor(actor.user_id, actor=SystemActor("retention")) == ActorKey.objects.count() + 1


def test_race_notices_a_deadlock(transactional_db):
    rows = [Group.objects.create(name=name) for name in "ab"]

    def crosswise(first, second):
        def work(meet):
            Group.objects.select_for_update().get(pk=first.pk)
            meet()
            Group.objects.select_for_update().get(pk=second.pk)

        return work

    outcome = Race(crosswise(*rows), crosswise(*reversed(rows))).run()
    assert sorted(type(error).__name__ for error in outcome) == ["NoneType", "OperationalError"]
    assert connection.connection is not None


def test_same_event_of_many_cases_takes_one_statement(db, actor, django_assert_num_queries):
    cases = [uuid.uuid4(), uuid.uuid4()]
    with django_assert_num_queries(1):
        record_for_cases(actor, ACTOR_SHREDDED, case_ids=[*cases, cases[0]])

    assert set(AuditEvent.objects.values_list("case_id", flat=True)) == set(cases)
    assert ActorKey.objects.count() == 1
