import datetime

import pytest

from applications.catalogue.main_application import FORM
from applications.claim.model import Urgency
from applications.domain.application import is_urgent, register_application
from applications.domain.draft import Course
from applications.enums import ApplicationStatus, ChecksState
from applications.models import Application
from portal.outbox.models import OutboxMessage
from portal.submissions.models import Submission
from tests.factories.claims import build_p02
from tests.factories.submissions import RECEIVED_AT
from tests.factories.triage import ApplicationFactory

UTC = datetime.UTC


@pytest.mark.django_db
def test_new_application_waits_for_checks_and_somebody():
    application = ApplicationFactory()

    assert (application.status, application.checks_state, application.assigned_to) == (
        ApplicationStatus.RECEIVED,
        ChecksState.PENDING,
        None,
    )
    assert application.effective_from == datetime.date(2026, 10, 1)
    assert [(change.from_status, change.to_status, change.at) for change in application.status_changes.all()] == [
        ("", ApplicationStatus.RECEIVED, RECEIVED_AT)
    ]
    assert (
        OutboxMessage.objects.filter(fact="application.received", subject_id=application.pk).count() == 2
    )  # checks, and news of a changed account


@pytest.mark.django_db
def test_registering_twice_gives_the_first_application():
    first = ApplicationFactory()
    submission = Submission.objects.get(pk=first.submission_id)

    second = register_application(
        submission=submission,
        case=first.case,
        person=first.person,
        claim=build_p02(),
        course=Course(FORM, {}),
        at=RECEIVED_AT,
    )

    assert second == first
    assert Application.objects.count() == 1
    assert (
        OutboxMessage.objects.filter(fact="application.received").count() == 2
    )  # checks, and news of a changed account


@pytest.mark.parametrize("danger", ["no_money_for_food", "housing_threat", "energy_threat", "violence"])
def test_any_danger_is_urgent(danger):
    assert is_urgent(Urgency(**{danger: True})) is True


@pytest.mark.parametrize("answer", [None, False])
def test_no_danger_is_not_urgent(answer):
    assert is_urgent(Urgency(no_money_for_food=answer)) is False


@pytest.mark.django_db
def test_what_is_no_application_counts_from_no_day():
    application = ApplicationFactory(claim=build_p02().model_copy(update={"counts_from_first": False}))

    assert Application.objects.get(pk=application.pk).effective_from is None
