import datetime

import pytest
from django.utils import timezone

from applications.enums import ApplicationStatus
from applications.models import Application
from applications.permissions.own_work import is_own_work
from applications.services.triage import move_application
from tests.factories.accounts import JobcenterFactory, StaffMembershipFactory, TeamFactory
from tests.factories.cases import CaseFactory, staff_actor
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def jobcenter():
    return JobcenterFactory()


@pytest.fixture
def worker(jobcenter):
    return StaffMembershipFactory(jobcenter=jobcenter, team=TeamFactory(jobcenter=jobcenter))


@pytest.fixture
def colleague(jobcenter):
    return StaffMembershipFactory(jobcenter=jobcenter, team=TeamFactory(jobcenter=jobcenter))


@pytest.fixture
def application(jobcenter):
    return ApplicationFactory(case=CaseFactory(jobcenter=jobcenter))


def is_own(membership, application, **state):
    Application.objects.filter(pk=application.pk).update(**state)
    return is_own_work(staff_actor(membership), application.case_id)


def test_new_application_is_everybodys_in_the_house(worker, application):
    assert is_own(worker, application) is True


def test_new_application_of_another_house_is_not(application):
    assert is_own(StaffMembershipFactory(), application) is False


def test_assigned_application_is_its_workers_alone(worker, colleague, application):
    assert is_own(worker, application, assigned_to=colleague) is False
    assert is_own(colleague, application) is True


def test_application_of_the_team_is_the_teams(worker, colleague, application):
    mate = StaffMembershipFactory(jobcenter=worker.jobcenter, team=worker.team)

    assert is_own(worker, application, assigned_to=mate, team=worker.team) is True
    assert is_own(colleague, application, assigned_to=None) is False


def test_case_of_the_team_is_the_teams(worker, colleague, application):
    type(application.case).objects.update(team=worker.team)

    assert is_own(worker, application, assigned_to=colleague) is True


def test_two_people_without_a_team_are_no_team(jobcenter, application):
    one, two = StaffMembershipFactory.create_batch(2, jobcenter=jobcenter)

    assert is_own(one, application, assigned_to=two) is False


@pytest.mark.parametrize("trait", [{"team_lead": True}, {"administrator": True}])
def test_leading_makes_no_case_ones_own(jobcenter, colleague, application, trait):
    assert is_own(StaffMembershipFactory(jobcenter=jobcenter, **trait), application, assigned_to=colleague) is False


def test_ended_application_that_nobody_has_is_nobodys(worker, application):
    assert is_own(worker, application, status=ApplicationStatus.CLOSED) is False


def test_one_new_application_opens_the_case(worker, colleague, application):
    ApplicationFactory(case=application.case)

    assert is_own(worker, application, assigned_to=colleague) is True


@pytest.mark.parametrize(("trait", "own"), [({"administrator": True}, True), ({"team_lead": True}, False)])
def test_clearing_list_is_the_administrators(trait, own):
    unclear = ApplicationFactory(case=CaseFactory(clearing=True))

    assert is_own(StaffMembershipFactory(**trait), unclear) is own


@pytest.mark.parametrize(("hours", "own"), [(23, True), (25, False)])
def test_who_has_moved_it_is_still_at_it_for_a_day(worker, application, time_machine, hours, own):
    move_application(actor=staff_actor(worker), application=application, to=ApplicationStatus.WITHDRAWN, note="Brief")
    time_machine.move_to(timezone.now() + datetime.timedelta(hours=hours))

    assert is_own(worker, application) is own


def test_case_without_an_application_is_nobodys_yet(worker, jobcenter, django_assert_num_queries):
    actor, case = staff_actor(worker), CaseFactory(jobcenter=jobcenter)

    with django_assert_num_queries(1):
        assert is_own_work(actor, case.pk) is True
