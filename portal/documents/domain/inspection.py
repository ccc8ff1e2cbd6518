"""What an upload claims to be: its first bytes and the ending of its name, if it has one, must agree. Whether it can be
read to its end is found out later, by a worker in a cage (``workshop``).
"""

from typing import Final

from portal.documents.domain.names import ending
from portal.documents.enums import ENDINGS, MediaType
from portal.documents.errors import NameDoesNotFit, OfficeFile, TypeNotAllowed

HEADER: Final = 8192  # bytes that the check looks at

_SAME: Final = dict.fromkeys(("image/heif", "image/heic-sequence", "image/heif-sequence"), MediaType.HEIC)
_OFFICE: Final = frozenset(
    ".doc .docm .docx .odp .ods .odt .pages .ppt .pptx .rtf .txt .xls .xlsm .xlsx".split()  # noqa: SIM905 -- to read
)


def media_type_of(header: bytes, *, name: str) -> MediaType:
    """The kind of file that begins with ``header`` and is called ``name``. Raises the UploadRefused that fits."""
    import filetype  # noqa: PLC0415 -- fifteen modules, wanted by uploads only

    kind = filetype.guess(header)
    found = _SAME.get(kind.mime, kind.mime) if kind else ""
    if found not in MediaType.values:
        raise OfficeFile if ending(name) in _OFFICE else TypeNotAllowed
    media_type = MediaType(found)
    if ending(name) not in ENDINGS[media_type] | {""}:
        raise NameDoesNotFit
    return media_type
