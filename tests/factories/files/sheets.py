"""Sheets of paper as people hold them before a camera, drawn by chance from a seed: invented letters, statements, payslips and so on.

A sheet is a picture in RGB at ``DPI``, white or tinted paper with ink on it. The same seed draws the same sheet on every machine
that has the same fonts (DejaVu where it is installed, else those of the portal and of Pillow).
"""

import functools
import math
import random
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

DPI = 200
A4 = (1654, 2339)
INK = (28, 28, 32)

_DEJAVU = Path("/usr/share/fonts/truetype/dejavu")
_FIRA = Path(__file__).parents[3] / "static/ui/fonts"
_FACES = {
    "sans": ("DejaVuSans.ttf", "fira-sans-regular-latin1.woff2"),
    "bold": ("DejaVuSans-Bold.ttf", "fira-sans-semibold-latin1.woff2"),
    "serif": ("DejaVuSerif.ttf", ""),
    "narrow": ("DejaVuSansCondensed.ttf", "fira-sans-regular-latin1.woff2"),
    "mono": ("DejaVuSansMono.ttf", ""),
    "fira": ("", "fira-sans-regular-latin1.woff2"),
    "aileron": ("", ""),
}
_WORDS = [
    "Sehr",
    "geehrte",
    "Frau",
    "Beispiel",
    "wir",
    "haben",
    "Ihren",
    "Antrag",
    "vom",
    "geprüft",
    "und",
    "bewilligen",
    "Leistungen",
    "zur",
    "Sicherung",
    "des",
    "Lebensunterhalts",
    "für",
    "die",
    "Zeit",
    "ab",
    "Bitte",
    "legen",
    "Sie",
    "bis",
    "spätestens",
    "folgende",
    "Unterlagen",
    "vor",
    "Mietvertrag",
    "Kontoauszüge",
    "der",
    "letzten",
    "Monate",
    "Lohnabrechnung",
    "Bescheinigung",
    "über",
    "Heizkosten",
    "Wohnung",
    "Vermieter",
    "Grundmiete",
    "Nebenkosten",
    "Betrag",
    "monatlich",
    "Bedarf",
    "Einkommen",
    "Anrechnung",
    "Freibetrag",
    "gemäß",
    "Abs",
    "Satz",
    "Sozialgesetzbuch",
    "Rechtsbehelfsbelehrung",
    "Gegen",
    "diesen",
    "Bescheid",
    "kann",
    "innerhalb",
    "eines",
    "Widerspruch",
    "erhoben",
    "werden",
    "Jobcenter",
    "Sachbearbeitung",
    "Zimmer",
    "Telefon",
    "Haushaltsgemeinschaft",
    "Kindergeld",
    "Unterhalt",
    "Auskunft",
    "nicht",
    "oder",
    "auch",
    "noch",
    "einmal",
    "kann",
    "muss",
    "soll",
    "wird",
    "worden",
    "ist",
    "sind",
    "war",
    "hat",
    "haben",
    "eine",
    "einen",
    "dem",
    "den",
    "die",
    "das",
    "der",
]


@functools.cache
def font(face: str, pixels: int) -> ImageFont.FreeTypeFont:
    """The face at this size (of the em); what is not installed is replaced."""
    installed, own = _FACES[face]
    if installed and (_DEJAVU / installed).exists():
        return ImageFont.truetype(_DEJAVU / installed, pixels)
    if own:
        return ImageFont.truetype(_FIRA / own, pixels)
    return ImageFont.load_default(pixels)


def points(size: float) -> int:
    """Printer's points in pixels of a sheet."""
    return max(4, round(size * DPI / 72))


def millimetres(size: float) -> int:
    """Millimetres in pixels of a sheet."""
    return round(size * DPI / 25.4)


class Pen:
    """Writes on a sheet; ``chance`` decides what."""

    def __init__(
        self, chance: random.Random, size: tuple[int, int] = A4, paper: tuple[int, int, int] = (255, 255, 255)
    ) -> None:
        self.chance = chance
        self.sheet = Image.new("RGB", size, paper)
        self.draw = ImageDraw.Draw(self.sheet)

    def text(self, x: float, y: float, words: str, face: str, size: float, ink: tuple[int, int, int] = INK) -> None:
        """One line; ``size`` in points, ``y`` the top of the em."""
        self.draw.text((x, y), words, font=font(face, points(size)), fill=ink)

    def words(self, count: int) -> str:
        """So many words."""
        return " ".join(self.chance.choice(_WORDS) for _ in range(count))

    def amount(self) -> str:
        """An amount of money."""
        return f"{self.chance.randint(1, 2400)},{self.chance.randint(0, 99):02d}"

    def paragraph(
        self, x: float, y: float, width: float, lines: int, face: str, size: float, ink: tuple[int, int, int] = INK
    ) -> float:
        """So many full lines of words; gives the height at which the next may begin."""
        pitch = points(size * 1.3)
        for _line in range(lines):
            line = ""
            while font(face, points(size)).getlength(f"{line} M") < width - points(size * 6):
                line = f"{line} {self.chance.choice(_WORDS)}".strip()
            self.text(x, y, line, face, size, ink)
            y += pitch
        return y + pitch / 2


