import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from portal.documents.domain.workshop.appearance import Style, mark_form, numbers, style_of, text_form, wrapped
from portal.documents.domain.workshop.lettering import Lettering


@pytest.fixture
def pdf():
    with pikepdf.new() as made:
        yield made


def test_style_takes_size_and_colour():
    style = style_of(b"/Helv 9.5 Tf 0 0 1 rg", quadding=1, multiline=False, comb=0)

    assert style == Style(size=9.5, colour=b"0 0 1 rg", quadding=1)


def test_style_takes_nothing_else():
    style = style_of(b"/Helv 0 Tf (x) Tj Q BT /Im Do", quadding=7, multiline=False, comb=0)

    assert style == Style(size=0.0, colour=b"0 g", quadding=0)


def test_text_is_made_smaller_until_it_fits(pdf):
    form, fits = text_form(pdf, Lettering(pdf), "Lindenstraße 12, 36502 Musterstadt", (100, 20), Style(size=12))

    assert fits
    assert b"/P0 5." in form.read_bytes()


def test_text_that_never_fits_is_told(pdf):
    _form, fits = text_form(pdf, Lettering(pdf), "Ein Satz. " * 50, (100, 20), Style())

    assert not fits


def test_lines_are_broken_at_words_and_inside_long_ones(pdf):
    face = Lettering(pdf).face_for("x")

    assert wrapped(face, "eins zwei\ndrei", 30, 10) == ["eins", "zwei", "drei"]
    assert "".join(wrapped(face, "x" * 30, 40, 10)) == "x" * 30
    assert len(wrapped(face, "x" * 30, 40, 10)) == 5


@pytest.mark.parametrize(
    ("entries", "path"),
    [
        ({"Subtype": Name.Ink, "InkList": Array([Array([1, 2, 3, 4])])}, b"1.00 2.00 m 3.00 4.00 l S"),
        ({"Subtype": Name.Line, "L": Array([1, 2, 3, 4])}, b"1.00 2.00 m 3.00 4.00 l S"),
        ({"Subtype": Name.Square}, b"0.50 0.50 9.00 9.00 re S"),
        (
            {"Subtype": Name.Circle},
            (
                b"9.50 5.00 m 9.50 7.49 7.49 9.50 5.00 9.50 c 2.51 9.50 0.50 7.49 0.50 5.00 c "
                b"0.50 2.51 2.51 0.50 5.00 0.50 c 7.49 0.50 9.50 2.51 9.50 5.00 c s"
            ),
        ),
        ({"Subtype": Name.Highlight, "QuadPoints": Array([1, 4, 5, 4, 1, 2, 5, 2])}, b"1.00 2.00 4.00 2.00 re f"),
        ({"Subtype": Name.Underline, "QuadPoints": Array([1, 4, 5, 4, 1, 2, 5, 2])}, b"1.00 3.00 m 5.00 3.00 l S"),
        ({"Subtype": Name.StrikeOut, "QuadPoints": Array([1, 4, 5, 4, 1, 2, 5, 2])}, b"1.00 3.00 m 5.00 3.00 l S"),
    ],
    ids=lambda value: str(value["Subtype"])[1:] if isinstance(value, dict) else "",
)
def test_mark_is_drawn(pdf, entries, path):
    form = mark_form(pdf, Dictionary(C=Array([1, 0, 0]), **entries), [0, 0, 10, 10])

    assert form.read_bytes() == b"q /G0 gs 1.000 0.000 0.000 rg 1.000 0.000 0.000 RG 1.00 w 1 J 1 j " + path + b" Q"


@pytest.mark.parametrize(
    "entries", [{"Subtype": Name.Stamp}, {"Subtype": Name.Ink}, {"Subtype": Name.Ink, "InkList": 3}]
)
def test_mark_without_a_line_draws_nothing(pdf, entries):
    assert mark_form(pdf, Dictionary(**entries), [0, 0, 10, 10]) is None


@pytest.mark.parametrize("value", [None, 3, Array([1, Name.X]), Array([10**12])])
def test_odd_numbers_are_none(value):
    assert numbers(value) == []
