import pytest

from applications.domain.evidence_news import follow_request
from applications.enums import ApplicationStatus as Status
from applications.models import Application, StatusChange
from mailbox.enums import AnswerKind, ItemStatus
from mailbox.services.evidence import judge_item, waive_item, withdraw_request
from portal.outbox.services import deliver_due
from tests.factories.evidence import LEASE, STATEMENTS, asked
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def application():
    return ApplicationFactory()


def asked_about(application, *items):
    return asked(*(items or (STATEMENTS, LEASE)), case=application.case, submission=application.submission)


def status(application):
    deliver_due()
    return Application.objects.get(pk=application.pk).status


def test_application_goes_along_with_the_request(application):
    found = asked_about(application)
    assert status(application) == Status.DOCUMENTS_REQUESTED

    found.answer(1)
    assert status(application) == Status.DOCUMENTS_REQUESTED
    found.answer(2, AnswerKind.NOT_AVAILABLE, text="Es gibt keinen.")
    assert status(application) == Status.DOCUMENTS_RECEIVED

    judge_item(actor=found.staff, item=found.items[0], to=ItemStatus.UNUSABLE, reason="Seite 2 fehlt.")
    assert status(application) == Status.DOCUMENTS_REQUESTED


def test_papers_nobody_needs_any_more_are_not_waited_for(application):
    found = asked_about(application, LEASE)
    deliver_due()

    waive_item(actor=found.staff, item=found.items[0])

    assert status(application) == Status.DOCUMENTS_RECEIVED


def test_nothing_happens_where_no_such_step_begins(application):
    Application.objects.filter(pk=application.pk).update(status=Status.DECIDED)

    asked_about(application)

    assert status(application) == Status.DECIDED
    assert not StatusChange.objects.filter(application=application, to_status=Status.DOCUMENTS_REQUESTED).exists()


def test_request_about_nothing_moves_nothing(application):
    found = asked(case=application.case)

    assert follow_request(found.request.pk, Status.DOCUMENTS_REQUESTED) is False


def test_news_that_is_late_moves_nothing(application):
    found = asked_about(application)
    withdraw_request(actor=found.staff, request=found.request)

    assert status(application) == Status.RECEIVED
