"""A conversation, or everything of a case, as one PDF and as a ZIP with the files and their checksums."""

from mailbox.domain.export.archive import archive_pieces
from mailbox.domain.export.contents import Contents
from mailbox.domain.export.gathering import gather
from mailbox.domain.export.parts import is_long
from mailbox.domain.export.pdf import make_pdf

__all__ = ["Contents", "archive_pieces", "gather", "is_long", "make_pdf"]
