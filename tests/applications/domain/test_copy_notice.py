import datetime

import pytest
from django.core import mail

from applications.domain.copy_notice import remind_of_copies
from applications.models import Application
from mailbox.models import Message
from portal.cases.enums import CaseStatus
from portal.cases.models import Case
from portal.outbox.services import deliver_due
from tests.factories.applications import DraftFactory
from tests.factories.cases import PersonFactory
from tests.factories.triage import ApplicationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("everybody_agrees")]

ENDED = datetime.datetime(2026, 12, 1, 12, 0, tzinfo=datetime.UTC)
LAST_DAY = datetime.datetime(2036, 12, 1, 12, 0, tzinfo=datetime.UTC)  # ten years
DAY, WEEK = datetime.timedelta(days=1), datetime.timedelta(weeks=1)


def end(case, at=ENDED):
    Case.objects.filter(pk=case.pk).update(status=CaseStatus.CLOSED, closed_at=at)


@pytest.fixture
def application():
    """An application in a case that has ended."""
    application = ApplicationFactory()
    end(application.case)
    return application


@pytest.mark.parametrize(
    ("when", "told"), [(LAST_DAY - 8 * WEEK - DAY, 0), (LAST_DAY - 8 * WEEK, 1), (LAST_DAY + WEEK, 1)]
)
def test_people_are_told_eight_weeks_before(application, when, told):
    assert remind_of_copies(when) == told
    assert Message.objects.count() == told


def test_case_that_goes_on_is_told_of_nothing():
    ApplicationFactory()

    assert remind_of_copies(LAST_DAY) == 0


def test_what_was_never_sent_is_told_of_nothing():
    draft = DraftFactory(version=1)
    Case.objects.filter(pk=draft.case_id).update(status=CaseStatus.CLOSED, opened_at=ENDED, closed_at=ENDED)

    assert remind_of_copies(LAST_DAY) == 0


def test_notice_names_what_was_sent_and_the_last_day(application):
    remind_of_copies(LAST_DAY - 8 * WEEK)

    message = Message.objects.get()
    application.refresh_from_db()
    assert message.thread.subject == "Laden Sie Ihre Kopie herunter"
    assert "bis zum 1.\xa0Dezember 2036" in message.body
    assert application.submission.reference in message.body
    assert (message.thread.person_id, application.copy_told_until) == (application.person_id, LAST_DAY.date())
    assert application.copy_told_at == LAST_DAY - 8 * WEEK


def test_all_of_a_person_stands_in_one_notice_that_comes_once(application):
    second = ApplicationFactory(case=application.case)

    assert [remind_of_copies(LAST_DAY - WEEK + n * DAY) for n in range(3)] == [1, 0, 0]
    assert second.submission.reference in Message.objects.get().body


def test_each_person_of_a_case_has_her_own(application):
    other = PersonFactory(case=application.case, is_applicant=False)
    Application.objects.filter(pk=ApplicationFactory(case=application.case).pk).update(person=other)

    assert remind_of_copies(LAST_DAY - WEEK) == 2
    assert set(Message.objects.values_list("thread__person", flat=True)) == {application.person_id, other.pk}


def test_who_is_told_late_has_as_long(application):
    remind_of_copies(LAST_DAY)

    application.refresh_from_db()
    assert application.copy_told_until == (LAST_DAY + 8 * WEEK).date()


def test_case_that_ended_again_has_another_notice(application):
    remind_of_copies(LAST_DAY - WEEK)
    end(application.case, at=LAST_DAY)

    assert remind_of_copies(LAST_DAY + DAY) == 0
    assert remind_of_copies(LAST_DAY.replace(year=2046) - WEEK) == 1
    assert Message.objects.count() == 2


def test_e_mail_says_nothing_of_it(application):
    remind_of_copies(LAST_DAY - WEEK)
    deliver_due()

    sent = [each for each in mail.outbox if each.to == [application.person.user.email]]
    assert sent
    assert not any("Kopie" in each.subject + each.body for each in sent)
