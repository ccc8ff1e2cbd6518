"""The request as a letter, and the sheet that goes on top of papers. Made when asked for, kept nowhere.

The sheet is handed to post rooms and lies on counters: it says for which request it is by its code, and nothing else.
"""

from django.template.loader import render_to_string
from django.utils import translation

from mailbox.domain.evidence_code import grouped
from mailbox.domain.legal_notice import LANGUAGE
from mailbox.models import EvidenceItem, EvidenceRequest
from portal.accounts.selectors import office_for_page
from portal.cases.selectors import holders_in_words
from portal.pdf.services import qr_code, render_pdf


def letter_pdf(request: EvidenceRequest) -> bytes:
    """The letter with everything that was asked for, as it was sent, and the deadline as it is now."""
    with translation.override(LANGUAGE):
        return render_pdf(letter_html(request))


def letter_html(request: EvidenceRequest) -> str:
    """The letter before it becomes a PDF; ``request`` comes with its items, their persons and the message."""
    addressed_to = request.message.addressed_to if request.message is not None else []
    context = {
        "request_": request,
        "lines": [(item, grouped(item.code)) for item in request.items.all()],
        "office": office_for_page(request.case.jobcenter_id),
        "addressees": list(holders_in_words(addressed_to).values()),
    }
    return render_to_string("mailbox/pdf/request.html", context)


def cover_sheet_pdf(item: EvidenceItem) -> bytes:
    """One page with the code, for whoever brings or posts papers."""
    with translation.override(LANGUAGE):
        return render_pdf(cover_sheet_html(item))


def cover_sheet_html(item: EvidenceItem) -> str:
    """The sheet before it becomes a PDF: code, QR code, address. No name, no kind of paper."""
    context = {
        "code": grouped(item.code),
        "qr": qr_code(item.code),
        "office": office_for_page(item.request.case.jobcenter_id),
    }
    return render_to_string("mailbox/pdf/cover_sheet.html", context)
