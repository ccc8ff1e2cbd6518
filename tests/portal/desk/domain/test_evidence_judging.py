import pytest

from mailbox.enums import ItemStatus
from portal.desk.domain.evidence_judging import judge
from portal.documents.enums import Review
from portal.documents.services import review_document
from tests.factories.evidence import LEASE, asked

pytestmark = pytest.mark.django_db


def test_unusable_thing_makes_its_undecided_papers_unusable():
    found = asked(LEASE)
    fine, open_one = found.document(), found.document(name="Seite 2.pdf")
    found.answer(1, document_ids=[fine.pk, open_one.pk])
    fine.refresh_from_db()
    review_document(actor=found.staff, document=fine, verdict=Review.ACCEPTED)

    judge(actor=found.staff, item=found.items[0], to=ItemStatus.UNUSABLE, reason="Seite 3 fehlt.")

    fine.refresh_from_db()
    open_one.refresh_from_db()
    assert (fine.review, open_one.review) == (Review.ACCEPTED, Review.UNUSABLE)
    assert open_one.review_reason == "Seite 3 fehlt."


def test_doing_without_says_nothing_of_papers():
    found = asked(LEASE)
    document = found.document()
    found.answer(1, document_ids=[document.pk])

    judge(actor=found.staff, item=found.items[0], to=ItemStatus.WAIVED, reason="Liegt schon vor.")

    document.refresh_from_db()
    assert (found.statuses, document.review) == ([ItemStatus.WAIVED], "")
