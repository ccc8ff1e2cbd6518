import pytest
from django.utils import timezone

from applications.enums import ChecksState
from applications.models import Application
from applications.tasks import run_checks
from portal.outbox.models import subscriptions
from portal.outbox.services import deliver_due
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db


def test_task_twice_leaves_the_same_findings():
    application = ApplicationFactory()
    run_checks(application.pk)
    before = list(application.findings.values_list("pk", "key", "state"))

    run_checks(application.pk)

    assert before
    assert list(application.findings.values_list("pk", "key", "state")) == before


@pytest.mark.parametrize("fact", ["application.received", "application.checks_wanted"])
def test_task_hears_of_new_applications_and_wishes(fact):
    assert run_checks in [subscription.handler for subscription in subscriptions.of(fact)]


def test_new_application_is_checked_through_the_outbox():
    application = ApplicationFactory()

    deliver_due()

    stored = Application.objects.get(pk=application.pk)
    assert stored.checks_state == ChecksState.DONE
    assert stored.checked_at <= timezone.now()
