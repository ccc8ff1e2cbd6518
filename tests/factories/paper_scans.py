"""Invented piles of scans."""

import io

import factory
import segno
from django.utils import timezone
from PIL import Image

from mailbox.models import PaperScan
from portal.documents.domain.files import store_file
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.documents import make_pdf
from tests.factories.files.sheets import A4


class PaperScanFactory(factory.django.DjangoModelFactory):
    """A pile that waits for the worker; ``codes`` make it one that was looked through."""

    class Meta:
        model = PaperScan

    membership = factory.SubFactory(StaffMembershipFactory)
    name = "Posteingang.pdf"
    received_on = factory.LazyFunction(timezone.localdate)
    stored = factory.LazyFunction(lambda: store_file(make_pdf(), media_type="application/pdf"))

    @classmethod
    def _create(cls, model, *args, **fields):
        if "codes" in fields:
            pages = make_pdf(len(fields["codes"]))
            fields |= {"plain": store_file(pages, media_type="application/pdf"), "checked_at": timezone.now()}
        return super()._create(model, *args, **fields)


def sheet(text: str = "", *, turn: float = 0.0) -> Image.Image:
    """A scanned page, with this QR code at its foot as it stands on a cover sheet, and by how much it lies askew."""
    page = Image.new("RGB", A4, "white")
    if text:
        drawn = io.BytesIO()
        segno.make(text, error="m", micro=False).save(drawn, kind="png", scale=8, border=4)
        page.paste(Image.open(drawn).convert("RGB"), (200, 1850))
    return page.rotate(turn, fillcolor="white", expand=True)


def scanned(*texts: str, turn: float = 0.0) -> bytes:
    """A PDF of such pages."""
    first, *more = [sheet(text, turn=turn) for text in texts]
    target = io.BytesIO()
    first.save(target, "PDF", save_all=True, append_images=more, resolution=200)
    return target.getvalue()
