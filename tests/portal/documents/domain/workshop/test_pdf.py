"""Each odd file with exactly what comes of it, and many more that nobody thought of."""

import io
import os

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.documents.domain.workshop.codes import Refusal, Refused, Remark
from portal.documents.domain.workshop.pdf import rebuild as rebuild_file
from tests.factories.files import broken_pdfs, form_pdfs, pdfs


@pytest.mark.parametrize(
    ("content", "pages", "remarks"),
    [
        (lambda: pdfs.plain(3), 3, ()),
        (lambda: pdfs.plain(500), 500, ()),
        (lambda: pdfs.changed(pdfs.script), 1, (Remark.SCRIPT,)),
        (lambda: pdfs.changed(pdfs.launch), 1, (Remark.PROGRAM,)),
        (lambda: pdfs.changed(form_pdfs.signature), 1, (Remark.SIGNATURE,)),
        (lambda: pdfs.changed(pdfs.attachment), 1, (Remark.ATTACHMENT,)),
        (broken_pdfs.missing_pages, 1, (Remark.INCOMPLETE,)),
        (broken_pdfs.garbage_tail, 1, ()),
        (broken_pdfs.leading_junk, 1, ()),
        (broken_pdfs.zip_polyglot, 1, ()),
        (broken_pdfs.jpeg_polyglot, 1, ()),
        (lambda: pdfs.locked(user=""), 1, ()),
    ],
    ids=[
        "plain", "500 pages", "script", "launch", "signature", "bill", "missing pages", "tail", "head", "zip", "jpeg", "owner",
    ],
)  # fmt: skip
def test_odd_file_becomes_plain(rebuild, content, pages, remarks):
    made = rebuild(content)

    assert (made.result.pages, made.result.remarks) == (pages, remarks)
    with pikepdf.open(made.folder / "document.pdf") as document:
        assert (len(document.pages), document.is_encrypted, document.check_pdf_syntax()) == (pages, False, [])


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (lambda: b"", Refusal.UNREADABLE),
        (broken_pdfs.truncated, Refusal.UNREADABLE),
        (broken_pdfs.no_pages, Refusal.UNREADABLE),
        (broken_pdfs.kids_loop, Refusal.UNREADABLE),
        (broken_pdfs.deep_arrays, Refusal.UNREADABLE),
        (broken_pdfs.deep_page_tree, Refusal.UNREADABLE),
        (broken_pdfs.table_bomb, Refusal.UNREADABLE),
        (pdfs.locked, Refusal.PDF_ENCRYPTED),
        (lambda: pdfs.plain(501), Refusal.TOO_MANY_PAGES),
        (lambda: pdfs.plain(10_000), Refusal.TOO_MANY_PAGES),
        (lambda: pdfs.changed(pdfs.dynamic_xfa), Refusal.PDF_DYNAMIC_FORM),
        (lambda: pdfs.changed(pdfs.portfolio), Refusal.PDF_PORTFOLIO),
        (lambda: pdfs.changed(form_pdfs.sticky_note, pages=500), Refusal.TOO_MANY_PAGES),
    ],
    ids=[
        "empty", "cut off", "no pages", "loop", "deep arrays", "deep tree", "table bomb", "password", "501", "10000",
        "please wait", "portfolio", "501 with notes",
    ],
)  # fmt: skip
def test_what_cannot_become_plain_says_why(rebuild, content, code):
    with pytest.raises(Refused) as refused:
        rebuild(content)

    assert refused.value.code is code


def test_password_opens(rebuild):
    made = rebuild(pdfs.locked(), "geheim")

    assert made.text() == "Kontoauszug Januar"


def test_wrong_password_is_refused(rebuild):
    with pytest.raises(Refused) as refused:
        rebuild(pdfs.locked(), "falsch")

    assert refused.value.code is Refusal.PDF_ENCRYPTED


@pytest.mark.parametrize("content", [broken_pdfs.garbage_tail, broken_pdfs.zip_polyglot, broken_pdfs.jpeg_polyglot])
def test_other_formats_are_gone(rebuild, content):
    made = rebuild(content)

    assert made.content.startswith(b"%PDF-1.7")
    assert made.content.endswith(b"%%EOF\n")
    assert [trace for trace in (b"PK\x03\x04", b"<?php", b"JFIF") if trace in made.content] == []


def test_same_file_gives_the_same_bytes(rebuild):
    assert rebuild(pdfs.statement(3)).content == rebuild(pdfs.statement(3)).content


