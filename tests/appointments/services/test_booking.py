import datetime
from uuid import uuid4

import pytest
from django.utils import timezone

from appointments.domain.needs import Needs
from appointments.enums import AppointmentStatus, Channel, Need, Origin
from appointments.errors import HoldExpired, NoSuchStep, PersonBusy, SlotNotOffered, SlotTaken
from appointments.models import Appointment
from appointments.selectors.slots import SlotQuery
from appointments.services import book_for, hold_slot, release_hold
from mailbox.models import Message
from portal.cases.enums import CaseStatus, StandingKind
from portal.cases.errors import NotPermitted
from portal.cases.selectors import actor_for_user
from portal.submissions.models import Submission
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.appointments import (
    BERLIN,
    MONDAY_NINE,
    AppointmentFactory,
    OpeningRuleFactory,
    RoomFactory,
    ServiceFactory,
)
from tests.factories.cases import CaseFactory, PersonFactory, StandingFactory, staff_actor

pytestmark = pytest.mark.django_db
HALF_PAST = MONDAY_NINE + datetime.timedelta(minutes=30)
LATER = datetime.timedelta(minutes=16)


def test_hold_keeps_time_for_a_quarter_of_an_hour(colleague, hold, time_machine):
    time_machine.move_to(timezone.now(), tick=False)
    held = hold()

    assert (held.status, held.membership, held.period.lower) == (AppointmentStatus.HELD, colleague, MONDAY_NINE)
    assert held.held_until - held.created_at == datetime.timedelta(minutes=15)


def test_hold_of_last_free_colleague_is_taken_for_the_next(colleague, hold, neighbour):
    hold()

    with pytest.raises(SlotTaken):
        hold(standing=neighbour)


def test_hold_goes_to_another_colleague_who_is_free(standing, colleague, hold, neighbour):
    other = StaffMembershipFactory(jobcenter=standing.case.jobcenter)
    OpeningRuleFactory(membership=other)

    assert {hold().membership, hold(standing=neighbour).membership} == {colleague, other}


def test_hold_goes_to_another_colleague_when_the_room_is_somebodys(standing, colleague, hold, neighbour):
    room = RoomFactory(office__jobcenter=standing.case.jobcenter)
    colleague.opening_rules.update(room=room)
    other = StaffMembershipFactory(jobcenter=standing.case.jobcenter)
    OpeningRuleFactory(membership=other)
    AppointmentFactory(person=neighbour.person, room=room)

    assert hold().membership == other


def test_hold_of_another_time_gives_the_former_back(colleague, hold, neighbour):
    first = hold()
    hold(HALF_PAST)

    first.refresh_from_db()
    assert first.status == AppointmentStatus.RELEASED
    assert hold(standing=neighbour).period.lower == MONDAY_NINE


def test_hold_twice_is_one(colleague, hold):
    assert hold() == hold()


def test_hold_that_lapsed_is_in_nobodys_way(colleague, hold, neighbour, time_machine):
    lapsed = hold()
    time_machine.shift(LATER)

    hold(standing=neighbour)

    lapsed.refresh_from_db()
    assert lapsed.status == AppointmentStatus.RELEASED


def test_two_of_a_household_have_the_same_time_with_two_colleagues(standing, colleague, actor, hold, service):
    other = StaffMembershipFactory(jobcenter=standing.case.jobcenter)
    OpeningRuleFactory(membership=other)
    child = PersonFactory(case=standing.case, member=True)
    query = SlotQuery(service=service, channel=Channel.IN_PERSON)

    def hold_for_child():
        channel = Channel.IN_PERSON
        return hold_slot(
            actor=actor, case=standing.case, person=child, query=query, starts=MONDAY_NINE, channel=channel
        )

    assert {hold().membership, hold_for_child().membership} == {colleague, other}
    assert Appointment.objects.filter(status=AppointmentStatus.HELD).count() == 2


def test_hold_is_refused_while_person_has_another_appointment(standing, colleague, hold):
    AppointmentFactory(person=standing.person)

    with pytest.raises(PersonBusy):
        hold()


@pytest.mark.parametrize(
    "starts",
    [
        datetime.datetime(2026, 11, 23, 9, 0, tzinfo=BERLIN),  # past
        datetime.datetime(2026, 12, 5, 9, 0, tzinfo=BERLIN),  # a Saturday
        datetime.datetime(2026, 12, 7, 15, 0, tzinfo=BERLIN),  # in the afternoon
    ],
)
def test_hold_of_what_nobody_offers_is_refused(colleague, hold, starts):
    with pytest.raises(SlotNotOffered):
        hold(starts)


def test_hold_is_refused_for_another_household(actor, colleague, service):
    stranger = PersonFactory()

    with pytest.raises(NotPermitted):
        hold_slot(
            actor=actor,
            case=stranger.case,
            person=stranger,
            query=SlotQuery(service=service),
            starts=MONDAY_NINE,
            channel=Channel.PHONE,
        )


def test_hold_is_refused_for_service_of_another_jobcenter(colleague, hold):
    with pytest.raises(SlotNotOffered):
        hold(service=ServiceFactory())


def test_hold_is_refused_where_people_do_not_book_themselves(colleague, hold, service):
    service.is_bookable = False

    with pytest.raises(SlotNotOffered):
        hold(service=service)


