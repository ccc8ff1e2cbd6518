import pytest
from django.core.management import call_command

from portal.documents.models import DocumentPage
from portal.outbox.models import OutboxMessage
from portal.outbox.services import deliver_due
from tests.factories.documents import DocumentFactory
from tests.factories.papers import make_text_pdf

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("reading")
def test_what_was_left_is_read(capsys):
    DocumentFactory(content=make_text_pdf(), is_restricted=True)
    document = DocumentFactory(content=make_text_pdf())
    OutboxMessage.objects.all().delete()

    call_command("read_pages")
    deliver_due()

    assert (DocumentPage.objects.get(document=document).text, capsys.readouterr().out) == (
        "Kontoauszug Januar",
        "1 Unterlagen werden gelesen.\n",
    )
