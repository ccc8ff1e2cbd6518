import datetime

import pytest
from django.utils import timezone

from appointments.selectors.summons import (
    has_come_back,
    invitations_of,
    is_unanswered,
    letters_to_replace,
    summonses_to_post,
    summonses_visible_to,
)
from portal.notices.models import Dispatch
from tests.factories.accounts import OfficeFactory, StaffMembershipFactory
from tests.factories.appointments import MONDAY_NINE, OfferFactory, SummonsFactory, moved_to
from tests.factories.cases import claimant_actor, staff_actor

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
NOW = datetime.datetime(2026, 11, 30, 9, tzinfo=datetime.UTC)


def returned(summons):
    Dispatch.objects.create(
        case=summons.appointment.case,
        template="new_decision",
        subject_id=summons.pk,
        key="k",
        status="sent",
        sent_at=NOW,
        returned_at=NOW,
    )


def test_list_for_the_post_has_what_goes_by_post_and_what_came_back():
    told = SummonsFactory()
    house = told.appointment.case.jobcenter
    mine = {"appointment__person__case__jobcenter": house}
    post = SummonsFactory(by_post="no_consent", **mine)
    SummonsFactory(by_post="no_consent", posted_on=NOW.date(), **mine)
    back = SummonsFactory(**mine)
    returned(back)
    actor = staff_actor(told.sent_by)

    assert set(summonses_to_post(actor)) == {post, back}
    assert (has_come_back(back), has_come_back(told)) == (True, False)
    assert not summonses_to_post(claimant_actor(told.appointment.case)).exists()


def test_letter_that_was_replaced_goes_by_post_no_more():
    first = SummonsFactory(by_post="no_consent")
    last = SummonsFactory(appointment=first.appointment, replaces=first, by_post="no_consent")

    assert summonses_to_post(staff_actor(first.sent_by)).get() == last


def test_letter_that_names_an_old_time_must_not_be_posted(time_machine):
    time_machine.move_to(NOW)
    letter = SummonsFactory(by_post="no_consent", period=moved_to(MONDAY_NINE - DAY))

    assert not summonses_to_post(staff_actor(letter.sent_by)).exists()


def test_letters_that_name_something_else_than_holds_are_listed(time_machine):
    time_machine.move_to(NOW)
    holds = SummonsFactory()
    house = holds.appointment.case.jobcenter
    mine = {"appointment__person__case__jobcenter": house}
    offices = [OfficeFactory(jobcenter=house, is_default=False) for _number in range(2)]
    moved = SummonsFactory(period=moved_to(MONDAY_NINE - DAY), **mine)
    phone = SummonsFactory(appointment__channel="phone", **mine)
    off = SummonsFactory(appointment__status="cancelled", **mine)
    elsewhere = SummonsFactory(office=offices[0], appointment__office=offices[1], **mine)
    SummonsFactory(office=offices[0], **mine)  # of the appointment no house is known
    replaced = SummonsFactory(period=moved_to(MONDAY_NINE - DAY), **mine)
    SummonsFactory(appointment=replaced.appointment, replaces=replaced)
    SummonsFactory(appointment__starts=NOW - DAY, appointment__channel="phone", **mine)

    assert set(letters_to_replace(staff_actor(holds.sent_by))) == {moved, phone, off, elsewhere}
    assert not letters_to_replace(claimant_actor(moved.appointment.case)).exists()


def test_summonses_follow_the_appointments_that_may_be_seen():
    summons = SummonsFactory()

    assert summonses_visible_to(claimant_actor(summons.appointment.case)).get() == summons
    assert not summonses_visible_to(staff_actor(StaffMembershipFactory())).exists()


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"status": "lapsed", "reminded_at": NOW}, True),
        ({"status": "open", "reminded_at": NOW, "until": NOW}, True),
        ({"status": "lapsed"}, False),
        ({"status": "declined", "reminded_at": NOW}, False),
        ({"status": "open", "reminded_at": NOW, "until": MONDAY_NINE}, False),
    ],
)
def test_only_silence_after_a_reminder_is_no_answer(facts, expected, time_machine):
    time_machine.move_to(NOW + datetime.timedelta(hours=1))
    offer = OfferFactory(**facts)

    assert is_unanswered(offer) is expected
    assert invitations_of(offer.person).get() == offer
    assert timezone.now() < MONDAY_NINE
