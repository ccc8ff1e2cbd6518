import pikepdf
import pypdfium2
import pytest

from portal.documents.domain.workshop import pdf


class Made:
    """What ``pdf.rebuild`` made, and how to look into it."""

    def __init__(self, folder, result):
        self.folder = folder
        self.result = result
        self.content = (folder / "document.pdf").read_bytes()

    def text(self, number=1):
        with pypdfium2.PdfDocument(self.content) as document:
            return document[number - 1].get_textpage().get_text_range()

    def shown(self):
        """Everything that the file holds, unpacked."""
        with pikepdf.open(self.folder / "document.pdf") as document:
            document.save(self.folder / "open.pdf", qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        return (self.folder / "open.pdf").read_bytes()

    def ink(self, *box):
        """Whether anything but white is drawn on page 1 in ``box`` (points: left, bottom, right, top)."""
        with pypdfium2.PdfDocument(self.content) as document:
            page = document[0]
            left, bottom, right, top = box
            height = page.get_height()
            picture = page.render(scale=1).to_pil().convert("L")
            return picture.crop((left, int(height - top), right, int(height - bottom))).getextrema()[0] < 255


@pytest.fixture
def rebuild(tmp_path):
    """Rebuild the PDF ``content`` (or what it makes) in this process."""

    def make(content, password=""):
        (tmp_path / "source").write_bytes(content() if callable(content) else content)
        return Made(tmp_path, pdf.rebuild(tmp_path / "source", password, tmp_path / "document.pdf"))

    return make
