"""What stands in a copy: every part of every app, as a page for people and as JSON for programs."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from msgspec import Struct

from portal.audit.models.personal_data import Exported, ExportFile, declarations
from portal.leaving.domain.package import zip_path
from portal.leaving.selectors import Kept, kept_data

FORMAT = "jobcenter-portal/datenkopie"
VERSION = 1  # of the keys, docs/leaving.md; a change of meaning raises it
STYLE = Path(__file__).parent / "copy.css"


class Part(Struct, frozen=True):
    """One part of the copy with what it holds."""

    key: str
    title: str
    exported: Exported

    @property
    def files(self) -> Iterator[ExportFile]:
        """Its files, in the order of the page."""
        for record in self.exported.records:
            yield from record.all_files()


class Contents(Struct, frozen=True):
    """Everything of one account at one moment."""

    made_at: datetime
    parts: tuple[Part, ...]
    kept: tuple[Kept, ...]

    @property
    def files(self) -> Iterator[ExportFile]:
        """All files of all parts."""
        for part in self.parts:
            yield from part.files

    def finish(self, unreadable: Sequence[str]) -> tuple[str, str]:
        """The page and the data; ``unreadable`` are the paths of files that could not be opened."""
        return self.page(unreadable), self.data(unreadable)

    def page(self, unreadable: Sequence[str] = ()) -> str:
        """The page: self-contained, without script, for a phone and for paper."""
        context = {
            "made_at": self.made_at,
            "address": settings.PORTAL.base_url,
            "parts": self.parts,
            "kept": self.kept,
            "unreadable": frozenset(unreadable),
            "style": SafeString(f"<style>{STYLE.read_text(encoding='utf-8')}</style>"),
        }
        return render_to_string("leaving/copy/index.html", context)

    def data(self, unreadable: Sequence[str] = ()) -> str:
        """The same for programs; the keys stand in docs/leaving.md."""
        document: dict[str, Any] = {
            "format": FORMAT,
            "version": VERSION,
            "made_at": self.made_at,
            "parts": {part.key: part.exported.data for part in self.parts},
            "files": [
                {
                    "path": zip_path(file.path),
                    "media_type": file.media_type,
                    "size": file.size,
                    "sha256": file.sha256,
                    "is_readable": file.path not in unreadable,
                }
                for file in self.files
            ],
            "kept": [
                {"what": each.what, "kept": each.kept, "why": each.why, "basis": each.basis} for each in self.kept
            ],
        }
        return json.dumps(document, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)


def gather(user_id: UUID, *, at: datetime) -> Contents:
    """Ask every app for what it holds of this account; files are opened later, one by one."""
    parts = tuple(Part(part.key, str(part.title), part.collect(user_id)) for part in declarations.parts)
    return Contents(at, parts, tuple(kept_data(timezone.localdate(at))))
