import pytest
from django.db import connection

from applications.domain.lifecycle import change_status
from applications.enums import ApplicationStatus as Status
from applications.enums import Verdict
from applications.errors import NotAllowed, ReasonMissing
from applications.models import Application, RequestAnswer
from applications.services.consent import answer_request
from applications.services.triage import possible_steps
from mailbox.models import Message
from portal.audit.models import AuditEvent
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory, claimant_actor, staff_actor
from tests.factories.sent import sent_trip
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def trip():
    return sent_trip(CaseFactory())


@pytest.fixture
def actor(trip):
    return staff_actor(StaffMembershipFactory(jobcenter=trip.case.jobcenter))


def posted(trip):
    return Message.objects.get(thread__person=trip.person, thread__subject="Antwort auf Ihre Anfrage").body


def test_yes_ends_the_work_and_lies_in_the_postbox(trip, actor):
    answer = answer_request(actor=actor, application=trip, verdict=Verdict.AGREED)

    assert Application.objects.get(pk=trip.pk).status == Status.DECIDED
    assert (answer.verdict, answer.membership_id) == ("agreed", actor.membership_id)
    assert posted(trip).split("\n\n")[:2] == [
        "Wir haben zugestimmt. Sie können in der Zeit, um die Sie gebeten haben, wegfahren.",
        "Das gilt vom 7.\xa0Dezember 2026 bis zum 11.\xa0Dezember 2026.",
    ]
    assert AuditEvent.objects.filter(case_id=trip.case_id, event="application.answered").count() == 1


def test_no_is_said_with_its_reason_and_what_can_be_done(trip, actor):
    answer_request(actor=actor, application=trip, verdict=Verdict.REFUSED, text=" Am 9. ist Ihr Kurs. ")

    assert Application.objects.get(pk=trip.pk).status == Status.DECIDED
    assert "Der Grund: Am 9. ist Ihr Kurs." in posted(trip)
    assert "Widerspruch" in posted(trip)


def test_question_leaves_the_request_open(trip, actor):
    answer_request(actor=actor, application=trip, verdict=Verdict.ASKED, text="Wohin fahren Sie?")

    assert Application.objects.get(pk=trip.pk).status == Status.IN_REVIEW
    assert "Bitte nicht wegfahren, bevor wir zugestimmt haben." in posted(trip)
    answer_request(actor=actor, application=trip, verdict=Verdict.AGREED)
    assert [each.verdict for each in trip.answers.all()] == ["agreed", "asked"]


@pytest.mark.parametrize("verdict", [Verdict.REFUSED, Verdict.ASKED])
def test_nobody_is_refused_or_asked_without_words(trip, actor, verdict):
    with pytest.raises(ReasonMissing):
        answer_request(actor=actor, application=trip, verdict=verdict, text="  ")

    assert (RequestAnswer.objects.count(), Message.objects.filter(thread__subject__startswith="Antwort").count()) == (
        0,
        0,
    )


def test_second_answer_comes_too_late(trip, actor):
    stale = Application.objects.get(pk=trip.pk)
    answer_request(actor=actor, application=trip, verdict=Verdict.AGREED)

    with pytest.raises(NotAllowed):
        answer_request(actor=actor, application=stale, verdict=Verdict.REFUSED, text="Nein")
    assert RequestAnswer.objects.count() == 1


def test_only_staff_of_the_house_answer(trip):
    for stranger in (staff_actor(StaffMembershipFactory()), claimant_actor(trip.case)):
        with pytest.raises(NotAllowed):
            answer_request(actor=stranger, application=trip, verdict=Verdict.AGREED)


def test_what_asks_for_no_consent_is_not_answered_here(actor, trip):
    application = ApplicationFactory(case=trip.case)

    with pytest.raises(NotAllowed):
        answer_request(actor=actor, application=application, verdict=Verdict.AGREED)


def test_answer_is_no_button_among_the_steps(trip, actor):
    change_status(application=trip, to=Status.IN_REVIEW, actor=actor, at=trip.received_at)

    assert Status.DECIDED not in possible_steps(actor=actor, application=trip)


def test_answer_is_stored_encrypted(trip, actor):
    answer = answer_request(actor=actor, application=trip, verdict=Verdict.REFUSED, text="Geheimgrund")

    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM applications_requestanswer WHERE id = %s", [answer.pk])
        assert b"Geheim" not in bytes(cursor.fetchone()[0])
