"""Invented documents, and samples of every kind of file, built when they are needed."""

import hashlib
import io

import factory
import pikepdf
import pillow_heif
from django.core.files.base import File
from django.db import transaction
from PIL import Image

from portal.crypto.enums import KeysetName
from portal.crypto.models.keysets import keyset
from portal.documents.domain import pipeline
from portal.documents.domain.files import reader
from portal.documents.domain.lifecycle import advance
from portal.documents.domain.storage import file_store
from portal.documents.enums import DocumentStatus
from portal.documents.models import Document, StoredFile
from portal.documents.services import receive_document
from portal.outbox.models import OutboxMessage
from tests.factories.cases import CaseFactory, claimant_actor


def make_pdf(pages: int = 1, *, password: str | None = None) -> bytes:
    """A PDF of empty pages; with ``password`` it opens with that password only."""
    with pikepdf.new() as pdf:
        for _page in range(pages):
            pdf.add_blank_page(page_size=(595, 842))
        target = io.BytesIO()
        if password is None:
            pdf.save(target, deterministic_id=True)
        else:
            pdf.save(target, encryption=pikepdf.Encryption(user=password, owner="owner"))
    return target.getvalue()


def make_image(kind: str = "JPEG", size: tuple[int, int] = (320, 240)) -> bytes:
    """A picture with a gradient, so that cutting it off is noticed; ``kind`` is JPEG, PNG, TIFF or HEIC."""
    image = Image.linear_gradient("L").resize(size).convert("RGB")
    target = io.BytesIO()
    if kind == "HEIC":
        pillow_heif.from_pillow(image).save(target, quality=60)
    else:
        image.save(target, kind)
    return target.getvalue()


def release(document, *, pages=1, notes=()):
    """Release a document as the worker does, with its own content as the plain PDF; ``notes`` of its first page."""
    listed = [list(notes) if number == 0 else [] for number in range(pages)]
    with reader(document.stored) as content:
        advance(document, DocumentStatus.SCANNED, actor=pipeline.CHECKER)
        pipeline.release(document, content, notes=listed, remarks=[])
    return document


def store_without_own_key(content: bytes, *, media_type: str = "text/plain") -> StoredFile:
    """A file as they were stored before each had a key of its own."""
    digest = hashlib.sha256(content).hexdigest()
    stored = StoredFile.objects.create(kind="upload", media_type=media_type, size=len(content), sha256=digest)
    target = _Kept()
    with keyset(KeysetName.FILES).primitive.new_encrypting_stream(target, stored.context) as stream:
        stream.write(content)
    file_store().save(stored.name, File(io.BytesIO(target.content)))
    return stored


class _Kept(io.BytesIO):
    """Keeps its content when it is closed."""

    content = b""

    def close(self):
        self.content = self.content or self.getvalue()
        super().close()


class DocumentFactory(factory.Factory):
    """An uploaded document of a case, taken in like any other and released; ``content`` and ``pages`` say what is in it.

    With ``is_checked=False`` it waits for the worker. ``actor``: who uploads it, else the applicant.
    """

    class Meta:
        model = Document

    case = factory.SubFactory(CaseFactory)
    name = "Mietvertrag.pdf"
    pages = 1
    content = factory.LazyAttribute(lambda document: make_pdf(document.pages))
    person = None
    evidence_code = ""
    evidence_person = ""
    is_checked = True

    @classmethod
    def _create(cls, _model, *, case, name, pages, content, is_checked, **fields):
        actor = fields.pop("actor", None) or claimant_actor(case)
        with transaction.atomic():
            document = receive_document(actor=actor, case=case, upload=io.BytesIO(content), name=name, **fields)
            if is_checked:  # no worker shall do it once more
                OutboxMessage.objects.filter(subject_id=document.pk).delete()
        return release(document, pages=pages) if is_checked else document
