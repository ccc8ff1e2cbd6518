import pytest
from django.utils import timezone

from mailbox.models import Decision
from mailbox.selectors import decisions_visible_to, not_notified, to_be_posted, waiting_for_second
from portal.cases.selectors import actor_for_user
from portal.notices.enums import ConsentKind
from portal.notices.models import Dispatch
from portal.outbox.services import deliver_due
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import PersonFactory, StandingFactory, claimant_actor, helper_actor, staff_actor
from tests.factories.consents import agreeing
from tests.factories.decisions import House, drafted, house, released, waiting
from tests.factories.representations import RepresentationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def there():
    return house()


def seen_by(actor):
    return list(decisions_visible_to(actor))


def test_person_sees_released_ones_only(there):
    drafted(there)
    waiting(there)
    decision = released(there)

    assert seen_by(claimant_actor(there.case)) == [decision]


@pytest.mark.parametrize(("scopes", "number"), [(["read_decisions"], 1), (["read_postbox"], 0)])
def test_helper_needs_the_scope(there, scopes, number):
    released(there)
    helper = StandingFactory(helper=True, person=there.person, scopes=scopes)

    assert len(seen_by(helper_actor(helper))) == number


def test_reservation_of_a_court_keeps_the_person_from_it(there):
    RepresentationFactory(person=there.person, has_reservation=True)
    released(there)

    assert seen_by(claimant_actor(there.case)) == []


def test_member_sees_what_is_addressed_to_her_and_with_own_post_nobody_else_does(there):
    member = PersonFactory(case=there.case, member=True)
    member.user = agreeing(UserFactory(), ConsentKind.ELECTRONIC_DECISIONS)
    member.save()
    StandingFactory(person=member, kind="member", scopes=["own_part"])
    decision = released(House(member, there.author, there.second))
    alone = actor_for_user(member.user, purpose="test")
    assert (seen_by(alone), seen_by(claimant_actor(there.case))) == ([decision], [decision])

    member.wants_own_post_since = timezone.now()
    member.save()
    assert (seen_by(alone), seen_by(claimant_actor(there.case))) == ([decision], [])


def test_staff_of_another_house_see_nothing(there):
    waiting(there)
    foreign = staff_actor(StaffMembershipFactory())

    assert seen_by(foreign) == list(waiting_for_second(foreign)) == []
    assert len(waiting_for_second(staff_actor(there.second))) == 1


def test_citizens_have_no_lists_of_the_house(there):
    released(there, is_by_post=True)
    claimant = claimant_actor(there.case)

    assert [*waiting_for_second(claimant), *to_be_posted(claimant), *not_notified(claimant)] == []


def test_by_post_until_the_day_is_written_down(there):
    decision = released(there, is_by_post=True)
    staff = staff_actor(there.second)
    assert list(to_be_posted(staff)) == [decision]

    Decision.objects.update(posted_on=timezone.localdate())
    assert list(to_be_posted(staff)) == []


def test_notice_that_came_back_asks_for_the_post_until_somebody_opens_it(there):
    decision = released(there)
    staff = staff_actor(there.second)
    assert list(not_notified(staff)) == [decision]
    deliver_due()
    assert [*not_notified(staff), *to_be_posted(staff)] == []

    Dispatch.objects.update(returned_at=timezone.now())
    assert [each.came_back for each in to_be_posted(staff)] == [True]
    Decision.objects.update(opened_at=timezone.now())
    assert list(to_be_posted(staff)) == []
