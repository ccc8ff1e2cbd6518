import random

import pikepdf
import pytest

from portal.documents.domain.workshop.codes import Refusal, Refused
from tests.factories.files import broken_pdfs, form_pdfs, pdfs

TRACES = (
    b"JavaScript", b"/JS", b"app.alert", b"Launch", b"cmd.exe", b"/OpenAction", b"/AA", b"/XFA", b"/URI", b"evil", b"/Annot",
    b"Geheim", b"/Metadata", b"/PieceInfo", b"/Thumb", b"passwd", b"/AcroForm", b"/Names", b"/Info",
)  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        pdfs.script, pdfs.script_stream_on_page, pdfs.open_action, pdfs.launch, pdfs.links, pdfs.static_xfa,
        pdfs.metadata, pdfs.external_stream, form_pdfs.signature,
    ],
    ids=lambda change: change.__name__,
)  # fmt: skip
def test_nothing_is_left_but_what_draws(rebuild, change):
    made = rebuild(pdfs.changed(change))

    assert [trace for trace in TRACES if trace in made.shown()] == []
    assert made.text().startswith("Kontoauszug Januar")


@pytest.mark.parametrize("name", ["/JS", "/AA", "/Metadata", "/Names", "/B"])
def test_font_may_have_any_name(rebuild, name):
    def rename(pdf):
        page = pdf.pages[0].obj
        page.Resources.Font = pikepdf.Dictionary({name: page.Resources.Font.F1})
        page.Contents = pdf.make_stream(pdfs.TEXT.replace(b"/F1", name.encode()))

    assert rebuild(pdfs.changed(rename)).text() == "Kontoauszug Januar"


@pytest.mark.parametrize(
    "content",
    [
        lambda: broken_pdfs.bomb(65),
        lambda: broken_pdfs.bomb(65, layers=3),
        lambda: broken_pdfs.bomb(1, layers=12),
        broken_pdfs.lzw_bomb,
        lambda: pdfs.changed(broken_pdfs.image_bomb),
    ],
    ids=["one layer", "three layers", "twelve layers", "oldest filter", "picture"],
)
def test_bomb_is_refused(rebuild, content):
    with pytest.raises(Refused) as refused:
        rebuild(content)

    assert refused.value.code is Refusal.TOO_COMPLEX


def test_large_drawing_is_kept(rebuild):
    assert rebuild(broken_pdfs.bomb(30)).result.pages == 1


def test_many_full_pages_are_no_bomb(rebuild):
    """Their sum is counted, not what as many packed bytes could become."""

    def fill(pdf):
        for number, page in enumerate(pdf.pages):
            noise = random.Random(number).randbytes(20_000)
            page.obj.Contents = pdf.make_stream(b"% " + noise.hex().encode())

    assert rebuild(pdfs.changed(fill, pages=60)).result.pages == 60


def test_broken_stream_is_left_as_it_is(rebuild):
    content = pdfs.raw_pdf(
        broken_pdfs.CATALOG,
        broken_pdfs.ONE_PAGE,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        b"<< /Filter /ASCIIHexDecode /Length 4 >>\nstream\n4\x8c\xff>\nendstream",
    )

    assert rebuild(content).result.pages == 1


@pytest.mark.parametrize(
    ("content", "searchable"),
    [(pdfs.plain, True), (lambda: pdfs.saved(pdfs.new_pdf(text=False)), False)],
    ids=["text", "none"],
)
def test_text_layer_is_noticed(rebuild, content, searchable):
    assert rebuild(content).result.searchable is searchable


def test_form_that_draws_itself_is_kept(rebuild):
    assert rebuild(pdfs.changed(broken_pdfs.form_calls_itself)).result.pages == 1
