import pytest

from portal.documents.models import DocumentPage
from portal.outbox.enums import Priority, Queue
from portal.outbox.models import subscriptions
from portal.outbox.services import deliver_due
from tests.factories.documents import DocumentFactory
from tests.factories.papers import make_text_pdf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading")]


def test_released_document_is_read_to_its_end_after_everything_else():
    DocumentFactory(content=make_text_pdf(22), pages=22)  # two slices

    deliver_due()

    assert DocumentPage.objects.filter(image__isnull=False, text__isnull=False).count() == 22
    entry = subscriptions.named("documents.tasks.read_pages")
    assert (entry.queue, entry.priority) == (Queue.GENERAL, Priority.LAST)
