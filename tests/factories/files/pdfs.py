"""PDFs as people send them, and as nobody should."""

import hashlib
import io
import zipfile
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.factories.files import EICAR

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


# ---------------------------------------------------------------- forms and notes


def add_annotation(pdf, annotation, page=0):
    obj = pdf.pages[page].obj
    if "/Annots" not in obj:
        obj.Annots = Array([])
    obj.Annots.append(annotation)
    return annotation


def field(pdf, kind, rect=(72, 700, 300, 720), **entries):
    """A field without a picture of itself, named by its number."""
    if "/AcroForm" not in pdf.Root:
        helvetica = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        pdf.Root.AcroForm = Dictionary(
            Fields=Array([]), DR=Dictionary(Font=Dictionary(Helv=helvetica)), DA=String("/Helv 0 Tf 0 g")
        )
    name = f"feld{len(pdf.Root.AcroForm.Fields) + 1}"
    widget = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=kind, T=String(name), Rect=Array(rect), **{"F": 4, **entries}
        )
    )
    pdf.Root.AcroForm.Fields.append(widget)
    return add_annotation(pdf, widget)


def text_field(pdf, value, rect=(72, 700, 300, 720), **entries):
    return field(pdf, Name.Tx, rect, V=String(value), **entries)


def filled_form(pdf):
    """Text, several lines, comb, choice, tick, none of them drawn yet."""
    text_field(pdf, "Łucja Größe")
    text_field(pdf, "Erste Zeile\nZweite Zeile", rect=(72, 600, 300, 680), Ff=1 << 12)
    text_field(pdf, "36502", rect=(72, 560, 300, 580), Ff=1 << 24, MaxLen=9)
    options = Array([Array([String("m"), String("monatlich")]), Array([String("j"), String("jährlich")])])
    field(pdf, Name.Ch, (72, 520, 300, 540), V=String("m"), Opt=options)
    field(pdf, Name.Btn, (72, 480, 90, 498), V=Name.Ja, AS=Name.Ja)


def stale_form(pdf):
    """What is drawn says something else than what was typed last."""
    old = pdf.make_stream(
        b"BT /F1 10 Tf 2 5 Td (Veraltet) Tj ET", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 228, 20],
        Resources=Dictionary(Font=Dictionary(F1=pdf.pages[0].obj.Resources.Font.F1)),
    )  # fmt: skip
    text_field(pdf, "Aktuell", AP=Dictionary(N=old))
    pdf.Root.AcroForm.NeedAppearances = True


def drawn_form(pdf):
    """Filled in by a viewer that drew it."""
    drawn = pdf.make_stream(
        b"/Tx BMC BT /F1 10 Tf 2 5 Td (Gezeichnet) Tj ET EMC", Type=Name.XObject, Subtype=Name.Form,
        BBox=[0, 0, 228, 20], Resources=Dictionary(Font=Dictionary(F1=pdf.pages[0].obj.Resources.Font.F1)),
    )  # fmt: skip
    text_field(pdf, "Gezeichnet", AP=Dictionary(N=drawn))


def ticked_form(pdf):
    """A box with two pictures whose state was not set by a simple program."""
    on = pdf.make_stream(b"0 0 18 18 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 18, 18])
    off = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 18, 18])
    field(pdf, Name.Btn, (72, 480, 90, 498), V=Name.Ja, AP=Dictionary(N=Dictionary(Ja=on, Off=off)))


def empty_form(pdf):
    field(pdf, Name.Tx)


def free_text(pdf):
    add_annotation(
        pdf,
        Dictionary(
            Type=Name.Annot, Subtype=Name.FreeText, Rect=[72, 300, 300, 360], Contents=String("Bitte beachten"), F=4,
            DA=String("1 0 0 rg /Helv 11 Tf"),
        ),
    )  # fmt: skip


def sticky_note(pdf):
    add_annotation(
        pdf,
        Dictionary(
            Type=Name.Annot, Subtype=Name.Text, Rect=[72, 300, 92, 320], Contents=String("Die Miete gilt ab März"), F=4
        ),
    )


def ink(pdf):
    """A line drawn by hand, a signature on a phone, without a picture of itself."""
    add_annotation(
        pdf,
        Dictionary(
            Type=Name.Annot, Subtype=Name.Ink, Rect=[100, 100, 200, 200], F=4, C=[0, 0, 1], BS=Dictionary(W=8),
            InkList=Array([Array([110, 110, 190, 190])]),
        ),
    )  # fmt: skip


def signature(pdf):
    value = pdf.make_indirect(
        Dictionary(
            Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), ByteRange=Array([0, 10, 20, 10]), Contents=String("\x00" * 8)
        )
    )
    field(pdf, Name.Sig, V=value)


def empty_signature_field(pdf):
    field(pdf, Name.Sig)


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


