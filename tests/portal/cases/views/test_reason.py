import datetime

import pytest
from django.test import RequestFactory

from applications.models import Application
from portal.cases.enums import AccessReason
from portal.cases.errors import ReasonWanted
from portal.cases.views.reason import KEY, LASTS, keep_reason, with_reason
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import claimant_actor, staff_actor
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db

MORNING = datetime.datetime(2026, 11, 26, 8, 0, tzinfo=datetime.UTC)


@pytest.fixture
def case():
    """Of a colleague."""
    case = ApplicationFactory().case
    Application.objects.update(assigned_to=StaffMembershipFactory(jobcenter=case.jobcenter))
    return case


@pytest.fixture
def worker(case):
    return staff_actor(StaffMembershipFactory(jobcenter=case.jobcenter), purpose="case_work")


@pytest.fixture
def session():
    return {}


def request(session, method="get"):
    made = getattr(RequestFactory(), method)("/")
    made.session = session
    return made


def test_own_work_needs_no_reason(session):
    case = ApplicationFactory().case
    worker = staff_actor(StaffMembershipFactory(jobcenter=case.jobcenter), purpose="case_work")

    assert (with_reason(request(session), worker, case.pk), session) == (worker, {})


def test_who_is_not_staff_is_never_asked(session, case):
    person = claimant_actor(case)

    assert with_reason(request(session), person, case.pk) is person


def test_case_of_a_colleague_wants_a_reason(session, case, worker):
    with pytest.raises(ReasonWanted) as wanted:
        with_reason(request(session), worker, case.pk)

    assert wanted.value.case_id == case.pk


def test_reason_becomes_the_purpose(session, case, worker):
    keep_reason(request(session), case.pk, AccessReason.INQUIRY)

    assert with_reason(request(session), worker, case.pk).purpose == "inquiry"


def test_reason_is_for_one_case(session, case, worker):
    other = ApplicationFactory(case__jobcenter=case.jobcenter).case
    Application.objects.update(assigned_to=StaffMembershipFactory(jobcenter=case.jobcenter))
    keep_reason(request(session), case.pk, AccessReason.INQUIRY)

    with pytest.raises(ReasonWanted):
        with_reason(request(session), worker, other.pk)


@pytest.mark.parametrize(("method", "is_asked"), [("get", True), ("head", True), ("post", False)])
def test_reason_ends_after_four_hours_but_not_for_what_is_being_typed(
    session, case, worker, time_machine, method, is_asked
):
    time_machine.move_to(MORNING)
    keep_reason(request(session), case.pk, AccessReason.INQUIRY)
    time_machine.move_to(MORNING + datetime.timedelta(seconds=LASTS + 1))

    try:
        asked = with_reason(request(session, method), worker, case.pk).purpose != "inquiry"
    except ReasonWanted:
        asked = True
    assert asked is is_asked


def test_old_reasons_are_forgotten(session, case, worker, time_machine):
    time_machine.move_to(MORNING)
    keep_reason(request(session), worker.user_id, AccessReason.INQUIRY)
    time_machine.move_to(MORNING + datetime.timedelta(seconds=2 * LASTS + 1))
    keep_reason(request(session), case.pk, AccessReason.ADVICE)

    assert list(session[KEY]) == [str(case.pk)]
