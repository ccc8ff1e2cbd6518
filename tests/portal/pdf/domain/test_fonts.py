import base64
import io
import re

from fontTools.ttLib import TTFont

from portal.pdf.domain.fonts import FACES, font_faces

NAMES = "Łucja Ţepeş Nguyễn Đặng Žižek Çağlar Ærø Ħamrun ſ ẞ Ǩ ȟ Γεωργία Дарья"


def letters(file_faces):
    found = set()
    for face in file_faces:
        found |= set(TTFont(io.BytesIO(base64.b64decode(face)))["cmap"].getBestCmap())
    return found


def test_font_faces_hold_every_font_as_data():
    css = font_faces()

    assert (css.count("@font-face"), css.count("data:font/woff2;base64,")) == (len(FACES), len(FACES))
    assert re.findall(r"url\(\"(?!data:)", css) == []


def test_fonts_hold_the_letters_of_names():
    faces = re.findall(r"base64,([^\"]+)", font_faces())
    needed = {ord(sign) for sign in NAMES} | set(range(0xC0, 0x180)) | set(range(0x1E00, 0x1EFA))

    assert needed - letters(faces) == set()
