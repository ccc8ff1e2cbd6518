"""The access letter on paper. Made for one answer and never stored: it is the only place where the code can be read."""

from urllib.parse import urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from msgspec import Struct

from portal.accounts.selectors import OfficeCard, office_for_page
from portal.cases.models import AccessLetter
from portal.cases.services import PrintedLetter
from portal.pdf.services import qr_code, render_pdf

LANGUAGE = "de"  # the official language (§ 19 SGB X)


class LetterFacts(Struct, frozen=True):
    """What the letter says. The QR code holds the address only: a code in it would stay in the phone's history."""

    letter: AccessLetter
    code: str
    url: str
    address: str
    office: OfficeCard | None
    has_account: bool

    @property
    def qr(self) -> str:
        """The address as a picture in a ``data:`` address."""
        return qr_code(self.url)


def letter_pdf(printed: PrintedLetter) -> bytes:
    """The PDF of one page. Takes 0.1 to 0.3 s; WeasyPrint is loaded on first use."""
    with translation.override(LANGUAGE):
        return render_pdf(letter_html(printed))


def letter_html(printed: PrintedLetter) -> str:
    """The letter before it becomes a PDF."""
    letter = printed.letter
    path = reverse("cases:letter")
    facts = LetterFacts(
        letter=letter,
        code=printed.grouped_code,
        url=settings.PORTAL.base_url + path,
        address=urlsplit(settings.PORTAL.base_url).netloc + path,
        office=office_for_page(letter.case.jobcenter_id),
        has_account=letter.person.user_id is not None,
    )
    dates = {"printed": timezone.localdate(letter.printed_at), "until": timezone.localtime(letter.expires_at)}
    return render_to_string("desk/pdf/access_letter.html", {"facts": facts, **dates})
