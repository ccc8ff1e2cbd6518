"""Sending breaks off at every step it takes: nothing of it stays, and sending again works."""

import threading
from contextlib import contextmanager

import pytest
from django.db import InterfaceError, InternalError, OperationalError, connection
from django.test import Client

from applications.models import Application, Draft, StatusChange
from applications.services.submit import submit_draft
from portal.audit.models import AuditEvent
from portal.cases.models import Case, PersonIndex
from portal.documents.models import Document
from portal.outbox.models import OutboxMessage
from portal.submissions.models import Receipt, Submission, SubmittedFile
from tests.factories.applications import DraftFactory
from tests.factories.cases import claimant_actor
from tests.factories.documents import DocumentFactory
from tests.factories.personas import P02, fresh

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]

REFUSED = "RAISE EXCEPTION 'disk full'"
CUT_OFF = "PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(5)"
STEPS = {
    "case opened": (Case, "UPDATE"),
    "person named": (PersonIndex, "INSERT"),
    "submission": (Submission, "INSERT"),
    "files": (SubmittedFile, "INSERT"),
    "documents fixed": (Document, "UPDATE"),
    "receipt": (Receipt, "INSERT"),
    "audit": (AuditEvent, "INSERT"),
    "outbox": (OutboxMessage, "INSERT"),
    "application": (Application, "INSERT"),
    "history": (StatusChange, "INSERT"),
    "draft cleared": (Draft, "UPDATE"),
}
LEFT_BEHIND = (Submission, SubmittedFile, Receipt, OutboxMessage, Application, StatusChange, PersonIndex)


@contextmanager
def fault(model, operation, *, what=REFUSED, at_commit=False):
    """PostgreSQL itself fails after rows of `model` were written, or when the transaction commits."""
    kind = "CONSTRAINT TRIGGER" if at_commit else "TRIGGER"
    when = "DEFERRABLE INITIALLY DEFERRED" if at_commit else ""
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        backend = connection.connection.info.backend_pid
        cursor.execute(
            f"CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {what}; RETURN NULL; END $$;"
            f"CREATE {kind} zz_break_off AFTER {operation} ON {table} {when} FOR EACH ROW EXECUTE FUNCTION break_off()"
        )
    try:
        yield
    finally:
        connection.close()  # may be broken
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 10000)", [backend])  # its locks are gone, too
            cursor.execute("DROP FUNCTION break_off() CASCADE")


@pytest.fixture
def draft():
    """With one file among the answers."""
    filled = DraftFactory(answers=fresh(P02))
    lease = DocumentFactory(case=filled.case)
    proof = {"id": "LEASE", "class": "LEASE", "about": None, "item": None, "documents": [str(lease.pk)]}
    filled.answers["evidence"] = {"proofs": [proof]}
    filled.save()
    return filled


def submit(draft):
    return submit_draft(actor=claimant_actor(draft.case), draft=Draft.objects.get(pk=draft.pk))


def assert_as_before(draft):
    assert {model.__name__: model.objects.count() for model in LEFT_BEHIND} == dict.fromkeys(
        [model.__name__ for model in LEFT_BEHIND], 0
    )
    kept = Draft.objects.select_related("case").get(pk=draft.pk)
    assert (kept.is_open, kept.answers, kept.case.status) == (True, draft.answers, "prospective")
    assert Document.objects.get().handed_in_at is None
    assert not AuditEvent.objects.filter(event__in=["submission.received", "case.opened"]).exists()


def assert_sent_once(draft):
    submission = Submission.objects.get()
    assert (submission.files.count(), Receipt.objects.count(), Application.objects.count()) == (1, 1, 1)
    assert sorted(OutboxMessage.objects.values_list("fact", flat=True)) == [
        "application.received",  # checks
        "application.received",  # news of a changed account
        "submission.received",  # confirmation
        "submission.received",  # copy
    ]
    assert AuditEvent.objects.filter(event="submission.received").count() == 1
    assert Draft.objects.get(pk=draft.pk).submission == submission


@pytest.mark.parametrize("step", STEPS)
def test_sending_that_fails_at_a_step_leaves_nothing_and_can_be_repeated(draft, step):
    claimant_actor(draft.case)
    with fault(*STEPS[step]), pytest.raises(InternalError):
        submit(draft)

    assert_as_before(draft)
    submit(draft)
    assert_sent_once(draft)


@pytest.mark.parametrize("step", ["submission", "outbox"])
def test_sending_that_loses_its_connection_leaves_nothing_and_can_be_repeated(draft, step):
    with fault(*STEPS[step], what=CUT_OFF), pytest.raises((OperationalError, InterfaceError)):
        submit(draft)

    assert_as_before(draft)
    submit(draft)
    assert_sent_once(draft)


@pytest.mark.parametrize("what", [REFUSED, CUT_OFF], ids=["refused", "cut off"])
def test_sending_that_fails_at_the_commit_leaves_nothing_and_can_be_repeated(draft, what):
    with (
        fault(OutboxMessage, "INSERT", what=what, at_commit=True),
        pytest.raises((InternalError, OperationalError, InterfaceError)),
    ):
        submit(draft)

    assert_as_before(draft)
    submit(draft)
    assert_sent_once(draft)


def test_page_says_so_and_the_next_try_works(draft):
    browser = Client(raise_request_exception=False)
    browser.force_login(draft.person.user)
    address = f"/antrag/{draft.pk}/absenden/"
    with fault(OutboxMessage, "INSERT"):
        failed = browser.post(address)

    assert failed.status_code == 500
    assert "Ohne Bestätigung schicken Sie bitte noch einmal." in failed.content.decode()
    assert_as_before(draft)
    assert browser.post(address).status_code == 302
    assert_sent_once(draft)


@pytest.mark.parametrize("browsers", [2, 6])
def test_browsers_that_send_at_once_get_the_same_submission(draft, browsers):
    start, answers = threading.Barrier(browsers), []
    clients = [Client() for _ in range(browsers)]
    for client in clients:
        client.force_login(draft.person.user)

    def send(client):
        start.wait(10)
        answers.append(client.post(f"/antrag/{draft.pk}/absenden/"))
        connection.close()

    threads = [threading.Thread(target=send, args=[client]) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert_sent_once(draft)
    assert {(answer.status_code, answer["Location"]) for answer in answers} == {
        (302, f"/eingang/{Submission.objects.get().pk}/")
    }
    assert len(answers) == browsers
