"""What a child that was taken over might leave behind, and what is believed of it."""

import json
import os

import pytest

from portal.documents.domain.workshop.codes import Note, Refusal, Remark
from portal.documents.domain.workshop.outcome import Outcome, WorkshopFailed, open_inside, read_result

GOOD = {
    "pages": 2, "remarks": ["form"], "notes": [["dark"], []], "fingerprints": ["00ff", ""], "attachments": 1, "searchable": True,
}  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    descriptor = os.open(tmp_path, os.O_RDONLY)
    yield descriptor
    os.close(descriptor)


def read(tmp_path, folder, said, action="prepare"):
    (tmp_path / "result.json").write_text(said if isinstance(said, str) else json.dumps(said))
    return read_result(folder, action=action, most=1000, cpu=0.5, walls=("calls",))


def test_result_is_read(tmp_path, folder):
    assert read(tmp_path, folder, GOOD) == Outcome(
        folder=folder, most=1000, pages=2, remarks=(Remark.FORM,), notes=((Note.DARK,), ()), fingerprints=("00ff", ""),
        attachments=1, searchable=True, cpu=0.5, walls=("calls",),
    )  # fmt: skip


def test_refusal_is_read(tmp_path, folder):
    assert read(tmp_path, folder, {"refusal": "unreadable"}).refusal is Refusal.UNREADABLE


def test_text_is_cleaned(tmp_path, folder):
    said = {"pages": 9, "texts": ["a\x00b\ud800"], "sizes": [[1240, 1754]], "fingerprints": [""], "notes": [[]]}
    outcome = read(tmp_path, folder, said, "pages")

    assert (outcome.texts, outcome.sizes) == (("ab",), ((1240, 1754),))


@pytest.mark.parametrize(
    "said",
    [
        "", "[]", "kaputt", "[" * 100_000, {}, GOOD | {"pages": 0}, GOOD | {"pages": True}, GOOD | {"pages": "2"},
        GOOD | {"pages": 3}, GOOD | {"remarks": ["evil"]}, GOOD | {"remarks": [{}]}, GOOD | {"notes": {"a": 1}},
        GOOD | {"fingerprints": ["../../x", ""]}, GOOD | {"attachments": -1}, GOOD | {"attachments": 10**9},
        {"refusal": "evil"}, {"failure": "Miriam Sander"}, GOOD | {"texts": [3]}, GOOD | {"sizes": [[1]]},
    ],
)  # fmt: skip
def test_what_cannot_be_is_not_believed(tmp_path, folder, said):
    with pytest.raises(WorkshopFailed) as failed:
        read(tmp_path, folder, said)

    assert failed.value.reason == "result"


def test_numbers_of_pages_must_agree(tmp_path, folder):
    with pytest.raises(WorkshopFailed):
        read(tmp_path, folder, {"pages": 9, "texts": ["a", "b"], "sizes": [[1, 1]]}, "pages")


def test_failure_says_where_and_nothing_else(tmp_path, folder):
    with pytest.raises(WorkshopFailed) as failed:
        read(tmp_path, folder, {"failure": "KeyError pdf.py:12"})

    assert failed.value.reason == "KeyError pdf.py:12"


def test_no_result_is_a_failure(folder):
    with pytest.raises(WorkshopFailed):
        read_result(folder, action="prepare", most=1000, cpu=0.0, walls=())


def test_file_is_read(tmp_path, folder):
    (tmp_path / "document.pdf").write_bytes(b"%PDF")

    with Outcome(folder=folder, most=4).document() as file:
        assert file.read() == b"%PDF"


def link(path):
    path.symlink_to("/etc/passwd")


def hard_link(path):
    other = path.with_name("other")
    other.write_bytes(b"x")
    path.hardlink_to(other)


@pytest.mark.parametrize(
    "make",
    [
        link,
        hard_link,
        os.mkfifo,
        lambda path: path.mkdir(),
        lambda path: path.write_bytes(bytes(1001)),
        lambda _path: None,
    ],
    ids=["link", "hard link", "pipe", "folder", "too large", "missing"],
)
def test_odd_file_is_not_opened(tmp_path, folder, make):
    make(tmp_path / "document.pdf")

    with pytest.raises(WorkshopFailed):
        open_inside(folder, "document.pdf", 1000)
