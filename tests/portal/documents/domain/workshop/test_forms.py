import pikepdf
import pytest

from portal.documents.domain.workshop.codes import Remark
from tests.factories.files import form_pdfs, pdfs


def lines(made, number=1):
    return made.text(number).split("\r\n")


def test_everything_typed_shows(rebuild):
    made = rebuild(pdfs.changed(form_pdfs.filled_form))

    assert lines(made) == [
        "Kontoauszug Januar", "Łucja Größe", "Erste Zeile", "Zweite Zeile", "3 6 5 0 2", "monatlich",
    ]  # fmt: skip
    assert made.ink(72, 480, 90, 498)
    assert made.result.remarks == (Remark.FORM,)


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        (form_pdfs.stale_form, ["Kontoauszug Januar", "Aktuell"]),
        (form_pdfs.drawn_form, ["Kontoauszug Januar", "Gezeichnet"]),
        (form_pdfs.free_text, ["Kontoauszug Januar", "Bitte beachten"]),
        (pdfs.static_xfa, ["Kontoauszug Januar", "Miriam Sander"]),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_text_of_field_and_note_shows(rebuild, change, shown):
    made = rebuild(pdfs.changed(change))

    assert lines(made) == shown
    assert Remark.FORM in made.result.remarks


@pytest.mark.parametrize(
    ("change", "box"),
    [(form_pdfs.ticked_form, (72, 480, 90, 498)), (form_pdfs.ink, (110, 110, 190, 190))],
    ids=["tick", "drawn by hand"],
)
def test_mark_shows(rebuild, change, box):
    assert rebuild(pdfs.changed(change)).ink(*box)


def test_note_comes_on_a_page_of_its_own(rebuild):
    made = rebuild(pdfs.changed(form_pdfs.sticky_note))

    assert made.result.pages == 2
    assert lines(made, 2) == ["Notizen und längere Eingaben aus dieser Datei", "Seite 1: Die Miete gilt ab März"]


def test_text_that_does_not_fit_comes_on_the_last_page(rebuild):
    long = "Ich wohne seit März dort. " * 12
    made = rebuild(pdfs.changed(lambda pdf: form_pdfs.text_field(pdf, long.strip())))

    assert made.result.pages == 2
    assert " ".join(lines(made, 2)).endswith(f"Seite 1: {long.strip()}")


def test_cyrillic_shows(rebuild):
    made = rebuild(pdfs.changed(lambda pdf: form_pdfs.text_field(pdf, "Олена Ковальчук")))

    assert lines(made) == ["Kontoauszug Januar", "Олена Ковальчук"]


@pytest.mark.parametrize(
    "change",
    [
        form_pdfs.empty_form,
        pdfs.links,
        form_pdfs.empty_signature_field,
        lambda pdf: form_pdfs.text_field(pdf, "versteckt", F=2),
        lambda pdf: form_pdfs.field(pdf, pikepdf.Name.Btn, V=pikepdf.Name.Off),
    ],
    ids=["empty", "link", "signature", "hidden", "not ticked"],
)
def test_nothing_typed_adds_nothing(rebuild, change):
    made = rebuild(pdfs.changed(change))

    assert (lines(made), made.result.pages, made.result.remarks) == (["Kontoauszug Januar"], 1, ())


def test_password_field_is_not_shown(rebuild):
    made = rebuild(pdfs.changed(lambda pdf: form_pdfs.text_field(pdf, "geheim", Ff=1 << 13)))

    assert lines(made) == ["Kontoauszug Januar"]


def test_field_inherits_from_what_it_is_part_of(rebuild):
    def change(pdf):
        form_pdfs.field(pdf, pikepdf.Name.Tx)
        widget = pdf.Root.AcroForm.Fields[0]
        del widget.FT
        parent = pikepdf.Dictionary(FT=pikepdf.Name.Tx, T=pikepdf.String("p"), V=pikepdf.String("Geerbt"))
        parent.Kids = pikepdf.Array([widget])
        widget.Parent = pdf.make_indirect(parent)
        pdf.Root.AcroForm.Fields[0] = widget.Parent

    assert lines(rebuild(pdfs.changed(change))) == ["Kontoauszug Januar", "Geerbt"]
