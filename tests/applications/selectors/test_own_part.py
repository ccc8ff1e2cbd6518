import pytest

from applications.models import OwnPartReply
from applications.selectors.own_part import drafts_with_own_part, latest_replies, latest_reply
from portal.cases.selectors import actor_for_user
from tests.factories.cases import StandingFactory, claimant_actor, helper_actor
from tests.factories.own_part import member_of_a_draft, sent

pytestmark = pytest.mark.django_db


def test_member_finds_the_draft_of_the_household_and_no_other():
    draft, person = member_of_a_draft()
    member_of_a_draft()

    assert list(drafts_with_own_part(actor_for_user(person.user, purpose="test"))) == [draft]


def test_applicant_and_helpers_have_no_own_part():
    draft, person = member_of_a_draft()
    helper = helper_actor(StandingFactory(helper=True, person=draft.person))

    assert not drafts_with_own_part(claimant_actor(draft.case)).exists()
    assert not drafts_with_own_part(helper).exists()
    person.answer_id = ""
    person.save()
    assert not drafts_with_own_part(actor_for_user(person.user, purpose="test")).exists()


def test_last_word_counts_and_staff_read_it_once_it_is_sent(django_assert_num_queries):
    draft, person = member_of_a_draft()
    OwnPartReply.objects.create(draft=draft, person=person, agrees=False, remark="Falsch")
    last = OwnPartReply.objects.create(draft=draft, person=person, agrees=True)

    assert latest_reply(draft.pk, person) == last
    assert latest_replies(draft.case_id) == {}
    sent(draft)
    with django_assert_num_queries(1):
        assert latest_replies(draft.case_id) == {person.pk: last}
