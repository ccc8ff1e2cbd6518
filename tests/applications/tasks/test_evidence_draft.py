import pytest

from applications.tasks import draft_missing_papers
from mailbox.models import EvidenceRequest
from portal.outbox.models import subscriptions
from portal.outbox.services import deliver_due
from tests.factories.claims import build_p02, without_papers
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db


def test_draft_is_prepared_after_the_checks():
    application = ApplicationFactory(claim=without_papers(build_p02()))

    deliver_due()

    assert EvidenceRequest.objects.get().key == f"checks:{application.pk}"
    assert draft_missing_papers in [subscription.handler for subscription in subscriptions.of("application.checked")]
