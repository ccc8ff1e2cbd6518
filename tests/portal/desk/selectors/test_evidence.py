import datetime

import pytest
from django.utils import timezone

from mailbox.enums import AnswerKind
from mailbox.services.evidence import ask_for_time, withdraw_request
from portal.desk.selectors.evidence import (
    ALL,
    MINE,
    TEAM,
    answered_by,
    due_requests,
    figures,
    papers_of_request,
    request_in_full,
    requests_of_case,
)
from tests.factories.cases import CaseFactory, staff_actor
from tests.factories.evidence import LEASE, STATEMENTS, asked, drafted, overdue

pytestmark = pytest.mark.django_db


def test_numbers_of_a_case(jobcenter, worker):
    case = CaseFactory(jobcenter=jobcenter)
    found = asked(STATEMENTS, LEASE, case=case)
    found.answer(1)
    found.answer(2, AnswerKind.BY_POST)
    thrown_away = drafted(LEASE, case=case)
    withdraw_request(actor=thrown_away.staff, request=thrown_away.request)

    (row,) = requests_of_case(staff_actor(worker), case.pk)

    assert (row.total, row.settled, row.missing, row.announced, row.to_look_at, row.wishes) == (2, 0, 1, 1, 1, 0)


def test_what_waits_is_counted_once_and_listed(jobcenter, worker):
    actor = staff_actor(worker)
    late = overdue(asked(STATEMENTS, LEASE, case=CaseFactory(jobcenter=jobcenter, responsible=worker)))
    today = timezone.localdate()
    ask_for_time(actor=late.claimant, request=late.request, token="1", until=today + datetime.timedelta(days=30))
    asked(LEASE, case=CaseFactory(jobcenter=jobcenter))

    numbers = figures(actor, MINE, today)

    assert (numbers.overdue, numbers.soon, numbers.wishes, numbers.to_look_at) == (1, 0, 1, 0)
    assert [each.pk for each in due_requests(actor, ALL, today)] == [late.request.pk]
    assert list(due_requests(actor, TEAM, today)) == []


def test_what_i_asked_for_is_mine_while_nobody_looks_after_the_case(jobcenter, worker):
    today = timezone.localdate()
    case = CaseFactory(jobcenter=jobcenter)
    found = asked(LEASE, case=case)
    found.answer(1)
    sender = staff_actor(found.request.sent_by)

    assert figures(sender, MINE, today).to_look_at == 1
    assert list(due_requests(sender, MINE, today)) == [found.request]

    case.responsible = worker
    case.save()

    assert list(due_requests(sender, MINE, today)) == []
    assert list(due_requests(staff_actor(worker), MINE, today)) == [found.request]


def test_what_is_near_is_soon(jobcenter, worker):
    found = asked(LEASE, case=CaseFactory(jobcenter=jobcenter))
    near = found.request.deadline - datetime.timedelta(days=3)

    assert figures(staff_actor(worker), ALL, near).soon == 1
    assert list(due_requests(staff_actor(worker), ALL, near)) == [found.request]


def test_paper_knows_what_it_answers(jobcenter, worker):
    case = CaseFactory(jobcenter=jobcenter)
    found = asked(LEASE, case=case)
    document = found.document()
    assert answered_by(document) is None

    found.answer(1, document_ids=[document.pk])

    assert answered_by(document) == found.items[0]
    assert list(papers_of_request(found.request)) == [document.pk]


def test_request_of_another_case_is_none(jobcenter, worker):
    found, other = (asked(LEASE, case=CaseFactory(jobcenter=jobcenter)) for _each in range(2))

    assert request_in_full(staff_actor(worker), other.request.case_id, found.request.pk) is None
