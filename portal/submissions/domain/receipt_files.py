"""The two files of a receipt. The same submission always gives the same bytes, so a lost file can be made again."""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils import translation

from portal.pdf.services import EmbeddedFile, Relationship, count_pages, render_pdf
from portal.submissions.domain.facts import ReceiptFacts, gather_facts, shown_files
from portal.submissions.models import Submission

LANGUAGE = "de"  # the official language (§ 19 SGB X)
LINES = (12, 8, 4, 0)  # of the list of files on the one page; fewer when long names or many hours take the place
DENSE_FROM = 6
DATA_NAME = "angaben.json"


def make_confirmation(submission: Submission) -> bytes:
    """The PDF of the Eingangsbestätigung. Takes 0.1 to 0.3 s; WeasyPrint is loaded on first use."""
    with translation.override(LANGUAGE):
        return _render_on_one_page(gather_facts(submission))


def make_copy(submission: Submission) -> bytes:
    """The PDF of the Kopie der Angaben with the data in it. Takes 0.3 to 1 s, three times as long as the other."""
    with translation.override(LANGUAGE):
        html = copy_html(gather_facts(submission), submission)
        return render_pdf(html, attachments=[_data_file(submission)])


def _render_on_one_page(facts: ReceiptFacts) -> bytes:
    """With as many lines of the list as fit; nearly always the first try does."""
    content = b""
    for lines in LINES:
        content = render_pdf(confirmation_html(facts, lines=lines))
        if count_pages(content) == 1:
            break
    return content


def confirmation_html(facts: ReceiptFacts, *, lines: int = LINES[0]) -> str:
    """The one page to show to others: neither answers nor file names."""
    listed = shown_files(facts.files, lines)
    context = {
        "facts": facts,
        "files": listed,
        "more_files": len(facts.files) - len(listed),
        "dense": len(facts.files) >= DENSE_FROM or lines < LINES[0],
    }
    return render_to_string("submissions/pdf/confirmation.html", context)


def copy_html(facts: ReceiptFacts, submission: Submission) -> str:
    """All answers, for the person herself (§ 36a (2b) SGB I)."""
    context = {
        "facts": facts,
        "content": submission.parsed_content(),
        "data_name": DATA_NAME,
        "fingerprint": submission.content_sha256,
    }
    return render_to_string("submissions/pdf/copy.html", context)


def _data_file(submission: Submission) -> EmbeddedFile:
    envelope = {
        "reference": submission.reference,
        "received_at": submission.received_at,
        "kind": submission.kind,
        "title": submission.title,
        "form": {"key": submission.form_key, "version": submission.form_version},
        "files": [
            {
                "number": entry.position,
                "name": entry.name,
                "pages": entry.pages_known,
                "part_of": entry.part_of,
                "size": entry.size,
                "sha256": entry.sha256,
            }
            for entry in submission.files.all()
        ],
        "data": submission.data,
    }
    text = json.dumps(envelope, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2, sort_keys=True)
    return EmbeddedFile(
        name=DATA_NAME,
        description="Alle Angaben in maschinenlesbarer Form",
        media_type="application/json",
        content=text.encode(),
        relationship=Relationship.DATA,
        created=submission.received_at,
    )
