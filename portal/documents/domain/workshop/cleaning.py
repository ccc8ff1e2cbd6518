"""A page and all it leads to: only what draws stays, and nothing unpacks to more than a machine can bear."""

import re
import zlib
from typing import Any, Final

import pikepdf

from portal.documents.domain.workshop.bounds import (
    BROKEN_STREAM,
    MAX_CONTENT,
    MAX_CONTENT_TOTAL,
    MAX_FILTERS,
    MAX_IMAGE,
    MAX_NODES,
    MOST_BY_DEFLATE,
    is_dictionary,
)
from portal.documents.domain.workshop.codes import Refusal, Refused

_OF_A_PAGE: Final = frozenset(
    {"/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/Group"}
)
# Of pictures and forms; dictionaries of resources name their entries freely, so these keys mean nothing there.
_OUT_OF_STREAMS: Final = (
    "/AF", "/AA", "/Alternates", "/F", "/FDecodeParms", "/FFilter", "/LastModified", "/Measure", "/Metadata", "/OPI",
    "/PS", "/PieceInfo", "/PtData", "/Ref", "/StructParent", "/StructParents",
)  # fmt: skip
_FLATE: Final = frozenset({"/FlateDecode", "/Fl"})
_PICTURES: Final = frozenset({"/DCTDecode", "/DCT", "/JPXDecode", "/CCITTFaxDecode", "/CCF", "/JBIG2Decode"})
_SHOWS_TEXT: Final = re.compile(rb"[)>\]]\s*T[jJ]\b")
_COMPONENTS: Final = {"/DeviceGray": 1, "/CalGray": 1, "/G": 1, "/Indexed": 1, "/DeviceRGB": 3, "/CalRGB": 3, "/Lab": 3}
_PIECE: Final = 1024 * 1024


class Cleaner:
    """Cleans page after page of one PDF in place. ``searchable``: some page draws text."""

    def __init__(self) -> None:
        self._seen: set[tuple[int, int]] = set()
        self._nodes = 0
        self._unpacked = 0
        self.searchable = False

    def clean(self, page: pikepdf.Page) -> None:
        """Raises Refused(TOO_COMPLEX)."""
        for key in set(page.obj.keys()) - _OF_A_PAGE:
            del page.obj[key]
        contents = page.obj.get("/Contents")
        streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        waiting = [value for key, value in page.obj.items() if key != "/Parent"]
        while waiting:
            node = waiting.pop()
            if not isinstance(node, pikepdf.Dictionary | pikepdf.Stream | pikepdf.Array) or self._known(node):
                continue
            if isinstance(node, pikepdf.Array):
                waiting.extend(node)
                continue
            if isinstance(node, pikepdf.Stream):
                self._clean_stream(node)
            waiting.extend(_kept_values(node))
        for stream in streams:
            self._look_for_text(stream)

    def _known(self, node: Any) -> bool:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise Refused(Refusal.TOO_COMPLEX)
        if not node.is_indirect:
            return False
        known = node.objgen in self._seen
        self._seen.add(node.objgen)
        return known

    def _clean_stream(self, stream: Any) -> None:
        for key in _OUT_OF_STREAMS:
            if key in stream:
                del stream[key]
        if stream.get("/Subtype") == "/Image":
            if _declared_size(stream) > MAX_IMAGE or _unpacked_size(stream, MAX_IMAGE) > MAX_IMAGE:
                raise Refused(Refusal.TOO_COMPLEX)
            return
        size = _unpacked_size(stream, MAX_CONTENT)
        self._unpacked += size
        if size > MAX_CONTENT or self._unpacked > MAX_CONTENT_TOTAL:
            raise Refused(Refusal.TOO_COMPLEX)
        if stream.get("/Subtype") == "/Form":
            self._look_for_text(stream)

    def _look_for_text(self, stream: Any) -> None:
        if self.searchable or not isinstance(stream, pikepdf.Stream):
            return
        try:
            self.searchable = _SHOWS_TEXT.search(stream.read_bytes()) is not None
        except BROKEN_STREAM:
            return  # broken content shows nothing


def _kept_values(node: Any) -> list[Any]:
    """The values of ``node`` after those were removed that draw nothing: files, metadata, programs."""
    values = dict(node.items())
    for key, value in values.items():
        if is_dictionary(value) and _draws_nothing(value):
            del node[key]
    return [value for value in values.values() if not (is_dictionary(value) and _draws_nothing(value))]


def _draws_nothing(value: Any) -> bool:
    kind = value.get("/Type")
    return (
        kind in {"/EmbeddedFile", "/Metadata", "/Filespec", "/Annot", "/Action"}
        or value.get("/Subtype") == "/PS"
        or ("/JS" in value and isinstance(value.get("/S"), pikepdf.Name))
        or ("/EF" in value and any(isinstance(value.get(key), pikepdf.String) for key in ("/F", "/UF")))
    )


def _declared_size(image: Any) -> int:
    """Bytes of ``image`` when it is unpacked, by what it says of itself."""
    width, height, bits = (_number(image.get(key)) for key in ("/Width", "/Height", "/BitsPerComponent"))
    if image.get("/ImageMask") is True:
        bits = 1
    space = image.get("/ColorSpace")
    if isinstance(space, pikepdf.Array) and len(space):
        space = space[0]
    components = _COMPONENTS.get(str(space), 1 if bits == 1 else 4)
    return width * height * components * (bits or 8) // 8


def _number(value: Any) -> int:
    return max(int(value), 0) if isinstance(value, int) else 0


def _unpacked_size(stream: Any, limit: int) -> int:
    """Bytes of ``stream`` when it is unpacked; of a picture only whether they can be above ``limit``."""
    filters = stream.get("/Filter")
    names = [str(name) for name in filters] if isinstance(filters, pikepdf.Array) else [str(filters)] if filters else []
    if len(names) > MAX_FILTERS:
        raise Refused(Refusal.TOO_COMPLEX)
    raw = stream.read_raw_bytes()
    layers = 0
    for name in names:
        if name not in _FLATE:
            break
        layers += 1
    rest = names[layers:]
    if not rest or rest[0] in _PICTURES:  # what pictures unpack to stands in their dictionary
        if stream.get("/Subtype") == "/Image" and len(raw) * MOST_BY_DEFLATE**layers <= limit:
            return len(raw)
        return _inflated_size(raw, layers, limit)
    try:
        return len(stream.read_bytes())
    except BROKEN_STREAM as error:
        if "limit exceeded" in str(error):
            raise Refused(Refusal.TOO_COMPLEX) from None
        return len(raw)


def _inflated_size(raw: bytes, layers: int, limit: int) -> int:
    """Size after each of ``layers`` was taken off, the largest of them; only a piece is in memory at a time."""
    largest = len(raw)
    for depth in range(1, layers + 1):
        size = 0
        for piece in _inflated(iter([raw]), depth):
            size += len(piece)
            if size > limit:
                return size
        largest = max(largest, size)
    return largest


def _inflated(pieces: Any, layers: int) -> Any:
    for _layer in range(layers):
        pieces = _inflate(pieces)
    return pieces


def _inflate(pieces: Any) -> Any:
    unpacker = zlib.decompressobj()
    for piece in pieces:
        waiting = piece
        while waiting and not unpacker.eof:
            try:
                unpacked = unpacker.decompress(waiting, _PIECE)
            except zlib.error:
                return  # broken from here on: viewers stop here as well
            waiting = unpacker.unconsumed_tail
            yield unpacked
