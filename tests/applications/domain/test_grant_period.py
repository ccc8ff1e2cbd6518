import datetime

import pytest
from django.core import mail

from applications.domain.grant_period import note_renewal, remind_of_renewals
from applications.enums import ApplicationStatus
from applications.models import Application
from mailbox.models import Message
from portal.outbox.services import deliver_due
from tests.factories.renewals import ENDS, GrantPeriodFactory
from tests.factories.triage import ApplicationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("everybody_agrees")]
FIRST_DAY = datetime.datetime(2026, 12, 6, 9, 0, tzinfo=datetime.UTC)  # eight weeks before the end
DAY = datetime.timedelta(days=1)


@pytest.fixture
def application():
    return ApplicationFactory()


@pytest.fixture
def period(application):
    return GrantPeriodFactory(case=application.case)


def test_reminder_comes_eight_weeks_before_the_end_and_once(period):
    assert remind_of_renewals(FIRST_DAY - DAY) == 0
    assert (remind_of_renewals(FIRST_DAY), remind_of_renewals(FIRST_DAY + DAY)) == (1, 0)
    message = Message.objects.get()
    assert message.thread.subject == "Weiterbewilligung"
    assert message.thread.case_id == period.case_id
    assert "bis zum 31.\xa0Januar 2027 bewilligt" in message.body


def test_mail_says_nothing_of_it(application, period):
    remind_of_renewals(FIRST_DAY)
    mail.outbox.clear()
    deliver_due()

    sent = [each for each in mail.outbox if each.to == [application.person.user.email]]
    assert sent
    assert not any("bewilligt" in each.body or "Januar" in each.body for each in sent)


def test_period_entered_late_is_reminded_of_until_its_last_day(period):
    last = datetime.datetime(ENDS.year, ENDS.month, ENDS.day, 12, 0, tzinfo=datetime.UTC)

    assert remind_of_renewals(last + DAY) == 0
    assert remind_of_renewals(last) == 1


def test_entry_that_was_corrected_is_no_longer_reminded_of(period):
    GrantPeriodFactory(case=period.case, ends_on=datetime.date(2027, 6, 30), entered_by=period.entered_by)

    assert remind_of_renewals(FIRST_DAY) == 0


def test_who_has_renewed_is_not_reminded_unless_it_was_withdrawn(application, period):
    note_renewal(application)
    assert remind_of_renewals(FIRST_DAY) == 0

    Application.objects.update(status=ApplicationStatus.WITHDRAWN)
    assert remind_of_renewals(FIRST_DAY) == 1


def test_renewal_without_a_period_is_noted_nowhere(application):
    note_renewal(application)

    assert not application.renewed_periods.exists()


def test_many_reminders_cost_as_much_to_find_as_one(django_assert_max_num_queries):
    for _ in range(3):
        GrantPeriodFactory(case=ApplicationFactory().case)

    assert remind_of_renewals(FIRST_DAY) == 3
    with django_assert_max_num_queries(4):
        assert remind_of_renewals(FIRST_DAY) == 0
