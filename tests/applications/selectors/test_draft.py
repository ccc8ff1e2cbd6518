import pytest
from django.utils import timezone

from applications.selectors.draft import draft_to_fill_in, drafts_visible_to, expired_drafts, open_drafts
from portal.cases.models import system_actor
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.applications import DraftFactory
from tests.factories.cases import StandingFactory, claimant_actor, helper_actor, staff_actor

pytestmark = pytest.mark.django_db


def test_people_see_drafts_of_cases_they_fill_in():
    DraftFactory()
    own = DraftFactory()

    assert list(drafts_visible_to(claimant_actor(own.case))) == [own]


def test_standing_without_filling_in_shows_no_draft():
    draft = DraftFactory()
    reader = helper_actor(StandingFactory(helper=True, person=draft.person, case=draft.case, scopes=["read_postbox"]))

    assert list(drafts_visible_to(reader)) == []


def test_staff_see_no_drafts():
    draft = DraftFactory()
    member = StaffMembershipFactory(administrator=True)

    assert draft_to_fill_in(staff_actor(member), draft.pk) is None


def test_system_sees_all():
    draft = DraftFactory()

    assert list(drafts_visible_to(system_actor("test"))) == [draft]


def test_open_drafts_leave_out_sent_and_expired_ones():
    closed = DraftFactory(cleared_at=timezone.now(), answers={})

    assert list(open_drafts(claimant_actor(closed.case))) == []
    assert draft_to_fill_in(claimant_actor(closed.case), closed.pk) == closed


def test_expired_drafts_are_those_whose_time_is_over():
    over = DraftFactory(expired=True)
    DraftFactory()

    assert list(expired_drafts(timezone.now())) == [over]
