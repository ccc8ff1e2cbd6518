import io

import pikepdf
import pytest

from portal.documents.domain.workshop.codes import Remark
from portal.documents.domain.workshop.survey import survey
from tests.factories.files import form_pdfs, pdfs


@pytest.mark.parametrize(
    ("change", "remarks"),
    [
        (pdfs.script, {Remark.SCRIPT}),
        (pdfs.script_stream_on_page, {Remark.SCRIPT}),
        (pdfs.open_action, {Remark.SCRIPT}),
        (pdfs.static_xfa, {Remark.SCRIPT}),
        (pdfs.harmless_open_action, set()),
        (pdfs.launch, {Remark.PROGRAM}),
        (pdfs.links, set()),
        (form_pdfs.signature, {Remark.SIGNATURE}),
        (form_pdfs.empty_signature_field, set()),
        (pdfs.attachment, {Remark.ATTACHMENT}),
        (pdfs.file_on_page, {Remark.ATTACHMENT}),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_survey_says_what_staff_should_know(change, remarks):
    with pikepdf.open(io.BytesIO(pdfs.changed(change))) as pdf:
        assert survey(pdf).remarks == remarks


def test_right_to_fill_in_is_no_signature():
    def reader_extended(pdf):
        rights = pikepdf.Dictionary(ByteRange=pikepdf.Array([0, 1, 2, 3]), Contents=pikepdf.String("x"))
        pdf.Root.Perms = pikepdf.Dictionary(UR3=pdf.make_indirect(rights))

    with pikepdf.open(io.BytesIO(pdfs.changed(reader_extended))) as pdf:
        assert survey(pdf).remarks == set()


def test_each_file_is_found_once():
    with pikepdf.open(io.BytesIO(pdfs.changed(pdfs.attachment))) as pdf:
        assert [bytes(stream.read_bytes()) for stream in survey(pdf).files.values()] == [b"<rechnung/>"]
