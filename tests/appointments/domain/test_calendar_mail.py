"""What goes out to calendars, through a real SMTP server on the loopback."""

import email

import pytest
from icalendar import Calendar

from appointments.domain.calendar_mail import drop_stale_reminders, mail_calendar_entry
from appointments.domain.lifecycle import advance
from appointments.domain.reminding import remind
from appointments.enums import AppointmentStatus, Change
from appointments.models import CalendarSettings
from portal.cases.models import system_actor
from portal.notices.enums import DispatchStatus
from portal.notices.models import Dispatch
from tests.factories.accounts import UserFactory
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory
from tests.factories.consents import agreeing

pytestmark = pytest.mark.django_db
ACTOR = system_actor("test")


@pytest.fixture
def appointment():
    made = AppointmentFactory(person__user=agreeing(UserFactory()))
    CalendarSettings.objects.create(person=made.person, mails_invitations=True)
    return made


def change(appointment, to, kind):
    advance(appointment, to, change=kind, actor=ACTOR)


def calendars(inbox):
    found = []
    for text in inbox.texts:
        (part,) = [
            part for part in email.message_from_string(text).walk() if part.get_content_type() == "text/calendar"
        ]
        (event,) = Calendar.from_ical(part.get_payload(decode=True)).walk("VEVENT")
        found.append((part.get_param("method"), str(event["uid"]), int(event["sequence"])))
    return found


def test_calendar_mail_invites_updates_and_cancels_the_same_entry(inbox, appointment):
    mail_calendar_entry(appointment.pk)
    change(appointment, AppointmentStatus.BOOKED, Change.MOVED)
    mail_calendar_entry(appointment.pk)
    change(appointment, AppointmentStatus.CANCELLED, Change.CANCELLED)
    mail_calendar_entry(appointment.pk)

    (first, second, third) = calendars(inbox)
    assert [entry[0] for entry in (first, second, third)] == ["REQUEST", "REQUEST", "CANCEL"]
    assert [entry[2] for entry in (first, second, third)] == [0, 1, 2]
    assert first[1] == second[1] == third[1]


def test_calendar_mail_of_a_change_is_sent_once(inbox, appointment):
    mail_calendar_entry(appointment.pk)
    mail_calendar_entry(appointment.pk)

    assert len(inbox.texts) == 1


def test_calendar_mail_says_when_and_nothing_else(inbox, appointment):
    mail_calendar_entry(appointment.pk)

    (text,) = inbox.texts
    assert appointment.service.name not in text
    assert appointment.person.name not in text


def test_calendar_mail_is_only_for_who_asked(inbox, appointment):
    CalendarSettings.objects.update(mails_invitations=False)
    mail_calendar_entry(appointment.pk)

    assert inbox.texts == []


def test_calendar_mail_of_confidential_one_is_never_sent(inbox, appointment):
    appointment.is_confidential = True
    appointment.save()
    mail_calendar_entry(appointment.pk)

    assert inbox.texts == []


def test_reminder_of_cancelled_one_is_not_sent(appointment):
    remind(MONDAY_NINE)
    appointment.booked_at = None
    remind(MONDAY_NINE.replace(hour=6))
    change(appointment, AppointmentStatus.CANCELLED, Change.CANCELLED)

    drop_stale_reminders(appointment.pk)

    assert Dispatch.objects.get().status == DispatchStatus.DROPPED


def test_reminder_of_the_present_time_stays(appointment):
    remind(MONDAY_NINE.replace(hour=6))

    drop_stale_reminders(appointment.pk)

    assert Dispatch.objects.get().status == DispatchStatus.PENDING
