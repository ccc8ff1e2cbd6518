import datetime

import pytest

from applications.catalogue.main_application import FORM as WHOLE
from applications.catalogue.quick_application import FORM as SHORT
from applications.enums import ApplicationStatus
from applications.selectors.continuing import application_to_continue, may_go_on_with
from portal.cases.models import system_actor
from tests.applications.quick import short_application
from tests.factories.cases import StandingFactory, claimant_actor, helper_actor
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def short():
    return short_application()


def to_continue(application, form=WHOLE):
    return application_to_continue(application.case_id, application.person_id, form)


def test_earliest_short_application_is_continued(short):
    short_application(case=short.case, received_at=short.received_at + datetime.timedelta(days=9))

    assert to_continue(short) == short


def test_form_that_continues_nothing_asks_nothing(short, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert to_continue(short, SHORT) is None


@pytest.mark.parametrize("status", ["withdrawn", "decided", "closed"])
def test_application_that_has_ended_is_not_continued(short, status):
    short.status = status
    short.save()

    assert to_continue(short) is None
    assert not may_go_on_with(claimant_actor(short.case), short)


def test_application_that_was_continued_is_not_continued_again(short):
    whole = ApplicationFactory(case=short.case)
    whole.follows = short
    whole.save()

    assert to_continue(short) is None
    assert not may_go_on_with(claimant_actor(short.case), short)


def test_application_of_another_case_gives_no_date(short):
    other = ApplicationFactory()

    assert to_continue(other) is None


def test_whole_application_is_nothing_to_go_on_with(short):
    whole = ApplicationFactory(case=short.case)

    assert may_go_on_with(claimant_actor(short.case), short)
    assert not may_go_on_with(claimant_actor(short.case), whole)


@pytest.mark.parametrize(("scopes", "may"), [(["fill_in"], True), (["upload"], False)])
def test_helper_goes_on_with_it_where_filling_in_is_allowed(short, scopes, may):
    helping = StandingFactory(person=short.person, helper=True, scopes=scopes)

    assert may_go_on_with(helper_actor(helping), short) is may


def test_system_fills_in_nothing(short):
    assert short.status == ApplicationStatus.RECEIVED
    assert not may_go_on_with(system_actor("test"), short)
