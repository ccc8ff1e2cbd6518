import io
import json
import socket
import subprocess
import threading

import pikepdf
import pytest

from portal.pdf.errors import LanguageMissing, TitleMissing
from portal.pdf.services import EmbeddedFile, Relationship, count_pages, render_pdf
from tests.portal.pdf.verapdf import failures

pytestmark = pytest.mark.slow  # WeasyPrint takes a second to load

PAGE = '<html lang="de"><head><title>Prüfung</title>{head}</head><body><h1>Prüfung</h1>{body}</body></html>'
TABLE = '<table><tbody><tr><th scope="row">Name</th><td>Łucja Ţepeş Nguyễn Дарья</td></tr></tbody></table>'
DATA = EmbeddedFile(
    name="angaben.json",
    description="Angaben",
    media_type="application/json",
    content=json.dumps({"Größe": 1}, ensure_ascii=False).encode(),
)


def page(body="", head=""):
    return PAGE.format(body=body, head=head)


def text_of(content):
    result = subprocess.run(["pdftotext", "-raw", "-", "-"], input=content, capture_output=True, check=True)  # noqa: S607 -- wherever it is
    return result.stdout.decode()


@pytest.fixture
def listener():
    """A server on loopback; ``visits`` fills when anybody connects."""
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.2)
    visits = []
    done = threading.Event()

    def accept():
        while not done.is_set():
            try:
                connection, _address = server.accept()
            except TimeoutError:
                continue
            visits.append(1)
            connection.close()

    thread = threading.Thread(target=accept)
    thread.start()
    yield server.getsockname()[1], visits
    done.set()
    thread.join()
    server.close()


def test_pdf_says_language_title_and_both_standards():
    with pikepdf.open(io.BytesIO(render_pdf(page("<p>Text</p>")))) as pdf:
        with pdf.open_metadata() as metadata:
            marks = (metadata["pdfaid:part"], metadata["pdfaid:conformance"], metadata["pdfuaid:part"])
        assert (str(pdf.Root.Lang), str(pdf.docinfo["/Title"]), marks) == ("de", "Prüfung", ("3", "A", "1"))


def test_pdf_embeds_our_fonts_only():
    with pikepdf.open(io.BytesIO(render_pdf(page(TABLE)))) as pdf:
        names = {
            str(entry.FontName).partition("+")[2]
            for entry in pdf.objects
            if isinstance(entry, pikepdf.Dictionary) and entry.get("/Type") == "/FontDescriptor"
        }

    assert {name.split("-")[0] for name in names} == {"Fira", "Noto"}


def test_pdf_of_the_same_html_has_the_same_bytes():
    assert render_pdf(page(TABLE), attachments=[DATA]) == render_pdf(page(TABLE), attachments=[DATA])


def test_attachment_keeps_content_and_relationship():
    with pikepdf.open(io.BytesIO(render_pdf(page(), attachments=[DATA]))) as pdf:
        attached = pdf.attachments["angaben.json"]
        relationships = [str(entry.AFRelationship) for entry in pdf.Root.AF]

        assert attached.get_file().read_bytes() == DATA.content
        assert attached.get_file().mime_type == "application/json"
    assert set(relationships) == {f"/{Relationship.DATA}"}


def test_rendering_opens_no_connection(listener):
    port, visits = listener
    address = f"http://127.0.0.1:{port}/x"
    body = f'<img src="{address}" alt="x"><object data="{address}"></object><p style="background:url({address})">x</p>'
    head = f'<link rel="stylesheet" href="{address}"><link rel="attachment" href="{address}"><style>@import "{address}";</style>'

    render_pdf(page(body, head))

    assert visits == []


def test_rendering_reads_no_file():
    address = "file:///etc/passwd"
    html = page(
        f'<img src="{address}" alt="x"><a rel="attachment" href="{address}">x</a>',
        f'<link rel="attachment" href="{address}">',
    )

    with pikepdf.open(io.BytesIO(render_pdf(html))) as pdf:
        assert dict(pdf.attachments) == {}
    assert b"root:" not in b"".join(stream_contents(render_pdf(html)))


def stream_contents(content):
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for entry in pdf.objects:
            if isinstance(entry, pikepdf.Stream):
                try:
                    yield entry.read_bytes()
                except pikepdf.PdfError:
                    yield entry.read_raw_bytes()


def test_pages_are_counted():
    assert count_pages(render_pdf(page('<p style="break-before:page">zwei</p>'))) == 2


def test_html_without_language_is_refused():
    with pytest.raises(LanguageMissing):
        render_pdf("<html><head><title>x</title></head></html>")


def test_html_without_title_is_refused():
    with pytest.raises(TitleMissing):
        render_pdf('<html lang="de"><head><title> </title></head></html>')


@pytest.mark.slow
def test_pdf_passes_verapdf_for_both_standards():
    assert failures(render_pdf(page(TABLE), attachments=[DATA])) == ""


@pytest.mark.slow
def test_verapdf_finds_what_is_wrong():
    assert "FAILED" in failures(
        render_pdf(
            page('<img src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E">') + "<h5>x</h5>"
        ),
        flavours="ua2",
    )


def test_nothing_that_was_typed_vanishes():
    typed = "ትግርኛ नमस्ते 你好 \U0001f7e2 \U0001f9ff Ende"

    content = render_pdf(page(f"<p>{typed}</p>"))

    assert "ትግርኛ नमस्ते 你好 \U0001f7e2 [Zeichen: NAZAR AMULET] Ende" in text_of(content)
    assert failures(content) == ""
