import datetime
import uuid

import pytest
from django.core import mail
from django.utils import timezone

from mailbox import tasks
from mailbox.models import Message
from mailbox.tasks import notify_helper, notify_of_refused_paper
from portal.accounts.services import end_membership
from portal.cases.domain.periods import remind_of_ends
from portal.cases.enums import PaperRefusal
from portal.cases.services import answer_invitation, check_paper, end_standing, extend_standing, take_over
from portal.outbox.services import deliver_due
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import StandingFactory, claimant_actor, staff_actor
from tests.factories.consents import hours_pass
from tests.factories.invitations import WORK, handed_over, offered, requested, user_actor
from tests.factories.organisations import Team, advised_by, colleague, sent_to, signed, team

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("everybody_agrees")]


def told():
    """Deliver, then: whom e-mails went to, in the order of addresses; forgets them."""
    deliver_due()
    addresses = sorted(address for sent in mail.outbox for address in sent.to)
    mail.outbox.clear()
    hours_pass()
    return addresses


@pytest.fixture
def helping():
    return StandingFactory(helper=True, holder_name="Julia", valid_to=timezone.now() + datetime.timedelta(days=10))


def both(standing):
    return sorted([standing.person.user.email, standing.user.email])


def test_yes_is_told_to_both():
    standing = answer_invitation(
        actor=user_actor(UserFactory()), invitation_id=offered().invitation.pk, accept=True
    ).standing
    assert told() == both(standing)


def test_end_is_told_to_both(helping):
    end_standing(actor=user_actor(helping.user), standing=helping)
    assert told() == both(helping)


def test_reminder_and_extension_are_told_to_both(helping):
    remind_of_ends(timezone.now())
    assert told() == both(helping)
    extend_standing(actor=claimant_actor(helping.case), standing=helping, months=6)
    assert told() == both(helping)


def test_no_to_an_offer_is_told_to_the_person_only():
    sent = offered()
    answer_invitation(actor=user_actor(UserFactory()), invitation_id=sent.invitation.pk, accept=False)
    assert told() == [sent.invitation.person.user.email]


def test_no_to_a_request_is_told_to_the_helper_only():
    sent = requested()
    answer_invitation(actor=user_actor(UserFactory()), invitation_id=sent.invitation.pk, accept=False)
    assert told() == [sent.invitation.created_by_user.email]
    assert not Message.objects.exists()


def test_takeover_is_told_to_the_helper():
    handover = handed_over()
    take_over(
        actor=user_actor(UserFactory()),
        invitation_id=handover.invitation.pk,
        code=handover.code,
        left_to_helper=WORK,
    )
    assert told() == [handover.standing.user.email]


def test_mail_to_the_helper_says_nothing(helping):
    notify_helper(helping.pk)
    notify_helper(helping.pk)
    deliver_due()
    (sent,) = mail.outbox
    for secret in ("Julia", "Miriam", "Sander", str(helping.pk), str(helping.case_id)):
        assert secret not in sent.subject + sent.body


def test_yes_to_an_organisation_is_told_to_who_has_asked():
    there = team()
    colleague(there)
    standing = advised_by(there)
    assert told() == sorted([standing.person.user.email, there.user.email])


def test_end_is_told_to_who_looks_after_the_members_when_the_one_who_asked_has_left():
    there = team()
    member = colleague(there)
    standing = advised_by(Team(there.organisation, member.user, member))
    end_membership(user=there.user, membership=member)
    told()
    end_standing(actor=claimant_actor(standing.case), standing=standing)
    assert told() == sorted([standing.person.user.email, there.user.email])


def test_shut_organisation_gets_no_mail():
    notify_helper(StandingFactory(adviser=True).pk)
    assert mail.outbox == []


def test_news_of_what_was_deleted_meanwhile_are_nobodys(helping):
    gone = uuid.uuid4()
    for handler in (
        tasks.post_standing_granted,
        tasks.post_standing_ended,
        tasks.post_standing_ends_soon,
        tasks.post_standing_extended,
        tasks.post_invitation_declined,
        tasks.notify_helper,
        tasks.notify_asking_helper,
        tasks.notify_of_takeover,
    ):
        handler(gone)
    assert mail.outbox == []
    assert not Message.objects.exists()


@pytest.mark.parametrize("refusal", [None, PaperRefusal.NOT_SIGNED])
def test_result_of_a_check_is_told_to_who_has_prepared_the_paper(refusal):
    there = team()
    paper = signed(there)
    sent_to(paper)
    paper.case.refresh_from_db()
    worker = StaffMembershipFactory(jobcenter=paper.case.jobcenter)
    told()
    check_paper(actor=staff_actor(worker), paper=paper, refusal=refusal)
    assert told() == [there.user.email]


def test_refusal_of_nothing_of_an_organisation_is_told_to_nobody():
    notify_of_refused_paper(offered().invitation.pk)
    assert mail.outbox == []
