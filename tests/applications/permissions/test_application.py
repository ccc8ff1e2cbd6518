import pytest

from applications.enums import ApplicationStatus
from applications.permissions.application import may_answer, may_be_given_to, may_move, may_name_jobcenter, may_work_on
from portal.cases.enums import Role
from portal.cases.models import Actor
from tests.factories.accounts import JobcenterFactory, StaffMembershipFactory
from tests.factories.cases import CaseFactory
from tests.factories.sent import sent_trip
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db


def staff(role, jobcenter):
    return Actor(role=role, jobcenter_id=jobcenter.pk)


@pytest.mark.parametrize(
    ("role", "work", "name"),
    [
        (Role.CLAIMANT, False, False),
        (Role.HELPER, False, False),
        (Role.CASEWORKER, True, False),
        (Role.TEAM_LEAD, True, True),
        (Role.ADMINISTRATOR, True, True),
    ],
)
def test_role_decides_at_the_own_jobcenter(role, work, name):
    application = ApplicationFactory()
    actor = staff(role, application.case.jobcenter)

    assert may_work_on(actor=actor, application=application) is work
    assert may_move(actor=actor, application=application) is work
    assert may_name_jobcenter(actor=actor, application=application) is name


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.TEAM_LEAD, Role.ADMINISTRATOR])
def test_another_jobcenter_may_nothing(role):
    application = ApplicationFactory()
    actor = staff(role, JobcenterFactory())

    assert may_work_on(actor=actor, application=application) is False
    assert may_move(actor=actor, application=application) is False
    assert may_name_jobcenter(actor=actor, application=application) is False


@pytest.mark.parametrize(
    ("role", "name"), [(Role.CASEWORKER, False), (Role.TEAM_LEAD, False), (Role.ADMINISTRATOR, True)]
)
def test_clearing_list_is_for_administrators_who_name_a_jobcenter_first(role, name):
    application = ApplicationFactory(case=CaseFactory(clearing=True))
    actor = staff(role, JobcenterFactory())

    assert may_name_jobcenter(actor=actor, application=application) is name
    assert may_move(actor=actor, application=application) is False


def test_work_goes_to_people_of_the_responsible_jobcenter():
    application = ApplicationFactory()
    ours = StaffMembershipFactory(jobcenter=application.case.jobcenter)

    assert may_be_given_to(application=application, membership=ours) is True
    assert may_be_given_to(application=application, membership=StaffMembershipFactory()) is False


def test_work_without_jobcenter_goes_to_nobody():
    application = ApplicationFactory(case=CaseFactory(clearing=True))

    assert may_be_given_to(application=application, membership=StaffMembershipFactory()) is False


@pytest.mark.parametrize(("status", "answer"), [(ApplicationStatus.RECEIVED, True), (ApplicationStatus.DECIDED, False)])
def test_open_request_for_consent_is_answered_by_staff_of_the_house(status, answer):
    trip = sent_trip(CaseFactory())
    trip.status = status

    assert may_answer(actor=staff(Role.CASEWORKER, trip.case.jobcenter), application=trip) is answer
    assert may_answer(actor=staff(Role.CLAIMANT, trip.case.jobcenter), application=trip) is False
    assert may_answer(actor=staff(Role.CASEWORKER, JobcenterFactory()), application=trip) is False


def test_other_forms_ask_for_no_answer():
    application = ApplicationFactory()

    assert may_answer(actor=staff(Role.CASEWORKER, application.case.jobcenter), application=application) is False
