import pytest
from django.utils import timezone

from mailbox.models import MessageDraft
from mailbox.services import keep_left_behind
from portal.cases.enums import Scope
from tests.factories.accounts import OrganisationMembershipFactory, UserFactory
from tests.factories.cases import PersonFactory, StandingFactory, helper_actor
from tests.factories.mailbox import MessageFactory, begin_message

pytestmark = pytest.mark.django_db


def keep(user, case, **fields):
    words = {"thread_id": None, "topic": "money", "subject": "", "body": "Guten Tag"} | fields
    return keep_left_behind(user=user, case_id=case.pk, **words)


@pytest.fixture
def ended():
    return StandingFactory(helper=True, person=PersonFactory(), scopes=[Scope.SEND], revoked_at=timezone.now())


def test_words_are_kept_for_whose_right_has_ended(ended):
    draft = keep(ended.user, ended.case)

    assert (draft.body, draft.user, draft.author_key) == ("Guten Tag", ended.user, f"acting:{ended.user_id}")


def test_what_was_begun_before_goes_on_and_is_not_emptied():
    standing = StandingFactory(helper=True, person=PersonFactory(), scopes=[Scope.SEND])
    before = begin_message(standing.case, actor=helper_actor(standing), body="Vorher")

    assert keep(standing.user, standing.case, body="").body == "Vorher"
    assert keep(standing.user, standing.case, body="Nachher").pk == before.pk


def test_conversation_of_another_case_is_passed_over(ended):
    foreign, own = MessageFactory().thread, MessageFactory(thread__person=ended.person).thread

    assert keep(ended.user, ended.case, thread_id=foreign.pk).thread is None
    assert keep(ended.user, ended.case, thread_id=own.pk).thread == own


def test_who_works_for_the_organisation_no_more_keeps_the_words():
    membership = OrganisationMembershipFactory(ended=True)
    standing = StandingFactory(adviser=True, organisation=membership.organisation, person=PersonFactory())

    assert keep(membership.user, standing.case).body == "Guten Tag"


def test_who_never_had_a_right_learns_nothing(ended):
    assert keep(UserFactory(), ended.case) is None
    assert keep(ended.person.user, ended.case) is None
    assert not MessageDraft.objects.exists()
