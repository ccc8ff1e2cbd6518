import datetime

import pytest
import time_machine
from django.urls import reverse

from applications.enums import ApplicationStatus
from applications.models import Application, GrantPeriod
from applications.views.grant import Grant, grant_of
from tests.factories.renewals import GrantPeriodFactory
from tests.factories.triage import ApplicationFactory

OVERVIEW = "applications:overview"
TODAY = datetime.date(2026, 11, 20)


def period(ends_on, status=None):
    renewed_by = Application(status=status) if status else None
    return GrantPeriod(starts_on=datetime.date(2026, 2, 1), ends_on=ends_on, renewed_by=renewed_by)


@pytest.mark.parametrize(
    ("ends_on", "status", "kind"),
    [
        (datetime.date(2027, 1, 31), None, "info"),
        (datetime.date(2027, 1, 15), None, "warning"),
        (datetime.date(2026, 11, 19), None, "warning"),
        (datetime.date(2027, 1, 15), ApplicationStatus.RECEIVED, "info"),
        (datetime.date(2027, 1, 15), ApplicationStatus.WITHDRAWN, "warning"),
    ],
)
def test_end_asks_for_a_look_when_something_is_to_be_done(ends_on, status, kind):
    assert grant_of(period(ends_on, status), [], TODAY).kind == kind


def test_without_a_period_who_has_a_decision_is_told_why_nobody_reminds():
    decided = Application(status=ApplicationStatus.DECIDED, effective_from=datetime.date(2026, 11, 1))
    running = Application(effective_from=datetime.date(2026, 11, 1))
    request = Application(status=ApplicationStatus.DECIDED)

    assert grant_of(None, [running, decided], TODAY) == Grant()
    assert grant_of(None, [running, request], TODAY) is None


@pytest.fixture
def application(client):
    made = ApplicationFactory()
    client.force_login(made.person.user)
    return made


@pytest.mark.django_db
def test_overview_says_until_when_money_is_granted(client, application):
    GrantPeriodFactory(case=application.case)
    with time_machine.travel(datetime.datetime(2026, 11, 20, 9, 0, tzinfo=datetime.UTC)):
        client.force_login(application.person.user)
        page = client.get(reverse(OVERVIEW)).content.decode()

    assert "Ihr Geld ist bewilligt bis zum 31.\xa0Januar 2027." in page
    assert "Am 6.\xa0Dezember 2026 erinnern wir Sie" in page


@pytest.mark.django_db
def test_overview_and_renewal_say_why_no_reminder_comes(client, application):
    Application.objects.update(status=ApplicationStatus.DECIDED)
    page = client.get(reverse(OVERVIEW)).content.decode()
    tasks = client.post(reverse(OVERVIEW), {"form": "renewal"}, follow=True).content.decode()

    assert application.effective_from
    assert "darum können wir Sie nicht erinnern" in page
    assert "darum können wir Sie nicht erinnern" in tasks


@pytest.mark.django_db
def test_renewal_whose_end_is_known_needs_no_reason(client, application):
    GrantPeriodFactory(case=application.case)
    tasks = client.post(reverse(OVERVIEW), {"form": "renewal"}, follow=True).content.decode()

    assert "nicht erinnern" not in tasks
