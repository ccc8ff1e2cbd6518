"""PDFs that are broken, odd, or made to blow up."""

import io
import zipfile
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.factories.files import EICAR
from tests.factories.files.pdfs import new_pdf, plain, raw_pdf, saved

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
