import pytest

from mailbox.enums import DecisionStatus
from mailbox.models import Decision, EvidenceRequest, MessageDraft
from mailbox.selectors.seams import decisions_visible_to, drafts_of, requests_visible_to
from portal.cases.selectors import actor_for_guest
from tests.factories.cases import StandingFactory, helper_actor
from tests.factories.exports import full_case, member_with_own_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def full():
    return full_case()


def counts(actor):
    return requests_visible_to(actor).count(), decisions_visible_to(actor).count()


def test_claimant_and_staff_see_requests_and_decisions(full):
    assert (counts(full.claimant), counts(full.staff)) == ((1, 1), (1, 1))


@pytest.mark.parametrize(
    ("scopes", "seen"), [(["read_postbox"], (1, 0)), (["read_decisions"], (0, 1)), (["upload"], (0, 0))]
)
def test_helper_sees_by_scope(full, scopes, seen):
    assert counts(helper_actor(StandingFactory(helper=True, person=full.person, scopes=scopes))) == seen


def test_what_the_office_has_not_sent_is_its_own(full):
    Decision.objects.update(status=DecisionStatus.WAITING)
    EvidenceRequest.objects.update(status="draft", sent_at=None)

    assert (counts(full.claimant), counts(full.staff)) == ((0, 0), (1, 1))


def test_member_of_the_household_sees_neither(full):
    assert counts(member_with_own_post(full.case)) == (0, 0)


def test_guest_has_one_draft_in_each_case(full):
    guest = StandingFactory(guest=True)
    MessageDraft.objects.create(case=guest.case, person=guest.person, author_key="guest")
    MessageDraft.objects.create(case=full.case, person=full.person, author_key="guest")

    assert drafts_of(actor_for_guest(guest.pk, purpose="test")).count() == 1