def letter(chance: random.Random) -> Image.Image:
    """An office's letter: head, address, some paragraphs, a foot in small print."""
    pen = Pen(chance)
    face, size = chance.choice(["sans", "serif", "fira", "aileron", "narrow"]), chance.choice([10, 10.5, 11, 12])
    left = millimetres(25)
    if chance.random() < 0.4:
        pen.draw.rectangle(
            (left, millimetres(12), left + millimetres(18), millimetres(28)),
            fill=chance.choice([(190, 20, 40), (20, 70, 140), INK]),
        )
    pen.text(millimetres(120), millimetres(15), "Jobcenter Musterstadt", "bold", 14)
    pen.text(left, millimetres(45), "Jobcenter Musterstadt, 12345 Musterstadt", face, 7)
    for row in range(4):
        pen.text(left, millimetres(52 + 5 * row), pen.words(2), face, size)
        pen.text(millimetres(130), millimetres(52 + 5 * row), f"{pen.words(1)}: {chance.randint(1000, 99999)}", face, 9)
    pen.text(left, millimetres(95), pen.words(5), "bold", size)
    y: float = millimetres(107)
    for _paragraph in range(chance.randint(2, 6)):
        y = pen.paragraph(left, y, millimetres(165), chance.randint(1, 6), face, size)
    pen.paragraph(left, millimetres(278), millimetres(165), 2, face, 7)
    return pen.sheet


def statement(chance: random.Random, bookings: int | None = None) -> Image.Image:
    """A bank statement: rows of date, text and amount under a head."""
    pen = Pen(chance)
    face, size = chance.choice(["mono", "sans", "narrow", "aileron"]), chance.choice([8, 8.5, 9, 9.5])
    left, right = millimetres(20), millimetres(190)
    pen.text(left, millimetres(14), "Sparkasse Musterstadt", "bold", 16, chance.choice([INK, (200, 0, 20)]))
    pen.text(
        left, millimetres(35), f"Kontoauszug {chance.randint(1, 12)}/2026, Blatt {chance.randint(1, 4)}", "bold", 11
    )
    pen.text(
        left,
        millimetres(42),
        f"IBAN DE{chance.randint(10, 99)} {chance.randint(1000, 9999)} {chance.randint(1000, 9999)}",
        face,
        size,
    )
    y: float = millimetres(55)
    pen.draw.line((left, y, right, y), fill=INK, width=2)
    for _booking in range(bookings or chance.randint(6, 28)):
        y += points(size * 1.3)
        pen.text(left, y, f"{chance.randint(1, 28):02d}.{chance.randint(1, 12):02d}.", face, size)
        pen.text(left + millimetres(22), y, pen.words(chance.randint(2, 5)), face, size)
        amount = pen.amount() + chance.choice(["-", "+"])
        pen.text(right - font(face, points(size)).getlength(amount), y, amount, face, size)
        for _further in range(chance.randint(0, 2)):
            y += points(size * 1.25)
            pen.text(left + millimetres(22), y, pen.words(chance.randint(2, 5)), face, size)
    pen.draw.line((left, y + 50, right, y + 50), fill=INK, width=2)
    pen.text(left, y + 60, f"Neuer Kontostand {pen.amount()} EUR", "bold", size)
    return pen.sheet


