import datetime

import pytest
from django.urls import reverse

from appointments.models import Appointment
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory, SummonsFactory
from tests.factories.cases import PersonFactory
from tests.factories.submissions import SubmissionFactory

pytestmark = pytest.mark.django_db
WEEK = datetime.timedelta(weeks=1)


@pytest.fixture(autouse=True)
def after_it(time_machine):
    time_machine.move_to(MONDAY_NINE + datetime.timedelta(hours=1))
    return time_machine


@pytest.fixture
def talk(worker):
    return AppointmentFactory(person=PersonFactory(case__jobcenter=worker.jobcenter), membership=worker)


def url(name, talk):
    return reverse(f"desk:{name}", args=[talk.pk])


def summoned(talk, weeks=0, status="missed"):
    """The talk itself, or an earlier summons of the person."""
    if not weeks:
        return SummonsFactory(appointment=talk, notified_at=MONDAY_NINE - WEEK)
    earlier = AppointmentFactory(
        person=talk.person, membership=talk.membership, starts=MONDAY_NINE - weeks * WEEK, status=status
    )
    return SummonsFactory(appointment=earlier, notified_at=MONDAY_NINE - (weeks + 1) * WEEK)


def now(talk):
    return Appointment.objects.get(pk=talk.pk)


@pytest.mark.parametrize(("said", "status"), [("attended", "attended"), ("later", "attended"), ("excused", "excused")])
def test_outcome_is_entered(desk_of, worker, talk, said, status):
    desk_of(worker).post(url("appointment_outcome", talk), {"outcome": said, "reason": "Bus fiel aus"})

    assert (now(talk).status, now(talk).ended_reason) == (status, "Bus fiel aus")


def test_who_has_not_come_is_not_entered_at_once(desk_of, worker, talk):
    response = desk_of(worker).post(url("appointment_outcome", talk), {"outcome": "missed"})

    assert response.url == url("appointment_missed", talk)
    assert now(talk).status == "booked"


def test_page_between_says_what_was_heard_and_that_an_ordinary_appointment_counts_for_nothing(desk_of, worker, talk):
    sent = SubmissionFactory(case=talk.case, received_at=MONDAY_NINE - datetime.timedelta(days=1))

    page = desk_of(worker).get(url("appointment_missed", talk)).content.decode()

    assert sent.reference in page
    assert "Dieser Termin war keine Meldeaufforderung" in page
    assert "Der Tag ist noch nicht um." in page


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (0, "Eine Minderung gibt es dafür nicht"),
        (1, "um 30 Prozent des Regelbedarfs für 1 Monat"),
        (2, "Es wäre die 3. Meldeaufforderung nacheinander"),
    ],
)
def test_page_between_warns_of_what_the_law_says(desk_of, worker, talk, before, words):
    summoned(talk)
    for weeks in range(1, before + 1):
        summoned(talk, weeks)

    assert words in desk_of(worker).get(url("appointment_missed", talk)).content.decode()


def test_missing_needs_words_about_how_the_reason_was_asked_for(desk_of, worker, talk):
    desk = desk_of(worker)
    sent = {"to": "missed", "warned_of": "invited", "words": ""}

    refused = desk.post(url("appointment_missed", talk), sent)
    assert refused.status_code == 422
    assert "wie Sie nach dem Grund gefragt haben" in refused.content.decode()
    assert now(talk).status == "booked"

    desk.post(url("appointment_missed", talk), {**sent, "words": "Zweimal angerufen."})
    assert now(talk).status == "missed"


def test_good_reason_is_entered_as_excused(desk_of, worker, talk):
    desk = desk_of(worker)
    assert desk.post(url("appointment_missed", talk), {"to": "excused", "reason": ""}).status_code == 422

    desk.post(url("appointment_missed", talk), {"to": "excused", "reason": "Kind war krank"})
    assert (now(talk).status, now(talk).ended_reason) == ("excused", "Kind war krank")


def test_warning_that_changed_has_to_be_read_again(desk_of, worker, talk):
    summoned(talk)
    summoned(talk, 1)

    page = desk_of(worker).post(
        url("appointment_missed", talk), {"to": "missed", "warned_of": "first", "words": "Angerufen."}
    )

    assert "Bitte lesen Sie neu" in page.content.decode()
    assert now(talk).status == "booked"


def test_correction_needs_words(desk_of, worker, talk):
    talk.status = "missed"
    talk.save()
    desk = desk_of(worker)

    assert desk.post(url("appointment_outcome", talk), {"outcome": "excused"}).status_code == 422
    desk.post(url("appointment_outcome", talk), {"outcome": "excused", "words": "Attest kam nach."})
    assert now(talk).status == "excused"


def test_nothing_is_entered_before_it_begins(desk_of, worker, talk, after_it):
    after_it.move_to(MONDAY_NINE - WEEK)
    desk = desk_of(worker)

    assert (
        "noch nicht begonnen"
        in desk.post(url("appointment_outcome", talk), {"outcome": "attended"}, follow=True).content.decode()
    )
    assert desk.get(url("appointment_missed", talk)).url == url("appointment", talk)
    assert now(talk).status == "booked"
