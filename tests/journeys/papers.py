"""Papers somebody uploads, made when they are needed."""

import io

from PIL import Image, ImageDraw

from tests.factories.files.pdfs import plain


def pdf(pages=2):
    """A small PDF with something on every page: of an empty one the portal says so, once it has looked at it."""
    return plain(pages)


def photo(number=0):
    """A JPEG as a phone takes it; another one for each number."""
    image, content = Image.new("RGB", (1200, 1600), "white"), io.BytesIO()
    ImageDraw.Draw(image).text((80, 80 + 40 * number), "Mietvertrag", fill="black")
    image.save(content, "JPEG", quality=80)
    return content.getvalue()


def file(name, content, media_type):
    """As Playwright wants it."""
    return {"name": name, "mimeType": media_type, "buffer": content}


def heavy_photo(size=26 * 1024 * 1024):
    """Above the limit of 25 MB: a JPEG followed by nothing."""
    content = photo()
    return content + b"\0" * (size - len(content))
