"""The fonts of every PDF, embedded as data: so that nothing is ever fetched or depends on the machine.

Fira Sans is the face of the portal; Noto Sans steps in, letter by letter, where Fira has none: together they hold the
Latin letters of DIN 91379, Noto also Greek and Cyrillic. Texts in other scripts use the fonts of the machine.
"""

import base64
import pathlib
from typing import Final

FOLDER: Final = pathlib.Path(__file__).parent.parent / "fonts"
FACES: Final = (
    ("Fira Sans", 400, "fira-regular.woff2"),
    ("Fira Sans", 600, "fira-semibold.woff2"),
    ("Noto Sans", 400, "noto-regular.woff2"),
    ("Noto Sans", 600, "noto-bold.woff2"),
)


def font_faces() -> str:
    """``@font-face`` rules with the fonts inside, 230 KB of CSS."""
    return "\n".join(_face(*face) for face in FACES)


def _face(family: str, weight: int, file_name: str) -> str:
    content = base64.b64encode((FOLDER / file_name).read_bytes()).decode()
    source = f'url("data:font/woff2;base64,{content}") format("woff2")'
    return f'@font-face{{font-family:"{family}";font-weight:{weight};font-style:normal;src:{source}}}'
