import pytest

from portal.documents.domain.workshop.codes import Refusal, Refused, Remark
from tests.factories.files import EICAR, pdfs


@pytest.mark.parametrize(
    "content",
    [
        lambda: pdfs.changed(pdfs.virus),
        pdfs.uncompressed_virus,
        pdfs.checksummed_virus,
        lambda: pdfs.changed(pdfs.file_on_page),
    ],
    ids=["compressed", "plain", "by hand", "on the page"],
)
def test_file_inside_is_pulled_out_and_left_out(rebuild, content):
    made = rebuild(content)

    assert (made.result.attachments, made.result.remarks) == (("attachment-1",), (Remark.ATTACHMENT,))
    assert (made.folder / "attachment-1").read_bytes() == EICAR
    assert EICAR not in made.shown()
    assert b"EmbeddedFile" not in made.shown()


def test_file_in_a_file_in_a_file_is_pulled_out(rebuild):
    made = rebuild(pdfs.nested(3))

    assert len(made.result.attachments) == 4
    assert (made.folder / "attachment-4").read_bytes() == EICAR


def test_locked_pdf_inside_is_pulled_out_as_it_is(rebuild):
    inner = pdfs.locked()
    made = rebuild(pdfs.changed(lambda pdf: pdfs.attachment(pdf, inner, "anlage.pdf")))

    assert (made.folder / "attachment-1").read_bytes() == inner


@pytest.mark.parametrize(
    "content",
    [
        lambda: pdfs.nested(5),
        lambda: pdfs.changed(pdfs.attached_bomb),
        lambda: pdfs.changed(lambda pdf: pdfs.attachment(pdf, bytes(26 * 1024 * 1024))),
        lambda: pdfs.changed(lambda pdf: [pdfs.attachment(pdf, b"x", f"{n}.txt") for n in range(51)]),
    ],
    ids=["too deep", "bomb", "too large to be scanned", "too many"],
)
def test_more_than_can_be_scanned_is_refused(rebuild, content):
    with pytest.raises(Refused) as refused:
        rebuild(content)

    assert refused.value.code is Refusal.TOO_COMPLEX
