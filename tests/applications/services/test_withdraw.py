import datetime

import pytest
from django.utils import timezone

from applications.domain.lifecycle import change_status
from applications.enums import ApplicationStatus, WaitsFor
from applications.errors import NotAllowed, NothingToWithdraw
from applications.models import Withdrawal
from applications.services.withdraw import withdraw_application
from portal.audit.models import AuditEvent
from portal.cases.enums import Role
from portal.cases.models import Actor, PersonIndex
from portal.submissions.models import Submission
from tests.factories.cases import StandingFactory, claimant_actor, helper_actor
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db

NOW = datetime.datetime(2026, 11, 26, 12, 0, tzinfo=datetime.UTC)
ALL = ["fill_in", "send", "read_decisions", "upload"]


@pytest.fixture
def application():
    return ApplicationFactory()


@pytest.fixture
def actor(application):
    return claimant_actor(application.case)


@pytest.fixture
def minor(application, actor):
    PersonIndex.objects.filter(person=application.person).update(
        birth_date=timezone.localdate() - datetime.timedelta(days=6000)
    )
    return actor


def test_adult_takes_back_at_once_with_an_own_receipt(application, actor):
    submission = withdraw_application(actor=actor, application=application, reason="Neue Arbeit")

    application.refresh_from_db()
    assert application.status == ApplicationStatus.WITHDRAWN
    assert (submission.kind, submission.receipt.verification_code != "") == ("withdrawal", True)
    assert submission.data["withdraws"] == application.submission.reference
    assert submission.reference != application.submission.reference
    assert AuditEvent.objects.filter(event="application.withdrawn").count() == 1


def test_under_age_it_is_received_and_waits(application, minor):
    submission = withdraw_application(actor=minor, application=application)

    application.refresh_from_db()
    assert application.status == ApplicationStatus.RECEIVED
    assert submission.withdrawal.waits_for == WaitsFor.REPRESENTATIVE
    assert "§ 36 Abs. 2 SGB I" in submission.parsed_content().statements[0]


def test_saying_it_twice_while_it_waits_hands_in_once(application, minor):
    first = withdraw_application(actor=minor, application=application)
    second = withdraw_application(actor=minor, application=application)

    assert first == second
    assert Withdrawal.objects.count() == 1
    assert AuditEvent.objects.filter(event="application.withdrawn").count() == 1


def test_what_is_over_cannot_be_taken_back(application, actor):
    withdraw_application(actor=actor, application=application)

    with pytest.raises(NothingToWithdraw):
        withdraw_application(actor=actor, application=application)
    assert Submission.objects.count() == 2


def test_taken_up_again_it_can_be_taken_back_again(application, actor):
    withdraw_application(actor=actor, application=application)
    lead = Actor(role=Role.TEAM_LEAD)
    change_status(application=application, to=ApplicationStatus.IN_REVIEW, actor=lead, at=NOW)

    withdraw_application(actor=actor, application=application)

    assert Withdrawal.objects.count() == 2


def test_helper_cannot(application):
    helping = StandingFactory(helper=True, person=application.person, scopes=ALL)

    with pytest.raises(NotAllowed):
        withdraw_application(actor=helper_actor(helping), application=application)


def test_representative_can(application):
    standing = StandingFactory(helper=True, kind="representative", person=application.person, scopes=ALL)

    withdraw_application(actor=helper_actor(standing), application=application)

    application.refresh_from_db()
    assert application.status == ApplicationStatus.WITHDRAWN
