"""One look at every object of a PDF: what staff should know of, and the files inside it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import pikepdf

from portal.documents.domain.workshop.bounds import MAX_NODES, is_dictionary
from portal.documents.domain.workshop.codes import Refusal, Refused, Remark

_REMARKS: Final = {
    "/JavaScript": Remark.SCRIPT,
    "/SubmitForm": Remark.SCRIPT,
    "/Rendition": Remark.SCRIPT,
    "/RichMediaExecute": Remark.SCRIPT,
    "/Launch": Remark.PROGRAM,
    "/ImportData": Remark.PROGRAM,
}


@dataclass
class Survey:
    """``files``: the streams of files inside the PDF, wherever they hang, each once."""

    remarks: set[Remark] = field(default_factory=set)
    files: dict[tuple[int, int], Any] = field(default_factory=dict)


def survey(pdf: pikepdf.Pdf) -> Survey:
    """Look at everything in ``pdf``, also at what no page leads to. Raises Refused when that is too much."""
    found = Survey()
    rights = _rights(pdf)
    for node in _nodes(pdf):
        action = node.get("/S")
        if isinstance(action, pikepdf.Name) and str(action) in _REMARKS:
            found.remarks.add(_REMARKS[str(action)])
        if "/XFA" in node:
            found.remarks.add(Remark.SCRIPT)
        if "/ByteRange" in node and "/Contents" in node and node.objgen not in rights:
            found.remarks.add(Remark.SIGNATURE)
        for stream in _files_of(node):
            found.files[stream.objgen] = stream
    if found.files:
        found.remarks.add(Remark.ATTACHMENT)
    return found


def _files_of(node: Any) -> Iterator[Any]:
    if isinstance(node, pikepdf.Stream) and node.get("/Type") == "/EmbeddedFile":
        yield node
    listed = node.get("/EF")
    if isinstance(listed, pikepdf.Dictionary):
        yield from (stream for _key, stream in listed.items() if isinstance(stream, pikepdf.Stream))


def _rights(pdf: pikepdf.Pdf) -> set[tuple[int, int]]:
    """Signatures by which a vendor lets its viewer fill in a form; nobody signed the document with them."""
    permissions = pdf.Root.get("/Perms")
    if not isinstance(permissions, pikepdf.Dictionary):
        return set()
    return {permissions[key].objgen for key in ("/UR", "/UR3") if is_dictionary(permissions.get(key))}


def _nodes(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every dictionary and stream, those inside others included."""
    seen = 0
    for root in pdf.objects:
        waiting = [root]
        while waiting:
            node = waiting.pop()
            seen += 1
            if seen > MAX_NODES:
                raise Refused(Refusal.TOO_COMPLEX)
            if is_dictionary(node):
                yield node
                values: Any = (value for _key, value in node.items())
            elif isinstance(node, pikepdf.Array):
                values = node
            else:
                continue
            waiting.extend(value for value in values if _is_direct_container(value))


def _is_direct_container(value: Any) -> bool:
    return isinstance(value, pikepdf.Dictionary | pikepdf.Array) and not value.is_indirect
