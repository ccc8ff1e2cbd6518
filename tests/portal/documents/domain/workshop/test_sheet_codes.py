import io

import pytest

from portal.documents.domain.workshop import sandbox, sheet_codes
from tests.factories.paper_scans import scanned, sheet

CODE = "7KQ492FDXM3P"


@pytest.mark.parametrize("turn", [0, 3, 90, 180])
def test_code_is_read_however_the_sheet_lies(turn):
    assert sheet_codes.read(sheet(CODE, turn=turn)) == [CODE]


@pytest.mark.parametrize("text", ["", "x" * 101, "Grüße", "zwei\nZeilen"])
def test_what_no_cover_sheet_says_is_left_out(text):
    assert sheet_codes.read(sheet(text)) == []


def test_codes_of_each_page_come_out_of_the_sandbox():
    with sandbox.codes(io.BytesIO(scanned(CODE, "", "BCD\\1"))) as outcome:
        assert outcome.codes == ((CODE,), (), ("BCD\\1",))


def test_pages_are_cut_out():
    with sandbox.cut(io.BytesIO(scanned("", CODE, "")), first=2, last=3) as outcome:
        assert outcome.pages == 2
        with outcome.document() as cut, sandbox.codes(io.BytesIO(cut.read())) as again:
            assert again.codes == ((CODE,), ())