def payslip(chance: random.Random) -> Image.Image:
    """A wage statement: small print in many boxes, some of them grey."""
    pen = Pen(chance)
    face, size = chance.choice(["narrow", "sans", "mono", "aileron"]), chance.choice([7, 7.5, 8])
    left, right = millimetres(12), millimetres(198)
    pen.text(left, millimetres(12), f"Verdienstabrechnung {chance.randint(1, 12):02d}/2026", "bold", 11)
    y: float = millimetres(24)
    for _block in range(chance.randint(4, 6)):
        rows, columns = chance.randint(3, 9), chance.randint(3, 6)
        pitch, wide = points(size * 1.5), (right - left) / columns
        pen.draw.rectangle((left, y, right, y + pitch), fill=(222, 222, 222))
        pen.draw.rectangle((left, y, right, y + pitch * rows), outline=(90, 90, 90), width=2)
        for row in range(rows):
            for column in range(columns):
                words = pen.words(1)[:14] if column % 2 == 0 or row == 0 else pen.amount()
                if row == 0 or chance.random() < 0.75:
                    pen.text(left + wide * column + 6, y + pitch * row + 4, words, face, size)
        for column in range(1, columns):
            pen.draw.line((left + wide * column, y, left + wide * column, y + pitch * rows), fill=(90, 90, 90), width=1)
        y += pitch * rows + millimetres(chance.randint(3, 8))
    return pen.sheet


def form(chance: random.Random) -> Image.Image:
    """A printed form filled in by hand with a blue or black pen."""
    pen = Pen(chance, paper=chance.choice([(255, 255, 255), (252, 250, 240), (238, 246, 238)]))
    left, right = millimetres(20), millimetres(192)
    pen.text(left, millimetres(14), f"Anlage {pen.words(2)}", "bold", 14)
    y: float = millimetres(30)
    ink = chance.choice([(30, 50, 150), (25, 25, 30)])
    for number in range(chance.randint(8, 13)):
        pen.text(left, y, f"{number + 1}. {pen.words(chance.randint(3, 7))}", "sans", 8)
        pen.draw.rectangle((left, y + millimetres(5), right, y + millimetres(13)), outline=(110, 110, 110), width=2)
        if chance.random() < 0.7:
            scrawl(pen, left + 20, y + millimetres(11), chance.randint(200, 900), millimetres(2.4), ink)
        y += millimetres(18)
    scrawl(pen, left + 30, y + millimetres(8), 420, millimetres(3.5), ink)
    return pen.sheet


def handwritten(chance: random.Random) -> Image.Image:
    """A letter by hand, on plain, lined or squared paper."""
    pen = Pen(chance, paper=chance.choice([(255, 255, 255), (250, 248, 240)]))
    kind = chance.choice(["plain", "lined", "squared"])
    step = millimetres(5 if kind == "squared" else 9)
    if kind != "plain":
        for y in range(step, A4[1], step):
            pen.draw.line((0, y, A4[0], y), fill=(188, 200, 222), width=2)
    if kind == "squared":
        for x in range(step, A4[0], step):
            pen.draw.line((x, 0, x, A4[1]), fill=(188, 200, 222), width=2)
    ink = chance.choice([(30, 50, 150), (25, 25, 30), (60, 60, 70)])
    tall = millimetres(chance.choice([2.2, 2.6, 3.2]))
    for row in range(chance.randint(5, 18)):
        scrawl(
            pen,
            millimetres(22),
            millimetres(36 + 11 * row) + chance.uniform(-4, 4),
            chance.randint(700, 1300),
            tall,
            ink,
        )
    return pen.sheet


def scrawl(pen: Pen, x: float, y: float, width: float, tall: float, ink: tuple[int, int, int]) -> None:
    """Something like joined writing on the base line ``y``; small letters are ``tall`` pixels high."""
    chance, end = pen.chance, x + width
    while x < end:
        track: list[tuple[float, float]] = []
        for _letter in range(chance.randint(3, 9)):
            wide, rise, drop = tall * chance.uniform(0.55, 0.95), 1.0, 0.0
            if chance.random() < 0.25:
                rise = chance.uniform(1.7, 2.2)
            elif chance.random() < 0.12:
                drop = chance.uniform(0.6, 1.0)
            for step in range(13):
                turn = step / 12 * 2 * math.pi
                lift = (1 - math.cos(turn)) / 2 * rise - drop * max(0.0, -math.sin(turn))
                track.append(
                    (x + wide * step / 12 + tall * 0.18 * math.sin(turn) + 0.25 * lift * tall, y - lift * tall)
                )
            x += wide
        pen.draw.line(track, fill=ink, width=max(2, millimetres(0.45)), joint="curve")
        x += tall * chance.uniform(0.7, 1.2)


