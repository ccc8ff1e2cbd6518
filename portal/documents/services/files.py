"""Files that the portal itself makes, and reading of any stored file: the same for other apps as for this one."""

from portal.documents.domain.files import discard_file, open_file, store_file

__all__ = ["discard_file", "open_file", "store_file"]
