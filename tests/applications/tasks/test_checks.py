import pytest
from django.utils import timezone

from applications.enums import ChecksState
from applications.models import Application, Draft
from applications.services.after_sending import add_to_application
from applications.services.submit import submit_draft
from applications.tasks import check_matter, run_checks
from portal.cases.selectors import actor_for_user
from portal.outbox.models import subscriptions
from portal.outbox.services import deliver_due
from tests.factories.personas import P02
from tests.factories.renewals import filed, household
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


def test_task_looks_again_at_what_papers_were_added_to():
    user, application = household(P02)
    deliver_due()
    actor = actor_for_user(user, purpose="own_case")
    draft = add_to_application(actor=actor, application=application)
    filed(actor, draft, ["LEASE"])
    added = submit_draft(actor=actor, draft=Draft.objects.get(pk=draft.pk)).application
    lease = application.findings.filter(rule_id="EVD-01", refs__contains=["evidence[LEASE]"])
    before = lease.get().state

    check_matter(added.pk)

    assert (before, lease.get().state) == ("open", "resolved")
    assert check_matter in [subscription.handler for subscription in subscriptions.of("application.added_to")]


def test_new_application_is_checked_through_the_outbox():
    application = ApplicationFactory()

    deliver_due()

    stored = Application.objects.get(pk=application.pk)
    assert stored.checks_state == ChecksState.DONE
    assert stored.checked_at <= timezone.now()