def test_text_of_every_page_stays(rebuild):
    made = rebuild(pdfs.statement(3))

    assert made.text(3).startswith("Seite 3\r\n01.01.2026 Lastschrift Stadtwerke Musterstadt Kunde 003000")


@pytest.mark.parametrize(
    ("boxes", "expected"),
    [
        ({"/MediaBox": [0, 0, 50_000, 50_000]}, [0, 0, 1191, 1191]),
        ({"/MediaBox": [0, 0, 50_000, 50_000], "/CropBox": [0, 0, 595, 842]}, [0, 0, 50_000, 50_000]),
        ({"/MediaBox": [0, 0, 0, 0]}, [0, 0, 595, 842]),
        ({"/MediaBox": [595, 842, 0, 0]}, [595, 842, 0, 0]),
        ({"/MediaBox": [0, 0, 1, 20_000]}, [0, 0, 1, 1191]),
    ],
    ids=["huge", "huge, but cut to A4", "no area", "upside down", "thread"],
)
def test_page_gets_a_size_that_can_be_shown(rebuild, boxes, expected):
    def change(pdf):
        for key, edges in boxes.items():
            pdf.pages[0].obj[key] = pikepdf.Array(edges)

    made = rebuild(pdfs.changed(change))

    with pikepdf.open(made.folder / "document.pdf") as document:
        assert [float(edge) for edge in document.pages[0].obj.MediaBox] == expected


def test_huge_page_keeps_what_it_shows(rebuild):
    assert rebuild(pdfs.changed(broken_pdfs.huge_page)).text() == "Kontoauszug Januar"


@pytest.mark.parametrize("turn", [45, "x"])
def test_odd_rotation_is_forgotten(rebuild, turn):
    value = pikepdf.String(turn) if isinstance(turn, str) else turn
    made = rebuild(pdfs.changed(lambda pdf: pdf.pages[0].obj.__setitem__("/Rotate", value)))

    assert b"/Rotate" not in made.shown()


def test_layer_that_was_off_stays_off(rebuild):
    assert not rebuild(pdfs.changed(broken_pdfs.hidden_layer)).ink(0, 0, 595, 842)


# ---------------------------------------------------------------- many more

EXAMPLES = int(os.environ.get("PORTAL_FUZZ_EXAMPLES", "300"))


def loose(content):
    """Unpacked, so that a change meets structure and not a checksum."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return pdfs.saved(pdf, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)


SEEDS = [
    loose(pdfs.changed(change))
    for change in (
        form_pdfs.filled_form, form_pdfs.stale_form, form_pdfs.sticky_note, form_pdfs.ink, form_pdfs.signature, pdfs.attachment, pdfs.file_on_page,
        broken_pdfs.form_calls_itself, broken_pdfs.hidden_layer, pdfs.metadata, form_pdfs.ticked_form,
    )
] + [pdfs.plain(2), pdfs.locked(user=""), pdfs.nested(2), pdfs.changed(pdfs.script)]  # fmt: skip
WORDS = [
    b"", b"0", b"-1", b"99999999999", b"1 0 R", b"3 0 R", b"null", b"[", b"<<", b">>", b"(", b"/Kids", b"/Parent", b"/Page",
    b"/Length", b"stream\n", b"endobj\n", b"true", b"1e99", b"/FlateDecode", b"<FEFF>", b"/Sig", b"/Tx", b"/Widget", b"\xff" * 9,
]  # fmt: skip
CHANGES = st.lists(
    st.tuples(st.integers(0, 20_000), st.integers(0, 12), st.sampled_from(WORDS) | st.binary(max_size=6)),
    min_size=1,
    max_size=8,
)


def altered(seed, changes):
    content = bytearray(seed)
    for place, length, words in changes:
        start = place % (len(content) + 1)
        content[start : start + length] = words
    return bytes(content)


@pytest.mark.slow
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize="PORTAL_FUZZ_EXAMPLES" not in os.environ,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(seed=st.sampled_from(SEEDS), changes=CHANGES)
def test_any_file_becomes_plain_or_is_refused(tmp_path_factory, seed, changes):
    folder = tmp_path_factory.getbasetemp()
    (folder / "source").write_bytes(altered(seed, changes))
    try:
        made = rebuild_file(folder / "source", "", folder / "document.pdf")
    except Refused:  # anything else that is raised fails
        return
    with pikepdf.open(folder / "document.pdf") as document:
        assert len(document.pages) == made.pages
