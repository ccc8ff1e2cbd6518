import pytest

from portal.documents.models import Document
from portal.documents.services import join_documents
from portal.outbox.enums import Queue
from portal.outbox.models import subscriptions
from portal.outbox.services import deliver_due
from tests.factories.cases import claimant_actor
from tests.factories.documents import DocumentFactory


@pytest.mark.parametrize("fact", ["document.received", "document.scanned", "document.arranged"])
def test_uploads_are_opened_by_their_own_processes_only(fact):
    assert {entry.queue for entry in subscriptions.of(fact)} == {Queue.DOCUMENT}


@pytest.mark.django_db
@pytest.mark.usefixtures("scanner")
def test_facts_carry_an_upload_to_its_release():
    document = DocumentFactory(is_checked=False)
    joined = join_documents(actor=claimant_actor(document.case), documents=[document], name="Brief.pdf")

    deliver_due()

    assert list(Document.objects.filter(pk__in=[document.pk, joined.pk]).values_list("status", flat=True)) == [
        "released",
        "released",
    ]
