"""The Vollmacht on paper (§ 13 SGB X): for people who have no account or rather sign with a pen."""

from urllib.parse import urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from msgspec import Struct

from portal.accounts.models import Organisation
from portal.cases.domain.clients import paper_code
from portal.cases.domain.scope_words import sentences
from portal.cases.models import Invitation
from portal.pdf.services import qr_code, render_pdf

LANGUAGE = "de"  # the official language (§ 19 SGB X)


class MandateFacts(Struct, frozen=True):
    """What the paper says. Code and QR lead members to the page for the upload and open nothing by themselves."""

    paper: Invitation
    organisation: Organisation
    sentences: list[str]
    code: str
    url: str
    address: str

    @property
    def qr(self) -> str:
        """The address as a picture in a ``data:`` address."""
        return qr_code(self.url)


def mandate_pdf(paper: Invitation, organisation: Organisation) -> bytes:
    """The PDF of one page, the same as often as it is printed. WeasyPrint is loaded on first use."""
    with translation.override(LANGUAGE):
        return render_pdf(mandate_html(paper, organisation))


def mandate_html(paper: Invitation, organisation: Organisation) -> str:
    """The paper before it becomes a PDF."""
    facts = MandateFacts(
        paper=paper,
        organisation=organisation,
        sentences=sentences(paper.scopes),
        code=paper_code(paper.pk),
        url=settings.PORTAL.base_url + reverse("helping:mandate", args=[paper.pk]),
        address=urlsplit(settings.PORTAL.base_url).netloc + reverse("helping:helping"),
    )
    until = timezone.localdate(paper.grant_ends_at) if paper.grant_ends_at else None
    dates = {"start": timezone.localdate(paper.created_at), "until": until}
    return render_to_string("helping/pdf/mandate.html", {"facts": facts, **dates})
