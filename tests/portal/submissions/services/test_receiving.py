import threading
import uuid

import pytest
from django.db import DatabaseError, connection, transaction

from portal.audit.models import AuditEvent
from portal.documents.models import Document
from portal.outbox.models import OutboxMessage
from portal.submissions.errors import DocumentNotThere, NotAllowed, TokenOfAnotherCase
from portal.submissions.models import Receipt, Submission, SubmittedFile
from portal.submissions.services import receive_submission
from tests.factories.cases import CaseFactory, PersonFactory, claimant_actor
from tests.factories.documents import DocumentFactory
from tests.factories.submissions import RECEIVED_AT, SubmissionFactory, make_content

pytestmark = pytest.mark.django_db


def messages(submission):
    return OutboxMessage.objects.filter(fact="submission.received", subject_id=submission.pk)


def test_submission_stores_content_files_receipt_audit_and_outbox():
    case = CaseFactory()
    documents = DocumentFactory.create_batch(2, case=case)

    submission = Submission.objects.get(pk=SubmissionFactory(case=case, documents=documents[::-1]).pk)

    assert submission.parsed_content() == make_content()
    assert (submission.received_at, submission.submitted_by_role) == (RECEIVED_AT, "claimant")
    assert list(submission.files.values_list("position", "document_id")) == [(1, documents[1].pk), (2, documents[0].pk)]
    assert (submission.receipt.issued_at, len(submission.receipt.verification_code)) == (None, 20)
    assert AuditEvent.objects.filter(event="submission.received", case_id=case.pk).count() == 1
    assert messages(submission).filter(handler="submissions.tasks.render_receipt").count() == 1
    assert Document.objects.filter(handed_in_at=RECEIVED_AT).count() == 2


def test_same_token_hands_in_once():
    case, token = CaseFactory(), uuid.uuid4()
    document = DocumentFactory(case=case)
    first = SubmissionFactory(case=case, token=token, documents=[document])

    second = SubmissionFactory(case=case, token=token, documents=[document], title="anderer Text")

    assert (second.pk, second.title) == (first.pk, first.title)
    assert (
        Submission.objects.count(),
        Receipt.objects.count(),
        messages(first).values("handler").distinct().count(),
    ) == (1, 1, messages(first).count())


def test_token_of_another_case_is_refused():
    token = SubmissionFactory().token

    with pytest.raises(TokenOfAnotherCase):
        SubmissionFactory(token=token)


@pytest.mark.parametrize("kind", ["foreign", "sent", "removed", "unknown"])
def test_document_that_is_not_there_is_refused(kind):
    case = CaseFactory()
    document = DocumentFactory(case=CaseFactory() if kind == "foreign" else case)
    if kind == "sent":
        SubmissionFactory(case=case, documents=[document])
    if kind == "removed":
        Document.objects.filter(pk=document.pk).update(removed_at=RECEIVED_AT)
    if kind == "unknown":
        document.pk = uuid.uuid4()
    before = Submission.objects.count()

    with pytest.raises(DocumentNotThere):
        SubmissionFactory(case=case, documents=[document])

    assert Submission.objects.count() == before


def test_actor_without_the_scope_may_not_send():
    case = CaseFactory()

    with pytest.raises(NotAllowed):
        receive_submission(
            actor=claimant_actor(CaseFactory()), kind="application", title="x", case=case, person=PersonFactory(case=case),
            content=make_content(), data={}, token="t",
        )  # fmt: skip


def test_failure_on_the_way_leaves_nothing(monkeypatch):
    case = CaseFactory()
    document = DocumentFactory(case=case)

    def broken(*_args):
        raise RuntimeError

    monkeypatch.setattr("portal.submissions.services.receiving.publish", broken)
    with pytest.raises(RuntimeError), transaction.atomic():
        SubmissionFactory(case=case, documents=[document])

    document.refresh_from_db()
    assert (Submission.objects.count(), Receipt.objects.count(), document.handed_in_at) == (0, 0, None)


@pytest.mark.parametrize(
    ("field", "value"),
    [("reference", "XX-2222-2222"), ("received_at", "2020-01-01T00:00Z"), ("content_sha256", "0" * 64)],
)
def test_proof_cannot_be_changed_in_the_database(field, value):
    submission = SubmissionFactory()

    with pytest.raises(DatabaseError, match="submission_proof_stays"), transaction.atomic():
        Submission.objects.filter(pk=submission.pk).update(**{field: value})


@pytest.mark.django_db(transaction=True)
def test_two_requests_at_once_hand_in_once():
    case, token = CaseFactory(), uuid.uuid4()
    document = DocumentFactory(case=case)
    actor = claimant_actor(case)
    person = case.persons.get(is_applicant=True)
    barrier, results = threading.Barrier(6), []

    def send(ids):
        barrier.wait()
        try:
            found = receive_submission(
                actor=actor, kind="application", title="x", case=case, person=person, content=make_content(), data={},
                document_ids=ids, token=token,
            )  # fmt: skip
            results.append(found.pk)
        finally:
            connection.close()

    threads = [threading.Thread(target=send, args=([document.pk],)) for _number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (len(results), len(set(results))) == (6, 1)
    assert (Submission.objects.count(), SubmittedFile.objects.count(), Receipt.objects.count()) == (1, 1, 1)


@pytest.mark.django_db(transaction=True)
def test_two_requests_at_once_without_files_hand_in_once():
    case, token = CaseFactory(), uuid.uuid4()
    actor = claimant_actor(case)
    person = case.persons.get(is_applicant=True)
    barrier, results = threading.Barrier(6), []

    def send():
        barrier.wait()
        try:
            found = receive_submission(
                actor=actor, kind="application", title="x", case=case, person=person, content=make_content(), data={},
                token=token,
            )  # fmt: skip
            results.append(found.pk)
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (len(results), len(set(results)), Submission.objects.count(), Receipt.objects.count()) == (6, 1, 1, 1)
