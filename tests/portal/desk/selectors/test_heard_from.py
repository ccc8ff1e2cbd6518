import datetime

import pytest

from appointments.models import Appointment, AppointmentStep, Reminder
from portal.desk.selectors.heard_from import heard_since, reached_by, since_when, summons_is_proven
from portal.notices.models import Dispatch
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory, OfferFactory, SummonsFactory
from tests.factories.submissions import SubmissionFactory

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
SINCE = MONDAY_NINE - 10 * DAY


def dispatch(appointment, key="k", **facts):
    sent = {"status": "sent", "sent_at": MONDAY_NINE - 3 * DAY}
    return Dispatch.objects.create(
        case=appointment.case, template="new_message", subject_id=appointment.pk, key=key, **{**sent, **facts}
    )


def test_everything_the_person_has_handed_in_since_is_named_newest_first():
    appointment = AppointmentFactory()
    for days in (12, 5, 2):
        SubmissionFactory(case=appointment.case, received_at=MONDAY_NINE - days * DAY)
    AppointmentStep.objects.create(
        appointment=appointment,
        change="moved",
        from_status="booked",
        to_status="booked",
        period=appointment.period,
        at=MONDAY_NINE - 3 * DAY,
        actor_role="claimant",
    )

    heard = heard_since(appointment, SINCE)

    assert [(MONDAY_NINE - each.at).days for each in heard] == [2, 3, 5]
    assert heard[1].what == "Termin verschoben"


def test_what_went_out_is_named_with_its_proof():
    appointment = AppointmentFactory()
    assert reached_by(appointment) == []

    dispatch(appointment)
    dispatch(appointment, key="l", sent_at=MONDAY_NINE - 4 * DAY, returned_at=MONDAY_NINE)
    dispatch(appointment, key="m", status="failed", sent_at=None)

    assert sorted((each.how, each.is_proven) for each in reached_by(appointment)) == [
        ("E-Mail: gesendet, vom Server angenommen", True),
        ("E-Mail: kam zurück", False),
        ("E-Mail: nicht zustellbar", False),
    ]


def test_reminder_that_reached_nobody_is_no_proof():
    appointment = AppointmentFactory()
    Reminder.objects.create(appointment=appointment, kind="days", sequence=0)

    (only,) = reached_by(appointment)

    assert (only.is_proven, only.what) == (False, "Erinnerung drei Tage vorher")


def test_summons_is_proven_by_its_notice_or_by_the_post():
    summons = SummonsFactory()
    assert not summons_is_proven(summons.appointment)

    summons.posted_on = datetime.date(2026, 11, 30)
    summons.save()
    appointment = Appointment.objects.get(pk=summons.appointment_id)
    assert summons_is_proven(appointment)
    assert [each.how for each in reached_by(appointment)] == ["zur Post gegeben"]


def test_time_counts_from_the_invitation():
    invitation = OfferFactory(sent_at=SINCE)
    summons = SummonsFactory(appointment__person=invitation.person, invitation=invitation)

    assert since_when(summons.appointment) == SINCE
