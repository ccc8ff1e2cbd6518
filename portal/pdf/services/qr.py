"""Addresses as pictures, for paper."""

import functools


@functools.lru_cache(maxsize=64)
def qr_code(text: str) -> str:
    """``text`` as a QR code in a ``data:`` address, medium error correction, quiet zone included (ISO/IEC 18004)."""
    import segno  # noqa: PLC0415 -- only PDFs need it

    return str(segno.make(text, error="m", micro=False).svg_data_uri(border=4, dark="#000", light="#fff", scale=1))
