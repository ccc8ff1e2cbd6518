"""PDFs as people send them, and as nobody should."""

import hashlib
import io
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.factories.files import EICAR
from tests.factories.files.form_pdfs import add_annotation, text_field

A4 = (595, 842)
TEXT = b"BT /F1 12 Tf 72 770 Td (Kontoauszug Januar) Tj ET"


def saved(pdf, **options):
    target = io.BytesIO()
    pdf.save(target, **options)
    pdf.close()
    return target.getvalue()


def new_pdf(pages=1, *, text=True):
    """An open PDF of A4 pages that say "Kontoauszug Januar"."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    for _page in range(pages):
        page = pdf.add_blank_page(page_size=A4)
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
        if text:
            page.obj.Contents = pdf.make_stream(TEXT)
    return pdf


def plain(pages=1):
    return saved(new_pdf(pages), deterministic_id=True)


def changed(change, pages=1):
    """A PDF after ``change(pdf)``."""
    pdf = new_pdf(pages)
    change(pdf)
    return saved(pdf)


def statement(pages=148):
    """A bank statement: full pages of text, one logo for all, links and metadata."""
    pdf = new_pdf(0)
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    )
    logo = pdf.make_stream(
        zlib.compress(bytes(range(256)) * 120),
        Type=Name.XObject, Subtype=Name.Image, Width=160, Height=64, ColorSpace=Name.DeviceRGB, BitsPerComponent=8,
        Filter=Name.FlateDecode,
    )  # fmt: skip
    for number in range(1, pages + 1):
        rows = b" ".join(
            b"(%02d.01.2026  Lastschrift  Stadtwerke Musterstadt  Kunde %06d  -%d,%02d EUR) Tj T*"
            % (row % 28 + 1, number * 1000 + row, row * 7 % 90, row * 13 % 100)
            for row in range(50)
        )
        page = pdf.add_blank_page(page_size=A4)
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font), XObject=Dictionary(Im1=logo))
        page.obj.Contents = pdf.make_stream(
            b"q 120 0 0 48 420 780 cm /Im1 Do Q BT /F1 10 Tf 14 TL 50 760 Td (Seite %d) Tj T* %s ET" % (number, rows)
        )
        page.obj.Annots = Array([link("https://bank.example/")])
    with pdf.open_metadata() as metadata:
        metadata["dc:title"] = "Kontoauszug"
    pdf.docinfo["/Author"] = "Miriam Sander"
    return saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def link(address):
    action = Dictionary(S=Name.URI, URI=String(address))
    return Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=action)


# ---------------------------------------------------------------- things that act


def script(pdf):
    pdf.Root.Names = Dictionary(
        JavaScript=Dictionary(Names=Array([String("a"), Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))]))
    )


def script_stream_on_page(pdf):
    code = pdf.make_stream(b"app.alert(2)")
    pdf.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=code))


def open_action(pdf):
    pdf.Root.OpenAction = pdf.make_indirect(Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))


def harmless_open_action(pdf):
    pdf.Root.OpenAction = Array([pdf.pages[0].obj, Name.Fit])


def launch(pdf):
    action = Dictionary(Type=Name.Action, S=Name.Launch, F=String("cmd.exe"))
    pdf.pages[0].obj.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=action)])


def links(pdf):
    pdf.pages[0].obj.Annots = Array([link("https://evil.example/")])


def static_xfa(pdf):
    """An XFA form that shows its pages in every viewer."""
    text_field(pdf, "Miriam Sander", rect=[72, 700, 300, 720])
    pdf.Root.AcroForm.XFA = pdf.make_stream(b"<xdp:xdp/>")


def dynamic_xfa(pdf):
    """One whose pages only say "please wait"."""
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=pdf.make_stream(b"<xdp:xdp/>"))
    pdf.Root.NeedsRendering = True


def portfolio(pdf):
    attachment(pdf)
    pdf.Root.Collection = Dictionary(Type=Name.Collection, View=Name.D)


def external_stream(pdf):
    """Content that is to be read from another file."""
    stream = pdf.make_stream(b"")
    stream.F = Dictionary(Type=Name.Filespec, F=String("/etc/passwd"))
    pdf.pages[0].obj.Resources.XObject = Dictionary(X1=stream)


def metadata(pdf):
    pdf.docinfo["/Author"] = "Max Geheim"
    with pdf.open_metadata() as written:
        written["dc:title"] = "Max Geheim"
    pdf.pages[0].obj.PieceInfo = Dictionary(Word=Dictionary(Private=String("Max Geheim")))
    pdf.pages[0].obj.Thumb = pdf.make_stream(
        b"\xff" * 30, Width=5, Height=2, BitsPerComponent=8, ColorSpace=Name.DeviceRGB
    )


# ---------------------------------------------------------------- files inside


def attachment(pdf, content=b"<rechnung/>", name="factur-x.xml"):
    pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, content)


def virus(pdf):
    """Flate-compressed with a /CheckSum in hex before /Filter: ClamAV 1.4.6 does not see into it."""
    attachment(pdf, EICAR, "bild.txt")


def uncompressed_virus():
    pdf = new_pdf()
    attachment(pdf, EICAR, "bild.txt")
    return saved(pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized)


def checksummed_virus():
    """The same by hand, so that the order of the keys is certain."""
    packed = zlib.compress(EICAR)
    digest = hashlib.md5(EICAR).hexdigest().encode()  # noqa: S324 -- the format says so
    return raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >> >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        b"<< /Type /EmbeddedFile /Params << /CheckSum <%s> /Size %d >> /Filter /FlateDecode /Length %d >>\n"
        b"stream\n%s\nendstream" % (digest, len(EICAR), len(packed), packed),
        b"<< /Type /Filespec /F (a) /EF << /F 4 0 R >> >>",
    )


def file_on_page(pdf):
    """A paper clip on the page."""
    embedded = pdf.make_stream(EICAR, Type=Name.EmbeddedFile)
    spec = Dictionary(Type=Name.Filespec, F=String("x.exe"), EF=Dictionary(F=embedded))
    add_annotation(pdf, Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=[0, 0, 9, 9], FS=spec))


def nested(depth):
    """A PDF in a PDF, ``depth`` times, with a virus in the innermost."""
    content = changed(virus)
    for _level in range(depth):
        inner = content
        content = changed(lambda pdf, inner=inner: attachment(pdf, inner, "anlage.pdf"))
    return content


def attached_bomb(pdf):
    packed = zlib.compress(bytes(260 * 1024 * 1024), 1)
    stream = pikepdf.Stream(pdf, packed, Type=Name.EmbeddedFile, Filter=Name.FlateDecode)
    pdf.Root.Names = Dictionary(
        EmbeddedFiles=Dictionary(
            Names=Array(
                [String("a"), Dictionary(Type=Name.Filespec, F=String("a"), EF=Dictionary(F=pdf.make_indirect(stream)))]
            )
        )
    )


# ---------------------------------------------------------------- encrypted


def locked(user="geheim", owner="owner"):
    return saved(new_pdf(), encryption=pikepdf.Encryption(user=user, owner=owner))


def locked_by_certificate():
    return plain().replace(
        b"trailer <<", b"trailer << /Encrypt << /Filter /Adobe.PubSec /V 4 /SubFilter /adbe.pkcs7.s5 >>"
    )


def raw_pdf(*objects):
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    target = io.BytesIO(b"%PDF-1.7\n")
    target.seek(0, io.SEEK_END)
    places = []
    for number, content in enumerate(objects, 1):
        places.append(target.tell())
        target.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    table = target.tell()
    target.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    target.writelines(b"%010d 00000 n \n" % place for place in places)
    target.write(b"trailer << /Root 1 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table))
    return target.getvalue()