# ---------------------------------------------------------------- odd and broken


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


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
ONE_PAGE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def page_with(entries):
    return raw_pdf(CATALOG, ONE_PAGE, b"<< /Type /Page /Parent 2 0 R %s >>" % entries)


def no_pages():
    return raw_pdf(CATALOG, b"<< /Type /Pages /Kids [] /Count 0 >>")


def kids_loop():
    return raw_pdf(
        CATALOG,
        b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
    )


def missing_pages():
    """Two of three pages are not there."""
    return raw_pdf(
        CATALOG,
        b"<< /Type /Pages /Kids [3 0 R 8 0 R 9 0 R] /Count 3 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    )


def deep_arrays(depth=10_000):
    return page_with(b"/MediaBox [0 0 595 842] /Resources << /X " + b"[" * depth + b"]" * depth + b" >>")


def deep_page_tree(depth=10_000):
    """Every node has one child."""
    nodes = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R >>" % (n + 1, n - 1) for n in range(3, depth + 3)]
    last = b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] >>" % (depth + 2)
    return raw_pdf(CATALOG, ONE_PAGE, *nodes, last)


def form_calls_itself(pdf):
    form = pdf.make_stream(b"/X1 Do", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    form.Resources = Dictionary(XObject=Dictionary(X1=form))
    pdf.pages[0].obj.Resources.XObject = Dictionary(X1=form)


def huge_page(pdf):
    pdf.pages[0].obj.MediaBox = Array([0, 0, 50_000, 50_000])


def page_without_size(pdf):
    pdf.pages[0].obj.MediaBox = Array([0, 0, 0, 0])


def bomb(megabytes, layers=1):
    """Packed drawing commands of ``megabytes``, packed again for each further layer."""
    packed = bytes(megabytes * 1024 * 1024)
    for _layer in range(layers):
        packed = zlib.compress(packed, 9)
    return raw_pdf(
        CATALOG,
        ONE_PAGE,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        b"<< /Filter [%s] /Length %d >>\nstream\n%s\nendstream" % (b"/FlateDecode " * layers, len(packed), packed),
    )


def lzw_bomb():
    """Runs of zeros as the oldest filter packs them: three bytes for two codes, each longer than the last."""
    codes = [256, 0, *range(258, 4094)] * 10
    bits, width, table = [], 9, 257
    for code in codes:
        if code == 256:
            bits.append((code, width))
            width, table = 9, 257
            continue
        bits.append((code, width))
        table += 1
        width = 9 + (table >= 511) + (table >= 1023) + (table >= 2047)
    number = "".join(format(code, f"0{size}b") for code, size in bits)
    packed = int(number + "0" * (-len(number) % 8), 2).to_bytes((len(number) + 7) // 8)
    return raw_pdf(
        CATALOG,
        ONE_PAGE,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        b"<< /Filter /LZWDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed),
    )


def image_bomb(pdf):
    pdf.pages[0].obj.Resources.XObject = Dictionary(
        X1=pikepdf.Stream(
            pdf, zlib.compress(b""), Type=Name.XObject, Subtype=Name.Image, Width=60_000, Height=60_000,
            ColorSpace=Name.DeviceRGB, BitsPerComponent=8, Filter=Name.FlateDecode,
        )
    )  # fmt: skip


def table_bomb():
    """The table of objects itself unpacks to 260 MB."""
    packed = zlib.compress(bytes(260 * 1024 * 1024), 1)
    start = b"%PDF-1.7\n1 0 obj\n" + CATALOG + b"\nendobj\n"
    return start + (
        b"4 0 obj\n<< /Type /XRef /Size 5 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode /Length %d >>\nstream\n%s\n"
        b"endstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (len(packed), packed, len(start))
    )


def many_objects(count=210_000):
    return raw_pdf(CATALOG, ONE_PAGE, b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>", *[b"null"] * count)


def truncated():
    content = plain(3)
    return content[: len(content) // 2]


def truncated_for_the_web():
    """It has an end of its own near its beginning."""
    content = saved(new_pdf(30), linearize=True)
    return content[: len(content) - 1500]


def garbage_tail():
    return plain() + b"\x00garbage<?php system($_GET['x']); ?>" * 200


def leading_junk():
    return b"\r\n\r\nContent-Type: application/pdf\r\n\r\n" + plain()


def zip_polyglot():
    """A PDF that is an archive with a virus as well."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("virus.com", EICAR)
    return plain() + packed.getvalue()


def jpeg_polyglot():
    """Begins like a photo."""
    return b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" + plain()


def hidden_layer(pdf):
    """Text on a layer that is switched off."""
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Entwurf")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))
    page = pdf.pages[0].obj
    page.Resources.Properties = Dictionary(L1=group)
    page.Contents = pdf.make_stream(b"/OC /L1 BDC 0 0 595 842 re f EMC")
