"""Files of one input, each on its own: one that is refused does not hold up the others. The same for every page."""

from typing import BinaryIO, Protocol, cast

from django.http import HttpRequest
from django.utils.translation import gettext as _

from portal.documents.errors import UploadRefused
from portal.documents.models import Document


class Receive(Protocol):
    """`receive_document` or `receive_from_phone`, with all but the file filled in."""

    def __call__(self, *, upload: BinaryIO, name: str) -> Document:
        """Take one file in. Raises UploadRefused."""


def take_in(request: HttpRequest, name: str, receive: Receive) -> tuple[list[Document], list[str]]:
    """Take in all files of the input ``name``; returns what arrived, and why others were refused, in words."""
    arrived: list[Document] = []
    refused: list[str] = []
    for file in request.FILES.getlist(name):
        try:
            arrived.append(receive(upload=cast("BinaryIO", file), name=file.name or ""))
        except UploadRefused as error:
            refused.append(_("%(name)s: %(reason)s") % {"name": file.name, "reason": error.message})
    return arrived, refused
