import datetime
from uuid import uuid4

import pytest
from django.utils import timezone

from mailbox.enums import AnswerKind, ExtensionStatus, ItemStatus, RequestStatus
from mailbox.errors import DayNotPossible, NoSuchStep, WordsMissing
from mailbox.models import ItemStep, Message
from mailbox.services.evidence import ask_for_time, decide_extension, judge_item, waive_item
from portal.cases.errors import NotPermitted
from portal.documents.enums import Review
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import staff_actor
from tests.factories.evidence import LEASE, STATEMENTS, ItemDraft, asked

pytestmark = pytest.mark.django_db


def last_words():
    return Message.objects.latest("created_at").body


def test_request_settles_when_everything_is_accepted_or_waived():
    found = asked(STATEMENTS, LEASE)
    found.answer(1)
    judge_item(actor=found.staff, item=found.items[0], to=ItemStatus.ACCEPTED)
    assert found.now().status == RequestStatus.SENT

    waive_item(actor=found.staff, item=found.items[1])

    assert found.now().status == RequestStatus.SETTLED
    assert last_words().startswith("Danke.")
    assert found.now().thread.waiting_since is None


def test_papers_are_accepted_with_their_item():
    found = asked(LEASE)
    document = found.document()
    found.answer(1, document_ids=[document.pk])

    judge_item(actor=found.staff, item=found.items[0], to=ItemStatus.ACCEPTED)

    document.refresh_from_db()
    assert document.review == Review.ACCEPTED


def test_unusable_says_why_and_can_be_handed_in_again():
    found = asked(LEASE)
    found.answer(1)

    judge_item(actor=found.staff, item=found.items[0], to=ItemStatus.UNUSABLE, reason="Seite 2 fehlt.", note="ruft an")

    assert "Seite 2 fehlt." in last_words()
    assert found.items[0].reason == "Seite 2 fehlt."
    assert found.now().thread.waiting_since is None
    found.answer(1)
    assert found.statuses == [ItemStatus.HANDED_IN]
    assert [step.note for step in ItemStep.objects.filter(to_status="unusable")] == ["ruft an"]


@pytest.mark.parametrize("to", [ItemStatus.UNUSABLE, ItemStatus.REQUESTED])
def test_no_paper_is_sent_back_without_words(to):
    found = asked(LEASE)
    found.answer(1, AnswerKind.NOT_AVAILABLE, text="Es gibt keinen.")

    with pytest.raises(WordsMissing):
        judge_item(actor=found.staff, item=found.items[0], to=to, reason=" ")


def test_mistake_is_taken_back():
    found = asked(LEASE)
    found.answer(1)
    judge_item(actor=found.staff, item=found.items[0], to=ItemStatus.ACCEPTED)

    judge_item(actor=found.staff, item=found.items[0], to=ItemStatus.HANDED_IN)

    assert (found.now().status, found.statuses) == (RequestStatus.SENT, [ItemStatus.HANDED_IN])


def test_nobody_judges_what_is_not_there():
    found = asked(LEASE)

    with pytest.raises(NoSuchStep):
        judge_item(actor=found.staff, item=found.items[0], to=ItemStatus.UNUSABLE, reason="Nichts da.")


def test_only_staff_of_the_case_judge_and_waive():
    found = asked(LEASE)
    found.answer(1)

    for actor in (found.claimant, staff_actor(StaffMembershipFactory())):
        with pytest.raises(NotPermitted):
            judge_item(actor=actor, item=found.items[0], to=ItemStatus.ACCEPTED)
        with pytest.raises(NotPermitted):
            waive_item(actor=actor, item=found.items[0])


def test_specially_protected_paper_is_judged_by_who_may_open_it():
    found = asked(ItemDraft(what="Attest", is_restricted=True))
    found.answer(1)

    with pytest.raises(NotPermitted):
        judge_item(actor=found.staff, item=found.items[0], to=ItemStatus.ACCEPTED)


def test_person_is_told_what_is_not_needed():
    found = asked(STATEMENTS, LEASE)

    waive_item(actor=found.staff, item=found.items[1], reason="Wir haben ihn schon.")

    assert last_words() == "Das brauchen wir nicht mehr: Mietvertrag.\n\nWir haben ihn schon."


def test_granted_wish_moves_the_deadline_and_the_reminder_comes_anew():
    found = asked()
    type(found.request).objects.update(reminded_at=timezone.now())
    wish = ask_for_time(actor=found.claimant, request=found.request, token=uuid4())

    decide_extension(actor=found.staff, extension=wish, granted=True)

    wish.refresh_from_db()
    assert (found.now().deadline, found.now().reminded_at) == (wish.until, None)
    assert found.now().first_deadline == found.request.deadline
    assert (wish.status, wish.decided_by_id) == (ExtensionStatus.GRANTED, found.staff.membership_id)
    assert last_words().startswith("Sie haben jetzt Zeit bis ")
    assert found.now().thread.waiting_since is None


def test_wish_is_answered_in_words():
    found = asked()
    wish = ask_for_time(actor=found.claimant, request=found.request, token=uuid4())

    with pytest.raises(WordsMissing):
        decide_extension(actor=found.staff, extension=wish, granted=False)
    decide_extension(actor=found.staff, extension=wish, granted=False, reply="Bitte rufen Sie uns an.")

    assert found.now().deadline == found.request.deadline
    assert last_words().endswith("Bitte rufen Sie uns an.")
    with pytest.raises(NoSuchStep):
        decide_extension(actor=found.staff, extension=wish, granted=True)


def test_more_time_ends_on_a_day_to_come_that_is_a_working_day(time_machine):
    time_machine.move_to("2027-12-01T09:00+01:00")
    found = asked()
    wish = ask_for_time(actor=found.claimant, request=found.request, token=uuid4())

    with pytest.raises(DayNotPossible):
        decide_extension(
            actor=found.staff, extension=wish, granted=True, until=timezone.localdate() - datetime.timedelta(days=7)
        )
    decide_extension(actor=found.staff, extension=wish, granted=True, until=datetime.date(2027, 12, 25))

    assert found.now().deadline == datetime.date(2027, 12, 27)
