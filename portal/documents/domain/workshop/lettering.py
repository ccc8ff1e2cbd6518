"""Text that we set ourselves, in fonts that are embedded with the glyphs that were used.

The portal's own Noto Sans has Latin and Greek letters; DejaVu, which comes with Debian's fontconfig, Cyrillic as well.
"""

import functools
import io
from pathlib import Path
from typing import Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name

_FONTS: Final = (
    Path(__file__).resolve().parents[3] / "pdf" / "fonts" / "noto-regular.woff2",
    Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
)


class Face:
    """One font; ``reference`` can be put into resources at once, ``embed`` fills it when all text is set."""

    def __init__(self, pdf: pikepdf.Pdf, path: Path) -> None:
        from fontTools.ttLib import TTFont

        self._pdf = pdf
        self._font = TTFont(io.BytesIO(path.read_bytes()), lazy=True)
        self._names = self._font.getBestCmap()
        self._advances = self._font["hmtx"]
        self._scale: float = 1 / self._font["head"].unitsPerEm
        self._used: dict[int, str] = {}
        self.reference = pdf.make_indirect(Dictionary())

    def missing(self, text: str) -> int:
        """How many characters of ``text`` it does not have; an empty box will stand for each."""
        return sum(ord(character) not in self._names for character in text)

    def width(self, text: str, size: float) -> float:
        """Points that ``text`` takes in a line."""
        units: int = sum(self._advances[self._glyph(character)][0] for character in text)
        return units * self._scale * size

    def show(self, text: str) -> bytes:
        """The operator that draws ``text`` in this font."""
        numbers = []
        for character in text:
            number = self._font.getGlyphID(self._glyph(character))
            self._used[number] = character
            numbers.append(number)
        return b"<" + b"".join(b"%04x" % number for number in numbers) + b"> Tj"

    def _glyph(self, character: str) -> str:
        return str(self._names.get(ord(character), ".notdef"))

    def embed(self) -> None:
        """Put the font into the PDF, if it was used."""
        if not self._used:
            return
        for key, value in self._type0().items():
            self.reference[key] = value

    def _type0(self) -> Dictionary:
        program = self._subset()
        box = [
            round(self._font["head"].__dict__[edge] * self._scale * 1000) for edge in ("xMin", "yMin", "xMax", "yMax")
        ]
        name = Name("/PORTAL+" + str(self._font["name"].getDebugName(6)))
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=name,
            Flags=4,
            FontBBox=Array(box),
            ItalicAngle=0,
            Ascent=box[3],
            Descent=box[1],
            CapHeight=700,
            StemV=80,
            FontFile2=self._pdf.make_stream(program, Length1=len(program)),
        )
        widths: list[Any] = []
        for number in sorted(self._used):
            advance = self._advances[self._font.getGlyphName(number)][0]
            widths += [number, Array([round(advance * self._scale * 1000)])]
        descendant = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=name,
            CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
            FontDescriptor=self._pdf.make_indirect(descriptor),
            W=Array(widths),
            CIDToGIDMap=Name.Identity,
        )
        return Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([self._pdf.make_indirect(descendant)]),
            ToUnicode=self._pdf.make_stream(self._to_unicode()),
        )

    def _subset(self) -> bytes:
        from fontTools import subset

        options = subset.Options(
            retain_gids=True,
            layout_features=[],
            notdef_outline=True,
            hinting=False,
            drop_tables=["GSUB", "GPOS", "GDEF"],
        )
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=[ord(character) for character in self._used.values()])
        subsetter.subset(self._font)
        self._font.flavor = None
        target = io.BytesIO()
        self._font.save(target, reorderTables=False)
        return target.getvalue()

    def _to_unicode(self) -> bytes:
        lines = [
            b"<%04x> <%s>" % (number, character.encode("utf-16-be", "replace").hex().encode())
            for number, character in sorted(self._used.items())
        ]
        blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
        body = b"\n".join(b"%d beginbfchar\n%s\nendbfchar" % (len(block), b"\n".join(block)) for block in blocks)
        return (
            b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Portal def /CMapType 2 def\n"
            b"1 begincodespacerange <0000> <ffff> endcodespacerange\n" + body + b"\nendcmap end end"
        )


class Lettering:
    """The fonts of one PDF that we write into."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf

    @functools.cached_property
    def _faces(self) -> list[Face]:
        return [Face(self._pdf, path) for path in _FONTS if path.exists()]

    def face_for(self, text: str) -> Face:
        """The first font that has all of ``text``, else the one that has most of it."""
        return min(self._faces, key=lambda face: face.missing(text))

    def finish(self) -> None:
        """Embed what was used. Nothing can be set afterwards."""
        for face in self.__dict__.get("_faces", ()):
            face.embed()
