"""PDFs with forms and notes: filled in, stale, empty, signed."""

from pikepdf import Array, Dictionary, Name, String


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
