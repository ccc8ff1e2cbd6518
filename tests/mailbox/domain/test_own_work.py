import datetime

import pytest
from django.utils import timezone

from mailbox.domain.own_work import is_own_work
from mailbox.enums import Topic
from tests.factories.accounts import StaffMembershipFactory, TeamFactory
from tests.factories.cases import staff_actor
from tests.factories.desk_postbox import TopicRouteFactory
from tests.factories.mailbox import MessageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def thread():
    return MessageFactory(from_claimant=True, thread__waiting_since=timezone.now(), thread__topic=Topic.HOUSING).thread


@pytest.fixture
def membership(thread):
    house = thread.case.jobcenter
    return StaffMembershipFactory(jobcenter=house, team=TeamFactory(jobcenter=house))


def test_waiting_conversation_of_the_team_is_its_work_until_it_is_answered(thread, membership):
    thread.team = membership.team
    thread.save()
    waiting = is_own_work(staff_actor(membership), thread.case_id)
    thread.waiting_since = None
    thread.save()

    assert (waiting, is_own_work(staff_actor(membership), thread.case_id)) == (True, False)


def test_team_of_the_topic_works_on_it(thread, membership):
    before = is_own_work(staff_actor(membership), thread.case_id)
    TopicRouteFactory(jobcenter=membership.jobcenter, team=membership.team)

    assert (before, is_own_work(staff_actor(membership), thread.case_id)) == (False, True)


@pytest.mark.parametrize(("hours", "own"), [(1, True), (25, False)])
def test_who_has_just_written_may_look_again(thread, membership, hours, own):
    MessageFactory(thread=thread, author=membership, created_at=timezone.now() - datetime.timedelta(hours=hours))

    assert is_own_work(staff_actor(membership), thread.case_id) is own
