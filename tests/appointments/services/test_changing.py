import datetime
from uuid import uuid4

import pytest
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from appointments.domain.links import actor_by_link
from appointments.domain.needs import Needs
from appointments.enums import AppointmentStatus, Change, Channel, Coming, Need, ServiceKind
from appointments.errors import NoSuchStep, SlotNotOffered, SlotTaken, TooLate
from appointments.models import Participant
from appointments.selectors.slots import SlotQuery
from appointments.services import cancel_appointment, change_channel, change_needs, move_appointment
from mailbox.models import Message
from portal.cases.errors import NotPermitted
from portal.submissions.models import Submission
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory, RoomFactory, ServiceFactory, SummonsFactory
from tests.factories.cases import claimant_actor, staff_actor

pytestmark = pytest.mark.django_db
TEN = MONDAY_NINE + datetime.timedelta(hours=1)


def move(appointment, actor, *, starts=TEN, channel=Channel.IN_PERSON, token=None, reason=""):
    return move_appointment(
        actor=actor,
        appointment=appointment,
        query=SlotQuery(service=appointment.service),
        starts=starts,
        channel=channel,
        token=token or uuid4(),
        reason=reason,
    )


def test_move_keeps_appointment_and_ends_links(booked, actor):
    moved = move(booked, actor, reason="Ich arbeite dann.")

    assert (moved.pk, moved.period.lower) == (booked.pk, TEN)
    assert (moved.sequence, moved.link_version) == (booked.sequence + 1, booked.link_version + 1)
    assert (moved.steps.last().change, moved.steps.last().period) == (Change.MOVED, booked.period)


def test_move_is_handed_in_with_both_times(booked, actor):
    moved = move(booked, actor)

    said = {entry.label: entry.value for entry in moved.steps.last().submission.parsed_content().sections[0].entries}
    assert said["Bisher"].endswith(" 9:00 bis 9:30\u00a0Uhr")
    assert said["Wann"].endswith(" 10:00 bis 10:30\u00a0Uhr")


def test_move_twice_with_one_token_is_one(booked, actor):
    token = uuid4()
    move(booked, actor, token=token)
    move(booked, actor, token=token, starts=MONDAY_NINE)

    booked.refresh_from_db()
    assert booked.period.lower == TEN


def test_move_to_somebody_elses_time_changes_nothing(booked, actor, hold, neighbour):
    hold(TEN, standing=neighbour)

    with pytest.raises(SlotTaken):
        move(booked, actor)
    booked.refresh_from_db()
    assert (booked.period.lower, Submission.objects.count()) == (MONDAY_NINE, 1)


def test_move_frees_the_former_time(booked, actor, hold, neighbour):
    move(booked, actor)

    assert hold(standing=neighbour).period.lower == MONDAY_NINE


def test_move_asks_who_comes_along_again(booked, actor):
    companion = Participant.objects.create(appointment=booked, name="Ayşe", coming=Coming.YES)

    move(booked, actor)

    companion.refresh_from_db()
    assert companion.coming == Coming.OPEN


def test_move_by_office_is_told_with_its_reason(booked, colleague):
    moved = move(booked, staff_actor(colleague), reason="Frau Yıldız ist krank.")

    body = Message.objects.get().body
    assert body.startswith("Ihr Termin ist verschoben. Bisher: Montag, 7.")
    assert body.endswith("Frau Yıldız ist krank.")
    assert moved.steps.last().submission is None


@pytest.mark.parametrize("minutes", [0, 30])
def test_move_of_what_has_begun_is_too_late(booked, actor, time_machine, minutes):
    time_machine.move_to(MONDAY_NINE + datetime.timedelta(minutes=minutes))

    with pytest.raises(TooLate):
        move(booked, actor)


def test_move_of_what_is_cancelled_is_no_step(booked, actor):
    cancel_appointment(actor=actor, appointment=booked, token=uuid4())

    with pytest.raises(NoSuchStep):
        move(booked, actor)


def test_move_of_another_household_is_refused(booked, neighbour):
    with pytest.raises(NotPermitted):
        move(booked, claimant_actor(neighbour.case))


def test_move_by_link_is_for_its_appointment_only(booked, standing):
    other = AppointmentFactory(person=standing.person, starts=TEN)

    assert move(booked, actor_by_link(booked), starts=TEN + datetime.timedelta(hours=1)).pk == booked.pk
    with pytest.raises(NotPermitted):
        move(other, actor_by_link(booked))


