import datetime

import pytest

from appointments.enums import MissedWarning
from appointments.errors import NoSuchStep, NotBegun, ReasonMissing, WarningNotSeen
from appointments.models import Appointment
from appointments.services import record_outcome, warning_before_missing
from portal.audit.models import AuditEvent
from portal.cases.errors import NotPermitted
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory, SummonsFactory, moved_to
from tests.factories.cases import claimant_actor, staff_actor

pytestmark = pytest.mark.django_db
WEEK = datetime.timedelta(weeks=1)


@pytest.fixture
def appointment(time_machine):
    time_machine.move_to(MONDAY_NINE + datetime.timedelta(minutes=40))
    return AppointmentFactory()


@pytest.fixture
def worker(appointment):
    return staff_actor(appointment.membership)


def enter(worker, appointment, outcome, **said):
    return record_outcome(actor=worker, appointment=appointment, outcome=outcome, **said)


def now(appointment):
    return Appointment.objects.get(pk=appointment.pk)


def test_who_was_there_is_entered_with_history_and_audit(appointment, worker):
    step = enter(worker, appointment, "attended")

    assert (now(appointment).status, step.from_status, step.reason) == ("attended", "booked", "")
    assert AuditEvent.objects.filter(event="appointment.outcome", case_id=appointment.case_id).count() == 1


def test_later_on_the_same_day_is_enough(appointment, worker):
    step = enter(worker, appointment, "attended", is_later_that_day=True)

    assert step.reason == "Kam später am selben Tag (§ 309 Abs. 3 Satz 2 SGB III)."


def test_reason_of_the_person_is_kept(appointment, worker):
    enter(worker, appointment, "excused", reason=" Mein Kind war krank. ")

    assert (now(appointment).status, now(appointment).ended_reason) == ("excused", "Mein Kind war krank.")


def test_nothing_is_entered_before_it_has_begun(appointment, worker, time_machine):
    time_machine.move_to(MONDAY_NINE - datetime.timedelta(minutes=1))

    with pytest.raises(NotBegun):
        enter(worker, appointment, "attended")


def test_who_is_missing_needs_words_and_a_warning_that_was_read(appointment, worker):
    with pytest.raises(ReasonMissing):
        enter(worker, appointment, "missed", warned_of=MissedWarning.INVITED)
    with pytest.raises(WarningNotSeen):
        enter(worker, appointment, "missed", words="Zweimal angerufen.")

    enter(worker, appointment, "missed", words="Zweimal angerufen.", warned_of=MissedWarning.INVITED)

    assert now(appointment).status == "missed"


def test_warning_has_to_be_the_one_that_holds_now(appointment, worker):
    SummonsFactory(appointment=appointment)
    read = warning_before_missing(now(appointment))
    SummonsFactory(
        appointment__person=appointment.person, appointment__starts=MONDAY_NINE - WEEK, appointment__status="missed"
    )

    with pytest.raises(WarningNotSeen):
        enter(worker, appointment, "missed", words="Angerufen.", warned_of=read)

    assert (read, warning_before_missing(now(appointment))) == (MissedWarning.FIRST, MissedWarning.REPEATED)


def test_correcting_needs_words(appointment, worker):
    enter(worker, appointment, "missed", words="Angerufen.", warned_of=MissedWarning.INVITED)

    with pytest.raises(ReasonMissing):
        enter(worker, appointment, "excused", reason="Attest")
    step = enter(worker, appointment, "excused", reason="Attest", words="Attest kam nach.")

    assert (step.from_status, step.to_status, step.reason) == ("missed", "excused", "Attest kam nach.")


def test_cancelled_one_was_not_attended(worker, appointment):
    cancelled = AppointmentFactory(case=appointment.case, person=appointment.person, status="cancelled")

    with pytest.raises(NoSuchStep):
        enter(worker, cancelled, "attended")


def test_only_staff_of_the_house_enter_it(appointment):
    for actor in (claimant_actor(appointment.case), staff_actor(StaffMembershipFactory())):
        with pytest.raises(NotPermitted):
            enter(actor, appointment, "attended")


def test_summons_does_not_count_for_another_time_than_it_names(appointment):
    SummonsFactory(appointment=appointment, period=moved_to(MONDAY_NINE - WEEK))
    missed = SummonsFactory(
        appointment__person=appointment.person, appointment__starts=MONDAY_NINE - WEEK, appointment__status="missed"
    )
    assert warning_before_missing(now(appointment)) == MissedWarning.INVITED

    current = SummonsFactory(appointment=appointment, replaces=now(appointment).summons)
    assert warning_before_missing(now(appointment)) == MissedWarning.REPEATED
    SummonsFactory(appointment=missed.appointment, replaces=missed, period=moved_to(MONDAY_NINE - 2 * WEEK))
    assert warning_before_missing(now(appointment)) == MissedWarning.FIRST
    SummonsFactory(appointment=appointment, replaces=current, channel="phone")

    assert warning_before_missing(now(appointment)) == MissedWarning.INVITED
