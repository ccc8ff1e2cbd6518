import pytest

from portal.desk.selectors.colleagues import colleagues_of, jobcenters_to_choose
from tests.factories.accounts import JobcenterFactory, StaffMembershipFactory
from tests.factories.cases import staff_actor

pytestmark = pytest.mark.django_db


def test_colleagues_work_in_the_same_jobcenter_today():
    me = StaffMembershipFactory(display_name="B")
    colleague = StaffMembershipFactory(jobcenter=me.jobcenter, display_name="A")
    StaffMembershipFactory(jobcenter=me.jobcenter, ended=True)
    StaffMembershipFactory()

    assert list(colleagues_of(staff_actor(me))) == [colleague, me]


def test_cases_are_given_to_active_jobcenters_only():
    second, first = JobcenterFactory(name="Jobcenter B"), JobcenterFactory(name="Jobcenter A")
    JobcenterFactory(is_active=False)

    assert list(jobcenters_to_choose()) == [first, second]
