import pytest

from portal.documents.domain.lifecycle import TRANSITIONS, advance
from portal.documents.domain.pipeline import CHECKER
from portal.documents.enums import DocumentStatus as Status
from portal.documents.errors import StepNotAllowed
from portal.documents.models import Document
from tests.factories.cases import claimant_actor
from tests.factories.documents import DocumentFactory, release

pytestmark = pytest.mark.django_db


def test_step_is_taken_once_and_written_down():
    document = DocumentFactory(is_checked=False)

    advance(document, Status.SCANNED, actor=CHECKER)
    with pytest.raises(StepNotAllowed):
        advance(document, Status.SCANNED, actor=CHECKER)

    assert [step.status for step in document.steps.all()] == ["received", "scanned"]
    assert Document.objects.get().status == "scanned"


def test_slow_worker_does_not_bring_back_what_another_has_released():
    document = DocumentFactory(is_checked=False)
    seen_by_slow_worker = Document.objects.get()
    release(document)

    with pytest.raises(StepNotAllowed):
        advance(seen_by_slow_worker, Status.SCANNED, actor=CHECKER)

    assert Document.objects.get().status == "released"


def test_people_release_nothing():
    document = DocumentFactory(is_checked=False)

    with pytest.raises(StepNotAllowed):
        advance(document, Status.SCANNED, actor=claimant_actor(document.case))


def test_nothing_is_released_that_was_not_scanned():
    assert (Status.RECEIVED, Status.RELEASED) not in TRANSITIONS


def test_removed_document_does_not_come_back():
    assert [step for step in TRANSITIONS if step[0] is Status.REMOVED] == []
