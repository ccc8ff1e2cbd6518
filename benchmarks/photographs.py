"""``python -m benchmarks.photographs make|alone``: a photographed sheet, and what its work costs without a portal."""

from __future__ import annotations

import io
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import django

SIZE = (3024, 4032)  # 12 megapixels
LONGEST = 2339  # A4 at 200 dpi
ROUNDS = 5
CONTENT = 100 * 1024 * 1024  # bytes to encrypt


def sheet() -> bytes:
    """A page of writing on grey, noisy paper, as JPEG of 12 megapixels."""
    import numpy
    from PIL import Image, ImageDraw, ImageFont

    noise = numpy.random.default_rng(7).normal(205, 6, (SIZE[1], SIZE[0], 3)).clip(0, 255).astype("uint8")
    image = Image.fromarray(noise)
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(size=52)
    for line in range(48):
        words = f"{line + 1:02}. Kaltmiete 420,50 Euro, Nebenkosten 95,00 Euro, Heizung 71,20 Euro"
        draw.text((280, 260 + line * 75), words, fill=(30, 30, 40), font=font)
    target = io.BytesIO()
    image.save(target, "JPEG", quality=88)
    return target.getvalue()


def make(folder: Path) -> None:
    """``photo.jpeg`` and ``photo.heic`` in ``folder``."""
    import pillow_heif
    from PIL import Image

    jpeg = sheet()
    (folder / "photo.jpeg").write_bytes(jpeg)
    pillow_heif.from_pillow(Image.open(io.BytesIO(jpeg))).save(str(folder / "photo.heic"), quality=70)


def alone(folder: Path) -> dict[str, object]:
    """The floors: milliseconds to make a smaller grey JPEG of the HEIC; MB/s of AES-GCM and of our encryption."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 -- for this alone

    content = os.urandom(CONTENT)
    megabytes = CONTENT / 1e6
    return {
        "heic": [_seconds(lambda: _smaller(folder / "photo.heic")) * 1000 for _round in range(ROUNDS)],
        "aes_gcm": megabytes / statistics.median(_each(lambda: AESGCM(bytes(32)).encrypt(bytes(12), content, b""))),
        "encryption": megabytes / statistics.median(_each(lambda: _store(content))),
    }


def _store(content: bytes) -> None:
    """As a stored file is encrypted, without the disk."""
    from portal.crypto.services import encrypted, new_file_key  # noqa: PLC0415 -- Django is set up by now

    source = encrypted(io.BytesIO(content), key=new_file_key(), context=b"bench")
    while source.read(256 * 1024):
        pass


def _smaller(photo: Path) -> None:
    import pillow_heif
    from PIL import Image

    heif = pillow_heif.open_heif(photo.read_bytes())
    image = Image.frombytes(heif.mode, heif.size, heif.data, "raw").convert("L")
    image.thumbnail((LONGEST, LONGEST))
    image.save(io.BytesIO(), "JPEG", quality=60)


def _each(work: Callable[[], object]) -> list[float]:
    work()
    return [_seconds(work) for _round in range(ROUNDS)]


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    django.setup()
    folder = Path(os.environ["PORTAL_DATA_DIR"])
    if sys.argv[1] == "make":
        make(folder)
    else:
        print(json.dumps(alone(folder)))
