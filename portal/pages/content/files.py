"""Files for the component page: one in every state in which a person may find what they have uploaded."""

from __future__ import annotations

import uuid
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from portal.documents.domain.words import Said
from portal.documents.errors import PdfEncrypted
from portal.documents.views.arranging import Entry

_CHECK_SUM: Final = "3f1b7c9e" * 8


def _said(number: int, name: str, state: Any, kind: str, **fields: Any) -> Said:
    usual: dict[str, Any] = {
        "extent": "1 Seite, 340 KB",
        "arrived": "Angekommen am 26. November 2026 um 14:02 Uhr",
        "news": "",
        "trouble": "",
        "warnings": (),
        "twin": "",
        "twin_id": "",
        "parts": (),
        "proof": (("Angekommen", "Donnerstag, 26. November 2026, 14:02:11 Uhr"), ("SHA-256", _CHECK_SUM)),
        "is_joined": False,
        "is_picture": True,
        "may_open": True,
        "may_change": True,
    }
    return Said(id=str(uuid.UUID(int=number)), name=name, state=str(state), kind=kind, **(usual | fields))


def shown_files() -> list[Entry]:
    """Being checked, readable, hard to read, there already, not usable, several photos that are one document."""
    fine, look, bad = _("Angekommen und lesbar"), _("Bitte ansehen"), _("Nicht verwendbar")
    blurred = {"warnings": (_("Das Bild ist unscharf."),)}
    pages = (
        _said(6, "IMG_2041.jpg", str(fine), "success"),
        _said(7, "IMG_2042.jpg", str(look), "warning", **blurred),
        _said(8, "IMG_2043.jpg", str(bad), "danger", trouble=PdfEncrypted.message),
    )
    twin = {"twin": _("Diese Datei haben wir schon, angekommen am 3. Mai 2026."), "twin_id": str(uuid.UUID(int=2))}
    said = (
        _said(
            1, "Lohn.pdf", _("Angekommen, wird geprüft"), "info", news=_("Das dauert meistens nur ein paar Sekunden.")
        ),
        _said(2, "Kontoauszug_Oktober_Sparkasse_Musterstadt.pdf", str(fine), "success", is_picture=False),
        _said(3, "IMG_2040.heic", str(look), "warning", **blurred),
        _said(4, "Mietvertrag (2).pdf", str(look), "warning", **twin),
        _said(5, "Bescheid.pdf", str(bad), "danger", trouble=PdfEncrypted.message),
        _said(9, "Mietvertrag.pdf", str(look), "warning", parts=pages, is_joined=True, extent="2 Seiten, 1,2 MB"),
    )
    return [
        Entry(said=each, uploaded_by="Julia (helfende Person)" if number == 1 else "")
        for number, each in enumerate(said)
    ]
