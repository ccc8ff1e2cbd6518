import threading
from itertools import product

import pytest
from django.db import connection
from django.utils import timezone

from applications.domain.lifecycle import ANSWERED, TRANSITIONS, change_status, next_statuses
from applications.enums import ENDED
from applications.enums import ApplicationStatus as Status
from applications.errors import TransitionNotAllowed
from applications.models import Application, StatusChange
from portal.cases.enums import Role
from portal.cases.models import Actor
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db
AT = timezone.now()


@pytest.fixture
def application():
    return ApplicationFactory()


def taken(application, origin, to, role):
    Application.objects.filter(pk=application.pk).update(status=origin)
    try:
        change_status(application=application, to=to, actor=Actor(role=role), at=AT)
    except TransitionNotAllowed:
        return False
    return True


@pytest.mark.parametrize("origin", Status)
def test_exactly_the_steps_of_the_table_can_be_taken(application, origin):
    possible = {(to, role) for to, role in product(Status, Role) if taken(application, origin, to, role)}

    assert possible == {(to, role) for (start, to), roles in TRANSITIONS.items() if start == origin for role in roles}


@pytest.mark.parametrize("origin", Status)
def test_answer_ends_open_requests_only_and_is_for_staff(application, origin):
    Application.objects.filter(pk=application.pk).update(status=origin)
    actor = Actor(role=Role.CASEWORKER)
    if (origin, Status.DECIDED) in ANSWERED:
        change_status(application=application, to=Status.DECIDED, actor=actor, at=AT, is_answer=True)
        assert application.status == Status.DECIDED
        return
    assert origin in ENDED
    with pytest.raises(TransitionNotAllowed):
        change_status(application=application, to=Status.DECIDED, actor=actor, at=AT, is_answer=True)


def test_refused_step_changes_nothing(application):
    assert taken(application, Status.RECEIVED, Status.DECIDED, Role.ADMINISTRATOR) is False

    assert Application.objects.get(pk=application.pk).status == Status.RECEIVED
    assert application.status_changes.count() == 1


def test_change_writes_one_history_row_with_encrypted_note(application):
    change_status(
        application=application, to=Status.IN_REVIEW, actor=Actor(role=Role.CASEWORKER), note="Miete klären", at=AT
    )

    newest = application.status_changes.first()
    assert (newest.from_status, newest.to_status, newest.at, newest.note) == (
        Status.RECEIVED,
        Status.IN_REVIEW,
        AT,
        "Miete klären",
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT note FROM applications_statuschange WHERE id = %s", [newest.pk])
        assert b"Miete" not in bytes(cursor.fetchone()[0])


def test_change_looks_at_the_stored_status_not_at_the_stale_one(application):
    stale = Application.objects.get(pk=application.pk)
    change_status(application=application, to=Status.WITHDRAWN, actor=Actor(role=Role.CLAIMANT), at=AT)

    with pytest.raises(TransitionNotAllowed):
        change_status(application=stale, to=Status.IN_REVIEW, actor=Actor(role=Role.CASEWORKER), at=AT)


@pytest.mark.django_db(transaction=True)
def test_same_step_at_the_same_time_happens_once():
    application = ApplicationFactory()
    results = []

    def take():
        try:
            results.append(
                change_status(application=application, to=Status.ASSIGNED, actor=Actor(role=Role.CASEWORKER), at=AT)
            )
        except TransitionNotAllowed as refused:
            results.append(refused)
        finally:
            connection.close()

    threads = [threading.Thread(target=take) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(type(result).__name__ for result in results) == ["StatusChange", "TransitionNotAllowed"]
    assert StatusChange.objects.filter(application=application, to_status=Status.ASSIGNED).count() == 1


def test_claimant_may_only_withdraw():
    steps = {to for status in Status for to in next_statuses(status=status, role=Role.CLAIMANT)}

    assert steps == {Status.WITHDRAWN}


def test_every_status_can_be_reached_and_left():
    assert {to for _, to in TRANSITIONS} | {Status.RECEIVED} == set(Status)
    assert {origin for origin, _ in TRANSITIONS} == set(Status)


def test_what_ends_an_application_is_taken_back_by_leads_only():
    assert [
        to for status in ENDED for to in next_statuses(status=status, role=Role.CASEWORKER) if to not in ENDED
    ] == []


def test_usual_step_stands_first():
    first = {status: next_statuses(status=status, role=Role.TEAM_LEAD)[0] for status in Status}

    assert (first[Status.DECISION_PENDING], first[Status.DECIDED]) == (Status.DECIDED, Status.CLOSED)
    assert [status for status in Status if first[status] is Status.WITHDRAWN] == []


def test_decided_application_is_reopened_by_leads_only():
    assert next_statuses(status=Status.DECIDED, role=Role.CASEWORKER) == (Status.CLOSED,)
    assert next_statuses(status=Status.DECIDED, role=Role.TEAM_LEAD) == (Status.CLOSED, Status.IN_REVIEW)