def receipt(chance: random.Random) -> Image.Image:
    """A till receipt, 80 mm wide on thermal paper, more or less faded."""
    lines = chance.randint(14, 34)
    pen = Pen(chance, (millimetres(80), millimetres(34 + lines * 4.2)), (246, 246, 248))
    shade = chance.randint(50, 125)
    ink = (shade, shade, shade + 12)
    pen.text(millimetres(14), millimetres(6), "MARKT BEISPIEL", "mono", 13, ink)
    for line in range(lines):
        y = millimetres(18 + line * 4.2)
        pen.text(millimetres(5), y, pen.words(2).upper()[:18], "mono", 9, ink)
        pen.text(millimetres(60), y, f"{pen.amount():>8}"[-8:], "mono", 9, ink)
    pen.text(millimetres(5), millimetres(22 + lines * 4.2), "SUMME EUR", "mono", 12, ink)
    return pen.sheet


def card(chance: random.Random) -> Image.Image:
    """A plastic card with a portrait, wavy lines behind and a few words."""
    pen = Pen(
        chance, (millimetres(85.6), millimetres(54)), chance.choice([(206, 224, 226), (228, 214, 200), (214, 222, 240)])
    )
    wide, high = pen.sheet.size
    for wave in range(-60, high + 60, 7):
        track = [(x, wave + 14 * math.sin(x / 45 + wave / 60)) for x in range(0, wide + 8, 8)]
        pen.draw.line(track, fill=(176, 204, 204), width=1)
    pen.draw.rectangle((24, 110, 200, 340), fill=(150, 130, 118))
    pen.draw.ellipse((64, 140, 160, 260), fill=(214, 178, 156))
    pen.text(24, 20, "AUSWEIS", "bold", 9)
    for row in range(5):
        pen.text(230, 80 + row * 62, pen.words(1), "narrow", 5, (70, 70, 90))
        pen.text(230, 98 + row * 62, pen.words(2).upper(), "narrow", 8)
    return pen.sheet


def few_lines(chance: random.Random) -> Image.Image:
    """The last page of something: hardly anything on it."""
    pen = Pen(chance)
    kind = chance.randrange(3)
    if kind == 0:
        pen.text(millimetres(24), millimetres(20), f"Blatt {chance.randint(2, 5)} von 5", "sans", 8)
        pen.text(millimetres(24), millimetres(34), f"Neuer Kontostand {pen.amount()} EUR", "sans", 9)
    elif kind == 1:
        pen.paragraph(millimetres(24), millimetres(24), millimetres(160), 2, "serif", 11)
    else:
        pen.text(millimetres(24), millimetres(40), "Ort, Datum, Unterschrift", "sans", 8)
        scrawl(pen, millimetres(30), millimetres(36), 380, millimetres(3.5), (30, 50, 150))
    return pen.sheet


def picture(chance: random.Random) -> Image.Image:
    """No writing at all: soft shapes, as in a photo of a broken cooker or of a damp wall."""
    pen = Pen(chance, paper=(chance.randint(120, 220), chance.randint(120, 220), chance.randint(120, 220)))
    for _shape in range(40):
        x, y, size = chance.randint(0, A4[0]), chance.randint(0, A4[1]), chance.randint(60, 700)
        tone = tuple(chance.randint(40, 230) for _channel in range(3))
        if chance.random() < 0.5:
            pen.draw.ellipse((x, y, x + size, y + size * chance.uniform(0.4, 1.4)), fill=tone)
        else:
            pen.draw.rectangle((x, y, x + size, y + size * chance.uniform(0.4, 1.4)), fill=tone)
    return pen.sheet


MARKS = ("stamp", "highlighter", "pen")


def marked(sheet: Image.Image, kind: str, chance: random.Random) -> Image.Image:
    """With a coloured stamp, mark or signature on it."""
    pen = Pen(chance, (8, 8))
    pen.sheet = sheet.copy()
    pen.draw = ImageDraw.Draw(pen.sheet, "RGBA")
    x, y = chance.randint(300, sheet.width - 700), chance.randint(300, sheet.height - 500)
    if kind == "stamp":
        pen.draw.ellipse((x, y, x + 260, y + 260), outline=(170, 30, 50, 190), width=6)
        pen.draw.text((x + 40, y + 110), "EINGANG", font=font("bold", points(12)), fill=(170, 30, 50, 190))
    elif kind == "highlighter":
        pen.draw.rectangle((x, y, x + 420, y + 30), fill=(255, 240, 60, 130))
    else:
        scrawl(pen, x, y, 320, millimetres(3.2), (35, 60, 165))
    return pen.sheet


KINDS: dict[str, Callable[[random.Random], Image.Image]] = {
    "letter": letter,
    "statement": statement,
    "payslip": payslip,
    "form": form,
    "handwritten": handwritten,
    "receipt": receipt,
    "card": card,
    "few_lines": few_lines,
}
