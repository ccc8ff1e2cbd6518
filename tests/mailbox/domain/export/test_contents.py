import datetime

from mailbox.domain.export.contents import Contents, FileLine, ReceiptLine
from portal.audit.models.personal_data import ExportFile


def file(path):
    return ExportFile(path=path, media_type="", size=0, sha256="", pieces=lambda: iter([]))


def line(number, path=None):
    return FileLine(number=number, name="x", pages=1, size=1, sha256="", file=file(path) if path else None)


def test_papers_come_before_receipts_and_what_is_not_in_is_left_out():
    contents = Contents(
        reference="",
        made_at=datetime.datetime(2026, 11, 26, tzinfo=datetime.UTC),
        jobcenter="",
        facts=(),
        is_for_office=False,
        is_whole_case=True,
        conversations=(),
        receipts=(ReceiptLine(reference="r", title="t", received="", files=(file("r.pdf"),)),),
        files=(line(1, "a.pdf"), line(2), line(3, "b.pdf")),
    )

    assert [each.path for each in contents.packed_files()] == ["a.pdf", "b.pdf", "r.pdf"]