def test_hold_given_back_is_free_again(actor, colleague, hold, neighbour):
    held = hold()
    release_hold(actor=actor, appointment=held)
    release_hold(actor=actor, appointment=held)

    assert hold(standing=neighbour).membership == colleague


def test_booking_is_handed_in_as_the_person_saw_it(colleague, hold, confirm):
    needs = Needs(needs=(Need.INTERPRETER,), language="uk", words="Ich komme mit Kinderwagen.")

    booked = confirm(hold(), topic="Es geht um meine Miete.", needs=needs)

    submission = Submission.objects.get()
    said = {entry.label: entry.value for entry in submission.parsed_content().sections[0].entries}
    assert submission.title == "Termin vereinbart"
    assert said["Wann"] == "Montag, 7.\u00a0Dezember 2026, 9:00 bis 9:30\u00a0Uhr"
    assert said["Was Sie brauchen"] == "Jemand soll übersetzen (Ukrainisch)\nIch komme mit Kinderwagen."
    assert (said["Mit wem"], said["Ihre Worte dazu"]) == ("Frau Yıldız", "Es geht um meine Miete.")
    assert (booked.status, booked.steps.last().submission, booked.held_until) == ("booked", submission, None)


def test_booking_says_nothing_of_time_and_matter_where_others_read(colleague, hold, confirm):
    confirm(hold(), topic="Es geht um meine Miete.")

    assert Submission.objects.get().parsed_content().statements == ("Der Termin ist vereinbart.",)


def test_booking_twice_with_one_token_is_one(colleague, hold, confirm):
    held, token = hold(), uuid4()

    assert confirm(held, token=token) == confirm(held, token=token)
    assert Submission.objects.count() == 1


def test_booking_with_token_of_another_appointment_is_refused(colleague, hold, confirm, neighbour):
    token = uuid4()
    confirm(hold(), token=token)

    with pytest.raises(NotPermitted):
        confirm(hold(HALF_PAST, standing=neighbour), token=token)


def test_booking_of_lapsed_hold_that_is_still_free_is_kept(colleague, hold, confirm, actor, time_machine):
    held = hold()
    time_machine.shift(LATER)
    release_hold(actor=actor, appointment=held)

    assert confirm(held).status == AppointmentStatus.BOOKED


def test_booking_of_lapsed_hold_goes_to_another_colleague(
    standing, colleague, hold, confirm, actor, neighbour, time_machine
):
    held = hold()
    time_machine.shift(LATER)
    hold(standing=neighbour)
    other = StaffMembershipFactory(jobcenter=standing.case.jobcenter)
    OpeningRuleFactory(membership=other)

    assert confirm(held).membership == other


def test_booking_of_lapsed_hold_that_somebody_else_has_is_refused(colleague, hold, confirm, neighbour, time_machine):
    held = hold()
    time_machine.shift(LATER)
    hold(standing=neighbour)

    with pytest.raises(HoldExpired):
        confirm(held)
    assert Submission.objects.count() == 0


def test_booking_of_cancelled_one_is_refused(standing, confirm):
    with pytest.raises(NoSuchStep):
        confirm(AppointmentFactory(person=standing.person, status=AppointmentStatus.CANCELLED))


def test_booking_opens_case_that_was_only_being_prepared(colleague, service, confirm):
    standing = StandingFactory(person__case=CaseFactory(prospective=True))
    held = hold_slot(
        actor=actor_for_user(standing.user, purpose="test"),
        case=standing.case,
        person=standing.person,
        query=SlotQuery(service=service),
        starts=MONDAY_NINE,
        channel=Channel.VIDEO,
    )

    case = confirm(held).case

    assert (case.status, case.jobcenter) == (CaseStatus.OPEN, service.jobcenter)


def test_booking_leaves_closed_case_closed(standing, colleague, hold, confirm):
    case = standing.case
    case.status, case.closed_at = CaseStatus.CLOSED, timezone.now()
    case.save()

    assert confirm(hold()).case.status == CaseStatus.CLOSED


def test_booking_by_member_of_household_is_handed_in_for_them(standing, colleague, hold, confirm):
    member = PersonFactory(case=standing.case, is_applicant=False)
    own = StandingFactory(person=member, kind=StandingKind.MEMBER, scopes=["own_part"])

    booked = confirm(hold(standing=own))

    assert (booked.person, Submission.objects.get().person) == (member, member)


def test_booking_by_office_is_told_in_the_postbox_once(standing, colleague, service):
    token = uuid4()
    for _twice in range(2):
        booked = book_for(
            actor=staff_actor(colleague),
            case=standing.case,
            person=standing.person,
            query=SlotQuery(service=service),
            starts=MONDAY_NINE,
            channel=Channel.PHONE,
            token=token,
        )

    message = Message.objects.get()
    assert message.body.startswith("Wir haben einen Termin mit Ihnen vereinbart: Montag, 7.\u00a0Dezember 2026")
    assert (booked.origin, Appointment.objects.count(), Submission.objects.count()) == (Origin.OFFICE, 1, 0)


def test_booking_by_office_of_another_jobcenter_is_refused(standing, service):
    with pytest.raises(NotPermitted):
        book_for(
            actor=staff_actor(StaffMembershipFactory()),
            case=standing.case,
            person=standing.person,
            query=SlotQuery(service=service),
            starts=MONDAY_NINE,
            channel=Channel.PHONE,
            token=uuid4(),
        )