def test_channel_changes_without_another_time(booked, actor):
    changed = change_channel(actor=actor, appointment=booked, channel=Channel.PHONE, phone="0171 234567", token=uuid4())

    assert (changed.channel, changed.phone, changed.period) == (Channel.PHONE, "0171 234567", booked.period)
    assert changed.link_version == booked.link_version + 1


def test_channel_that_colleague_does_not_offer_then_is_refused(booked, actor, colleague):
    colleague.opening_rules.update(channels=[Channel.IN_PERSON])

    with pytest.raises(SlotNotOffered):
        change_channel(actor=actor, appointment=booked, channel=Channel.VIDEO, token=uuid4())


def test_channel_outside_of_all_opening_hours_is_the_services(standing, actor, service):
    evening = AppointmentFactory(person=standing.person, service=service, starts=MONDAY_NINE.replace(hour=18))

    changed = change_channel(actor=actor, appointment=evening, channel=Channel.VIDEO, token=uuid4())

    assert changed.channel == Channel.VIDEO


def test_channel_of_first_talk_is_changed_by_staff_only(standing, actor, colleague):
    first_talk = ServiceFactory(jobcenter=standing.case.jobcenter, kind=ServiceKind.FIRST_TALK)
    booked = AppointmentFactory(person=standing.person, service=first_talk, membership=colleague)

    with pytest.raises(SlotNotOffered):
        change_channel(actor=actor, appointment=booked, channel=Channel.PHONE, token=uuid4())
    by_staff = change_channel(actor=staff_actor(colleague), appointment=booked, channel=Channel.PHONE, token=uuid4())
    assert by_staff.channel == Channel.PHONE


def test_channel_in_person_takes_the_room_and_gives_it_back(standing, actor, colleague, service, neighbour):
    room = RoomFactory(office__jobcenter=standing.case.jobcenter)
    colleague.opening_rules.update(room=room, office=room.office)
    call = AppointmentFactory(person=standing.person, service=service, membership=colleague, channel=Channel.PHONE)

    there = change_channel(actor=actor, appointment=call, channel=Channel.IN_PERSON, token=uuid4())
    assert there.room == room
    away = change_channel(actor=actor, appointment=there, channel=Channel.PHONE, token=uuid4())
    assert away.room is None
    AppointmentFactory(person=neighbour.person, room=room)
    with pytest.raises(SlotNotOffered):
        change_channel(actor=actor, appointment=away, channel=Channel.IN_PERSON, token=uuid4())


def test_needs_change_and_links_stay(booked, actor):
    changed = change_needs(
        actor=actor, appointment=booked, needs=Needs(needs=(Need.QUIET_ROOM,)), topic="Neues", token=uuid4()
    )

    assert changed.needs == {"needs": ["quiet_room"], "language": "", "words": ""}
    assert (changed.topic, changed.link_version, changed.sequence) == ("Neues", booked.link_version, booked.sequence)


@pytest.mark.parametrize("status", [AppointmentStatus.ATTENDED, AppointmentStatus.MISSED])
def test_needs_of_what_is_over_are_too_late(standing, actor, status):
    past = DateTimeTZRange(MONDAY_NINE - datetime.timedelta(days=14), MONDAY_NINE - datetime.timedelta(days=13))
    over = AppointmentFactory(person=standing.person, status=status, period=past)

    with pytest.raises(TooLate):
        change_needs(actor=actor, appointment=over, needs=Needs(), token=uuid4())


def test_receipt_and_postbox_say_what_a_letter_still_names(booked, actor, colleague):
    SummonsFactory(appointment=booked)
    moved = move(booked, actor)
    said = {entry.label: entry.value for entry in moved.steps.last().submission.parsed_content().sections[0].entries}
    assert "nennt noch: Montag, 7. Dezember 2026, 9:00 bis" in said["Unser Schreiben"].replace("\xa0", " ")
    assert "Es gilt: Montag, 7. Dezember 2026, 10:00 bis" in said["Unser Schreiben"].replace("\xa0", " ")

    change_channel(actor=staff_actor(colleague), appointment=moved, channel=Channel.PHONE, token=uuid4())

    told = Message.objects.filter(key__startswith="appointment:").latest("created_at").body.replace("\xa0", " ")
    assert "10:30 Uhr, am Telefon." in told
