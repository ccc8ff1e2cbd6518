"""Pictures that are odd, broken or meant to do harm, made when they are needed."""

import io
import struct
import zlib

import pillow_heif
from PIL import Image, ImageCms, ImageDraw

MARK = b"HIDDEN-MARK-4711"  # stands for whatever somebody hides in a picture
CORNERS = ("red", "green", "blue", "yellow")  # upper left, upper right, lower right, lower left
MEDIA_TYPES = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "HEIC": "image/heic",
    "TIFF": "image/tiff",
    "WEBP": "image/webp",
}


def marked(size: tuple[int, int] = (400, 600)) -> Image.Image:
    """White, with a different colour in each corner, so that turning it is noticed."""
    image = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(image)
    wide, high = size[0] // 4, size[1] // 4
    places = ((0, 0), (size[0] - wide, 0), (size[0] - wide, size[1] - high), (0, size[1] - high))
    for (x, y), colour in zip(places, CORNERS, strict=True):
        draw.rectangle((x, y, x + wide, y + high), fill=colour)
    return image


def coloured(size: tuple[int, int] = (400, 600)) -> Image.Image:
    """White, with a large red square in the middle."""
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).rectangle((size[0] // 4, size[1] // 4, size[0] * 3 // 4, size[1] * 3 // 4), fill="red")
    return image


def encoded(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    """The picture as a file."""
    target = io.BytesIO()
    if kind == "HEIC":
        pillow_heif.from_pillow(image).save(target, quality=80, **options)
    else:
        image.save(target, kind, **options)
    return target.getvalue()


def talkative(kind: str) -> bytes:
    """A picture with places, words and a stranger's archive behind it."""
    image, exif = marked(), Image.Exif()
    exif[0x010E] = MARK.decode()
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (52.0, 31.0, 12.0)
    options: dict[str, object] = {"exif": exif.tobytes()}
    if kind == "JPEG":
        options["comment"] = MARK
    if kind == "PNG":
        from PIL.PngImagePlugin import PngInfo

        options["pnginfo"] = PngInfo()
        options["pnginfo"].add_text("Comment", MARK.decode())
    if kind == "TIFF":
        options = {"tiffinfo": {270: MARK.decode()}}
    return encoded(image, kind, **options) + b"PK\x03\x04" + MARK


def turned(orientation: int) -> bytes:
    """The marked picture as a camera stores it that was held so: only the EXIF data say how it belongs."""
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    image, exif = marked(), Image.Exif()
    exif[274] = orientation
    stored = image.transpose(undo[orientation]) if orientation in undo else image
    return encoded(stored, "JPEG", exif=exif.tobytes(), quality=95)


def png_bomb(side: int = 30_000) -> bytes:
    """A white square of ``side`` pixels: a hundred kilobytes that unpack to gigabytes."""
    packer, row = zlib.compressobj(1), b"\x00" + b"\xff" * ((side + 7) // 8)
    rows = b"".join([packer.compress(row * 1000) for _thousand in range(side // 1000)] + [packer.flush()])
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in (
            (b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)),
            (b"IDAT", rows),
            (b"IEND", b""),
        )
    )


def heic_that_says(width: int, height: int, *, holds: tuple[int, int] = (64, 64)) -> bytes:
    """A HEIC whose header says one size and whose picture has another."""
    content = encoded(Image.new("RGB", holds, "white"), "HEIC")
    place = content.index(b"ispe") + 8
    return content[:place] + struct.pack(">II", width, height) + content[place + 8 :]


def tiff_that_says(**tags: int) -> bytes:
    """A TIFF of one grey row of eight pixels; ``tags`` lie: width, height, bits, packing, place, rows, length, kind."""
    said = {"width": 8, "height": 1, "bits": 8, "packing": 1, "place": 8, "rows": 1, "length": 8, **tags}
    numbers = (
        (256, said["width"]), (257, said["height"]), (258, said["bits"]), (259, said["packing"]), (262, 1),
        (273, said["place"]), (277, 1), (278, said["rows"]), (279, said["length"]),
    )  # fmt: skip
    entries = b"".join(struct.pack("<HHII", number, 4, said.get("count", 1), value) for number, value in numbers)
    after = said.get("after", 0)
    return (
        b"II*\x00"
        + struct.pack("<I", 16)
        + bytes(range(8))
        + struct.pack("<H", len(numbers))
        + entries
        + struct.pack("<I", after)
    )


def webp_that_says(width: int, height: int) -> bytes:
    """A WebP whose canvas is said to be so large."""
    content = encoded(marked((64, 64)).convert("RGBA"), "WEBP", exif=b"Exif\x00\x00II*\x00\x08\x00\x00\x00\x00\x00")
    assert content[12:16] == b"VP8X"
    return content[:24] + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little") + content[30:]


def fax(*, fine: bool = False, packing: str = "group4", pages: int = 1) -> bytes:
    """What a fax machine gives: black and white, in normal quality with half as many lines down as dots across."""
    sheet = Image.new("1", (864, 1146 if fine else 573), 1)
    ImageDraw.Draw(sheet).rectangle((100, 60, 700, 160 if fine else 110), fill=0)
    options: dict[str, object] = {"compression": packing, "dpi": (102, 98 if fine else 49)}
    if pages > 1:
        options |= {"save_all": True, "append_images": [sheet] * (pages - 1)}
    return encoded(sheet, "TIFF", **options)


def swapped_profile() -> bytes:
    """A colour profile in which red and blue have changed places."""
    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return plain.replace(b"rXYZ", b"_XYZ", 1).replace(b"bXYZ", b"rXYZ", 1).replace(b"_XYZ", b"bXYZ", 1)
