"""The page that a guest keeps: what the receipt says, and the code. Made when it is asked for, kept nowhere."""

from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from portal.pdf.services import render_pdf
from portal.submissions.domain.facts import gather_facts
from portal.submissions.domain.receipt_files import LANGUAGE
from portal.submissions.models import Submission


def sheet_with_code(submission: Submission, code: Mapping[str, Any]) -> bytes:
    """The PDF. ``code`` is what `code_context` says of it. Not for others to see, unlike the Eingangsbestätigung."""
    with translation.override(LANGUAGE):
        return render_pdf(sheet_html(submission, code))


def sheet_html(submission: Submission, code: Mapping[str, Any]) -> str:
    """The page before it becomes a PDF."""
    return render_to_string("submissions/pdf/sheet.html", {"facts": gather_facts(submission), **code})
