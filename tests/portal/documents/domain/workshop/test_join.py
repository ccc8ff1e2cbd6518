import pikepdf
import pypdfium2
import pytest

from portal.documents.domain.workshop.codes import Refusal, Refused
from portal.documents.domain.workshop.join import join
from tests.factories.files import pdfs


def written(folder, *contents):
    paths = [folder / f"source-{number}" for number in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    return paths


def sized(width):
    return pdfs.changed(lambda pdf: pdf.pages[0].obj.__setitem__("/MediaBox", pikepdf.Array([0, 0, width, 842])))


def test_pages_come_in_the_given_order(tmp_path):
    pages = join(written(tmp_path, sized(300), pdfs.plain(2), sized(100)), tmp_path / "document.pdf")

    with pypdfium2.PdfDocument(tmp_path / "document.pdf") as document:
        assert (pages, [page.get_width() for page in document]) == (4, [300, 595, 595, 100])


def test_too_many_pages_together_are_refused(tmp_path):
    with pytest.raises(Refused) as refused:
        join(written(tmp_path, pdfs.plain(300), pdfs.plain(201)), tmp_path / "document.pdf")

    assert refused.value.code is Refusal.TOO_MANY_PAGES


def test_broken_part_is_refused(tmp_path):
    with pytest.raises(Refused) as refused:
        join(written(tmp_path, pdfs.plain(), b"kaputt"), tmp_path / "document.pdf")

    assert refused.value.code is Refusal.UNREADABLE


def test_same_pages_give_the_same_bytes(tmp_path):
    made = []
    for name in ("a.pdf", "b.pdf"):
        join(written(tmp_path, pdfs.plain(2)), tmp_path / name)
        made.append((tmp_path / name).read_bytes())

    assert made[0] == made[1]
