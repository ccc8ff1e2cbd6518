import pytest

from mailbox.selectors import apart_from_postbox, files_of_postbox
from mailbox.services import attach
from mailbox.services.evidence import choose_papers
from portal.documents.models import Document
from tests.factories.evidence import asked
from tests.factories.mailbox import begin_message

pytestmark = pytest.mark.django_db


def test_files_of_messages_and_answers_belong_to_no_form():
    found = asked()
    case = found.request.case
    of_message, of_answer, other = (found.document(name=name) for name in ("a.pdf", "b.pdf", "c.pdf"))
    attach(actor=found.claimant, draft=begin_message(case), document=of_message)
    choose_papers(actor=found.claimant, item=found.items[0], documents=[of_answer])

    assert list(apart_from_postbox(Document.objects.filter(case=case))) == [other]
    assert files_of_postbox([case.pk]) == {of_message.pk, of_answer.pk}
