import pytest

from applications.errors import NotAllowed
from applications.models import OwnPartReply
from applications.services.own_part import answer_own_part
from mailbox.models import Message
from portal.audit.models import AuditEvent
from portal.cases.selectors import actor_for_user
from portal.cases.services import ask_for_own_post
from tests.factories.cases import claimant_actor
from tests.factories.own_part import member_of_a_draft

pytestmark = pytest.mark.django_db


def reply(draft, person, **fields):
    actor = actor_for_user(person.user, purpose="test")
    usual = {"agrees": False, "remark": "Ich bin seit März verheiratet.", "applicant_may_read": True}
    return answer_own_part(actor=actor, draft=draft, person=person, **usual | fields)


def test_remark_is_kept_and_recorded():
    draft, person = member_of_a_draft()

    answer = reply(draft, person, applicant_may_read=False)

    assert OwnPartReply.objects.get() == answer
    assert (answer.agrees, answer.remark) == (False, "Ich bin seit März verheiratet.")
    assert AuditEvent.objects.filter(event="own_part.answered", role="member").count() == 1
    assert not Message.objects.exists()


def test_applicant_reads_it_if_the_person_wants_so():
    draft, person = member_of_a_draft()

    reply(draft, person)

    message = Message.objects.get()
    assert message.thread.person == draft.person
    assert "Ich bin seit März verheiratet." in message.body


def test_who_agrees_has_nothing_to_remark():
    assert reply(*member_of_a_draft(), agrees=True).remark == ""


def test_own_post_keeps_the_answer_from_the_applicant():
    draft, person = member_of_a_draft()
    person = ask_for_own_post(actor=actor_for_user(person.user, purpose="test"), person=person)

    assert reply(draft, person).applicant_may_read is False
    assert not Message.objects.exists()


def test_nobody_answers_for_another():
    draft, person = member_of_a_draft()

    with pytest.raises(NotAllowed):
        answer_own_part(actor=claimant_actor(draft.case), draft=draft, person=person, agrees=True)


def test_draft_of_another_household_is_refused():
    _draft, person = member_of_a_draft()
    foreign, _person = member_of_a_draft()

    with pytest.raises(NotAllowed):
        reply(foreign, person)
