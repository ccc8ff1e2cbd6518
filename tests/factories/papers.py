"""Papers with words on them: as a picture, as a scan in a PDF, as a PDF with a text layer."""

import io

from PIL import Image, ImageDraw, ImageFont

from portal.documents.services import mark_handed_in
from portal.submissions.models import SubmittedFile
from tests.factories.files import pdfs

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
LEASE = (
    "Mietvertrag über Wohnraum",
    "Vermieter: Zaunkönig Immobilien, Nebenweg 4, 00150 Nebenstadt",
    "Die Größe der Wohnung beträgt 62 Quadratmeter.",
    "Die monatliche Grundmiete beträgt 420,50 Euro.",
    "Die Vorauszahlung auf Nebenkosten beträgt 95,00 Euro.",
    "Die Vorauszahlung auf Heizkosten beträgt 70,00 Euro.",
    "Das Mietverhältnis beginnt am 1. März 2024.",
    "Musterstadt, den 12. Februar 2024",
)


def make_sheet(lines=LEASE, *, turned=0, size=(1654, 2339)):
    """A sheet of A4 at 200 dots an inch; ``turned`` by degrees clockwise, as somebody lays it on the scanner."""
    sheet = Image.new("L", size, 255)
    pen, font = ImageDraw.Draw(sheet), ImageFont.truetype(FONT, 32)
    for number, line in enumerate(lines):
        pen.text((150, 200 + 80 * number), line, fill=0, font=font)
    return sheet.rotate(-turned, expand=True, fillcolor=255)


def make_scan(*sheets):
    """A PDF of pictures without a text layer."""
    sheets = sheets or (make_sheet(),)
    target = io.BytesIO()
    sheets[0].save(target, "PDF", resolution=200, save_all=True, append_images=sheets[1:])
    return target.getvalue()


def make_text_pdf(pages=1):
    """A PDF with a text layer: "Kontoauszug Januar"."""
    return pdfs.plain(pages)


def hand_in(submission, *documents):
    """Let the documents be part of a submission that came in before."""
    mark_handed_in(documents=documents, at=submission.received_at)
    for position, document in enumerate(documents, start=1):
        SubmittedFile.objects.create(
            submission=submission,
            document=document,
            position=position,
            name=document.original_name,
            media_type=document.media_type,
            pages=document.pages,
            size=document.size,
            sha256=document.sha256,
        )
