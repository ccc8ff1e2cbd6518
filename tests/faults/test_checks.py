"""What goes wrong inside of a worker: rules that crash, a disk that is full, a time limit that strikes anywhere."""

import resource
import sys
from contextlib import contextmanager

import pytest
from billiard.exceptions import SoftTimeLimitExceeded

from applications.enums import ChecksState, Severity
from applications.models import Application, Finding
from applications.plausibility.base import rule
from applications.plausibility.registry import CRASHED, default_registry
from applications.services.submit import submit_draft
from portal.documents.models import StoredFile
from portal.outbox.models import OutboxMessage
from portal.outbox.services import deliver_due
from portal.submissions.models import Receipt
from tests.factories.applications import DraftFactory
from tests.factories.cases import claimant_actor
from tests.factories.personas import P01, fresh

pytestmark = [pytest.mark.fault, pytest.mark.django_db]
RENDERING = "submissions.tasks.render_receipt"


@contextmanager
def rule_among_the_others(function):
    registry = default_registry()
    added = rule("TST-02", Severity.INFO, "§ 20 SGB X", "Probe")(function)
    registry.add(added)
    try:
        yield
    finally:
        del registry._rules[added.id]


@contextmanager
def disk_takes(size):
    """Files of this process cannot grow beyond `size` bytes: writing fails in the middle, as on a full disk."""
    former = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, former[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, former)


def send():
    draft = DraftFactory(answers=fresh(P01))
    return submit_draft(actor=claimant_actor(draft.case), draft=draft)


def test_crashing_rule_becomes_a_finding_and_the_receipt_is_untouched():
    def crash(claim, _context):
        raise RuntimeError(claim.applicant.display_name)
        yield

    with rule_among_the_others(crash):
        submission = send()
        deliver_due()

    assert Receipt.objects.get(submission=submission).issued_at is not None
    assert Application.objects.get().checks_state == ChecksState.DONE
    crashed = Finding.objects.get(rule_id=CRASHED)
    assert crashed.staff_message["data"] == {"rule": "TST-02"}
    assert "Albers" not in str(crashed.staff_message)
    assert Finding.objects.exclude(rule_id=CRASHED).exists()
    assert not OutboxMessage.objects.exclude(last_error="").exists()


def test_receipt_that_fails_leaves_the_checks_alone(portal_folders):
    submission = send()
    with disk_takes(8192):
        deliver_due()

    assert Application.objects.get().checks_state == ChecksState.DONE
    confirmation, copy = OutboxMessage.objects.filter(done_at=None)
    for stuck in (confirmation, copy):
        assert (stuck.fact, stuck.attempts, stuck.dead_at) == ("submission.received", 1, None)
        assert stuck.last_error.startswith(("OSError", "TinkError"))
    assert Receipt.objects.get(submission=submission).issued_at is None


def test_disk_that_is_full_in_the_middle_leaves_neither_row_nor_piece_of_a_file(portal_folders):
    before = set((portal_folders.data_dir / "files").rglob("*"))
    send()
    with disk_takes(8192):
        deliver_due()

    assert not StoredFile.objects.exists()
    assert [path for path in set((portal_folders.data_dir / "files").rglob("*")) - before if path.is_file()] == []


@contextmanager
def time_is_up_in(file, function):
    """The worker's time limit strikes where the interpreter enters this function for the first time."""

    def strike(frame, event, _argument):
        if event == "call" and frame.f_code.co_name == function and frame.f_code.co_filename.endswith(file):
            sys.setprofile(None)
            raise SoftTimeLimitExceeded

    sys.setprofile(strike)
    try:
        yield
    finally:
        sys.setprofile(None)


def test_time_limit_while_the_code_is_drawn_never_gives_a_receipt_without_it():
    submission = send()
    with time_is_up_in("weasyprint/svg/__init__.py", "draw"):
        deliver_due()

    assert Receipt.objects.get(submission=submission).issued_at is None
    assert OutboxMessage.objects.get(handler="submissions.tasks.render_receipt").attempts == 1


def test_time_limit_while_pages_are_laid_out_is_a_failed_attempt():
    submission = send()
    with time_is_up_in("weasyprint/layout/__init__.py", "layout_document"):
        deliver_due()

    assert Receipt.objects.get(submission=submission).issued_at is None
    failed = OutboxMessage.objects.get(handler="submissions.tasks.render_receipt")
    assert failed.last_error.startswith("SoftTimeLimitExceeded")
