import pytest
from django.db import transaction

from portal.audit.models import AuditEvent
from portal.documents.enums import Review
from portal.documents.errors import NotAllowed, NotReadyToReview, ReasonMissing
from portal.documents.models import Document
from portal.documents.services import accept_documents, mark_handed_in, review_document
from portal.outbox.models import OutboxMessage, subscribe, subscriptions
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import claimant_actor, staff_actor
from tests.factories.documents import DocumentFactory

pytestmark = pytest.mark.django_db


def sent(**fields):
    document = DocumentFactory(**fields)
    mark_handed_in(documents=[document], at=document.created_at)
    document.refresh_from_db()
    return document


def staff_of(document, **fields):
    return staff_actor(StaffMembershipFactory(jobcenter=document.case.jobcenter, **fields))


@pytest.fixture
def told():
    """Subjects of ``document.reviewed``, as a subscriber would hear of them."""

    def hear(subject_id):
        """Only its row counts."""

    hear.__module__ = "portal.documents.tasks.test"
    entry = subscribe("document.reviewed", hear)
    yield lambda: list(OutboxMessage.objects.filter(handler=entry.name).values_list("subject_id", flat=True))
    subscriptions.remove(entry)


def test_accepted_document_says_so_and_tells_it_once(told):
    document = sent()
    actor = staff_of(document)

    changed = [review_document(actor=actor, document=document, verdict=Review.ACCEPTED) for _ in range(2)]

    document.refresh_from_db()
    assert (changed, document.review, document.reviewed_by_id) == ([True, False], "accepted", actor.membership_id)
    assert (document.state, told()) == ("Vom Jobcenter angenommen", [document.pk])
    event = AuditEvent.objects.get(event="document.reviewed")
    assert (event.case_id, event.subject_id) == (document.case_id, str(document.pk))


def test_unusable_document_gives_the_person_the_words():
    document = sent()

    review_document(actor=staff_of(document), document=document, verdict=Review.UNUSABLE, reason=" Es fehlt Seite 2. ")

    document.refresh_from_db()
    assert document.trouble == "Es fehlt Seite 2."


def test_unusable_without_words_is_refused():
    document = sent()

    with pytest.raises(ReasonMissing):
        review_document(actor=staff_of(document), document=document, verdict=Review.UNUSABLE, reason="  ")


def test_verdict_can_be_taken_back():
    document = sent()
    actor = staff_of(document)
    review_document(actor=actor, document=document, verdict=Review.UNUSABLE, reason="Unscharf.")

    review_document(actor=actor, document=document, verdict=None)

    document.refresh_from_db()
    assert (document.review, document.review_reason, document.reviewed_at, document.reviewed_by) == (
        "",
        None,
        None,
        None,
    )


def test_nobody_else_judges():
    document, unsent = sent(), DocumentFactory()
    actors = [
        (claimant_actor(document.case), document),
        (staff_actor(StaffMembershipFactory()), document),
        (staff_of(unsent), unsent),
    ]

    for actor, each in actors:
        with pytest.raises(NotAllowed), transaction.atomic():
            review_document(actor=actor, document=each, verdict=Review.ACCEPTED)


def test_restricted_document_is_judged_by_who_may_open_it():
    document = sent(is_restricted=True)

    with pytest.raises(NotAllowed), transaction.atomic():
        review_document(actor=staff_of(document), document=document, verdict=Review.ACCEPTED)
    review_document(actor=staff_of(document, opens_restricted=True), document=document, verdict=Review.ACCEPTED)

    assert Document.objects.get(pk=document.pk).review == "accepted"


def test_what_is_still_being_checked_is_not_judged():
    document = sent(is_checked=False)

    with pytest.raises(NotReadyToReview):
        review_document(actor=staff_of(document), document=document, verdict=Review.ACCEPTED)


def test_all_that_wait_are_accepted_at_once():
    document = sent()
    more = [sent(case=document.case, **fields) for fields in ({}, {"is_checked": False}, {"is_restricted": True})]
    actor = staff_of(document)
    judged = sent(case=document.case)
    review_document(actor=actor, document=judged, verdict=Review.UNUSABLE, reason="Alt.")
    judged.refresh_from_db()

    assert accept_documents(actor=actor, documents=[document, *more, judged]) == 2
    assert list(Document.objects.filter(review="accepted").order_by("created_at")) == [document, more[0]]
