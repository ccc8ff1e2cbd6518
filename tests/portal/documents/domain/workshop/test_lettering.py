import io

import pikepdf
import pypdfium2
import pytest

from portal.documents.domain.workshop.lettering import Lettering


def shown(text):
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842))
        lettering = Lettering(pdf)
        face = lettering.face_for(text)
        page.obj.Contents = pdf.make_stream(b"BT /P0 12 Tf 50 700 Td %s ET" % face.show(text))
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(P0=face.reference))
        lettering.finish()
        target = io.BytesIO()
        pdf.save(target)
    with pypdfium2.PdfDocument(target.getvalue()) as document:
        return document[0].get_textpage().get_text_range(), len(target.getvalue())


@pytest.mark.parametrize("text", ["Größe 1,70 m – ß", "Łucja Żółć", "Ελένη", "Олена"])
def test_text_can_be_read_again(text):
    assert shown(text)[0] == text


def test_only_used_glyphs_are_embedded():
    assert shown("Miriam Sander")[1] < 6000


def test_font_with_most_letters_is_taken():
    with pikepdf.new() as pdf:
        lettering = Lettering(pdf)

        assert lettering.face_for("Олена").missing("Олена") == 0
        assert lettering.face_for("Ол中").missing("Ол中") == 1


def test_nothing_set_embeds_nothing():
    with pikepdf.new() as pdf:
        lettering = Lettering(pdf)
        reference = lettering.face_for("x").reference
        lettering.finish()

        assert len(reference.keys()) == 0
