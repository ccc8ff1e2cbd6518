import hashlib
import io
import random
from datetime import timedelta

import pikepdf
import pytest
from django.utils import timezone

from portal.audit.models import AuditEvent
from portal.documents.domain import pipeline
from portal.documents.enums import StoredFileKind
from portal.documents.models import Document, DocumentPage, DocumentStep, StoredFile
from portal.documents.services import open_file, receive_document, remove_document
from portal.outbox.models import OutboxMessage
from portal.outbox.services import deliver_due
from tests.factories.cases import CaseFactory, claimant_actor
from tests.factories.documents import DocumentFactory, make_image, make_pdf
from tests.factories.files import broken_pdfs, pdfs, sheets
from tests.factories.malware import EICAR, in_pdf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("scanner")]


def upload(content, name="Auszug.pdf"):
    case = CaseFactory()
    return receive_document(actor=claimant_actor(case), case=case, person=None, upload=io.BytesIO(content), name=name)


def checked(content, name="Auszug.pdf"):
    """The document after all workers are done."""
    document = upload(content, name)
    deliver_due()
    return Document.objects.get(pk=document.pk)


def steps(document):
    return list(DocumentStep.objects.filter(document=document).values_list("status", flat=True))


def test_upload_is_scanned_cleaned_and_released():
    document = checked(make_pdf(3))

    assert (document.status, document.pages, steps(document)) == (
        "released",
        3,
        ["received", "scanned", "released"],
    )
    assert list(AuditEvent.objects.order_by("id").values_list("event", flat=True)) == [
        "document.received",
        "document.released",
    ]


def test_original_is_kept_beside_the_plain_pdf():
    content = make_image("JPEG", (1600, 1200))

    document = checked(content, "IMG_1.jpg")

    original, clean = b"".join(open_file(document.stored)), b"".join(open_file(document.normalised))
    assert (original, document.sha256) == (content, hashlib.sha256(content).hexdigest())
    assert (clean[:5], document.normalised.kind, document.normalised.sha256) == (
        b"%PDF-",
        StoredFileKind.NORMALISED,
        hashlib.sha256(clean).hexdigest(),
    )


def test_plain_pdf_holds_no_script():
    document = checked(pdfs.changed(pdfs.script))

    assert document.remarks == ["script"]
    assert b"JavaScript" not in b"".join(open_file(document.normalised))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (pdfs.locked, "pdf_encrypted"),
        (broken_pdfs.truncated, "unreadable"),
        (lambda: pdfs.plain(501), "too_many_pages"),
        (lambda: b"%PDF-1.4\n" + EICAR, "malware"),
        (lambda: in_pdf(EICAR), "malware"),
        (pdfs.checksummed_virus, "malware"),
    ],
    ids=["password", "cut off", "too long", "virus", "virus inside", "virus the scanner does not see from outside"],
)
def test_document_that_cannot_be_used_says_why(content, reason):
    document = checked(content())

    assert (document.status, document.refusal, document.normalised, document.page_list.count()) == (
        "refused",
        reason,
        None,
        0,
    )
    assert "Sie" in document.trouble
    assert OutboxMessage.objects.filter(done_at__isnull=True).count() == 0


def test_without_scanner_nothing_is_released(private_clamd):
    private_clamd.kill()

    document = checked(make_pdf())

    assert (document.status, document.is_under_way, document.state) == ("received", True, "Angekommen, wird geprüft")


def test_document_is_taken_up_again_when_the_scanner_is_back(private_clamd):
    private_clamd.kill()
    document = checked(make_pdf())
    private_clamd.start()
    Document.objects.update(created_at=timezone.now() - timedelta(minutes=2))

    assert pipeline.resume_stuck() == 1
    deliver_due()

    document.refresh_from_db()
    assert document.status == "released"


def test_scanner_lost_between_the_steps_holds_back_what_lies_inside(private_clamd):
    document = upload(pdfs.changed(pdfs.attachment))
    pipeline.scan_document(document.pk)
    private_clamd.kill()

    pipeline.prepare_document(document.pk)

    document.refresh_from_db()
    assert (document.status, document.normalised) == ("scanned", None)


def test_young_documents_are_left_to_the_workers():
    upload(make_pdf())

    assert pipeline.resume_stuck() == 0


def test_what_was_given_up_is_refused_in_words():
    document = upload(make_pdf())
    Document.objects.update(created_at=timezone.now() - timedelta(minutes=2))
    OutboxMessage.objects.update(dead_at=timezone.now(), attempts=8)

    assert pipeline.resume_stuck() == 1

    document.refresh_from_db()
    assert (document.status, document.refusal) == ("refused", "check_failed")
    assert "Das liegt an uns" in document.trouble


def test_second_worker_does_nothing_twice():
    document = upload(make_pdf())
    pipeline.scan_document(document.pk)
    pipeline.scan_document(document.pk)
    pipeline.prepare_document(document.pk)
    pipeline.prepare_document(document.pk)

    assert (StoredFile.objects.count(), DocumentPage.objects.count(), steps(document)) == (
        2,
        1,
        ["received", "scanned", "released"],
    )


def test_document_removed_meanwhile_does_not_come_back(monkeypatch):
    document = upload(make_pdf())
    pipeline.scan_document(document.pk)
    real = pipeline.open_file

    def remove_meanwhile(stored):
        pieces = list(real(stored))
        remove_document(actor=claimant_actor(document.case), document=document)
        return pieces

    monkeypatch.setattr(pipeline, "open_file", remove_meanwhile)
    pipeline.prepare_document(document.pk)

    document.refresh_from_db()
    assert (document.status, document.normalised) == ("removed", None)
    assert StoredFile.objects.count() == 0


def test_document_is_taken_apart_only_after_the_scan():
    document = upload(make_pdf())

    pipeline.prepare_document(document.pk)

    assert steps(document) == ["received"]


def test_released_pdf_can_be_opened():
    document = checked(make_pdf(2))

    with pikepdf.open(io.BytesIO(b"".join(open_file(document.normalised)))) as pdf:
        assert len(pdf.pages) == 2


def test_factory_makes_what_the_pipeline_makes():
    made, real = DocumentFactory(pages=2), checked(make_pdf(2))

    assert (made.status, made.pages, steps(made)) == (real.status, real.pages, steps(real))


@pytest.mark.usefixtures("reading")
@pytest.mark.parametrize(("is_restricted", "kept"), [(False, True), (True, False)])
def test_no_fingerprint_is_kept_of_restricted_pages(is_restricted, kept):
    case = CaseFactory()
    photo = sheets.statement(random.Random(3), 20).convert("RGB")
    receive_document(
        actor=claimant_actor(case),
        case=case,
        person=None,
        upload=jpeg(photo),
        name="a.jpg",
        is_restricted=is_restricted,
    )

    deliver_due()

    page = DocumentPage.objects.get()
    assert (bool(page.fingerprint), page.image is not None) == (kept, kept)


def jpeg(image):
    target = io.BytesIO()
    image.save(target, "JPEG")
    target.seek(0)
    return target
