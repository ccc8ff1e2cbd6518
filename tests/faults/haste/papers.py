"""Documents of every fate, and what has become of them."""

import io
from collections import Counter
from datetime import timedelta

from django.db.models import Count
from django.utils import timezone

from portal.documents.domain.pipeline import resume_stuck
from portal.documents.models import Document, StoredFile
from portal.documents.services import receive_document
from tests.factories.cases import CaseFactory, claimant_actor
from tests.factories.documents import make_image, make_pdf
from tests.factories.files import pdfs
from tests.factories.malware import EICAR
from tests.faults.haste.figures import cleaned

KINDS = (
    ("Auszug.pdf", lambda: make_pdf(3)),
    ("Foto.jpg", lambda: make_image("JPEG", (1600, 1200))),
    ("Virus.pdf", lambda: b"%PDF-1.4\n" + EICAR),
    ("Geheim.pdf", pdfs.locked),
)


def upload_papers(number):
    """``number`` of each kind, in one case each."""
    for _each in range(number):
        case = CaseFactory()
        actor = claimant_actor(case)
        for name, content in KINDS:
            receive_document(actor=actor, case=case, person=None, upload=io.BytesIO(content()), name=name)


def resume_papers():
    """What beat does every minute, without the minute."""
    Document.objects.under_way().update(created_at=timezone.now() - timedelta(minutes=2))
    return resume_stuck()


def papers():
    """How they ended, and whether anything is there twice, missing or released unscanned."""
    documents = list(Document.objects.prefetch_related("steps"))
    steps = [[step.status for step in document.steps.all()] for document in documents]
    return {
        "ended": dict(Counter(document.refusal or document.status for document in documents)),
        "twice": sum(len(set(each)) != len(each) for each in steps),
        "unscanned": sum("released" in each and "scanned" not in each for each in steps),
        "pages_twice": Document.objects.annotate(found=Count("page_list")).filter(found__gt=3).count(),
        "files_match_rows": cleaned() == StoredFile.objects.count(),
    }
